internal import Model
internal import Store
internal import Text

extension ReportPage {
    private static let longestInputs = 10

    func addRejects(to html: inout Markup) {
        guard scope.total.rejects > 0 else { return }
        html.element("section", ["id": "rejects"]) { html in
            html.element("h2", text: "What became no article")
            html.element(
                "p", ["class": "note"],
                text: "\(Wording.count(scope.total.rejects, "reject")), by reason, with the first of each.")
            for (reason, count) in facts.reasons.ranked {
                html.element("div", ["class": "reason"]) { html in
                    html.element("p") { html in
                        html.element("strong", text: Wording.plain(reason))
                        html.text(" · \(Wording.number(count)) · \(Wording.share(count, of: facts.reasons.total))")
                    }
                    html.element("ul") { html in
                        for sample in facts.samples[reason] ?? [] {
                            html.element("li") { html in
                                html.foreign(Wording.beginning(sample.detail, 240))
                                html.raw(" ")
                                html.element("span") { $0.foreign(Wording.beginning(sample.origin, 200)) }
                            }
                        }
                    }
                }
            }
        }
    }

    func addInputs(to html: inout Markup) {
        let inputs = scope.inputs
        guard !inputs.isEmpty else { return }
        let largest = inputs.sorted {
            $0.state.identity.size == $1.state.identity.size
                ? $0.file.utf8.lexicographicallyPrecedes($1.file.utf8) : $0.state.identity.size > $1.state.identity.size
        }
        html.element("section", ["id": "inputs"]) { html in
            html.element("h2", text: "Inputs")
            let unreadable = inputs.count { $0.state.unreadable }
            let note =
                inputs.count > Self.longestInputs
                ? "The \(Self.longestInputs) largest of \(Wording.number(inputs.count))." : ""
            let trouble =
                unreadable > 0
                ? " \(Wording.count(unreadable, "input")) could not be read and will be tried again." : ""
            html.element("p", ["class": "note"], text: note + trouble)
            html.table(
                ["file", "size", "records", "articles", "duplicates", "rejects"],
                largest.prefix(Self.longestInputs).map { input in
                    let tally = input.state.tally
                    return [input.file, Wording.size(input.state.identity.size)]
                        + [tally.records, tally.articles, tally.duplicates, tally.rejects].map(Wording.number)
                })
        }
    }

    /// Which inputs kept the workers busy, added up over the runs that tell.
    func addSlowestInputs(to html: inout Markup) {
        var seconds: [String: Double] = [:]
        for slow in runs.flatMap(\.slowestInputs) { seconds[slow.file, default: 0] += slow.seconds }
        guard seconds.count > 1 else { return }
        let slowest = seconds.sorted {
            $0.value == $1.value ? $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) : $0.value > $1.value
        }
        html.element("section", ["id": "slowest"]) { html in
            html.element("h2", text: "Slowest inputs")
            html.element(
                "p", ["class": "note"],
                text: "Seconds of work from reading a file to its articles, added up over all workers.")
            html.table(
                ["file", "seconds", "records", "per second"],
                slowest.prefix(Self.longestInputs).map { file, seconds in
                    let records = scope.ledger.inputs[file]?.tally.records
                    return [
                        file, Wording.decimal(seconds), records.map(Wording.number) ?? "",
                        records.map { Wording.number(Int((Double($0) / max(seconds, 0.001)).rounded())) } ?? "",
                    ]
                })
        }
    }

    /// What kept the workers busy, summed over the runs that tell.
    func addTimes(to html: inout Markup) {
        let prefix = "stage_busy_seconds."
        var stages: [String] = []
        var seconds: [String: Double] = [:]
        for (name, value) in runs.flatMap(\.values) where name.hasPrefix(prefix) {
            let stage = String(name.dropFirst(prefix.count))
            if seconds[stage] == nil { stages.append(stage) }
            seconds[stage, default: 0] += Double(value) ?? 0
        }
        let rows = stages.map { stage in
            let tenths = Int((min(max(0, seconds[stage] ?? 0), 1e12) * 10).rounded())
            return Markup.Bar(
                label: Wording.plain(stage), count: tenths, shown: "\(Wording.decimal(Double(tenths) / 10)) s")
        }
        let total = rows.reduce(0) { $0 + $1.count }
        guard total > 0 else { return }
        html.element("section", ["id": "times"]) { html in
            html.element("h2", text: "Where the time went")
            html.element("p", ["class": "note"], text: "Seconds of work by stage, added up over all workers.")
            html.bars("", rows, whole: total, scale: rows.map(\.count).max())
        }
    }

    func addConfiguration(to html: inout Markup) {
        let key = scope.ledger.contentKey ?? []
        let changed = Configuration.differences(contentKey: Configuration().contentKey(), new: key)
        html.element("section", ["id": "configuration"]) { html in
            html.element("h2", text: "Configuration and machine")
            html.element(
                "p", ["class": "note"],
                text: changed.isEmpty
                    ? "Everything that shapes the output is at its default."
                    : "Settings that shape the output and are not at their defaults:")
            if !changed.isEmpty {
                html.element("ul") { html in
                    for line in changed { html.element("li") { $0.foreign(line) } }
                }
            }
            html.fold("All settings that shape the output") { html in
                html.table(["setting", "value"], Self.settings(key), isText: true)
            }
            for (run, facts) in zip(scope.runs, runs) where !facts.values.isEmpty {
                html.fold("Run \(run.number): run.json") { html in
                    html.table(["value of run.json", ""], facts.values.map { [$0.name, $0.value] }, isText: true)
                }
            }
        }
    }

    /// Names and values of a content key.
    private static func settings(_ key: [UInt8]) -> [[String]] {
        guard let json = try? JSONValue(parsing: key) else { return [] }
        return json.members.map { [$0.key, String(decoding: $0.value.source, as: UTF8.self)] }
    }
}
