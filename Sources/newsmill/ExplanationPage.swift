import Extraction
import Mill
import Model
import Text

/// An explanation as lines for a terminal.
struct ExplanationPage {
    var isColoured: Bool

    func lines(_ explanation: PageExplanation) -> [String] {
        [bold(explanation.name)] + explanation.blocks.map(line) + facts(explanation) + [""]
    }

    private func line(_ block: ExplainedBlock) -> String {
        let reason = block.isKept || block.kill == "none" ? block.verdict : "\(block.verdict) (\(block.kill))"
        let path = block.path.prefix(3).joined(separator: " < ")
        let measures = "\(block.width) \(Int((block.linkDensity * 100).rounded()))%"
        let columns = [
            block.isKept ? "+" : "-", block.isInContainer ? "*" : " ", Self.padded(reason, 24), Self.padded(path, 48),
            Self.padded(measures, 10), Self.start(of: block.text, 72),
        ]
        let text = columns.joined(separator: " ")
        return isColoured ? "\u{1B}[\(block.isKept ? "32" : "2")m\(text)\u{1B}[0m" : text
    }

    private func facts(_ explanation: PageExplanation) -> [String] {
        switch explanation.article {
        case .failure(let refusal): return ["no article: \(refusal.message)"]
        case .success(let article):
            let facts: [(String, String?)] = [
                ("title", article.title),
                ("authors", article.authors.isEmpty ? nil : article.authors.joined(separator: "; ")),
                ("published", article.published?.iso8601), ("modified", article.modified?.iso8601),
                ("section", article.section), ("site", article.site), ("language", article.language),
                ("canonical", article.canonicalURL), ("image", article.image), ("description", article.description),
            ]
            return facts.compactMap { name, value in value.map { "  \(Self.padded(name, 12)) \($0)" } }
        }
    }

    private func bold(_ text: String) -> String { isColoured ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

    private static func padded(_ text: String, _ width: Int) -> String {
        let cut = shown(text, width)
        return cut + String(repeating: " ", count: max(0, width - cut.unicodeScalars.count))
    }

    private static func start(of text: [UInt8], _ width: Int) -> String {
        shown(String(decoding: text.prefix(width * 4), as: UTF8.self), width)
    }

    /// What a page says must not move a terminal's cursor: controls become spaces.
    private static func shown(_ text: String, _ width: Int) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(width) {
            let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
            scalars.append(isControl ? " " : scalar)
        }
        if text.unicodeScalars.count > width {
            scalars.removeLast()
            scalars.append("…")
        }
        return String(scalars)
    }
}
