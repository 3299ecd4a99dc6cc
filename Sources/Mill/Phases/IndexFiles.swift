import Deduplication
import Store

/// The index that the finished runs left, as files.
struct EarlierIndex {
    /// Of every run, in the order of the runs.
    private(set) var articles: [(rows: StoredFile, evidence: StoredFile)] = []
    private(set) var tables: [StoredFile] = []
    private let output: String

    init(_ files: [StoredFile], in output: String) throws {
        self.output = output
        func all(_ file: IndexFile) -> [StoredFile] { files.filter { $0.path.hasSuffix("/\(file.rawValue).idx") } }
        articles = zip(all(.articles), all(.evidence)).map { ($0, $1) }
        tables = all(.tables)
    }

    /// The same for reading.
    func sources() throws -> Deduplicator.Earlier {
        Deduplicator.Earlier(
            articles: try articles.map { (try source($0.rows), try source($0.evidence)) },
            tables: try tables.map(source))
    }

    private func source(_ file: StoredFile) throws -> ByteSource {
        let open = try ReadFile(output + "/" + file.path)
        return ByteSource(count: file.bytes) { try open.read(from: $0, count: $1) }
    }
}

/// Makes the files of a run's part of the index.
final class IndexWriting: IndexStorage {
    private let output: String
    private let run: Int
    private var files: [IndexFile: StoredFileWriter] = [:]
    private var temporaries = 0

    init(output: String, run: Int) {
        self.output = output
        self.run = run
    }

    func make(_ file: IndexFile) throws -> any ByteSink {
        let writer = try StoredFileWriter(Layout.index("\(file.rawValue).idx", run: run), in: output)
        files[file] = writer
        return Sink(writer, in: output)
    }

    func makeTemporary() throws -> any ByteSink {
        temporaries += 1
        return Sink(try StoredFileWriter(Layout.block(temporaries, run: run), in: output), in: output)
    }

    /// Makes the files of the index durable.
    func close() throws -> [StoredFile] { try StoredFileWriter.close(IndexFile.allCases.compactMap { files[$0] }) }

    private final class Sink: ByteSink {
        private let writer: StoredFileWriter
        private let path: String
        private var reader: ReadFile?

        init(_ writer: StoredFileWriter, in output: String) {
            self.writer = writer
            path = output + "/" + writer.path
        }

        func append(_ bytes: [UInt8]) throws { try writer.append(bytes) }

        func source() throws -> ByteSource {
            let open = try reader ?? ReadFile(path)
            reader = open
            return ByteSource(count: writer.length) { try open.read(from: $0, count: $1) }
        }
    }
}
