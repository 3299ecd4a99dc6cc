import Model
import TestSupport
import Testing
import Text

@testable import Store

@Suite struct RollupTests {
    /// Articles of made-up people, places and firms; the same for the same seed.
    private static func articles(_ count: Int, seed: UInt64) -> [(entities: [Entity], published: NewsDate?)] {
        var state = seed
        func random(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        return (0..<count).map { number in
            let entities = (0..<random(20)).map { _ in
                let who = random(1 + random(200))
                let forms = ["Person \(who)", "P. \(who)", "PERSON \(who)"]
                let mentions = (0...random(3)).map {
                    Entity.Mention(start: $0, end: $0 + 1, text: forms[random(3)], by: .tagger)
                }
                var entity = Entity(name: forms[random(2)], type: Entity.Kind.allCases[who % 5], mentions: mentions)
                entity.id = EntityID(value: UInt64(who) &* 0x9E37_79B9_7F4A_7C15)
                entity.country = who % 3 == 0 ? ["IQ", "US"][random(2)] : nil
                entity.geonameID = who % 7 == 0 ? 1 + random(3) : nil
                return entity
            }
            let date =
                number % 11 == 0 ? nil : NewsDate(year: 2020 + random(3), month: 1 + random(12), day: 1 + random(28))
            return (entities, date)
        }
    }

    /// Rolls articles up in runs of segments, as the pipeline does; gives the lines.
    private static func lines(
        _ articles: [(entities: [Entity], published: NewsDate?)], segment: Int, runs: Int
    ) throws -> (lines: [String], tables: Int) {
        let directory = try TemporaryDirectory()
        var ledger = Ledger([.opened(contentKey: [])])
        let perRun = (articles.count + runs - 1) / runs
        for run in 1...runs {
            ledger.apply(.began(run: run, inputs: []))
            let active = try #require(ledger.active)
            var spool = RollupSpool(active, in: directory.path)
            let mine = articles.dropFirst((run - 1) * perRun).prefix(perRun)
            for start in stride(from: mine.startIndex, to: mine.endIndex, by: segment) {
                var rollup = SegmentRollup()
                for article in mine[start..<min(start + segment, mine.endIndex)] {
                    rollup.add(article.entities, published: article.published)
                }
                let bytes = try spool.append(try rollup.take())
                ledger.apply(
                    .published(
                        run: run, PublishCommit(segments: start, duplicates: [:], shards: [], rollupBytes: bytes)))
            }
            let full = try #require(ledger.active)
            if !full.rollupTables.isEmpty {
                var limits = Configuration.Shards()
                limits.records = 50
                let corpus = CorpusRollup(
                    output: directory.path, ledger: ledger, run: full, limits: limits, isStopped: { false })
                ledger.apply(try #require(try corpus.perform()))
            }
            ledger.apply(.finished(run: run))
        }
        var lines: [String] = []
        for shard in ledger.rollup.shards {
            try ShardReader("\(directory.path)/\(shard.file.path)").forEachLine {
                lines.append(String(decoding: $0, as: UTF8.self))
            }
        }
        return (lines, ledger.rollup.tables.count)
    }

    @Test("segments and nights do not change a line", arguments: [1, 2] as [UInt64])
    func partitions(seed: UInt64) throws {
        let articles = Self.articles(100, seed: seed)
        let whole = try Self.lines(articles, segment: 100, runs: 1)
        #expect(whole.lines.count > 50)
        // 100 segments are more than are read at the same time.
        for (segment, runs) in [(1, 1), (7, 1), (100, 12), (5, 3)] {
            let parts = try Self.lines(articles, segment: segment, runs: runs)
            #expect(parts.lines == whole.lines, "segments of \(segment), \(runs) runs")
            #expect(parts.tables <= 8, "\(parts.tables) tables after \(runs) runs")
        }
    }

    @Test("the counts are those of a plain count in memory")
    func counts() throws {
        let articles = Self.articles(200, seed: 9)
        let lines = try Self.lines(articles, segment: 16, runs: 2).lines
        for line in lines {
            let row = try JSONValue(parsing: Array(line.utf8))
            let id = row["id"]?.string
            let mine = articles.filter { $0.entities.contains { $0.id?.description == id } }
            #expect(row["documents"]?.integer == mine.count)
            let mentions = mine.flatMap(\.entities).filter { $0.id?.description == id }.flatMap(\.mentions)
            #expect(row["mentions"]?.integer == mentions.count)
            for alias in row["aliases"]?.elements ?? [] {
                #expect(alias["mentions"]?.integer == mentions.count { $0.text == alias["text"]?.string })
            }
            let dates = mine.compactMap(\.published).sorted { $0.daysSinceEpoch < $1.daysSinceEpoch }
            #expect(
                row["first_seen"]?.string == dates.first?.iso8601 && row["last_seen"]?.string == dates.last?.iso8601)
            for month in row["months"]?.elements ?? [] {
                let wanted = month["month"]?.string ?? ""
                #expect(month["documents"]?.integer == dates.count { $0.iso8601.hasPrefix(wanted) })
            }
        }
    }

    @Test("related entities are those that share most articles, with their names")
    func related() throws {
        func entity(_ id: UInt64, _ name: String) -> Entity {
            var entity = Entity(
                name: name, type: .person, mentions: [.init(start: 0, end: 1, text: name, by: .tagger)])
            entity.id = EntityID(value: id)
            return entity
        }
        let (a, b, c) = (entity(3, "Anna Berg"), entity(1, "Bo Lund"), entity(2, "Lund"))
        let lines = try Self.lines([([a, b], nil), ([b, a, c], nil), ([c], nil)], segment: 1, runs: 3).lines
        #expect(
            lines == [
                #"{"id":"0000000000000001","name":"Bo Lund","type":"PERSON","documents":2,"mentions":2,"months":[],"#
                    + #""aliases":[{"text":"Bo Lund","mentions":2}],"related":[{"id":"0000000000000003","name":"Anna Berg","#
                    + #""type":"PERSON","documents":2},{"id":"0000000000000002","name":"Lund","type":"PERSON","documents":1}]}"#,
                #"{"id":"0000000000000002","name":"Lund","type":"PERSON","partial":true,"documents":2,"mentions":2,"#
                    + #""months":[],"aliases":[{"text":"Lund","mentions":2}],"related":[{"id":"0000000000000001","#
                    + #""name":"Bo Lund","type":"PERSON","documents":1},{"id":"0000000000000003","name":"Anna Berg","#
                    + #""type":"PERSON","documents":1}]}"#,
                #"{"id":"0000000000000003","name":"Anna Berg","type":"PERSON","documents":2,"mentions":2,"months":[],"#
                    + #""aliases":[{"text":"Anna Berg","mentions":2}],"related":[{"id":"0000000000000001","name":"Bo Lund","#
                    + #""type":"PERSON","documents":2},{"id":"0000000000000002","name":"Lund","type":"PERSON","documents":1}]}"#,
            ])
    }

    @Test("a damaged table is an error that names the file, never a crash")
    func damage() throws {
        let directory = try TemporaryDirectory()
        var rollup = SegmentRollup()
        for article in Self.articles(40, seed: 4) { rollup.add(article.entities, published: article.published) }
        let good = try rollup.take()
        for place in stride(from: 0, to: good.count, by: 97) {
            var bad = good
            bad[place] ^= 0x55
            try directory.write("table", bad)
            #expect(throws: StoreError.self, "byte \(place)") {
                let table = try RollupTableFile(directory.path + "/table", in: 0..<bad.count)
                var tallies = try RollupMerge(tallies: [table])
                while try tallies.next() != nil {}
                var pairs = try RollupMerge(pairs: [table])
                while try pairs.next() != nil {}
            }
        }
        try directory.write("table", Array(good.dropFirst(10)))
        #expect(throws: StoreError.self) {
            _ = try RollupTableFile(directory.path + "/table", in: 0..<good.count - 10).tallies()
            var tallies = try RollupMerge(
                tallies: [try RollupTableFile(directory.path + "/table", in: 0..<good.count - 10)])
            while try tallies.next() != nil {}
        }
    }
}
