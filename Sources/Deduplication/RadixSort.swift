/// Sorts words by their upper bits, the rest staying in the order in which it came.
enum RadixSort {
    /// Sorts words whose upper bits are hashes, by all of their bits.
    static func sort(_ words: UnsafeMutableBufferPointer<UInt64>, _ scratch: UnsafeMutableBufferPointer<UInt64>) {
        sort(words, scratch) { $0 }
    }

    static func sort(_ words: inout [UInt64]) {
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: words.count) { scratch in
            words.withUnsafeMutableBufferPointer { sort($0, scratch) }
        }
    }

    /// Sorts rows by their keys, which are hashes; rows with the same key stay in their order.
    static func sort(_ rows: inout [(key: UInt64, value: UInt64)]) {
        withUnsafeTemporaryAllocation(of: (key: UInt64, value: UInt64).self, capacity: rows.count) { scratch in
            rows.withUnsafeMutableBufferPointer { sort($0, scratch) { $0.key } }
        }
    }

    /// Sorts the first `count` entries by their bits from `first` (0 or 8) on.
    static func sort(
        _ entries: UnsafeMutablePointer<UInt32>, _ count: Int, _ scratch: UnsafeMutablePointer<UInt32>,
        fromBit first: UInt32
    ) {
        let a = UnsafeMutableBufferPointer(start: entries, count: count)
        let b = UnsafeMutableBufferPointer(start: scratch, count: count)
        var (from, to) = (a, b)
        for shift in stride(from: first, to: 32, by: 8) {
            scatter(from, to) { Int(truncatingIfNeeded: $0 >> shift & 0xFF) }
            swap(&from, &to)
        }
        if from.baseAddress == b.baseAddress { _ = a.update(fromContentsOf: b) }
    }

    /// - Parameter b: room for as many rows.
    @inline(__always)
    private static func sort<Row>(
        _ a: UnsafeMutableBufferPointer<Row>, _ b: UnsafeMutableBufferPointer<Row>, by key: (Row) -> UInt64
    ) {
        // By the upper 24 bits, or by 16 when few agree even in these.
        let isShort = a.count < 1 << 14
        if !isShort { scatter(a, b) { Int(truncatingIfNeeded: key($0) >> 40 & 0xFF) } }
        let (from, to) = isShort ? (a, b) : (b, a)
        scatter(from, to) { Int(truncatingIfNeeded: key($0) >> 48 & 0xFF) }
        scatter(to, from) { Int(truncatingIfNeeded: key($0) >> 56) }
        // The few that agree.
        for i in a.indices {
            let row = from[i]
            var place = i
            while place > 0, key(a[place &- 1]) > key(row) {
                a[place] = a[place &- 1]
                place &-= 1
            }
            a[place] = row
        }
    }

    @inline(__always)
    private static func scatter<Row>(
        _ from: UnsafeMutableBufferPointer<Row>, _ to: UnsafeMutableBufferPointer<Row>, by digit: (Row) -> Int
    ) {
        withUnsafeTemporaryAllocation(of: Int.self, capacity: 257) { starts in
            starts.initialize(repeating: 0)
            for row in from { starts[digit(row) &+ 1] &+= 1 }
            for digit in 1...256 { starts[digit] &+= starts[digit &- 1] }
            for row in from {
                let digit = digit(row)
                to[starts[digit]] = row
                starts[digit] &+= 1
            }
        }
    }
}
