import Model
import Testing

@testable import Store

@Suite struct LedgerTests {
    @Test("a finished run moves duplicates out of the articles and remembers its inputs")
    func finishedRun() throws {
        var ledger = Ledger([
            .opened(contentKey: []),
            .began(
                run: 1,
                inputs: [
                    PlannedInput(file: "a", size: 10, modified: 5), PlannedInput(file: "b", size: 0, modified: 6),
                ]),
            .ingested(run: 1, .sample(0)), .ingestEnded(run: 1, segments: 1),
            .published(
                run: 1,
                PublishCommit(
                    segments: 1, duplicates: [0: 2],
                    shards: [ShardState(kind: .articles, number: 0, path: "p", records: 1, bytes: 9)])),
        ])
        #expect(ledger.active?.openShards[.articles]?.bytes == 9)
        ledger.apply(
            .published(
                run: 1,
                PublishCommit(
                    segments: 1, duplicates: [:],
                    shards: [ShardState(kind: .articles, number: 0, path: "p", records: 1, bytes: 9, sha256: "x")])))
        ledger.apply(.finished(run: 1))

        #expect(ledger.active == nil)
        #expect(ledger.documents == 3)
        #expect(ledger.shardCount(.articles) == 1)
        let input = try #require(ledger.inputs["a"])
        #expect(input.tally.articles == 1 && input.tally.duplicates == 2 && input.tally.rejects == 2)
        #expect(input.identity.sha256 == "aa")
        #expect(ledger.inputs["b"]?.unreadable == true)
        #expect(ledger.nextRun == 2)
    }

    @Test("an abandoned run leaves nothing but its number")
    func abandoned() {
        let ledger = Ledger([
            .opened(contentKey: []), .began(run: 1, inputs: []), .ingested(run: 1, .sample(0)), .abandoned(run: 1),
        ])
        #expect(ledger.active == nil && ledger.inputs.isEmpty && ledger.documents == 0 && ledger.nextRun == 2)
    }
}
