internal import Text

extension ReportPage {
    private static let headings = [
        "PERSON": "People", "ORG": "Organisations", "LOC": "Places", "NORP": "Nationalities, faiths, parties",
        "MISC": "Other names",
    ]

    func addNames(to html: inout Markup) {
        guard !facts.names.isEmpty else { return }
        let span = MonthSpan(facts.names)
        html.element("section", ["id": "names"]) { html in
            html.element("h2", text: "Who and what is named")
            html.element("p", ["class": "note"], text: "Articles that name each\(span.note).")
            html.element("div", ["class": "names"]) { html in
                for type in NameCounter.types {
                    let names = facts.names.filter { $0.type == type }
                    if !names.isEmpty { add(names, Self.headings[type] ?? type, span, to: &html) }
                }
            }
        }
    }

    private func add(_ names: [ReportFacts.NamedEntity], _ heading: String, _ span: MonthSpan, to html: inout Markup) {
        html.element("table") { html in
            html.element("caption", text: heading)
            html.raw("<thead class=\"unseen\"><tr><th scope=\"col\">name</th>")
            if span.isWorthShowing { html.raw("<th scope=\"col\">by time</th>") }
            html.raw("<th scope=\"col\">articles</th></tr></thead><tbody>")
            for name in names {
                html.element("tr", ["id": "name-\(name.id)"]) { html in
                    html.element("th", ["scope": "row"]) { html in
                        html.foreign(Wording.beginning(name.name, 60))
                        if name.isPartial {
                            html.element("small", ["title": "One word of a name: perhaps several people"], text: " *")
                        }
                    }
                    if span.isWorthShowing {
                        let bins = span.bins(of: name)
                        html.raw("<td class=\"spark\" style=\"width:\(min(104, max(24, bins.count * 8)))px\">")
                        let counts = bins.filter { $0.count > 0 }.map { "\($0.label): \($0.count)" }
                        html.sparkline(bins, label: "\(name.name), articles. \(counts.joined(separator: ", "))")
                        html.raw("</td>")
                    }
                    html.element("td", text: Wording.number(name.documents))
                }
            }
            html.raw("</tbody>")
            if names.contains(where: \.isPartial) {
                html.raw(
                    "<tfoot><tr><td colspan=\"3\"><small>* one word of a name: perhaps several people</small></td></tr></tfoot>"
                )
            }
        }
    }
}

/// The stretch of time that the small charts of names show, the same for all of them.
private struct MonthSpan {
    private let unit: TimeBins.Unit
    private let labels: [String]

    private static let columns = 48

    init(_ names: [ReportFacts.NamedEntity]) {
        var months = BoundedCounts<String>()
        for name in names { for month in name.months { months.add(month.month, month.documents) } }
        let ordered = months.ordered
        // A few dates far away from all others would flatten the rest.
        var (start, end) = (0, ordered.count)
        for isAtEnd in [false, true] {
            var cut = 0
            while end - start > 1 {
                cut += ordered[isAtEnd ? end - 1 : start].count
                if cut > months.total / 50 { break }
                if isAtEnd { end -= 1 } else { start += 1 }
            }
        }
        guard start < end, let first = Self.place(ordered[start].key), let last = Self.place(ordered[end - 1].key)
        else {
            (unit, labels) = (.month, [])
            return
        }
        if last - first < Self.columns {
            unit = .month
            labels = (first...last).map { "\(Self.padded($0 / 12))-" + String(101 + $0 % 12).dropFirst() }
        } else {
            unit = .year
            labels = (first / 12...last / 12).map(Self.padded)
        }
    }

    var isWorthShowing: Bool { labels.count > 1 }

    var note: String {
        guard isWorthShowing, let first = labels.first, let last = labels.last else { return "" }
        return ", by \(unit.rawValue) from \(first) to \(last)"
    }

    func bins(of name: ReportFacts.NamedEntity) -> [TimeBins.Bin] {
        var counts: [String: Int] = [:]
        for month in name.months {
            counts[unit == .month ? month.month : String(month.month.prefix(4)), default: 0] += month.documents
        }
        return labels.map { TimeBins.Bin(label: $0, count: counts[$0] ?? 0) }
    }

    private static func place(_ month: String) -> Int? {
        guard month.utf8.count == 7, let year = Int(month.prefix(4)), let number = Int(month.suffix(2)) else {
            return nil
        }
        return year * 12 + number - 1
    }

    private static func padded(_ year: Int) -> String { String(String(10_000 + year).dropFirst()) }
}
