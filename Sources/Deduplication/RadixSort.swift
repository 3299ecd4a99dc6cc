/// Sorts words by their upper bytes, the rest staying in the order in which it came.
enum RadixSort {
    /// - Parameter first: the lowest byte that counts.
    static func sort(_ rows: inout [UInt64], _ scratch: inout [UInt64], fromByte first: Int) {
        guard rows.count > 1 else { return }
        if scratch.count < rows.count { scratch = Array(repeating: 0, count: rows.count) }
        rows.withUnsafeMutableBufferPointer { a in
            scratch.withUnsafeMutableBufferPointer { b in
                let b = UnsafeMutableBufferPointer(rebasing: b[..<a.count])
                var (from, to) = (a, b)
                for byte in first..<8 {
                    scatter(from, to, shift: UInt64(byte * 8))
                    swap(&from, &to)
                }
                if (8 - first) % 2 == 1 { _ = a.update(fromContentsOf: b) }
            }
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
            scatter(from, to, shift: shift)
            swap(&from, &to)
        }
        if from.baseAddress == b.baseAddress { _ = a.update(fromContentsOf: b) }
    }

    /// Sorts rows by their keys, which are hashes; rows with the same key stay in their order.
    static func sort(_ rows: inout [(key: UInt64, value: UInt64)]) {
        var scratch = rows
        rows.withUnsafeMutableBufferPointer { a in
            scratch.withUnsafeMutableBufferPointer { b in
                scatterRows(a, b, shift: 40)
                scatterRows(b, a, shift: 48)
                scatterRows(a, b, shift: 56)
                // The few that agree in the upper 24 bits.
                for i in b.indices {
                    let row = b[i]
                    var place = i
                    while place > 0, a[place &- 1].key > row.key {
                        a[place] = a[place &- 1]
                        place &-= 1
                    }
                    a[place] = row
                }
            }
        }
    }

    private static func scatterRows(
        _ from: UnsafeMutableBufferPointer<(key: UInt64, value: UInt64)>,
        _ to: UnsafeMutableBufferPointer<(key: UInt64, value: UInt64)>, shift: UInt64
    ) {
        withUnsafeTemporaryAllocation(of: Int.self, capacity: 257) { starts in
            starts.initialize(repeating: 0)
            for row in from { starts[Int(truncatingIfNeeded: row.key >> shift & 0xFF) + 1] += 1 }
            for digit in 1...256 { starts[digit] += starts[digit - 1] }
            for row in from {
                let digit = Int(truncatingIfNeeded: row.key >> shift & 0xFF)
                to[starts[digit]] = row
                starts[digit] += 1
            }
        }
    }

    @inline(__always)
    private static func scatter<Word: FixedWidthInteger>(
        _ from: UnsafeMutableBufferPointer<Word>, _ to: UnsafeMutableBufferPointer<Word>, shift: Word
    ) {
        withUnsafeTemporaryAllocation(of: Int.self, capacity: 257) { starts in
            starts.initialize(repeating: 0)
            for word in from { starts[Int(truncatingIfNeeded: word >> shift & 0xFF) + 1] += 1 }
            for digit in 1...256 { starts[digit] += starts[digit - 1] }
            for word in from {
                let digit = Int(truncatingIfNeeded: word >> shift & 0xFF)
                to[starts[digit]] = word
                starts[digit] += 1
            }
        }
    }
}
