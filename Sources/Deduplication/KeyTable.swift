/// A hash table from keys that are hashes themselves to numbers, in flat memory (linear probing).
struct KeyTable {
    /// Key and value side by side; value 0 marks a free place, so values are kept plus one.
    private var slots: [UInt64]
    private var mask: Int
    private(set) var count = 0

    init(capacity: Int) {
        var size = 16
        while size < capacity * 2 { size *= 2 }
        slots = Array(repeating: 0, count: size * 2)
        mask = size - 1
    }

    subscript(key: UInt64) -> UInt64? {
        get {
            let place = place(of: key)
            return slots[2 * place + 1] == 0 ? nil : slots[2 * place + 1] - 1
        }
        set {
            guard let newValue else { return }
            update(key) { _ in newValue }
        }
    }

    /// Gives a key the number that `value` makes of the one it has, if it has one.
    @inline(__always)
    mutating func update(_ key: UInt64, _ value: (UInt64?) -> UInt64) {
        if count * 4 > mask * 3 { grow() }
        let place = place(of: key)
        let old = slots[2 * place + 1]
        if old == 0 { count += 1 }
        slots[2 * place] = key
        slots[2 * place + 1] = value(old == 0 ? nil : old - 1) + 1
    }

    /// Keys, ascending, with what `value` makes of their numbers, as far as it is more than 0.
    func sorted(_ value: (UInt64) -> UInt64) -> [(key: UInt64, value: UInt64)] {
        var entries: [(key: UInt64, value: UInt64)] = []
        entries.reserveCapacity(count)
        for place in 0...mask where slots[2 * place + 1] != 0 {
            let made = value(slots[2 * place + 1] - 1)
            if made > 0 { entries.append((slots[2 * place], made)) }
        }
        RadixSort.sort(&entries)
        return entries
    }

    private func place(of key: UInt64) -> Int {
        var place = home(of: key)
        while slots[2 &* place &+ 1] != 0, slots[2 &* place] != key { place = (place &+ 1) & mask }
        return place
    }

    /// Where a key stands unless others took the place before it.
    private func home(of key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 20) & mask }

    private mutating func grow() {
        var larger = KeyTable(capacity: mask + 1)
        larger.take(slots)
        larger.count = count
        self = larger
    }

    /// Takes keys and values of a smaller table, none of which it has.
    private mutating func take(_ smaller: [UInt64]) {
        for from in stride(from: 0, to: smaller.count, by: 2) where smaller[from + 1] != 0 {
            var place = home(of: smaller[from])
            while slots[2 &* place &+ 1] != 0 { place = (place &+ 1) & mask }
            slots[2 &* place] = smaller[from]
            slots[2 &* place &+ 1] = smaller[from + 1]
        }
    }
}
