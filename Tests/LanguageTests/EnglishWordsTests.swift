import TestSupport
import Testing

@testable import Language

@Suite struct EnglishWordsTests {
    private func isEnglish(_ text: String) -> Bool {
        var words = EnglishWords()
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
            "", "the the the the the the", "And that with from which this his were", "the the and with",
            "Revenue 1.2 mln vs 1.1 mln, the company said, and the net 3.4 mln. "
                + String(repeating: "Shr 34 cts vs 31 cts. ", count: 30),
            "The Guardian, The New York Times og The Economist skrev om sagen, men ingen af dem havde talt med ham.",
            "Di goment tok say dem go close di bridge for two years, and di pipol wey get shop no happy at all.",
            "Hulle het gesê dat die brug vir twee jaar gesluit sal wees, en dat die winkels by die hawe sal moet wag.",
            "Der Film »The Lord of the Rings« läuft wieder, und die Kinos in der Stadt sind voll.",
            "Umkhandlu wedolobha unqume ngoLwesibili ukuthi ibhuloho elidala livalwe iminyaka emibili.",
            "The cooncil sayed on Tuesday that the auld brig wad be steekit for twa year, an that the shops o the "
                + "herbour will hae tae bide. The heid o the University of Glasgow telt this tae the folk by the watter.",
        ])
    func others(text: String) { #expect(!isEnglish(text)) }

    private static let sharedWithScots = Set(["the", "that", "this", "but", "his", "its", "she", "some", "said"])
    private static let list = sharedWithScots.union([
        "and", "with", "from", "not", "they", "when", "were", "who", "their", "there", "which", "been", "would",
        "other", "than", "into", "two", "after", "could", "these", "about", "where", "what",
    ])

    /// The rules as they read: runs of letters of ASCII and of bytes outside it, looked up in a set.
    private static func plainAnswers(_ samples: [[UInt8]]) -> (add: [Bool], areSure: Bool) {
        var all: [String] = []
        func areSure() -> Bool {
            let kinds = Set(all)
            return all.count >= 5 && all.count { $0 == "the" } * 8 >= all.count && kinds.count >= 3
                && !kinds.isSubset(of: sharedWithScots)
        }
        let add = samples.map { sample in
            let words = sample.split { !($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 >= 0x80) }
            var found = 0
            for (number, word) in words.enumerated() {
                let text = String(decoding: word, as: UTF8.self).lowercased()
                guard list.contains(text) else { continue }
                found += 1
                all.append(text)
                let mostWords = number + 1 + (sample.count - word.startIndex) / 2
                if found * 20 >= mostWords, areSure() { return true }
            }
            return found > 0 && found * 20 >= words.count
        }
        return (add, areSure())
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

    @Test("English needs no CLD2, and a text with another language at its end does")
    func samples() {
        let english = "The council said that the bridge and the road would be closed by the end of this week. "
        var identifier = LanguageIdentifier()
        func identify(_ text: String) -> IdentifiedLanguage? { identifier.identify(Array(text.utf8).span) }
        func plain(_ letters: Int) -> IdentifiedLanguage {
            IdentifiedLanguage(tag: "en", percent: 100, letters: letters, isReliable: true)
        }
        #expect(identify(String(repeating: english, count: 20)) == plain(900))
        #expect(identify(String(repeating: english, count: 2)) == plain(2 * english.utf8.count))
        let german = "Der Stadtrat hat beschlossen, die Brücke zu sperren, und die Händler klagen. "
        for count in [1, 3, 40] {
            let text = String(repeating: english, count: count) + String(repeating: german, count: count)
            #expect(identify(text)?.percent != 100)
        }
    }
}
