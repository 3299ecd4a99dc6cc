/// Sorts words whose upper bits are hashes, spread evenly: one pass into buckets, then insertion. Stable.
enum SpreadSort {
    private static let bucketBits = 8
    /// From so many entries on, a bucket holds more than insertion is good for.
    private static let most = 1 << 12

    /// Sorts the first `count` entries.
    ///
    /// - Parameters:
    ///   - scratch: room for as many.
    ///   - uppermost: all bits from this one on are zero.
    ///   - ignoring: so many of the lowest bits do not count (0 or 8).
    static func sort(
        _ entries: UnsafeMutablePointer<UInt32>, _ count: Int, _ scratch: UnsafeMutablePointer<UInt32>,
        uppermost: Int, ignoring: UInt32
    ) {
        if count > most {
            RadixSort.sort(entries, count, scratch, fromBit: ignoring)
        } else if count > 24 {
            scatter(entries, count, scratch, shift: UInt32(max(uppermost - bucketBits, 0)))
            insert(scratch, count, into: entries, ignoring)
        } else {
            insert(entries, count, into: entries, ignoring)
        }
    }

    @inline(__always)
    private static func scatter(
        _ from: UnsafeMutablePointer<UInt32>, _ count: Int, _ to: UnsafeMutablePointer<UInt32>, shift: UInt32
    ) {
        withUnsafeTemporaryAllocation(of: UInt16.self, capacity: 1 << bucketBits) { starts in
            starts.initialize(repeating: 0)
            for i in 0..<count { starts[Int(from[i] >> shift)] &+= 1 }
            var sum: UInt16 = 0
            for bucket in 0..<(1 << bucketBits) {
                let size = starts[bucket]
                starts[bucket] = sum
                sum &+= size
            }
            for i in 0..<count {
                let bucket = Int(from[i] >> shift)
                to[Int(starts[bucket])] = from[i]
                starts[bucket] &+= 1
            }
        }
    }

    /// Insertion sort while copying; `from` and `to` may be the same.
    @inline(__always)
    private static func insert(
        _ from: UnsafeMutablePointer<UInt32>, _ count: Int, into to: UnsafeMutablePointer<UInt32>, _ ignoring: UInt32
    ) {
        for i in 0..<count {
            let entry = from[i]
            var place = i
            while place > 0, to[place &- 1] >> ignoring > entry >> ignoring {
                to[place] = to[place &- 1]
                place &-= 1
            }
            to[place] = entry
        }
    }
}
