import Model
import Text

/// Scores entities against annotated text: exact spans and types, as conlleval counts them.
package struct EntityEvaluation {
    /// Counts of one type, or of all.
    package struct Score: Sendable, Equatable {
        package var gold = 0
        package var found = 0
        package var right = 0

        /// In percent.
        package var precision: Double { found == 0 ? 0 : 100 * Double(right) / Double(found) }
        package var recall: Double { gold == 0 ? 0 : 100 * Double(right) / Double(gold) }
        package var f1: Double { gold + found == 0 ? 0 : 200 * Double(right) / Double(gold + found) }
    }

    private var finder: EntityFinder
    private let types: Set<String>
    private var scores: [String: Score] = [:]

    /// - Parameter types: of `PER`, `ORG`, `LOC`, `MISC`; others are not counted.
    package init(model: EntityModel = .shipped, types: [String] = EntityType.names) {
        finder = EntityFinder(model: model)
        self.types = Set(types)
    }

    /// By type, in the order of `EntityType.names`; the sum last, as `all`.
    package var results: [(type: String, score: Score)] {
        var all = Score()
        var results: [(type: String, score: Score)] = []
        for type in EntityType.names {
            guard let score = scores[type] else { continue }
            results.append((type, score))
            all.gold += score.gold
            all.found += score.found
            all.right += score.right
        }
        return results + [("all", all)]
    }

    /// Adds a tagged file (`token TAB tag`), read as running text; a name found counts as the tokens that it touches.
    package mutating func add(taggedFile path: String) throws {
        for document in try TaggedFile(path: path).documents(of: 20) {
            let marked = Detokenizer.join(document)
            let found = spans(in: marked.text, language: "en")
            let snapped = found.map { Self.snapped($0, to: marked.tokens) }
            count(marked.names.map { Span($0) }, snapped)
        }
    }

    /// Adds a file of rows `{"text", "entities": [[start, end, type] ...]}` with offsets in Unicode scalars.
    package mutating func add(rowsFile path: String) throws {
        for (number, line) in try FileBytes.read(path).split(separator: UInt8(ascii: "\n")).enumerated() {
            guard let row = try? JSONValue(parsing: Array(line)), let text = row["text"]?.utf8,
                let entities = row["entities"]
            else { throw TrainingFault.malformed(path, line: number + 1) }
            let gold: [Span] = entities.elements.compactMap { entity in
                let fields = entity.elements
                guard fields.count > 2, let start = fields[0].integer, let end = fields[1].integer,
                    let type = fields[2].string.flatMap(Self.shortType)
                else { return nil }
                return Span(start: start, end: end, type: type)
            }
            count(gold, scalarSpans(in: text, language: row["language"]?.string ?? "en"))
        }
    }

    private struct Span: Hashable {
        var start: Int
        var end: Int
        var type: String

        init(start: Int, end: Int, type: String) {
            self.start = start
            self.end = end
            self.type = type
        }

        init(_ name: NameSpan) { self.init(start: name.start, end: name.end, type: EntityType.names[name.type]) }
    }

    private static func shortType(_ name: String) -> String? {
        switch name {
        case "PER", "PERSON": "PER"
        case "ORG": "ORG"
        case "LOC", "GPE", "FAC": "LOC"
        case "MISC", "NORP", "EVENT", "WORK_OF_ART", "PRODUCT", "LAW", "LANGUAGE": "MISC"
        default: nil
        }
    }

    private mutating func scalarSpans(in text: [UInt8], language: String) -> [Span] {
        finder.entities(in: text.span, published: nil, language: language).flatMap { entity in
            guard let type = Self.shortType(entity.type.rawValue) else { return [Span]() }
            return entity.mentions.map { Span(start: $0.start, end: $0.end, type: type) }
        }
    }

    /// With offsets in bytes.
    private mutating func spans(in text: [UInt8], language: String) -> [Span] {
        let scalars = scalarSpans(in: text, language: language)
        var starts: [Int] = []
        for (place, byte) in text.enumerated() where byte & 0xC0 != 0x80 { starts.append(place) }
        starts.append(text.count)
        return scalars.map { Span(start: starts[$0.start], end: starts[$0.end], type: $0.type) }
    }

    /// The span of the tokens that a span touches. Tokens are in order.
    private static func snapped(_ span: Span, to tokens: [Range<Int>]) -> Span {
        var (low, high) = (0, tokens.count)
        while low < high {
            let middle = (low + high) / 2
            if tokens[middle].upperBound <= span.start { low = middle + 1 } else { high = middle }
        }
        guard low < tokens.count, tokens[low].lowerBound < span.end else { return span }
        var last = low
        while last + 1 < tokens.count, tokens[last + 1].lowerBound < span.end { last += 1 }
        return Span(start: tokens[low].lowerBound, end: tokens[last].upperBound, type: span.type)
    }

    private mutating func count(_ gold: [Span], _ found: [Span]) {
        let (gold, found) = (Set(gold), Set(found))
        for span in gold where types.contains(span.type) { scores[span.type, default: Score()].gold += 1 }
        for span in found where types.contains(span.type) {
            scores[span.type, default: Score()].found += 1
            if gold.contains(span) { scores[span.type, default: Score()].right += 1 }
        }
    }
}
