import Deduplication
import Store

/// The index of a batch, in unnamed files.
final class TemporaryIndex: IndexStorage {
    private var files: [IndexFile: Sink] = [:]

    func make(_ file: IndexFile) throws -> any ByteSink {
        let sink = try Sink()
        files[file] = sink
        return sink
    }

    func makeTemporary() throws -> any ByteSink { try Sink() }

    func joined(to earlier: Deduplicator.Earlier, keepingTables kept: Int) throws -> Deduplicator.Earlier {
        guard let rows = files[.articles], let evidence = files[.evidence], let tables = files[.tables] else {
            return earlier
        }
        return Deduplicator.Earlier(
            articles: earlier.articles + [(try rows.source(), try evidence.source())],
            tables: earlier.tables.prefix(kept) + [try tables.source()])
    }

    private final class Sink: ByteSink {
        private let file: TemporaryFile
        private let writer: AppendFile
        private let reader: ReadFile

        init() throws {
            file = try TemporaryFile()
            writer = try AppendFile(creating: file.path)
            reader = try ReadFile(file.path)
        }

        func append(_ bytes: [UInt8]) throws { try writer.append(bytes) }

        func source() throws -> ByteSource {
            let reader = reader
            return ByteSource(count: writer.length) { try reader.read(from: $0, count: $1) }
        }
    }
}
