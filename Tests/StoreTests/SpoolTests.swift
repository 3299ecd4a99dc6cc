import Gzip
import Model
import TestSupport
import Testing
import Text

@testable import Store

@Suite struct SpoolTests {
    private static func article() -> Article {
        var article = Article(
            id: RecordID(high: 1, low: .max),
            source: Source(
                file: "d/ü.gz", format: .warc, ordinal: 7, offset: 1 << 40, recordID: "urn:x", charset: "windows-1252"))
        article.url = "https://a.example/b"
        article.canonicalURL = ""
        article.authors = ["A. Ünal", ""]
        article.published = NewsDate(
            year: 2026, month: 2, day: 28, time: .init(hour: 23, minute: 59, second: 1, offset: -330))
        article.modified = NewsDate(year: 1, month: 1, day: 1)
        article.text = Array("One.\nTwo „drei“ 四.".utf8)
        article.repairs[.mojibake] = 3
        return article
    }

    private static let articles = [article(), Article(id: RecordID(high: 0, low: 0), source: article().source)]

    private static let reject = Reject(
        source: article().source, stage: .filter, reason: .filterLength, detail: "short", bytes: 3, payload: [0, 255])

    private static let prints = articles.enumerated().map { place, article in
        Fingerprint(
            id: article.id, text: RecordID(high: 5, low: 6), address: 7, identifier: .max,
            published: place == 0 ? -5 : nil, length: 9, isMarkedRevision: place == 1, bands: [1, 2, .max],
            evidence: Array(repeating: UInt8(place), count: 3 + place))
    }

    private static func write(_ path: String, in output: String) throws -> SpoolFile {
        var writer = SpoolWriter()
        // What was written before leaves no trace, ended or not.
        for isEnded in [true, false] {
            try writer.begin(path, in: output)
            try writer.add(articles[0], prints[0])
            writer.add(reject)
            if isEnded { _ = try writer.end() }
        }
        try writer.begin(path, in: output)
        try writer.add(articles[0], prints[0])
        writer.add(reject)
        try writer.add(articles[1], prints[1])
        return try writer.end()
    }

    private static func read(
        _ file: SpoolFile, in output: String
    ) throws -> (articles: [Article], rejects: [Reject]) {
        var reader = try SpoolReader(file, in: output)
        var (articles, rejects): ([Article], [Reject]) = ([], [])
        var article = Article(id: RecordID(high: 0, low: 0), source: .none)
        while try reader.nextArticle(into: &article) { articles.append(article) }
        while let reject = try reader.nextReject() { rejects.append(reject) }
        return (articles, rejects)
    }

    @Test("a segment comes back as it was written")
    func roundTrip() throws {
        let directory = try TemporaryDirectory()
        let file = try Self.write("work/s.bin", in: directory.path)
        let read = try Self.read(file, in: directory.path)
        #expect(read.articles == Self.articles)
        #expect(read.rejects == [Self.reject])
        let prints = try SpoolFingerprints(file, in: directory.path)
        let stretch = try prints.stretch(from: 0)
        #expect(stretch.articles == Self.prints.indices)
        #expect(Self.prints.indices.allSatisfy { stretch[$0] == Self.prints[$0].evidence })
        for (place, print) in Self.prints.enumerated() {
            var bare = print
            bare.evidence = []
            #expect(prints.prints[place] == bare)
            #expect(try prints.evidence(place) == print.evidence)
        }
    }

