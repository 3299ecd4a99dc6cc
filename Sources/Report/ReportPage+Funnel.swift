internal import Model
internal import Store
internal import Text

extension ReportPage {
    /// From the records that were read to the articles that are published.
    func addFunnel(to html: inout Markup) {
        let total = scope.total
        var rows = [Markup.Bar(label: "Records read", count: total.records)]
        var rest = total.records - total.rejects
        rows.append(Markup.Bar(label: "No article: rejects", count: total.rejects, colour: .rejects, start: rest))
        var start = rest
        for (reason, count) in facts.reasons.ranked {
            rows.append(
                Markup.Bar(label: Wording.plain(reason), count: count, colour: .rejects, start: start, isPart: true))
            start += count
        }
        rest -= total.duplicates
        rows.append(
            Markup.Bar(label: "Told before: duplicates", count: total.duplicates, colour: .duplicates, start: rest))
        start = rest
        for (kind, count) in facts.kinds.ranked {
            rows.append(Markup.Bar(label: kind, count: count, colour: .duplicates, start: start, isPart: true))
            start += count
        }
        rows.append(Markup.Bar(label: "Articles published", count: total.articles, colour: .articles))
        html.element("section", ["id": "funnel"]) { html in
            html.element("h2", text: "From records to articles")
            html.element("p", ["class": "note"], text: auxiliary + rescued)
            html.bars("", rows, whole: total.records)
            let boilerplate = scope.boilerplate
            if boilerplate.records > 0 { html.element("p", ["class": "note"], text: boilerplate.sentence + ".") }
        }
    }

    /// Lines of `rejects/` stay when a replay makes articles of their records.
    private var rescued: String {
        let count = facts.reasons.total - scope.total.rejects
        return count > 0
            ? " \(Wording.count(count, "reject")) among the reasons below became articles or duplicates later." : ""
    }

    private var auxiliary: String {
        let kinds = scope.total.auxiliary.sorted { $0.key < $1.key }
        if kinds.isEmpty { return "Every record of every input is in exactly one of three places." }
        let list = kinds.map { "\(Wording.number($0.value)) \(Wording.plain($0.key))" }.joined(separator: ", ")
        return
            "Every record of every input is in exactly one of three places. Parts of the files that are no records: \(list)."
    }

    /// What each run added, where the report is about several.
    func addRuns(to html: inout Markup) {
        guard scope.runs.count > 1 else { return }
        html.element("section", ["id": "runs"]) { html in
            html.element("h2", text: "Runs")
            html.element("p", ["class": "note"], text: "What each run read and published.")
            let rows = zip(scope.runs, runs).map { run, facts in
                [
                    "\(run.number)", facts["started"].map { String($0.prefix(10)) } ?? "–", Wording.number(run.inputs),
                    Wording.number(run.total.records), Wording.number(run.total.articles),
                    Wording.number(run.total.duplicates), Wording.number(run.total.rejects),
                    facts.number("seconds").map(Wording.elapsed) ?? "–",
                ]
            }
            html.table(
                ["run", "started", "inputs", "records", "articles", "duplicates", "rejects", "time"], Array(rows))
        }
    }
}
