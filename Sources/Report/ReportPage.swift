internal import Model
package import Store
internal import Text

/// The report of one run or of several as one page of HTML that needs nothing else: no network, no script.
///
/// Equal shards, journal and `run.json` give equal bytes.
package struct ReportPage {
    let scope: ReportScope
    let facts: ReportFacts
    /// Of every run in the scope.
    let runs: [RunFacts]

    /// It was told to stop before it had read everything.
    package struct Stopped: Error {
        package init() {}
    }

    /// - Parameters:
    ///   - counted: what was counted of the one run in the scope while it was published. The shards are read where there is
    ///     nothing, or where names are wanted that were not counted.
    ///   - isStopped: asked again and again while shards are read.
    package init(
        _ scope: ReportScope, counted: FactCounter? = nil, isStopped: @escaping () -> Bool = { false }
    ) throws {
        self.scope = scope
        let usable = counted.flatMap { scope.isWhole || $0.names != nil ? $0 : nil }
        let counter = try usable ?? FactCollector.collect(scope, isStopped: isStopped)
        facts = try counter.finish(scope.ledger.rollup, in: scope.output)
        runs = scope.runs.map { RunFacts(run: $0.number, in: scope.output) }
    }

    /// Puts the report in its place, or where it is wanted.
    ///
    /// - Returns: where it is.
    @discardableResult
    package func write(to path: String? = nil) throws(StoreError) -> String {
        let path = path ?? scope.path
        try Disk.makeDirectory(Disk.parent(of: path))
        try Disk.replace(path, with: html)
        return path
    }

    package var html: [UInt8] {
        var html = Markup()
        html.raw("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
        html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
        html.raw("<meta name=\"color-scheme\" content=\"light dark\">")
        html.element("title", text: "Newsmill report: \(title)")
        html.raw("<link rel=\"icon\" href=\"data:,\"><style>\(Style.sheet)</style></head><body>")
        addHeader(to: &html)
        html.element("main") { html in
            addFunnel(to: &html)
            addRuns(to: &html)
            addArticles(to: &html)
            addDuplicates(to: &html)
            addNames(to: &html)
            addRejects(to: &html)
            addInputs(to: &html)
            addSlowestInputs(to: &html)
            addTimes(to: &html)
            addConfiguration(to: &html)
        }
        html.raw("</body></html>\n")
        return html.bytes
    }

    var title: String {
        let numbers = scope.runs.map(\.number)
        guard let first = numbers.first, let last = numbers.last else { return "no run" }
        if numbers.count == 1 { return "run \(first)" }
        if last - first == numbers.count - 1 { return "runs \(first) to \(last)" }
        return "runs " + numbers.map { String($0) }.joined(separator: ", ")
    }

    private func addHeader(to html: inout Markup) {
        let total = scope.total
        html.element("header") { html in
            html.element("p", ["class": "kicker"], text: "Newsmill report")
            html.element("h1", text: title.prefix(1).uppercased() + title.dropFirst())
            html.element("p", ["class": "note"], text: summary)
            html.element("dl", ["class": "totals"]) { html in
                for (name, count, colour) in [
                    ("records", total.records, Markup.Colour.plain), ("articles", total.articles, .articles),
                    ("duplicates", total.duplicates, .duplicates), ("rejects", total.rejects, .rejects),
                ] {
                    html.element("div", ["class": colour.rawValue]) { html in
                        html.element("dt", text: name)
                        html.element("dd", ["id": "total-\(name)"], text: Wording.number(count))
                        if name != "records" {
                            html.element("dd", ["class": "share"], text: Wording.share(count, of: total.records))
                        }
                    }
                }
            }
        }
    }

    /// When, how much and how fast, as far as it is known.
    private var summary: String {
        var parts: [String] = []
        if let started = runs.compactMap({ $0["started"] }).first {
            parts.append((runs.count > 1 ? "since " : "") + started.map { $0 == "T" ? " " : String($0) }.joined())
        }
        let bytes = scope.inputs.reduce(0) { $0 + $1.state.identity.size }
        parts.append("\(Wording.count(scope.inputs.count, "input")), \(Wording.size(bytes))")
        let seconds = runs.compactMap { $0.number("seconds") }.reduce(0, +)
        if seconds > 0 {
            let rate = Double(scope.total.records) / seconds
            parts.append("\(Wording.elapsed(seconds)), \(Wording.decimal(rate)) records a second")
        }
        return parts.joined(separator: " · ")
    }
}
