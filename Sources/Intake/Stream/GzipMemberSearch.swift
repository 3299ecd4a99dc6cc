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
    /// Failed trials may unpack this much, and so many times the bytes that were searched. Beyond that the input is made
    /// up to keep the search busy, and a trial is short.
    private static let freeEffort = 32 << 20
    private static let effortPerByte = 16
    private static let shortTrial = 1 << 10
    private static let largestSwallowed = 64 << 20
    /// How many candidates are followed to their end in search of swallowed members.
    private static let maxTrials = 16

    private let source: any RandomSource
    private let inflater: Inflater
    private let scanRoom = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 16)
    private let probeRoom = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 16)
    /// Bytes unpacked in trials that failed, and the position of the last candidate.
    private var effort = 0
    private var farthest = 0
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
        while try input.extend(by: 4096) {
            let zeros = input.bytes.firstIndex { $0 != 0 } ?? input.bytes.count
            input.advance(by: zeros)
            if input.bytes.isEmpty { continue }
            _ = try input.ensure(GzipHeader.magic.count)
            return GzipHeader(input.bytes) != .invalid
        }
        return true
    }

    /// Whether a member begins at `candidate`, as far as one can tell without reading all of it.
    private func isMember(_ candidate: Int) throws(ReadError) -> Bool {
        farthest = max(farthest, candidate)
        switch try unpack(candidate, limit: isCheap ? Self.trial : Self.shortTrial) {
        case .sound, .goesOn: return true
        case .brokenOff(let produced): return produced > 0
        case .unsound(let produced):
            effort += produced
            return false
        }
    }

    /// Where a whole and sound member ends, if it is not too large to be unpacked for this question alone.
    private func end(ofMember start: Int) throws(ReadError) -> Int? {
        guard isCheap else { return nil }
        switch try unpack(start, limit: Self.largestSwallowed) {
        case .sound(let end): return end
        case .goesOn: effort += Self.largestSwallowed
        case .unsound(let produced), .brokenOff(let produced): effort += produced
        }
        return nil
    }

    private var isCheap: Bool { effort < Self.freeEffort + Self.effortPerByte * farthest }

    private enum Verdict {
        /// It ended, and its checksum is right.
        case sound(end: Int)
        /// No error up to the limit.
        case goesOn
        /// The source ended before it did.
        case brokenOff(produced: Int)
        case unsound(produced: Int)
    }

    /// Unpacks what may be a member, to its end or until so many bytes came out.
    ///
    /// Reads little at first: most candidates are none and fail within a few bytes.
    private func unpack(_ start: Int, limit: Int) throws(ReadError) -> Verdict {
        var input = GzipInput(source, room: probeRoom, position: start)
        var piece = 512
        var header = GzipHeader.incomplete
        while header == .incomplete, try input.extend(by: piece) {
            header = GzipHeader(input.bytes)
            piece *= 2
        }
        guard case .complete(let length) = header else { return .unsound(produced: 0) }
        input.advance(by: length)

        inflater.reset()
        var produced = 0
        var checksum: UInt32 = 0
        while produced < limit {
            if input.bytes.isEmpty {
                guard try input.extend(by: piece) else { return .brokenOff(produced: produced) }
                piece = min(2 * piece, probeRoom.count)
            }
            let room = UnsafeMutableRawBufferPointer(rebasing: output.prefix(limit - produced))
            let step = inflater.inflate(input.bytes, into: room)
            input.advance(by: step.consumed)
            produced += step.produced
            checksum = crc32(UnsafeRawBufferPointer(rebasing: output[..<step.produced]), seed: checksum)
            switch step.status {
            case .ok, .needsInput: continue
            case .damaged: return .unsound(produced: produced)
            case .end:
                guard try input.ensure(GzipHeader.trailerLength) else { return .brokenOff(produced: produced) }
                let isRight = GzipTrailer(input.bytes) == GzipTrailer(checksum: checksum, length: produced)
                return isRight ? .sound(end: input.position + GzipHeader.trailerLength) : .unsound(produced: produced)
            }
        }
        return .goesOn
    }
}
