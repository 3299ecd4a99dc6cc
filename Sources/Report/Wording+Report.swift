internal import Text

extension Wording {
    /// `12.3 %`; `< 0.1 %` for a little, never 0 for something.
    static func share(_ part: Int, of whole: Int) -> String {
        guard whole > 0 else { return "–" }
        let tenths = Int((Double(part) / Double(whole) * 1000).rounded())
        if tenths == 0, part > 0 { return "< 0.1 %" }
        if tenths == 1000, part < whole { return "99.9 %" }
        return "\(tenths / 10).\(tenths % 10) %"
    }

    /// `http_status` as `http status`
    static func plain(_ name: String) -> String { String(name.map { $0 == "_" ? " " : $0 }) }

    /// The beginning of a text, cut between words where there are any.
    static func beginning(_ text: String, _ limit: Int) -> String {
        let scalars = text.unicodeScalars
        guard scalars.count > limit else { return text }
        var head = Array(scalars.prefix(limit))
        if let blank = head.lastIndex(of: " "), blank > limit / 2 { head.removeSubrange(blank...) }
        var cut = String.UnicodeScalarView()
        cut.append(contentsOf: head)
        return String(cut) + " …"
    }
}
