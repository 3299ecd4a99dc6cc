/// A block of compressed bytes and where it stands in its source.
struct GzipInput {
    private let source: any RandomSource
    private let room: UnsafeMutableRawBufferPointer
    private var head = 0
    private var tail = 0
    /// Position in the source of the first byte not yet taken.
    private(set) var position: Int

    /// - Parameter room: owned by the caller, who frees it.
    init(_ source: any RandomSource, room: UnsafeMutableRawBufferPointer, position: Int = 0) {
        self.source = source
        self.room = room
        self.position = position
    }

    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: room[head..<tail]) }

    var isFull: Bool { tail - head == room.count }

    mutating func advance(by count: Int) {
        precondition(count >= 0 && count <= tail - head, "took more than was read")
        head += count
        position += count
    }

    mutating func jump(to offset: Int) {
        if offset >= position, offset <= position + tail - head {
            advance(by: offset - position)
        } else {
            head = 0
            tail = 0
            position = offset
        }
    }

    /// Brings at least `count` bytes in (no more than the room holds); false when the source ends before.
    mutating func ensure(_ count: Int) throws(ReadError) -> Bool {
        while tail - head < count {
            if !(try extend()) { return false }
        }
        return true
    }

    /// Reads what the room still takes, or at most `limit` bytes of it; false at the end of the source or when the room is
    /// full.
    mutating func extend(by limit: Int = .max) throws(ReadError) -> Bool {
        if head > 0 {
            let standing = UnsafeRawBufferPointer(rebasing: room[head..<tail])
            room.copyMemory(from: standing)
            tail -= head
            head = 0
        }
        guard tail < room.count else { return false }
        let read = try source.read(
            at: position + tail, into: UnsafeMutableRawBufferPointer(rebasing: room[tail...].prefix(limit)))
        tail += read
        return read > 0
    }
}
