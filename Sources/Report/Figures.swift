internal import Text

extension Markup {
    /// A part of the total that a row of bars shows.
    enum Colour: String {
        case plain, articles, duplicates, rejects
    }

    struct Bar {
        var label: String
        var count: Int
        /// What is written for `count`, where that is no number of things.
        var shown: String?
        var colour = Colour.plain
        /// Where the bar begins, in the same unit as `count`.
        var start = 0
        /// A part of the row before it.
        var isPart = false
        /// The label comes from the data.
        var isForeign = false
    }

    /// A table whose rows have bars: the chart and its numbers in one.
    ///
    /// - Parameters:
    ///   - whole: what shares are of, and, for a chart with `scale` nil, the length of a full bar.
    ///   - scale: the count of a full bar.
    mutating func bars(_ caption: String, _ rows: [Bar], whole: Int, scale: Int? = nil) {
        let full = max(1, scale ?? whole)
        element("table", ["class": "bars"]) { html in
            html.element("caption", text: caption)
            html.raw("<colgroup><col class=\"label\"><col><col class=\"number\"><col class=\"share\"></colgroup>")
            html.raw("<thead class=\"unseen\"><tr><th scope=\"col\">what</th><th scope=\"col\">bar</th>")
            html.raw("<th scope=\"col\">number</th><th scope=\"col\">share</th></tr></thead><tbody>")
            for row in rows {
                html.element("tr", row.isPart ? ["class": "part"] : [:]) { html in
                    html.element("th", ["scope": "row"]) { html in
                        if row.isForeign { html.foreign(row.label) } else { html.text(row.label) }
                    }
                    let start = max(0, min(row.start, full - row.count))
                    html.raw("<td class=\"bar\" aria-hidden=\"true\"><i class=\"\(row.colour.rawValue)\" style=\"")
                    html.raw(
                        "margin-left:\(Self.percent(start, full));width:\(Self.percent(row.count, full))\"></i></td>"
                    )
                    html.element("td", ["class": "number"], text: row.shown ?? Wording.number(row.count))
                    html.element("td", ["class": "share"], text: Wording.share(row.count, of: whole))
                }
            }
            html.raw("</tbody>")
        }
    }

    /// Columns over a time axis, with their table folded below.
    mutating func columns(_ title: String, _ note: String, _ bins: [TimeBins.Bin], _ colour: Colour) {
        guard let peak = bins.max(by: { $0.count < $1.count }), let first = bins.first, let last = bins.last else {
            return
        }
        element("figure") { html in
            html.element("figcaption") { html in
                html.element("h3", text: title)
                html.element("p", ["class": "note"], text: note)
            }
            html.raw("<div class=\"plot\"><span class=\"top\">\(Wording.number(peak.count))</span>")
            let label = "\(title): from \(first.label) to \(last.label), at most \(peak.count), on \(peak.label)"
            html.svg(bins, label: label, peak: peak.count, colour)
            html.raw("</div><div class=\"axis\"><span>\(first.label)</span>")
            if bins.count > 8 { html.raw("<span>\(bins[bins.count / 2].label)</span>") }
            html.raw("<span>\(last.label)</span></div>")
            html.fold("Numbers") { html in
                html.table(["", "number"], bins.filter { $0.count > 0 }.map { [$0.label, Wording.number($0.count)] })
            }
        }
    }

    /// Small columns, as wide as what they stand in.
    mutating func sparkline(_ bins: [TimeBins.Bin], label: String) {
        guard let peak = bins.map(\.count).max() else { return }
        svg(bins, label: label, peak: peak, .plain)
    }

    private mutating func svg(_ bins: [TimeBins.Bin], label: String, peak: Int, _ colour: Colour) {
        let gap = bins.count > 120 ? 0 : 2
        raw("<svg viewBox=\"0 0 \(bins.count * 10) 100\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"")
        text(label)
        raw("\">")
        for (place, bin) in bins.enumerated() where bin.count > 0 {
            let height = max(2, (bin.count * 200 / max(1, peak) + 1) / 2)
            raw("<rect class=\"\(colour.rawValue)\" x=\"\(place * 10 + gap / 2)\" y=\"\(100 - height)\" ")
            raw(
                "width=\"\(10 - gap)\" height=\"\(height)\"><title>\(bin.label): \(Wording.number(bin.count))</title></rect>"
            )
        }
        raw("</svg>")
    }

    mutating func fold(_ summary: String, _ content: (inout Markup) -> Void) {
        element("details") { html in
            html.element("summary", text: summary)
            content(&html)
        }
    }

    /// Numbers stand to the right: every column but the first, unless `isText`.
    mutating func table(_ head: [String], _ rows: [[String]], isText: Bool = false) {
        element("div", ["class": "scroll"]) { html in
            html.element("table", ["class": isText ? "plain text" : "plain"]) { html in
                html.raw("<thead><tr>")
                for name in head { html.element("th", ["scope": "col"], text: name) }
                html.raw("</tr></thead><tbody>")
                for row in rows {
                    html.raw("<tr>")
                    for (place, cell) in row.enumerated() {
                        html.raw(place == 0 ? "<th scope=\"row\">" : "<td>")
                        html.foreign(cell)
                        html.raw(place == 0 ? "</th>" : "</td>")
                    }
                    html.raw("</tr>")
                }
                html.raw("</tbody>")
            }
        }
    }

    /// `12.34%`, cut to the bar.
    private static func percent(_ part: Int, _ whole: Int) -> String {
        let hundredths = Int((Double(max(0, part)) / Double(whole) * 10_000).rounded())
        let shown = min(10_000, hundredths)
        return "\(shown / 100).\(String(100 + shown % 100).dropFirst())%"
    }
}
