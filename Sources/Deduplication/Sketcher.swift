/// MinHash sketches by Dahlgaard, Knudsen and Thorup, "Fast Similarity Sketching" (FOCS 2017): as exact as one hash
/// function per place and better for small sets, in O(n + t log t) instead of O(n t) steps.
///
/// One multiply-shift function per place would take n t steps, and the processors that Swift compiles for by default have
/// neither a 32-bit vector product nor a vector minimum to hide them.
struct Sketcher {
    private let bands: Int
    private let rows: Int
    private var bins: [UInt64]

    init(bands: Int, rows: Int) {
        self.bands = bands
        self.rows = rows
        bins = Array(repeating: .max, count: bands * rows)
    }

    /// Bits of a band's key.
    static let keyBits = 40

    /// Makes the keys of all bands. Two sets with Jaccard similarity J have a band in common with probability J^rows.
    mutating func sketch(_ set: UnsafeBufferPointer<UInt64>, into keys: UnsafeMutableBufferPointer<UInt64>) {
        let (bands, rows) = (bands, rows)
        precondition(keys.count == bands)
        bins.withUnsafeMutableBufferPointer { bins in
            Self.fill(bins, from: set)
            for band in 0..<bands {
                var key = UInt64(band) &+ Mixing.k1
                for row in 0..<rows { key = Mixing.mix(key ^ bins[band &* rows &+ row], Mixing.k0) }
                keys[band] = key >> (64 - Self.keyBits)
            }
        }
    }

    private static func fill(_ bins: UnsafeMutableBufferPointer<UInt64>, from set: UnsafeBufferPointer<UInt64>) {
        bins.update(repeating: .max)
        if set.isEmpty { return }
        let count = bins.count
        var filled = 0
        // Every element falls into one bin a round, until all have some.
        for round in 0..<count where filled < count {
            let seed = Mixing.mix(UInt64(round) &+ 1, Mixing.k1)
            let value = UInt64(round) << 32
            for element in set {
                let hash = Mixing.mix(element ^ seed, Mixing.k0)
                let bin = Int(truncatingIfNeeded: ((hash >> 32) &* UInt64(count)) >> 32)
                bins[bin] = min(bins[bin], value | hash & 0xFFFF_FFFF)
            }
            filled = bins.reduce(0) { $1 == .max ? $0 : $0 &+ 1 }
        }
        // A bin that is empty even now (of a small set) gets the least of them all.
        for bin in 0..<count where filled < count {
            let seed = Mixing.mix(UInt64(count + bin) &+ 1, Mixing.k1)
            let value = UInt64(count + bin) << 32
            if bins[bin] == .max { filled &+= 1 }
            for element in set {
                bins[bin] = min(bins[bin], value | Mixing.mix(element ^ seed, Mixing.k0) & 0xFFFF_FFFF)
            }
        }
    }
}
