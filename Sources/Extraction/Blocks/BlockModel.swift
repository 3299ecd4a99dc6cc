import Text

/// The learned part of the extraction: small trees over the bytes of a block, and scores of tokens.
///
/// All arithmetic is on integers, so a page has the same result on every machine. Made by `scripts/train-extraction`;
/// where its numbers come from is told in `data/EXTRACTION-MODEL.md`.
final class BlockModel: Sendable {
    /// Scores and thresholds are log-odds in this many parts of one.
    static let scale: Int32 = 1024

    private let depth: Int
    let treeCount: Int
    private let base: Int32
    /// Every tree is full: `2^depth - 1` tests in breadth-first order, the feature in the low byte, the highest value
    /// that goes left in the high one.
    private let tests: [UInt16]
    /// `2^depth` summands a tree.
    private let leaves: [Int16]

    /// Open addressing; 0 is an empty slot.
    private let tokenKeys: [UInt32]
    private let tokenScores: [Int8]

    /// Reads the format that the training writes; nil for anything else.
    ///
    /// "NMB1", then little-endian: number of features and depth (a byte each), number of trees (16 bits), number of
    /// tokens, base (32 bits each), tests, leaves, token hashes in rising order, token scores.
    init?(_ bytes: [UInt8]) {
        var reader = LittleEndianReader(bytes)
        guard reader.bytes(4) == Array("NMB1".utf8)[...],
            let features = reader.uint8(), Int(features) == Feature.allCases.count,
            let depth = reader.uint8(), (1...8).contains(depth),
            let treeCount = reader.uint16(), let tokenCount = reader.uint32(), tokenCount <= 1 << 20,
            let base = reader.uint32()
        else { return nil }
        self.depth = Int(depth)
        self.treeCount = Int(treeCount)
        self.base = Int32(bitPattern: base)
        let leafCount = 1 << Int(depth)
        var tests: [UInt16] = []
        for _ in 0..<Int(treeCount) * (leafCount - 1) {
            guard let test = reader.uint16(), test & 0xFF < features else { return nil }
            tests.append(test)
        }
        var leaves: [Int16] = []
        for _ in 0..<Int(treeCount) * leafCount {
            guard let leaf = reader.uint16() else { return nil }
            leaves.append(Int16(bitPattern: leaf))
        }
        var size = 64
        while size < Int(tokenCount) * 2 { size *= 2 }
        var keys = [UInt32](repeating: 0, count: size)
        var scores = [Int8](repeating: 0, count: size)
        var slots: [Int] = []
        for _ in 0..<Int(tokenCount) {
            guard let key = reader.uint32(), key != 0 else { return nil }
            var slot = Self.slot(of: key, size)
            while keys[slot] != 0 { slot = (slot + 1) & (size - 1) }
            keys[slot] = key
            slots.append(slot)
        }
        for slot in slots {
            guard let score = reader.uint8() else { return nil }
            scores[slot] = Int8(bitPattern: score)
        }
        guard reader.isAtEnd else { return nil }
        self.tests = tests
        self.leaves = leaves
        tokenKeys = keys
        tokenScores = scores
    }

    @inline(__always) private static func slot(of key: UInt32, _ size: Int) -> Int { Int(key) & (size - 1) }

    /// The score of a token, nil for one that the training did not meet or that says nothing.
    @inline(__always) func score(of token: UInt64, in place: TokenPlace) -> Int8? {
        let key = TokenHash.entry(token, place)
        guard key != 0 else { return nil }
        return tokenKeys.withUnsafeBufferPointer { keys in
            var slot = Self.slot(of: key, keys.count)
            while keys[slot] != 0 {
                if keys[slot] == key { return tokenScores[slot] }
                slot = (slot + 1) & (keys.count - 1)
            }
            return nil
        }
    }

    /// Log-odds of each row's being part of the article, for the rows in `chosen`.
    ///
    /// `values` holds `Feature.allCases.count` bytes a row.
    func scores(_ values: [UInt8], chosen: [Int32], into scores: inout [Int32]) {
        let stride = Feature.allCases.count
        let inner = (1 << depth) - 1
        precondition(scores.count * stride == values.count)
        values.withUnsafeBufferPointer { values in
            tests.withUnsafeBufferPointer { tests in
                leaves.withUnsafeBufferPointer { leaves in
                    for index in chosen {
                        precondition(index >= 0 && Int(index) < scores.count)
                        let row = UnsafeBufferPointer(rebasing: values[Int(index) * stride..<Int(index + 1) * stride])
                        var sum = base
                        var test = 0
                        var leaf = 0
                        for _ in 0..<treeCount {
                            var node = 0
                            for _ in 0..<depth {
                                let current = tests[test + node]
                                let goesRight = row[Int(current & 0xFF)] > UInt8(truncatingIfNeeded: current >> 8)
                                node = node * 2 + (goesRight ? 2 : 1)
                            }
                            sum &+= Int32(leaves[leaf + node - inner])
                            test += inner
                            leaf += inner + 1
                        }
                        scores[Int(index)] = sum
                    }
                }
            }
        }
    }
}

/// Reads numbers off a byte array, least byte first.
struct LittleEndianReader {
    private let data: [UInt8]
    private var position = 0

    init(_ data: [UInt8]) { self.data = data }

    var isAtEnd: Bool { position == data.count }

    mutating func bytes(_ count: Int) -> ArraySlice<UInt8>? {
        guard count <= data.count - position else { return nil }
        defer { position += count }
        return data[position..<position + count]
    }

    mutating func uint8() -> UInt8? { bytes(1)?.first }
    mutating func uint16() -> UInt16? { bytes(2).map { $0.reversed().reduce(0) { $0 << 8 | UInt16($1) } } }
    mutating func uint32() -> UInt32? { bytes(4).map { $0.reversed().reduce(0) { $0 << 8 | UInt32($1) } } }
}
