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
            var start = block.startIndex
            while let end = block[start...].firstIndex(of: 0x0A) {
                carried += block[start..<end]
                try body(carried)
                carried.removeAll(keepingCapacity: true)
                start = end + 1
            }
            carried += block[start...]
        }
        if !carried.isEmpty { try body(carried) }
    }

    private func forEachBlock(_ body: ([UInt8]) throws -> Void) throws {
        guard let size = Disk.size(path) else { throw StoreError.damaged(path: path, detail: "it is missing") }
        let unpacker = path.hasSuffix(".gz") ? try Unpacker(path) : nil
        var position = 0
        while position < size {
            let block = try Disk.read(path, from: position, count: min(Self.blockBytes, size - position))
            position += block.count
            if let unpacker { try unpacker.unpack(block, body) } else { try body(block) }
        }
        if let unpacker, !unpacker.isComplete {
            throw StoreError.damaged(path: path, detail: "its last gzip member is cut off")
        }
    }

    /// Unpacks the members of a gzip file piece by piece.
    private final class Unpacker {
        private let path: String
        private let inflater: Inflater
        private var buffer = [UInt8](repeating: 0, count: ShardReader.blockBytes)
        private(set) var isComplete = true

        init(_ path: String) throws {
            self.path = path
            inflater = try Inflater(.gzip)
        }

        func unpack(_ block: [UInt8], _ body: ([UInt8]) throws -> Void) throws {
            var start = 0
            while start < block.count {
                let step = block.withUnsafeBytes { input in
                    buffer.withUnsafeMutableBytes { output in
                        inflater.inflate(UnsafeRawBufferPointer(rebasing: input[start...]), into: output)
                    }
                }
                start += step.consumed
                if step.produced > 0 { try body(Array(buffer[..<step.produced])) }
                isComplete = step.status == .end
                if case .damaged(let message) = step.status {
                    throw StoreError.damaged(path: path, detail: message)
                }
                if isComplete { inflater.reset() }
            }
        }
    }
}
