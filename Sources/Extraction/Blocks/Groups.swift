/// Gives equal hashes equal small numbers, in the order of their first appearance.
struct Groups {
    private var keys: [UInt64] = []
    private var numbers: [Int32] = []
    private var mask = 0
    private(set) var count = 0

    mutating func begin(expecting items: Int) {
        var size = 64
        while size < items * 2 { size *= 2 }
        if keys.count != size {
            keys = [UInt64](repeating: 0, count: size)
            numbers = [Int32](repeating: 0, count: size)
        } else {
            for slot in keys.indices { keys[slot] = 0 }
        }
        mask = size - 1
        count = 0
    }

    /// At most as many different hashes may come as `begin` was told.
    mutating func number(of hash: UInt64) -> Int {
        let key = hash == 0 ? 1 : hash
        var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
        while keys[slot] != 0 {
            if keys[slot] == key { return Int(numbers[slot]) }
            slot = (slot + 1) & mask
        }
        keys[slot] = key
        numbers[slot] = Int32(truncatingIfNeeded: count)
        count += 1
        return count - 1
    }
}

/// The word triples of a text, to see how much of a block is in it. A wrong yes is rare and costs nothing.
struct ShingleSet {
    private var bits: [UInt64] = []
    private var mask: UInt64 = 0

    var isEmpty: Bool { bits.isEmpty }

    mutating func clear() { bits.removeAll(keepingCapacity: true) }

    mutating func insert(_ words: [UInt64]) {
        guard words.count >= 3 else { return }
        var size = 16
        while size * 64 < words.count * 16, size < 1 << 16 { size *= 2 }
        bits.removeAll(keepingCapacity: true)
        bits.append(contentsOf: repeatElement(0, count: size))
        mask = UInt64(size * 64 - 1)
        for index in 0..<words.count - 2 {
            let bit = Self.hash(words, index) & mask
            bits[Int(bit >> 6)] |= 1 << (bit & 63)
        }
    }

    /// Hundredths of the triples of `words` that are in the set; 0 for fewer than three words.
    func share(of words: [UInt64]) -> Int {
        guard !bits.isEmpty, words.count >= 3 else { return 0 }
        var found = 0
        for index in 0..<words.count - 2 {
            let bit = Self.hash(words, index) & mask
            if bits[Int(bit >> 6)] & (1 << (bit & 63)) != 0 { found += 1 }
        }
        return found * 100 / (words.count - 2)
    }

    @inline(__always) private static func hash(_ words: [UInt64], _ index: Int) -> UInt64 {
        let triple = TokenHash.pair(TokenHash.pair(words[index], words[index + 1]), words[index + 2])
        return (triple &* 0x9E37_79B9_7F4A_7C15) >> 20
    }
}
