import Model
import TestSupport

@testable import Deduplication

/// Writes stories for tests: sentences of invented words, reproducible from a seed.
struct Newsroom {
    private var random: SplitMix

    init(seed: UInt64) { random = SplitMix(state: seed) }

    private static let syllables = "ka lo mi ter ven sor da pel ru ni tas gor bel ho fen qui zar eth om dur".split(
        separator: " ")

    mutating func word() -> String {
        (0..<Int.random(in: 1...3, using: &random)).map { _ in
            String(Self.syllables.randomElement(using: &random) ?? "")
        }.joined()
    }

    mutating func name() -> String {
        let word = word()
        return word.prefix(1).uppercased() + word.dropFirst()
    }

    mutating func number() -> String { String(Int.random(in: 2...9999, using: &random)) }

    /// Some twenty words, a name and a number among them.
    mutating func sentence() -> String {
        var words = (0..<Int.random(in: 12...22, using: &random)).map { _ in word() }
        words[4] = name()
        words[8] = number()
        return words[0].prefix(1).uppercased() + words.joined(separator: " ").dropFirst() + "."
    }

    mutating func story(paragraphs: Int = 6) -> [String] { (0..<paragraphs).map { _ in sentence() + " " + sentence() } }

    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: elements.indices, using: &random)]
    }

    mutating func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &random) < share }
}

/// A run's documents and an index, both in memory.
final class MemoryRun: FingerprintSource {
    var prints: [Fingerprint] = []

    var count: Int { prints.count }

    func forEach(in range: Range<Int>, _ visit: (Int, Fingerprint) throws -> Void) throws {
        for document in range { try visit(document, prints[document]) }
    }

    func evidence(of document: Int) throws -> [UInt8] { prints[document].evidence }
}

final class MemoryIndex: IndexStorage {
    final class File: ByteSink {
        var bytes: [UInt8] = []

        func append(_ bytes: [UInt8]) { self.bytes += bytes }

        func source() -> ByteSource { ByteSource(count: bytes.count) { Array(self.bytes[$0..<$0 + $1]) } }
    }

    private(set) var files: [IndexFile: File] = [:]

    func make(_ file: IndexFile) throws -> any ByteSink {
        let made = File()
        files[file] = made
        return made
    }

    func makeTemporary() throws -> any ByteSink { File() }
}

/// Nights of documents, deduplicated one after the other.
struct Archive {
    var rules = Configuration.Dedupe()
    var memory = 1 << 24
    var fewestTables = 1
    private(set) var articles: [(rows: MemoryIndex.File, evidence: MemoryIndex.File)] = []
    private(set) var tables: [MemoryIndex.File] = []
    private var documents = 0
    /// What the last night cut, and what that came to.
    private(set) var cuts: [BoilerplateCut] = []
    private(set) var boilerplate = BoilerplateCounts()

    init() {}

    mutating func night(_ prints: [Fingerprint]) throws -> [Decision] {
        let earlier = Deduplicator.Earlier(
            articles: articles.map { ($0.rows.source(), $0.evidence.source()) }, tables: tables.map { $0.source() })
        let deduplicator = try Deduplicator(
            rules: rules, memory: memory, firstRank: documents, earlier: earlier, fewestTables: fewestTables)
        let run = MemoryRun()
        run.prints = prints
        let index = MemoryIndex()
        var decisions: [Decision] = []
        cuts = []
        let outcome = try deduplicator.run(run, into: index) {
            decisions.append($0)
        } cut: {
            cuts.append($0)
        }
        boilerplate = outcome.boilerplate
        if let rows = index.files[.articles], let evidence = index.files[.evidence], let table = index.files[.tables] {
            articles.append((rows, evidence))
            tables = Array(tables.prefix(outcome.keptTables)) + [table]
        }
        documents += prints.count
        return decisions
    }
}

/// What tests know of an article.
struct Sheet {
    var text: String
    var url: String?
    var identifier: String?
    var title: String?
    var published: Int?

    init(_ text: String, url: String? = nil, identifier: String? = nil, title: String? = nil) {
        self.text = text
        self.url = url
        self.identifier = identifier
        self.title = title
    }

    init(_ paragraphs: [String], url: String? = nil) { self.init(paragraphs.joined(separator: "\n"), url: url) }
}

/// Fingerprints of articles that are called by their places.
func fingerprints(_ sheets: [Sheet], from first: Int = 0) -> [Fingerprint] {
    let fingerprinter = Fingerprinter()
    return sheets.enumerated().map { place, sheet in
        var article = Article(
            id: name(first + place),
            source: Source(file: "", format: .jsonl, ordinal: place, offset: 0, recordID: sheet.identifier))
        article.text = Array(sheet.text.utf8)
        article.url = sheet.url
        article.title = sheet.title
        return fingerprinter.fingerprint(article)
    }
}

func name(_ document: Int) -> RecordID { RecordID(high: 77, low: UInt64(document)) }
