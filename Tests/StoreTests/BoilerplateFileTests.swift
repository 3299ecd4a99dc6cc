import Model
import TestSupport
import Testing

@testable import Store

@Suite struct BoilerplateFileTests {
    @Test("every range of documents gets its own cuts", arguments: 0..<5 as Range<UInt64>)
    func ranges(seed: UInt64) throws {
        var random = SplitMix(state: seed)
        var written: [Int: ParagraphSet] = [:]
        let directory = try TemporaryDirectory()
        let writer = try BoilerplateFile.Writer(run: 3, in: directory.path)
        for document in 100..<200 where Bool.random(using: &random) {
            var paragraphs = ParagraphSet()
            for _ in 0..<3 { paragraphs.insert(Int.random(in: 2..<127, using: &random)) }
            written[document] = paragraphs
            try writer.append(BoilerplateCut(document: document, paragraphs: paragraphs))
        }
        let file = BoilerplateFile(try writer.close(), in: directory.path)
        for range in [0..<1000, 100..<101, 0..<100, 150..<170, 200..<300, 120..<120] {
            #expect(try file.cuts(in: range) == written.filter { range.contains($0.key) }, "seed \(seed), \(range)")
        }
    }

    @Test("a file that is shorter than it should be is an error")
    func damage() throws {
        let directory = try TemporaryDirectory()
        try directory.write("short", [1, 2, 3])
        let file = BoilerplateFile(StoredFile(path: "short", bytes: 48, sha256: ""), in: directory.path)
        #expect(throws: StoreError.self) { try file.cuts(in: 0..<5) }
    }
}
