import Testing

@testable import Entities

/// Words and sentences as the tagger sees them.
@Suite struct WordCutterTests {
    /// Words, with a stroke before each that begins a sentence.
    static func cut(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var tokenizer = Tokenizer()
        tokenizer.tokenize(bytes.span)
        let tokens = tokenizer.tokens
        var words: [Word] = []
        bytes.withUnsafeBufferPointer { WordCutter().cut(tokens, of: $0, into: &words) }
        return words.map { word in
            let cut = String(decoding: bytes[Int(word.start)..<Int(word.end)], as: UTF8.self)
            return (word.flags.contains(.sentenceStart) ? "|" : "") + cut
        }.joined(separator: " ")
    }

    @Test(arguments: [
        ("Haider al-Abadi met Jean-Pierre Raffarin.", "|Haider al-Abadi met Jean-Pierre Raffarin ."),
        ("The US-led force left.", "|The US - led force left ."),
        ("Iraq's and the Iraqis' army didn't go.", "|Iraq 's and the Iraqis ' army didn 't go ."),
        ("O’Brien’s AT&T F-16 flew on the 3rd.", "|O’Brien ’s AT&T F-16 flew on the 3rd ."),
        ("He left the U.S. The army stayed.", "|He left the U.S. |The army stayed ."),
        ("George W. Bush met Gen. Amos. He smiled.", "|George W. Bush met Gen. Amos . |He smiled ."),
        ("It cost 3.5 percent. \"We won,\" he said.", "|It cost 3.5 percent . |\" We won , \" he said ."),
        ("See https://example.org/a?b=c for more.", "|See https://example.org/a?b=c for more ."),
        ("Write to jo@example.org or @jo_1 #Iraq.", "|Write to jo@example.org or @jo_1 #Iraq ."),
        ("Stratford-upon-Avon lies there\nNext line", "|Stratford-upon-Avon lies there |Next line"),
        ("Amazon.com Inc. grew.", "|Amazon.com Inc. grew ."), ("Wait... what?", "|Wait ... what ?"),
        ("pro-Russian rebels", "|pro - Russian rebels"), ("Über Österreich. Ärger.", "|Über Österreich . |Ärger ."),
    ])
    func `words are cut and sentences begin`(text: String, expected: String) {
        #expect(Self.cut(text) == expected)
    }

    @Test func `no byte is in two words, whatever the bytes`() {
        var random = SplitMix(seed: 3)
        let pieces = Array("aB.-'&@#/:é\u{2019} \n9U.S.$_".utf8)
        for _ in 0..<300 {
            let bytes = (0..<80).map { _ in pieces[random.below(pieces.count)] }
            var tokenizer = Tokenizer()
            tokenizer.tokenize(bytes.span)
            let tokens = tokenizer.tokens
            var words: [Word] = []
            bytes.withUnsafeBufferPointer { WordCutter().cut(tokens, of: $0, into: &words) }
            var end: UInt32 = 0
            for word in words {
                #expect(word.start >= end && word.end > word.start)
                end = word.end
            }
            #expect(Int(end) <= bytes.count)
        }
    }
}
