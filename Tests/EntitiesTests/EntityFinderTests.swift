import Entities
import Model
import Testing
import Text

@Suite struct EntityFinderTests {
    @Test func `mentions of one value are one entity, in the order of the first`() throws {
        let text = "On Tuesday it paid $5 million. The 5 mln dlrs came on June 3, 2014, not on Monday."
        var finder = EntityFinder()
        let entities = finder.entities(in: Array(text.utf8).span, published: day("2014-06-05"), language: "en")
        #expect(entities.map(\.name) == ["Tuesday", "$5 million", "Monday"])
        #expect(entities.map(\.mentions.count) == [2, 2, 1])
        #expect(entities.allSatisfy { $0.mentions.allSatisfy { $0.by == .grammar } })
    }

    @Test func `without a value the same words are one entity`() {
        let text = "On Tuesday he came, on TUESDAY he saw, on Monday he left."
        var finder = EntityFinder()
        let entities = finder.entities(in: Array(text.utf8).span, published: nil, language: "en")
        #expect(entities.map(\.mentions.count) == [2, 1])
        #expect(entities.allSatisfy { $0.value == nil })
    }

    @Test func `more entities than are searched one by one stay apart and in order`() {
        let text = (1...200).map { "It cost $\($0)." }.joined(separator: " ")
        let twice = text + " " + text
        var finder = EntityFinder()
        let entities = finder.entities(in: Array(twice.utf8).span, published: nil, language: "en")
        #expect(entities.map(\.value) == (1...200).map { String($0) })
        #expect(entities.allSatisfy { $0.mentions.count == 2 })
    }

    @Test func `offsets count scalars and not bytes`() throws {
        let text = "Žižek “paid” 😀 €20 million in März — on 26 February 1987, naïve café."
        var finder = EntityFinder()
        let entities = finder.entities(in: Array(text.utf8).span, published: nil, language: "en")
        let scalars = Array(text.unicodeScalars)
        let cut = entities.filter { amounts.contains($0.type) }.flatMap(\.mentions).map { mention in
            String(String.UnicodeScalarView(scalars[mention.start..<mention.end]))
        }
        #expect(cut == ["€20 million", "26 February 1987"])
    }

    @Test func `an empty text and a text without triggers give nothing`() {
        #expect(findings("") == [])
        #expect(findings("The cat sat on the mat and looked at the moon.") == [])
    }
}
