internal import Gzip
internal import Model

/// Unpacks a file of gzip members (RFC 1952) and goes on behind damage.
///
/// Zero bytes around members are padding. Anything else between members, a member that can't be unpacked, a wrong
/// checksum and a cut end are reported with the member's number and its byte range in the file; reading goes on at the
/// next sound member. The search for it begins right behind the start of the damaged one, because a decoder that lost its
/// way may have run over the next member before it noticed.
final class GzipStream: ByteStream {
    private enum State {
        case between, body, trailer
        /// The member was unpacked in one go; so much of it was handed out.
        case whole(given: Int)
        case damaged(String)
        case ended
    }

    /// Ratios are judged only above this much output: short runs of one byte pack better than any limit.
    static let ratioFloor = 256 << 20
    /// Output per step, so that the checksum finds it in the cache.
    private static let stepSize = 128 << 10
    /// A member that unpacks to no more than this is taken in one go, if all of it was read.
    private static let wholeSize = 1 << 20
    /// How often a stretch that was already unpacked may be searched again. Made-up input could nest members inside
    /// members and make every byte be unpacked a thousand times.
    private static let maxRewinds = 8

    private let source: any RandomSource
    private let limits: Configuration.Limits
    private let inflater: BodyInflater
    private let wholeInflater = WholeInflater()
    private let wholeRoom = UnsafeMutableRawBufferPointer.allocate(byteCount: wholeSize, alignment: 16)
    private let search: GzipMemberSearch
    private let room: UnsafeMutableRawBufferPointer
    private var input: GzipInput
    private var state = State.between

    /// The member at hand: its number from 1, its first byte, what it gave so far.
    private var number = 0
    private var start = 0
    private var bodyStart = 0
    private var unpacked = 0
    private var checksum: UInt32 = 0
    /// The members of a file are alike: behind a large one none is tried in one go.
    private var expectsSmallMember = true

    private var rewindFloor = 0
    private var rewinds = 0

    /// - Parameter block: how much of the file is read at a time; a header must fit in.
    init(
        _ source: any RandomSource, limits: Configuration.Limits, block: Int = 512 << 10
    ) throws(Inflater.SetupError) {
        self.source = source
        self.limits = limits
        inflater = try BodyInflater(canWindBack: source.canLookAhead)
        search = try GzipMemberSearch(source)
        room = .allocate(byteCount: max(block, GzipHeader.longest + 1024), alignment: 16)
        input = GzipInput(source, room: room)
    }

    deinit {
        room.deallocate()
        wholeRoom.deallocate()
    }

    func read(into room: UnsafeMutableRawBufferPointer) -> StreamStep {
        if let incident = source.takeIncident() { return .notice(incident) }
        do {
            return try advance(room)
        } catch {
            if leaveToZlib() { return read(into: room) }
            state = .ended
            return .failed(error.incident)
        }
    }

    private func advance(_ room: UnsafeMutableRawBufferPointer) throws(ReadError) -> StreamStep {
        while true {
            switch state {
            case .between:
                if let step = try openMember() { return step }
            case .body:
                let step = try inflate(into: UnsafeMutableRawBufferPointer(rebasing: room.prefix(Self.stepSize)))
                if let step { return step }
            case .whole(let given):
                return handOut(from: given, into: room)
            case .trailer:
                if let step = try closeMember() { return step }
            case .damaged(let message):
                return try skipDamage(message)
            case .ended:
                return .end
            }
        }
    }

    // MARK: - Head

    private func openMember() throws(ReadError) -> StreamStep? {
        try skipPadding()
        guard try input.ensure(1) else {
            state = .ended
            return nil
        }
        start = input.position
        var header = GzipHeader(input.bytes)
        while header == .incomplete, try input.extend() { header = GzipHeader(input.bytes) }
        switch header {
        case .complete(let length):
            number += 1
            input.advance(by: length)
            bodyStart = input.position
            if !unpackWhole() {
                unpacked = 0
                checksum = 0
                inflater.begin()
                state = .body
            }
            return nil
        case .incomplete where !input.isFull:
            number += 1
            return try truncated()
        case .incomplete, .invalid:
            return try skipGarbage()
        }
    }

