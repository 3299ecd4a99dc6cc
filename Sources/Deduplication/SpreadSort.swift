/// Sorts words whose upper bits are hashes, spread evenly: counted into buckets of about one word each, and put into their
/// place while they move there. Stable. Owns the memory that it sorts into, which is reused.
struct SpreadSort: ~Copyable {
    private let room = Scratch<UInt32>()
    private let placeRoom = Scratch<UInt16>()

    /// From so many words on, moving them one by one costs too much if they are not spread evenly.
    private static let most = 1 << 12
    /// Up to so many words, buckets cost more than they save.
    private static let few = 12
    private static let maxBucketBits = 10

    /// The first `count` words in order, valid until the next call; `words` may be changed.
    ///
    /// - Parameters:
    ///   - uppermost: all bits from this one on are zero.
    ///   - ignoring: so many of the lowest bits do not count (0 or 8).
    borrowing func sorted(
        _ words: UnsafeMutablePointer<UInt32>, _ count: Int, uppermost: Int, ignoring: UInt32
    ) -> UnsafeMutablePointer<UInt32> {
        // Zeros stop what moves down: one before the first place, and in every place that is still free.
        let sorted = room.reserve(count + 1) + 1
        if count > Self.most {
            RadixSort.sort(words, count, sorted, fromBit: ignoring)
            return words
        }
        (sorted - 1).update(repeating: 0, count: count + 1)
        if count <= Self.few {
            for i in 0..<count { Self.insert(words[i], into: sorted, at: i, ignoring) }
        } else {
            let bits = min(Int.bitWidth - count.leadingZeroBitCount, Self.maxBucketBits)
            let shift = max(UInt32(truncatingIfNeeded: max(uppermost - bits, 0)), ignoring)
            spread(words, count, into: sorted, bits, shift, ignoring)
        }
        return sorted
    }

    @inline(__always)
    private borrowing func spread(
        _ words: UnsafeMutablePointer<UInt32>, _ count: Int, into sorted: UnsafeMutablePointer<UInt32>, _ bits: Int,
        _ shift: UInt32, _ ignoring: UInt32
    ) {
        let buckets = 1 << bits
        let places = placeRoom.reserve(buckets)
        places.update(repeating: 0, count: buckets)
        for i in 0..<count { places[Int(words[i] &>> shift)] &+= 1 }
        var sum: UInt16 = 0
        for bucket in 0..<buckets {
            let size = places[bucket]
            places[bucket] = sum
            sum &+= size
        }
        for i in 0..<count {
            let bucket = Int(words[i] &>> shift)
            let place = Int(places[bucket])
            places[bucket] &+= 1
            Self.insert(words[i], into: sorted, at: place, ignoring)
        }
    }

    /// Puts a word at a free place and moves it down past what is greater.
    @inline(__always)
    private static func insert(
        _ word: UInt32, into sorted: UnsafeMutablePointer<UInt32>, at free: Int, _ ignoring: UInt32
    ) {
        var place = free
        while sorted[place &- 1] &>> ignoring > word &>> ignoring {
            sorted[place] = sorted[place &- 1]
            place &-= 1
        }
        sorted[place] = word
    }
}
