import Entities
import Model
import Testing

/// How well people are told apart and found again in whole articles.
@Suite struct PeopleResolutionTests {
    /// An article without its marks, and the people that it mentions.
    struct Annotated {
        var text: [UInt8] = []
        var mentions: [Mention] = []

        struct Mention {
            /// Positions of Unicode scalars.
            var range: Range<Int>
            var person: Substring
            /// A surname or a given name alone, particles aside.
            var isShort: Bool
            var isMisspelled: Bool
        }

        init(_ marked: String) {
            var scalars = 0
            func take(_ piece: Substring) {
                text += piece.utf8
                scalars += piece.unicodeScalars.count
            }
            for (place, piece) in marked.split(separator: "[[", omittingEmptySubsequences: false).enumerated() {
                guard place > 0, let bar = piece.firstIndex(of: "|"), let end = piece.firstRange(of: "]]") else {
                    take(piece)
                    continue
                }
                let name = piece[..<bar]
                let person = piece[piece.index(after: bar)..<end.lowerBound]
                let start = scalars
                take(name)
                let particles: Set<Substring> = ["van", "der", "de", "al", "bin"]
                let words = name.split(separator: " ").filter { !particles.contains($0.lowercased()[...]) }
                mentions.append(
                    Mention(
                        range: start..<scalars, person: person.drop { $0 == "~" }, isShort: words.count == 1,
                        isMisspelled: person.first == "~"))
                take(piece[end.upperBound...])
            }
        }
    }

    /// Counts over articles.
    struct Score: CustomStringConvertible {
        /// Short mentions of people whom the article names in full; those tied to the full name, and to somebody else's.
        var short = 0
        var right = 0
        var wrong = 0
        /// Mentions of people that were found, and those in an entity that is mostly somebody else.
        var found = 0
        var misplaced = 0
        var failures: [String] = []

        var description: String {
            """
            \(right) of \(short) short mentions tied to the right person, \(wrong) to a wrong one; \
            \(misplaced) of \(found) mentions in somebody else's entity
            \(failures.joined(separator: "\n"))
            """
        }

        mutating func add(_ article: Annotated, topic: String) {
            var finder = EntityFinder()
            let people = finder.entities(in: article.text.span, published: nil, language: "en")
                .filter { $0.type == .person }
            // For each entity, the annotated mentions in it.
            let holdings = people.map { entity in
                article.mentions.indices.filter { place in
                    let range = article.mentions[place].range
                    return entity.mentions.contains { $0.start < range.upperBound && $0.end > range.lowerBound }
                }
            }
            for holding in holdings {
                var counts: [Substring: Int] = [:]
                for place in holding { counts[article.mentions[place].person, default: 0] += 1 }
                found += holding.count
                misplaced += holding.count - (counts.values.max() ?? 0)
            }
            for (place, mention) in article.mentions.enumerated() where mention.isShort && !mention.isMisspelled {
                let full = article.mentions.filter { !$0.isShort }
                guard full.contains(where: { $0.person == mention.person }) else { continue }
                short += 1
                let tied = Set(
                    holdings.filter { $0.contains(place) }.joined().map { article.mentions[$0] }
                        .filter { !$0.isShort }.map(\.person))
                if tied == [mention.person] { right += 1 } else { failures.append("\(topic): \(mention) is \(tied)") }
                if tied.contains(where: { $0 != mention.person }) { wrong += 1 }
            }
        }
    }

    @Test func `surnames are tied to those who bear them, and people stay apart`() {
        var score = Score()
        for (topic, text) in PeopleArticles.all { score.add(Annotated(text), topic: topic) }
        #expect(score.short >= 150)
        #expect(score.right * 100 >= score.short * 90, "\(score)")
        #expect(score.wrong * 100 <= score.short * 2, "\(score)")
        #expect(score.misplaced * 100 <= score.found * 2, "\(score)")
    }
}