    private func skipPadding() throws(ReadError) {
        while try input.ensure(1) {
            let zeros = input.bytes.firstIndex { $0 != 0 } ?? input.bytes.count
            input.advance(by: zeros)
            if !input.bytes.isEmpty { return }
        }
    }

    private func skipGarbage() throws(ReadError) -> StreamStep {
        switch try search.nextMember(from: start + 1) {
        case .found(let next):
            input.jump(to: next)
            let place =
                number == 0 ? "before the first gzip member" : "between gzip members \(number) and \(number + 1)"
            return .notice(
                incident(.gzipDamage, "bytes \(start)-\(next) \(place) are no gzip data", start..<next))
        case .none(let end):
            state = .ended
            return .notice(
                incident(
                    .trailingGarbage, "bytes \(start)-\(end) behind the last gzip member (\(number)) are no gzip data",
                    start..<end))
        }
    }

    // MARK: - Body

    /// Unpacks the member at hand in one go. False when it is too large for that, or when anything is wrong with it: then it
    /// is unpacked step by step, which finds out what.
    private func unpackWhole() -> Bool {
        guard expectsSmallMember else { return false }
        // An error of the medium counts where its bytes are needed, not where they are read ahead.
        if input.bytes.count < room.count / 2 { _ = try? input.extend() }
        let compressed = input.bytes
        guard let member = wholeInflater.inflate(compressed, into: wholeRoom),
            compressed.count - member.consumed >= GzipHeader.trailerLength
        else { return false }
        let bytes = UnsafeRawBufferPointer(rebasing: wholeRoom[..<member.produced])
        let trailer = GzipTrailer(checksum: crc32(bytes), length: member.produced)
        guard GzipTrailer(UnsafeRawBufferPointer(rebasing: compressed[member.consumed...])) == trailer else {
            return false
        }
        input.advance(by: member.consumed)
        unpacked = member.produced
        checksum = trailer.checksum
        state = member.produced > 0 ? .whole(given: 0) : .trailer
        return true
    }

    private func handOut(from given: Int, into room: UnsafeMutableRawBufferPointer) -> StreamStep {
        let count = min(unpacked - given, room.count)
        room.copyMemory(from: UnsafeRawBufferPointer(rebasing: wholeRoom[given..<given + count]))
        state = given + count < unpacked ? .whole(given: given + count) : .trailer
        return .bytes(count)
    }

    private func inflate(into room: UnsafeMutableRawBufferPointer) throws(ReadError) -> StreamStep? {
        // Near the limit zlib's count of bytes decides: the fast inflater reads up to 64 KiB of output ahead.
        if unpacks(to: limits.maxInflateRatio / 2, above: Self.ratioFloor / 2), leaveToZlib() { return nil }
        guard try input.ensure(1) else { return leaveToZlib() ? nil : try truncated() }
        let step = inflater.inflate(input.bytes, into: room)
        if case .damaged = step.status, leaveToZlib() { return nil }
        input.advance(by: step.consumed)
        checksum = crc32(UnsafeRawBufferPointer(rebasing: room[..<step.produced]), seed: checksum)
        unpacked += step.produced
        let fresh = inflater.dropKnown(room, count: step.produced)
        switch step.status {
        case .ok, .needsInput: if isBomb { return try skipBomb() }
        case .end: state = .trailer
        case .damaged(let message): state = .damaged(message)
        }
        return fresh > 0 ? .bytes(fresh) : nil
    }

    /// Has zlib judge a member that was unpacked fast and is not sound. False when zlib has unpacked it already.
    private func leaveToZlib() -> Bool {
        guard inflater.leaveToZlib(given: unpacked) else { return false }
        input.jump(to: bodyStart)
        unpacked = 0
        checksum = 0
        state = .body
        return true
    }

