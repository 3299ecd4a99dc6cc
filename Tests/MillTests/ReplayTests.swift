import Model
import Store
import Testing

@testable import Mill

@Suite struct ReplayTests {
    private static let long = String(repeating: "The council of Ansby met again on Friday. ", count: 8)

    /// An output with rejects of several kinds, and the program then "updated": what a filter refused is wanted now. One of the
    /// rejects repeats an article.
    private func prepared(payload: Int = 65_536) throws -> Workspace {
        let workspace = try Workspace()
        workspace.configuration.filters.minCharacters = 100
        workspace.configuration.limits.rejectPayloadBytes = payload
        workspace.configuration.resources.segmentRecords = 3
        try workspace.write(
            "a.jsonl",
            [
                #"{"id":1,"text":"\#(Self.long)"}"#, "{broken", #"{"id":2,"text":"The ferry to Orrin was cancelled."}"#,
                #"{"id":3,"text":"Rain is expected in Tolm on Sunday."}"#,
            ])
        try workspace.write(
            "b.jsonl",
            (0..<7).map { #"{"id":"b\#($0)","text":"Bus \#($0) is late."}"# }
                + [#"{"id":"c","text":"The ferry to Orrin was cancelled."}"#])
        try workspace.run()
        workspace.configuration.filters.minCharacters = nil
        try update(workspace)
        return workspace
    }

    /// Makes the output one of today's configuration, as an update of the program does.
    private func update(_ workspace: Workspace) throws {
        let path = workspace.configuration.output + "/" + Layout.journal
        let commits = try Journal.commits(path)
        try Disk.remove(path)
        let (journal, _) = try Journal.open(path)
        for commit in commits {
            if case .opened = commit {
                try journal.append(.opened(contentKey: workspace.configuration.contentKey()))
            } else {
                try journal.append(commit)
            }
        }
    }

    private func replay(_ workspace: Workspace, stop: StopSignal = StopSignal()) throws -> Run.Outcome {
        try Run(workspace.configuration, fresh: false, progress: Progress(), stop: stop).replay { _ in }
    }

    @Test("rejects that are articles now are published as a run, and every sum holds", arguments: [65_536, 0])
    func rescue(payload: Int) throws {
        let workspace = try prepared(payload: payload)
        let output = workspace.configuration.output
        let before = try Ledger(Journal.commits(output + "/" + Layout.journal)).total
        #expect((before.records, before.articles, before.rejects) == (12, 1, 11))

        guard case .finished(let runs) = try replay(workspace) else {
            Issue.record("stopped")
            return
        }
        let run = try #require(runs.first)
        #expect(run.isReplay)
        // All but the broken line; the same sentence came twice.
        #expect(run.total.records == 10 && run.total.articles == 9 && run.total.duplicates == 1)
        let after = try Ledger(Journal.commits(output + "/" + Layout.journal))
        #expect(after.total.records == 12 && after.total.rejects == 1)
        #expect(after.total.articles == 10 && after.total.duplicates == 1)
        for input in after.inputs.values {
            let tally = input.tally
            #expect(tally.records == tally.articles + tally.duplicates + tally.rejects)
        }
        #expect(try Verification(output, depth: .lines).problems.isEmpty)
        #expect(try workspace.lines(.articles).count == 10)

        guard case .finished(let again) = try replay(workspace) else { return }
        #expect(again.isEmpty, "what was rescued is no reject any more")
        guard case .finished(let nothing) = try workspace.run() else { return }
        #expect(nothing.isEmpty, "the inputs are known")
    }

    @Test("a record whose input is gone, and whose reject did not keep it, stays a reject")
    func gone() throws {
        let workspace = try prepared(payload: 0)
        try Disk.remove(workspace.path + "/in/b.jsonl")
        guard case .finished(let runs) = try replay(workspace) else { return }
        #expect(runs.first?.total.records == 2)
        #expect(try Verification(workspace.configuration.output, depth: .lines).problems.isEmpty)
    }

    @Test("an input that is read anew takes the rejects of the old reading with it")
    func readAgain() throws {
        let workspace = try prepared()
        try workspace.write("b.jsonl", [#"{"id":"d","text":"Trams run again in Varn."}"#])
        try workspace.run()
        guard case .finished(let runs) = try replay(workspace) else { return }
        #expect(runs.first?.total.records == 2)
        #expect(try Verification(workspace.configuration.output, depth: .lines).problems.isEmpty)
    }

    @Test("a stopped replay leaves nothing, and can be started again")
    func stopped() throws {
        let workspace = try prepared()
        let stop = StopSignal()
        stop.set()
        guard case .stopped = try replay(workspace, stop: stop) else {
            Issue.record("not stopped")
            return
        }
        #expect(try Verification(workspace.configuration.output, depth: .lines).problems.isEmpty)
        guard case .finished(let runs) = try replay(workspace) else { return }
        #expect(runs.first?.total.records == 10)
    }

    @Test("a replay that died while it read is given up by the next run, and done by the next replay")
    func died() throws {
        let workspace = try prepared()
        let output = workspace.configuration.output
        do {
            let (journal, commits) = try Journal.open(output + "/" + Layout.journal)
            let ledger = Ledger(commits)
            try journal.append(.replayBegan(run: ledger.nextRun, inputs: []))
        }
        try workspace.run()
        guard case .finished(let runs) = try replay(workspace) else { return }
        #expect(runs.map(\.number) == [3])
        #expect(try Verification(output, depth: .lines).problems.isEmpty)
    }
}
