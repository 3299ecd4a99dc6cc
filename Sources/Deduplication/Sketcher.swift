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

    /// Appends the keys of all bands. Two sets with Jaccard similarity J have a band in common with probability J^rows.
    mutating func sketch(_ set: Span<UInt64>, into keys: inout [UInt64]) {
        let count = bins.count
        for place in 0..<count { bins[place] = .max }
        var filled = 0
        var round = 0
        while filled < count, round < 2 * count, !set.isEmpty {
            let seed = Mixing.mix(UInt64(round) &+ 1, Mixing.k1)
            let value = UInt64(round) << 32
            for i in set.indices {
                let hash = Mixing.mix(set[i] ^ seed, Mixing.k0)
                let bin = round < count ? Int((hash >> 32 &* UInt64(count)) >> 32) : round - count
                if bins[bin] == .max { filled += 1 }
                bins[bin] = min(bins[bin], value | hash & 0xFFFF_FFFF)
            }
            round += 1
        }
        for band in 0..<bands {
            var key = UInt64(band) &+ Mixing.k1
            for row in 0..<rows { key = Mixing.mix(key ^ bins[band * rows + row], Mixing.k0) }
            keys.append(key >> (64 - Self.keyBits))
        }
    }
}
