internal import Glibc
internal import Gzip

/// Reads the lines of a shard, compressed or not, in bounded memory.
package struct ShardReader {
    private let path: String
    private static let blockBytes = 1 << 20

    package init(_ path: String) { self.path = path }

    /// Calls `body` with every line, without its line feed.
    package func forEachLine(_ body: ([UInt8]) throws -> Void) throws {
        var carried: [UInt8] = []
        try forEachBlock { block in
            var rest = block
            while let length = Self.lineLength(rest) {
                let line = UnsafeRawBufferPointer(rebasing: rest[..<length])
                if carried.isEmpty {
                    try body(Array(line))
                } else {
                    carried.append(contentsOf: line)
                    try body(carried)
                    carried = []
                }
                rest = UnsafeRawBufferPointer(rebasing: rest[(length + 1)...])
            }
            carried.append(contentsOf: rest)
        }
        if !carried.isEmpty { try body(carried) }
    }

    /// Bytes before the first line feed; nil when there is none.
    private static func lineLength(_ bytes: UnsafeRawBufferPointer) -> Int? {
        guard let base = bytes.baseAddress, let feed = memchr(base, 0x0A, bytes.count) else { return nil }
        return UnsafeRawPointer(feed) - base
    }

    private func forEachBlock(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
        guard let size = Disk.size(path) else { throw StoreError.damaged(path: path, detail: "it is missing") }
        if path.hasSuffix(".gz") { return try MemberReader(path, size: size).forEachBlock(body) }
        var position = 0
        while position < size {
            let block = try Disk.read(path, from: position, count: min(Self.blockBytes, size - position))
            position += block.count
            try block.withUnsafeBytes(body)
        }
    }
}

/// Unpacks the members of a gzip file in turn: in one go while they are as small as the shards' own, else piece by piece.
private final class MemberReader {
    private let path: String
    private let size: Int
    /// What was read of the file and not unpacked yet, and where that ends in the file.
    private var input: [UInt8] = []
    private var head = 0
    private var position = 0
    private let room = UnsafeMutableRawBufferPointer.allocate(byteCount: roomBytes, alignment: 16)
    private let wholeInflater = WholeInflater()

    private static let inputBytes = 1 << 20
    /// A chunk and its last record.
    private static let roomBytes = 2 << 20

    init(_ path: String, size: Int) {
        self.path = path
        self.size = size
    }

    deinit { room.deallocate() }

    /// Calls `body` with all that the members hold, in pieces that are valid until it returns.
    func forEachBlock(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
        while try refill() {
            let member = input.withUnsafeBytes {
                wholeInflater.inflateMember(UnsafeRawBufferPointer(rebasing: $0[head...]), into: room)
            }
            guard let member else {
                try inflateInPieces(body)
                continue
            }
            head += member.consumed
            try body(UnsafeRawBufferPointer(rebasing: room[..<member.produced]))
        }
    }

    private func inflateInPieces(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
        let inflater = try Inflater(.gzip)
        while try refill() {
            let step = input.withUnsafeBytes {
                inflater.inflate(UnsafeRawBufferPointer(rebasing: $0[head...]), into: room)
            }
            head += step.consumed
            if step.produced > 0 { try body(UnsafeRawBufferPointer(rebasing: room[..<step.produced])) }
            if step.status == .end { return }
            if case .damaged(let message) = step.status { throw StoreError.damaged(path: path, detail: message) }
        }
        throw StoreError.damaged(path: path, detail: "its last gzip member is cut off")
    }

    /// Reads on when less than half of what it should be is left. False at the end of the file.
    private func refill() throws -> Bool {
        if input.count - head < Self.inputBytes / 2, position < size {
            input.removeFirst(head)
            head = 0
            let more = try Disk.read(path, from: position, count: min(Self.inputBytes - input.count, size - position))
            input += more
            position += more.count
        }
        return head < input.count
    }
}
