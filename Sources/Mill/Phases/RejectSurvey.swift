import Intake
import Model
import Store
import Text

/// The rejects of an output that stand: of the latest reading of each input, and not rescued since.
struct RejectSurvey {
    struct Stopped: Error {}

    private struct Place: Hashable {
        var file: String
        var ordinal: Int
    }

    /// Inputs that have rejects, in the order of their paths.
    private(set) var inputs: [PlannedInput] = []
    private(set) var count = 0
    private let output: String
    private let ledger: Ledger
    private var rescued: Set<Place> = []

    init(_ output: String, _ ledger: Ledger) throws {
        self.output = output
        self.ledger = ledger
        for run in ledger.finished where run.isReplay {
            for shard in ledger.shards where shard.run == run.number && shard.kind != .rejects {
                try ShardReader(output + "/" + shard.file.path).forEachLine { line in
                    guard let source = Source(try JSONValue(parsing: line)["source"]) else { return }
                    guard (ledger.inputs[source.file]?.run ?? 0) < run.number else { return }
                    rescued.insert(Place(file: source.file, ordinal: source.ordinal))
                }
            }
        }
        var files: Set<String> = []
        var count = 0
        try forEach { reject in
            files.insert(reject.source.file)
            count += 1
        }
        self.count = count
        inputs = files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.compactMap { file in
            ledger.inputs[file].map { input in
                PlannedInput(file: file, size: input.identity.size, modified: input.identity.modified)
            }
        }
    }

    /// Every record that can be had again: first those whose rejects hold them, in the order of the shards, then the others,
    /// file by file.
    func forEachRecord(
        _ configuration: Configuration, stop: StopSignal, _ visit: (RawRecord) throws -> Void
    ) throws {
        var wanted: [String: [Int: Int]] = [:]
        try forEach { reject in
            if stop.isSet { throw Stopped() }
            if let record = Self.record(in: reject) {
                try visit(record)
            } else {
                wanted[reject.source.file, default: [:]][reject.source.ordinal] = reject.source.offset
            }
        }
        for input in inputs {
            guard let places = wanted[input.file], InputListing.current(input.file) == input else { continue }
            try Self.forEachRecord(of: input.file, at: places, configuration, stop: stop, visit)
        }
    }

    private func forEach(_ visit: (Reject) throws -> Void) throws {
        for shard in ledger.shards where shard.kind == .rejects {
            try ShardReader(output + "/" + shard.file.path).forEachLine { line in
                guard let reject = Reject(try JSONValue(parsing: line)),
                    ledger.inputs[reject.source.file]?.run == shard.run,
                    !rescued.contains(Place(file: reject.source.file, ordinal: reject.source.ordinal))
                else { return }
                try visit(reject)
            }
        }
    }

    /// - Parameter places: the offset of every wanted record, by its ordinal. One that begins elsewhere is another record.
    private static func forEachRecord(
        of file: String, at places: [Int: Int], _ configuration: Configuration, stop: StopSignal,
        _ visit: (RawRecord) throws -> Void
    ) throws {
        let reader = InputReader(path: file, name: file, configuration: configuration)
        var left = places.count
        while left > 0, let item = reader.next() {
            if stop.isSet { throw Stopped() }
            switch item {
            case .auxiliary: continue
            case .reject(let reject): if places[reject.source.ordinal] != nil { left -= 1 }
            case .record(let record):
                guard let offset = places[record.source.ordinal] else { continue }
                left -= 1
                if offset == record.source.offset { try visit(record) }
            }
        }
    }

    /// The record that a reject holds. Only where the reject is about a whole record, all of it was kept, and nothing
    /// outside it (the declaration of an XML file) has a part in its meaning.
    private static func record(in reject: Reject) -> RawRecord? {
        guard let payload = reject.payload, payload.count == reject.bytes, isAboutRecord(reject.reason),
            isComplete(reject.source.format)
        else { return nil }
        var source = reject.source
        source.charset = nil
        return RawRecord(source: source, bytes: payload)
    }

    private static func isAboutRecord(_ reason: Reject.Reason) -> Bool {
        switch reason {
        case .unreadable, .unrecognizedFormat, .unsupportedCompression, .emptyFile, .gzipDamage, .gzipChecksum,
            .gzipTruncated, .trailingGarbage, .inflateLimit, .recordTooLarge, .truncatedRecord, .malformedWARC,
            .malformedARC, .malformedTar:
            false
        case .malformedHTTP, .malformedJSON, .malformedMarkup, .notAnObject, .httpStatus, .notAPage, .revisit, .noText,
            .deleted, .redirect, .filterLength, .filterLanguage, .filterSymbols:
            true
        }
    }

    private static func isComplete(_ format: Format) -> Bool {
        switch format {
        case .warc, .wet, .arc, .jsonl, .json, .html, .text, .story, .email, .wire: true
        case .reuters, .trec, .gigaword, .nitf, .newsml, .rcv1, .mediawiki, .rss, .unknown: false
        }
    }
}
