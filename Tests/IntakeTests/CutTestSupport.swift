import Glibc
import Gzip
import Model
import TestSupport
import Text

@testable import Intake

/// A file that lies in memory and can be made to fail or to come in small pieces.
final class MemorySource: RandomSource {
    let bytes: [UInt8]
    /// Reading at or behind this position fails with EIO.
    var failsAt: Int?
    var canLookAhead = true

    init(_ bytes: [UInt8], failsAt: Int? = nil) {
        self.bytes = bytes
        self.failsAt = failsAt
    }

    func read(at offset: Int, into room: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int {
        if let failsAt, offset >= failsAt { throw ReadError(offset: offset, code: EIO) }
        let count = max(0, min(room.count, min(bytes.count, failsAt ?? .max) - offset))
        bytes.withUnsafeBytes { room.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[offset..<offset + count])) }
        return count
    }
}

/// Everything that a file gave.
struct Cuttings: Equatable {
    var records: [String] = []
    var formats: [Format] = []
    var ids: [String?] = []
    var offsets: [Int] = []
    var charsets: [String?] = []
    var auxiliary: [String] = []
    var rejects: [Reject] = []
    var ordinals: [Int] = []
    var ioFailed = false

    var reasons: [Reject.Reason] { rejects.map(\.reason) }
    var count: Int { records.count + auxiliary.count }
}

/// Cuts `bytes` as if they were a file.
///
/// - Parameter block: read size; small ones put every border into the middle of something.
func cuttings(
    of bytes: [UInt8], name: String = "input", block: Int = 64 << 10, failsAt: Int? = nil, isPipe: Bool = false,
    _ configure: (inout Configuration) -> Void = { _ in }
) -> Cuttings {
    var configuration = Configuration()
    configure(&configuration)
    let source = MemorySource(bytes, failsAt: failsAt)
    source.canLookAhead = !isPipe
    let reader = InputReader(source: source, name: name, configuration: configuration, block: block)
    var result = Cuttings()
    while let item = reader.next() {
        switch item {
        case .record(let record):
            result.records.append(String(decoding: record.bytes, as: UTF8.self))
            result.formats.append(record.source.format)
            result.ids.append(record.source.recordID)
            result.offsets.append(record.source.offset)
            result.charsets.append(record.declaredCharset)
            result.ordinals.append(record.source.ordinal)
        case .auxiliary(let kind):
            result.auxiliary.append(kind)
        case .reject(let reject):
            result.rejects.append(reject)
            result.ordinals.append(reject.source.ordinal)
        }
    }
    result.ioFailed = reader.ioFailed
    return result
}

func cuttings(
    of text: String, name: String = "input", block: Int = 64 << 10,
    _ configure: (inout Configuration) -> Void = { _ in }
) -> Cuttings {
    cuttings(of: Array(text.utf8), name: name, block: block, configure)
}

/// Each string as a gzip member of its own.
func gzipped(_ members: [String], level: Int = 6) -> [UInt8] { gzipped(members.map { Array($0.utf8) }, level: level) }

func gzipped(_ members: [[UInt8]], level: Int = 6) -> [UInt8] {
    let compressor = GzipCompressor(level: level)
    var packed: [UInt8] = []
    for member in members { compressor.appendMember(member.span, to: &packed) }
    return packed
}

/// Where each gzip member begins, and the end.
func memberStarts(_ members: [String], level: Int = 6) -> [Int] {
    members.reduce(into: [0]) { $0.append(($0.last ?? 0) + gzipped([$1], level: level).count) }
}

/// A page's worth of text that does not pack to nothing.
func prose(_ seed: Int, words: Int = 60) -> String {
    let vocabulary = ["council", "voted", "budget", "rain", "harbour", "minister", "said", "trains", "on", "the", "a"]
    var random = SplitMix(state: UInt64(seed))
    return (0..<words).map { _ in vocabulary.randomElement(using: &random) ?? "" }.joined(separator: " ")
}
