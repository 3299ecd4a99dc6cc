import Entities
import Model
import Testing
import Text

/// The types that grammars find.
let amounts: Set<Entity.Kind> = [.date, .time, .money, .percent, .quantity]

/// What the finder's grammars say about a sentence, mention by mention: `span=value unit`.
func findings(
    _ text: String, published: String? = nil, language: String? = "en", only kind: Entity.Kind? = nil
) -> [String] {
    var finder = EntityFinder()
    let entities = finder.entities(
        in: Array(text.utf8).span, published: published.flatMap(day), language: language)
    let mentions = entities.filter { kind == nil ? amounts.contains($0.type) : $0.type == kind }.flatMap { entity in
        entity.mentions.map { mention in
            (mention.start, mention.text + "=" + (entity.value ?? "-") + (entity.unit.map { " " + $0 } ?? ""))
        }
    }
    return mentions.sorted { $0.0 < $1.0 }.map(\.1)
}

/// `2014-06-05`
func day(_ text: String) -> NewsDate? {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    return parts.count == 3 ? NewsDate(year: parts[0], month: parts[1], day: parts[2]) : nil
}

/// One row of a table: a sentence, and everything that is to be found in it.
struct Row: CustomTestStringConvertible, Sendable {
    var text: String
    var published: String?
    var expected: [String]
    var testDescription: String { text }

    /// Lines of `sentence | span=value; span=value`.
    static func table(published: String? = nil, _ lines: String) -> [Row] {
        lines.split(separator: "\n").map { line in
            let halves = line.split(separator: "|", omittingEmptySubsequences: false)
            let expected = halves[1].split(separator: ";").map { trimmed($0) }.filter { !$0.isEmpty }
            return Row(text: trimmed(halves[0]), published: published, expected: expected)
        }
    }

    private static func trimmed(_ text: Substring) -> String {
        String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
