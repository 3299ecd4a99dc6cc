internal import Model
internal import Store
internal import Text

extension ReportPage {
    private static let longestList = 12

    func addArticles(to html: inout Markup) {
        let articles = scope.total.articles
        guard articles > 0 else { return }
        html.element("section", ["id": "articles"]) { html in
            html.element("h2", text: "Articles")
            addDays(to: &html)
            html.element("div", ["class": "pair"]) { html in
                html.element("div") { html in
                    html.ranking(
                        "Sites", facts.sites, facts.withoutSite, "no site known", of: articles, limit: Self.longestList)
                }
                html.element("div") { html in
                    html.ranking(
                        "Languages", facts.languages, facts.withoutLanguage, "not known", of: articles,
                        limit: Self.longestList)
                }
                html.element("div") { addLengths(to: &$0) }
                html.element("div") { addRepairs(to: &$0) }
            }
        }
    }

    private func addDays(to html: inout Markup) {
        let bins = TimeBins(facts.days.ordered)
        let beyond = [
            (bins.earlier, "earlier"), (bins.later, "later"), (facts.undated, "without a date"),
        ].filter { $0.0 > 0 }.map { "\(Wording.number($0.0)) \($0.1)" }
        let rest = beyond.isEmpty ? "" : " Not shown: \(beyond.joined(separator: ", "))."
        guard let peak = bins.bins.max(by: { $0.count < $1.count }) else {
            html.element("p", ["class": "note"], text: "No article states a day of publication.")
            return
        }
        if bins.bins.count < 8 {
            let rows = bins.bins.map { Markup.Bar(label: $0.label, count: $0.count, colour: .articles) }
            html.bars("By \(bins.unit.rawValue) of publication", rows, whole: scope.total.articles, scale: peak.count)
            if !rest.isEmpty { html.element("p", ["class": "note"], text: rest) }
        } else {
            html.columns(
                "By \(bins.unit.rawValue) of publication",
                "Most \(bins.unit == .day ? "on" : "in") \(peak.label): \(Wording.count(peak.count, "article")).\(rest)",
                bins.bins, .articles)
        }
    }

    private static let lengthSteps = [0, 250, 500, 1000, 2000, 3000, 5000, 10_000, 20_000, 50_000]

    private func addLengths(to html: inout Markup) {
        let lengths = facts.lengths.ordered
        let steps = Self.lengthSteps
        var rows: [Markup.Bar] = []
        for (place, start) in steps.enumerated() {
            let end = place + 1 < steps.count ? steps[place + 1] : Int.max
            let count = lengths.reduce(0) { $0 + ((start..<end).contains($1.key) ? $1.count : 0) }
            let label =
                end == .max
                ? "\(Wording.number(start)) and more" : "\(Wording.number(start)) – \(Wording.number(end - 1))"
            rows.append(Markup.Bar(label: label, count: count))
        }
        while rows.last?.count == 0 { rows.removeLast() }
        while rows.first?.count == 0 { rows.removeFirst() }
        html.bars("Length in characters", rows, whole: scope.total.articles, scale: rows.map(\.count).max())
        if let median {
            html.element("p", ["class": "note"], text: "Half of the articles have up to \(Wording.number(median)).")
        }
    }

    private var median: Int? {
        var left = (facts.lengths.total + 1) / 2
        for (length, count) in facts.lengths.ordered {
            left -= count
            if left <= 0 { return length }
        }
        return nil
    }

    private func addRepairs(to html: inout Markup) {
        let ranked = facts.repairs.nonZero.sorted {
            $0.count == $1.count ? $0.repair.rawValue < $1.repair.rawValue : $0.count > $1.count
        }
        guard let most = ranked.first else { return }
        let rows = ranked.prefix(Self.longestList).map {
            Markup.Bar(label: Wording.plain($0.repair.rawValue), count: $0.count)
        }
        html.bars("Repairs made", rows, whole: ranked.reduce(0) { $0 + $1.count }, scale: most.count)
    }
}

extension Markup {
    /// The highest counts as bars, the rest in one row.
    fileprivate mutating func ranking(
        _ caption: String, _ counts: BoundedCounts<String>, _ unknown: Int, _ unknownLabel: String, of whole: Int,
        limit: Int
    ) {
        let ranked = counts.ranked
        var rows = ranked.prefix(limit).map { Bar(label: $0.key, count: $0.count, isForeign: true) }
        let rest = ranked.dropFirst(limit).reduce(counts.others) { $0 + $1.count }
        if rest > 0 {
            rows.append(Bar(label: "\(Wording.number(ranked.count - limit)) others", count: rest, isPart: true))
        }
        if unknown > 0 { rows.append(Bar(label: unknownLabel, count: unknown, isPart: true)) }
        bars(caption, rows, whole: whole, scale: rows.map(\.count).max())
    }
}
