import TestSupport
import Testing

@testable import Language

@Suite struct EnglishWordsTests {
    private func isEnglish(_ text: String, scale: Int = 1) -> Bool {
        var words = EnglishWords(scale: scale)
        return words.add(Array(text.utf8).span) && words.areSure
    }

    @Test(
        "English prose is known by its function words",
        arguments: [
            "The council said on Tuesday that the old bridge would be closed for two years, and that the shops of the "
                + "harbour will have to wait.",
            "THE MINISTER SAID THAT HIS OFFICE WOULD ANSWER BY FRIDAY, AND THE UNIONS WILL WAIT FOR THE END OF THE TALKS.",
        ])
    func english(text: String) { #expect(isEnglish(text)) }

    @Test(
        "what is not English, or has too few words of it, is left to CLD2",
        arguments: [
            "", "the the the the the the", "Of and that with from which this his were",
            "The Guardian, The New York Times og The Economist skrev om sagen, men ingen af dem havde talt med ham.",
            "Di goment tok say dem go close di bridge for two years, and di pipol wey get shop no happy at all.",
            "Hulle het gesê dat die brug vir twee jaar gesluit sal wees, en dat die winkels by die hawe sal moet wag.",
            "Der Film »The Lord of the Rings« läuft wieder, und die Kinos in der Stadt sind voll.",
            "Umkhandlu wedolobha unqume ngoLwesibili ukuthi ibhuloho elidala livalwe iminyaka emibili.",
            "The cooncil sayed on Tuesday that the auld brig wad be steekit for twa year, an that the shops o the "
                + "herbour will hae tae bide. The heid o the University of Glasgow telt this tae the folk by the watter.",
        ])
    func others(text: String) {
        #expect(!isEnglish(text))
        #expect(!isEnglish(text, scale: 2))
    }

    @Test("twice the text has to show twice as much")
    func scale() {
        let once = "The council said that the bridge will be closed by the end of May, and that the shops will wait. "
        #expect(isEnglish(once) && !isEnglish(once, scale: 2))
        #expect(isEnglish(once + once, scale: 2))
        #expect(!isEnglish(once + once.replacing("of", with: "in"), scale: 2))
    }

    private static let list = Set([
        "the", "of", "and", "that", "with", "from", "which", "this", "his", "were", "been", "said", "their", "they",
        "its", "would", "has", "who", "will", "about", "by",
    ])

    /// The rules as they read: runs of letters of ASCII and of bytes outside it, looked up in a set.
    private static func plainAnswers(_ samples: [[UInt8]]) -> (add: [Bool], areSure: Bool) {
        var all: [String] = []
        let add = samples.map { sample in
            let words = sample.split { !($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 >= 0x80) }
                .map { String(decoding: $0, as: UTF8.self).lowercased() }.filter(list.contains)
            all += words
            return words.count >= 3
        }
        return (
            add, all.count { $0 == "the" } >= 2 && Set(all).isSuperset(of: ["the", "of", "and"]) && Set(all).count >= 4
        )
    }

    @Test("Eight bytes at a time find the words that one after another finds", arguments: 0..<20)
    func random(block: UInt64) {
        let pieces = Self.list.sorted() + ["the", "of", "and", "The", "AND", "thé", "theatre", "Lordships", "é", "x"]
        let marks = [" ", " ", " ", ", ", ".", "\n", "-", "’", "", "[", "@", "{", "`", "\u{0}", "1"]
        for seed in block * 100..<block * 100 + 100 {
            var random = SplitMix(state: seed)
            let samples = (0..<3).map { _ in
                let text = (0..<Int.random(in: 0...14, using: &random)).map { _ in
                    (pieces.randomElement(using: &random) ?? "") + (marks.randomElement(using: &random) ?? "")
                }
                return Array(text.joined().utf8)
            }
            var words = EnglishWords()
            let answers = samples.map { words.add($0.span) }
            let plain = Self.plainAnswers(samples)
            #expect(answers == plain.add, "seed \(seed): \(samples)")
            #expect(words.areSure == plain.areSure, "seed \(seed): \(samples)")
        }
    }

    @Test("a long English text needs no CLD2, and one with another language at its end does")
    func samples() {
        let english = String(
            repeating: "The council said that the bridge and the road would be closed by the end of this week. ",
            count: 20)
        var identifier = LanguageIdentifier()
        let plain = identifier.identify(Array(english.utf8).span)
        #expect(plain == IdentifiedLanguage(tag: "en", percent: 100, letters: 900, isReliable: true))
        let incomplete = "The council said that the bridge will be closed this week, and that the road will be, too. "
        let later = String(repeating: incomplete, count: 4) + String(repeating: "Of all of them. ", count: 8)
        let end = String(repeating: incomplete, count: 16)
        #expect(identifier.identify(Array((later + end).utf8).span)?.letters == 1800)
        let german = String(
            repeating: "Der Stadtrat hat beschlossen, die Brücke zu sperren, und die Händler klagen. ", count: 40)
        #expect(identifier.identify(Array((english + german).utf8).span)?.percent != 100)
    }
}
