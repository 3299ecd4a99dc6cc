internal import Glibc

/// The part of a stream that a cutter looks at: it searches here, takes what is complete, and asks for more.
///
/// Holds no more than what the cutter leaves standing plus one block. Events of the stream keep their place: bytes behind
/// an event stay hidden until `fill()` has handed the event out.
final class ByteWindow {
    private let stream: any ByteStream
    private let block: Int
    private var room: UnsafeMutableRawBufferPointer
    /// Where the first byte not yet taken, the first hidden byte and the first free byte lie in `room`.
    private var head = 0
    private var visible = 0
    private var tail = 0
    /// Position of the first byte of the window in the stream.
    private(set) var offset = 0
    /// Events that were read ahead, with their positions in the stream.
    private var marks: [(offset: Int, step: StreamStep)] = []
    private var ended = false

    /// - Parameter block: how much is read at a time.
    init(_ stream: any ByteStream, block: Int = 256 << 10) {
        self.stream = stream
        self.block = block
        room = .allocate(byteCount: 2 * block, alignment: 16)
    }

    deinit { room.deallocate() }

    /// How many bytes can be seen.
    var count: Int { visible - head }

    /// The bytes that can be seen, valid until the next call of a method.
    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: room[head..<visible]) }

    /// What was read ahead, events or not.
    var ahead: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: room[head..<tail]) }

    /// Takes `count` bytes, all of them visible, from the front.
    func advance(by count: Int) {
        precondition(count >= 0 && count <= self.count, "a cutter took more than it saw")
        head += count
        offset += count
    }

    /// A copy of the visible bytes in `range`, counted from the front.
    func copy(_ range: Range<Int>) -> [UInt8] { [UInt8](bytes[range]) }

    /// Makes more bytes visible, or hands out the event that stands behind the visible ones.
    func fill() -> StreamStep {
        if let mark = marks.first {
            let seen = visible
            visible = head + mark.offset - offset
            if visible > seen { return .bytes(visible - seen) }
            return marks.removeFirst().step
        }
        if visible < tail {
            defer { visible = tail }
            return .bytes(tail - visible)
        }
        let step = pull()
        visible = tail
        return step
    }

    /// Puts an event back that `fill()` handed out last.
    func unread(_ step: StreamStep) {
        if case .end = step { return }
        marks.insert((offset + count, step), at: 0)
    }

    /// Reads ahead until `count` bytes are there or the stream ends, and keeps the events for `fill()`.
    func prefetch(_ count: Int) {
        while tail - head < count, !ended {
            let step = pull()
            switch step {
            case .bytes, .end: continue
            default: marks.append((offset + tail - head, step))
            }
        }
    }

    /// The stretches of what was read ahead between which bytes are missing or doubtful, empty ones left out.
    var stretchesAhead: [UnsafeRawBufferPointer] {
        var stretches: [UnsafeRawBufferPointer] = []
        var start = 0
        func close(_ end: Int) {
            if end > start { stretches.append(UnsafeRawBufferPointer(rebasing: ahead[start..<end])) }
            start = end
        }
        for mark in marks {
            switch mark.step {
            case .gap, .memberEnd(fault: .some): close(mark.offset - offset)
            default: break
            }
        }
        close(tail - head)
        return stretches
    }

    /// Whether bytes are missing in what was read ahead.
    var hasGapAhead: Bool {
        marks.contains {
            switch $0.step {
            case .gap, .failed: true
            default: false
            }
        }
    }

    /// True when the stream is known to hold nothing behind the visible bytes, not even an event.
    var isAtEnd: Bool { ended && marks.isEmpty && visible == tail }

    /// True when everything that the stream has was read ahead.
    var isEndAhead: Bool { ended }

    private func pull() -> StreamStep {
        guard !ended else { return .end }
        makeRoom()
        let step = stream.read(
            into: UnsafeMutableRawBufferPointer(rebasing: room[tail..<min(tail + block, room.count)]))
        switch step {
        case .bytes(let count): tail += count
        case .end: ended = true
        default: break
        }
        return step
    }

    /// Brings the free space behind the tail to one block: moves what stands to the front, or grows by half.
    private func makeRoom() {
        guard room.count - tail < block else { return }
        let standing = tail - head
        let needed = standing + block
        // A window that once held a giant does not stay one.
        let shrink = room.count > 16 * block && needed <= 2 * block
        if needed > room.count || shrink {
            let size = shrink ? 2 * block : max(needed, room.count + room.count / 2)
            let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 16)
            larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: room[head..<tail]))
            room.deallocate()
            room = larger
        } else if let base = room.baseAddress {
            memmove(base, base + head, standing)
        }
        visible -= head
        head = 0
        tail = standing
    }
}