    @Test("parts larger than a piece are written as small ones are", arguments: [1, 300, 5_000])
    func large(repetitions: Int) throws {
        let directory = try TemporaryDirectory()
        var article = Self.article()
        article.text = Array(repeating: UInt8(ascii: "x"), count: 700 * repetitions)
        var reject = Self.reject
        reject.payload = Array(repeating: 7, count: 500 * repetitions)
        var print = Self.prints[0]
        print.evidence = Array(repeating: 9, count: 400 * repetitions)
        var writer = SpoolWriter()
        try writer.begin("s.bin", in: directory.path)
        for _ in 0..<3 {
            try writer.add(article, print)
            writer.add(reject)
        }
        let file = try writer.end()
        let read = try Self.read(file, in: directory.path)
        #expect(read.articles == Array(repeating: article, count: 3))
        #expect(read.rejects == Array(repeating: reject, count: 3))
        let prints = try SpoolFingerprints(file, in: directory.path)
        var next = 0
        while next < 3 {
            let stretch = try prints.stretch(from: next)
            #expect(
                stretch.articles.lowerBound == next && stretch.articles.allSatisfy { stretch[$0] == print.evidence })
            next = stretch.articles.upperBound
        }
        #expect(try prints.evidence(2) == print.evidence)
    }

    @Test("damage is an error where it is read, never a trap or another article")
    func damage() throws {
        let directory = try TemporaryDirectory()
        let file = try Self.write("s.bin", in: directory.path)
        let bytes = try Disk.read(directory.path + "/s.bin")
        let footer = try SpoolFooter(of: file, in: directory.path)
        let evidence = footer.rows.upperBound..<bytes.count - SpoolFooter.byteCount
        #expect(footer.articles == 2 && footer.rejects == 1 && evidence.count == 7)
        for place in bytes.indices {
            var damaged = bytes
            damaged[place] ^= 0x41
            try directory.write("s.bin", damaged)
            // The evidence has checksums of its own, which those who decode it look at.
            if !footer.rows.contains(place), !evidence.contains(place) {
                #expect(throws: StoreError.self) { try Self.read(file, in: directory.path) }
            }
            if !footer.records.contains(place), !evidence.contains(place) {
                #expect(throws: StoreError.self) { try SpoolFingerprints(file, in: directory.path) }
            }
        }
        for length in stride(from: 0, to: bytes.count, by: 7) {
            try directory.write("s.bin", Array(bytes[..<length]))
            #expect(throws: StoreError.self) { try Self.read(file, in: directory.path) }
            #expect(throws: StoreError.self) { try SpoolFingerprints(file, in: directory.path) }
        }
    }

    @Test("checksums that agree with damaged bytes do not make reading trap")
    func agreeingChecksums() throws {
        let directory = try TemporaryDirectory()
        let file = try Self.write("s.bin", in: directory.path)
        let bytes = try Disk.read(directory.path + "/s.bin")
        let footer = try SpoolFooter(of: file, in: directory.path)
        for place in 0..<footer.rows.upperBound {
            for mask: UInt8 in [0x01, 0x41, 0x80, 0xFF] {
                var damaged = bytes
                damaged[place] ^= mask
                var writer = ByteWriter()
                writer.raw(Array(damaged[..<(bytes.count - SpoolFooter.byteCount)]))
                let crc32 = SpoolFooter(
                    articles: 2, rejects: 1, records: footer.records, rows: footer.rows,
                    recordsCRC32: writer.withBytes { Gzip.crc32($0.extracting(footer.records)) },
                    rowsCRC32: writer.withBytes { Gzip.crc32($0.extracting(footer.rows)) }
                ).write(into: &writer)
                try directory.write("s.bin", writer.bytes)
                let agreeing = SpoolFile(path: "s.bin", bytes: bytes.count, crc32: crc32)
                _ = try? Self.read(agreeing, in: directory.path)
                if let prints = try? SpoolFingerprints(agreeing, in: directory.path) {
                    _ = try? prints.stretch(from: 0)
                }
            }
        }
    }

    @Test("decisions are found by document, however many there are", arguments: [0, 1, 2, 1000])
    func decisions(count: Int) throws {
        let directory = try TemporaryDirectory()
        let all = (0..<count).map { number in
            var decision = Decision(
                document: 3 * number + 1, kind: DuplicateKind.allCases[number % 5],
                rule: DuplicateRule.allCases[number % 6], leader: RecordID(high: 9, low: UInt64(number)),
                previous: number % 2 == 0 ? nil : RecordID(high: 1, low: 0), similarity: number % 10_001,
                containment: 10_000 - number)
            decision.supersedes = number % 7 == 1
            return decision
        }
        try Disk.makeDirectory(directory.path + "/" + Layout.spool(run: 1))
        let writer = try DecisionFile.Writer(run: 1, in: directory.path)
        for decision in all { try writer.append(decision) }
        let file = DecisionFile(try writer.close(), in: directory.path)
        #expect(try file.decisions(in: 0..<Int.max).values.sorted { $0.document < $1.document } == all)
        for range in [0..<1, 1..<2, 0..<10, 500..<1500, 2..<4, 0..<10_000, 5_000..<6_000] {
            let expected = all.filter { range.contains($0.document) }
            #expect(try file.decisions(in: range).values.sorted { $0.document < $1.document } == expected)
        }
    }
}
