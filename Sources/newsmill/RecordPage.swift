import Mill
import Model
import Store

/// A record as lines for a terminal: what it is, where it came from, what was done to it, and what it names.
struct RecordPage {
    var isColoured: Bool

    func lines(_ record: RecordExplanation) -> [String] {
        let state =
            switch record.kind {
            case .articles: "published"
            case .duplicates: "duplicate"
            case .rejects: "rejected"
            }
        let head = [record.id?.description, state, "in \(record.shard), run \(record.run)"].compactMap { $0 }
        var lines = [bold(head.joined(separator: " "))]
        let source = record.source
        var origin = "\(source.file)#\(source.ordinal), \(source.format.rawValue), at byte \(source.offset) unpacked"
        if let id = source.recordID { origin += ", \(id)" }
        if let charset = source.charset { origin += ", \(charset)" }
        lines.append(row("from", origin))
        for fact in record.facts { lines.append(row(fact.name, fact.value)) }
        for (place, entity) in record.entities.enumerated() { lines.append(row(place == 0 ? "entities" : "", entity)) }
        return lines
    }

    /// What the record lost as boilerplate of its site.
    func lines(cut paragraphs: [String]) -> [String] {
        paragraphs.enumerated().map { row($0 == 0 ? "cut" : "", $1) }
    }

    private func row(_ name: String, _ value: String) -> String {
        let label = name + String(repeating: " ", count: max(1, 14 - name.utf8.count))
        return "  " + label + ClusterPage.shown(value.split(separator: "\n").joined(separator: " "))
    }

    private func bold(_ text: String) -> String { isColoured ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
}