    /// The file ends inside the member. Or the decoder lost its way and ran through all members behind this one.
    private func truncated() throws(ReadError) -> StreamStep {
        let end = input.position + input.bytes.count
        if try search.swallowedMember(in: (start + 1)..<end) != nil {
            return try skipDamage("its end is unreadable")
        }
        state = .ended
        return .gap(
            incident(
                .gzipTruncated,
                "truncated gzip at byte \(end): member \(number), from byte \(start) on, is not complete",
                start..<end))
    }

    private var isBomb: Bool { unpacks(to: limits.maxInflateRatio, above: Self.ratioFloor) }

    /// Whether the member gave more than `floor` bytes, and more than `ratio` times its size.
    private func unpacks(to ratio: Int, above floor: Int) -> Bool {
        unpacked > floor && unpacked / max(ratio, 1) > max(input.position - bodyStart, 1)
    }

    private func skipBomb() throws(ReadError) -> StreamStep {
        let reached = input.position
        let next = try resume(from: reached)
        return .gap(
            incident(
                .inflateLimit,
                "gzip member \(number) unpacks to more than \(limits.maxInflateRatio) times its size: "
                    + "given up after \(unpacked) bytes, bytes \(reached)-\(next) of the file were not read",
                start..<next))
    }

    /// Moves on to the next sound member, or to the end. Returns where that is.
    private func resume(from position: Int) throws(ReadError) -> Int {
        switch try search.nextMember(from: position) {
        case .found(let next):
            input.jump(to: next)
            state = .between
            return next
        case .none(let end):
            state = .ended
            return end
        }
    }

    // MARK: - Tail and damage

    private func closeMember() throws(ReadError) -> StreamStep? {
        guard try input.ensure(GzipHeader.trailerLength) else {
            if leaveToZlib() { return nil }
            state = .ended
            let end = input.position + input.bytes.count
            return .memberEnd(
                fault: incident(
                    .gzipTruncated,
                    "truncated gzip at byte \(end): the checksum of member \(number), bytes \(start)-\(end), is cut off",
                    start..<end))
        }
        let isRight = GzipTrailer(input.bytes) == GzipTrailer(checksum: checksum, length: unpacked)
        if !isRight, leaveToZlib() { return nil }
        inflater.end()
        input.advance(by: GzipHeader.trailerLength)
        state = .between
        expectsSmallMember = unpacked <= Self.wholeSize
        if isRight { return .memberEnd(fault: nil) }

        // A flipped bit can end the data early; then what follows is the rest of this member and no new one. Or it hides
        // the end, and the decoder stops at the end of a later member.
        let end = input.position
        let isClean = try search.isBorder(end)
        let swallowed = isClean ? try search.swallowedMember(in: (start + 1)..<end) : nil
        if !isClean || swallowed != nil {
            return try skipDamage(isClean ? "its end is unreadable" : "its data ends early")
        }
        return .memberEnd(
            fault: incident(
                .gzipChecksum, "wrong checksum or length in gzip member \(number), bytes \(start)-\(end)", start..<end))
    }

    private func skipDamage(_ message: String) throws(ReadError) -> StreamStep {
        let reached = input.position
        rewinds = start < rewindFloor ? rewinds + 1 : 0
        rewindFloor = max(rewindFloor, reached)
        let next = try resume(from: rewinds > Self.maxRewinds ? reached : start + 1)
        return .gap(
            incident(
                .gzipDamage,
                "gzip member \(number), bytes \(start)-\(next), is damaged (\(message), noticed at byte \(reached))",
                start..<next))
    }

    private func incident(_ reason: Reject.Reason, _ detail: String, _ range: Range<Int>) -> Incident {
        Incident(
            reason: reason, detail: detail, range: range,
            payload: source.beginning(of: range, limit: limits.rejectPayloadBytes))
    }
}
