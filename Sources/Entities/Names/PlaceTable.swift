/// Places by name: those of GeoNames with their numbers, and the parts of countries. A section of the model.
///
/// Sorted entries of 16 bytes: the phrase hash of a name, the GeoNames number (0 for a part of a country), the country's place
/// in `Country`.
struct PlaceTable: Sendable {
    nonisolated(unsafe) private let base: UnsafeRawPointer
    private let count: Int

    struct Place: Equatable, Hashable {
        var geonameID: UInt32
        var country: UInt8
    }

    private static let size = 16

    init?(_ base: UnsafeRawPointer, bytes: Int) {
        guard bytes % Self.size == 0 else { return nil }
        self.base = base
        count = bytes / Self.size
    }

    /// All places of that name.
    func find(_ phrase: UInt64) -> [Place] {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if hash(middle) < phrase { low = middle + 1 } else { high = middle }
        }
        var found: [Place] = []
        while low < count, hash(low) == phrase {
            let id = UInt32(littleEndian: base.load(fromByteOffset: low * Self.size + 8, as: UInt32.self))
            let country = base.load(fromByteOffset: low * Self.size + 12, as: UInt8.self)
            found.append(Place(geonameID: id, country: country))
            low += 1
        }
        return found
    }

    private func hash(_ index: Int) -> UInt64 {
        UInt64(littleEndian: base.load(fromByteOffset: index * Self.size, as: UInt64.self))
    }

    static func encode(_ places: [UInt64: Set<Place>]) -> [UInt8] {
        var out: [UInt8] = []
        for (hash, all) in places.sorted(by: { $0.key < $1.key }) {
            for place in all.sorted(by: { ($0.country, $0.geonameID) < ($1.country, $1.geonameID) }) {
                withUnsafeBytes(of: hash.littleEndian) { out.append(contentsOf: $0) }
                withUnsafeBytes(of: place.geonameID.littleEndian) { out.append(contentsOf: $0) }
                out += [place.country, 0, 0, 0]
            }
        }
        return out
    }
}
