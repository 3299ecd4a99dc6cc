internal import Gzip

/// Finds the next place where a gzip member really begins, after damage.
///
/// Three bytes of magic turn up in compressed data by chance, about once in 16 MB. So a candidate must have a sound
/// header and must unpack for 64 KiB (or to its end, checksum included) without an error.
final class GzipMemberSearch {
    enum Answer: Equatable {
        case found(Int)
        /// None; the source ends at this position.
        case none(end: Int)
    }

    private static let trial = 64 << 10
    /// How many candidates are followed to their end in search of swallowed members.
    private static let maxTrials = 16

    private let source: any RandomSource
    private let inflater: Inflater
    private let scanRoom = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 16)
    private let probeRoom = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 16)
    private let output = UnsafeMutableRawBufferPointer.allocate(byteCount: trial, alignment: 16)

    init(_ source: any RandomSource) throws(Inflater.SetupError) {
        self.source = source
        inflater = try Inflater(.raw)
    }

    deinit {
        scanRoom.deallocate()
        probeRoom.deallocate()
        output.deallocate()
    }

    /// - Parameter limit: gives up (as if the source ended) where no member begins before this position.
    func nextMember(from start: Int, before limit: Int = .max) throws(ReadError) -> Answer {
        var input = GzipInput(source, room: scanRoom, position: max(start, source.earliest))
        while try input.ensure(GzipHeader.magic.count), input.position < limit {
            var searched = 0
            while let hit = input.bytes.index(of: GzipHeader.magic, from: searched) {
                let candidate = input.position + hit
                if candidate >= limit { return .none(end: limit) }
                if try isMember(candidate) { return .found(candidate) }
                searched = hit + 1
            }
            // A magic may begin in the last two bytes.
            input.advance(by: input.bytes.count - (GzipHeader.magic.count - 1))
        }
        return .none(end: input.position + input.bytes.count)
    }

    /// The first member that begins inside `range`, is whole and sound, and has an end or another member behind it.
    ///
    /// A decoder that lost its way can run through the members behind the damaged one and stop at the end of one of them,
    /// or of the file, as if nothing were wrong. This finds the members that were swallowed. What follows is asked for
    /// because a packed page inside a record can look like a member too.
    func swallowedMember(in range: Range<Int>) throws(ReadError) -> Int? {
        var start = range.lowerBound
        for _ in 0..<Self.maxTrials {
            guard case .found(let candidate) = try nextMember(from: start, before: range.upperBound) else { return nil }
            if let end = try end(ofMember: candidate), try isBorder(end) { return candidate }
            start = candidate + 1
        }
        return nil
    }

    /// Whether a member, or nothing but padding, stands at `position`.
    func isBorder(_ position: Int) throws(ReadError) -> Bool {
        var input = GzipInput(source, room: probeRoom, position: position)
        while try input.ensure(1) {
            let zeros = input.bytes.firstIndex { $0 != 0 } ?? input.bytes.count
            input.advance(by: zeros)
            if input.bytes.isEmpty { continue }
            _ = try input.ensure(GzipHeader.magic.count)
            return GzipHeader(input.bytes) != .invalid
        }
        return true
    }

    /// Where a whole and sound member ends.
    private func end(ofMember start: Int) throws(ReadError) -> Int? {
        var input = GzipInput(source, room: probeRoom, position: start)
        var header = GzipHeader.incomplete
        while header == .incomplete, try input.extend() { header = GzipHeader(input.bytes) }
        guard case .complete(let length) = header else { return nil }
        input.advance(by: length)
        inflater.reset()
        var produced = 0
        var checksum: UInt32 = 0
        while try input.ensure(1) {
            let step = inflater.inflate(input.bytes, into: output)
            input.advance(by: step.consumed)
            produced += step.produced
            checksum = crc32(UnsafeRawBufferPointer(rebasing: output[..<step.produced]), seed: checksum)
            switch step.status {
            case .ok, .needsInput: continue
            case .damaged: return nil
            case .end:
                guard try input.ensure(GzipHeader.trailerLength),
                    GzipTrailer(input.bytes) == GzipTrailer(checksum: checksum, length: produced)
                else { return nil }
                return input.position + GzipHeader.trailerLength
            }
        }
        return nil
    }

    private func isMember(_ candidate: Int) throws(ReadError) -> Bool {
        var input = GzipInput(source, room: probeRoom, position: candidate)
        var header = GzipHeader.incomplete
        while header == .incomplete, try input.extend() { header = GzipHeader(input.bytes) }
        guard case .complete(let length) = header else { return false }
        input.advance(by: length)

        inflater.reset()
        var produced = 0
        var checksum: UInt32 = 0
        while produced < Self.trial {
            guard try input.ensure(1) else { return produced > 0 }
            let step = inflater.inflate(
                input.bytes, into: UnsafeMutableRawBufferPointer(rebasing: output[..<(Self.trial - produced)]))
            input.advance(by: step.consumed)
            produced += step.produced
            checksum = crc32(UnsafeRawBufferPointer(rebasing: output[..<step.produced]), seed: checksum)
            switch step.status {
            case .ok, .needsInput:
                continue
            case .damaged:
                return false
            case .end:
                guard try input.ensure(GzipHeader.trailerLength) else { return produced > 0 }
                return GzipTrailer(input.bytes) == GzipTrailer(checksum: checksum, length: produced)
            }
        }
        return true
    }
}

/// CRC32 and ISIZE at the end of a member.
struct GzipTrailer: Equatable {
    var checksum: UInt32
    /// Length of the unpacked data modulo 2^32.
    var length: UInt32

    init(checksum: UInt32, length: Int) {
        self.checksum = checksum
        self.length = UInt32(truncatingIfNeeded: length)
    }

    /// Reads the first eight of `bytes`.
    init(_ bytes: UnsafeRawBufferPointer) {
        func word(_ start: Int) -> UInt32 {
            (0..<4).reduce(0) { $0 | UInt32(bytes[start + $1]) << (8 * UInt32($1)) }
        }
        checksum = word(0)
        length = word(4)
    }
}
