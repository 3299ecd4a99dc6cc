/// Countries by their names and by what their people are called.
struct Country: Sendable {
    static let shared = Country()

    /// Places in `codes`, from 1, by word or phrase hash.
    private var byName: [UInt64: UInt8] = [:]
    private var byDemonym: [UInt64: UInt8] = [:]
    private var byCapital: [UInt64: UInt8] = [:]
    private var adherents: Set<UInt64> = []
    private(set) var codes: [String] = [""]

    private init() {
        for line in Self.table.split(separator: "\n") {
            let fields = line.split(separator: "|", omittingEmptySubsequences: false)
            let place = UInt8(codes.count)
            codes.append(String(fields[0]))
            for name in fields[1].split(separator: ";") { byName[Self.hash(name)] = place }
            for demonym in fields[2].split(separator: " ") {
                byDemonym[Self.hash(demonym.split(separator: "-").joined(separator: " "))] = place
            }
            if !fields[3].isEmpty { byCapital[Self.hash(fields[3])] = place }
        }
        for word in Self.peoples.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            adherents.insert(Self.hash(word))
        }
    }

    /// The hash of a name whose words are parted by single blanks, as mentions have it.
    static func hash(_ name: some StringProtocol) -> UInt64 {
        var name = String(name)
        return name.withUTF8 { bytes in
            var hash: UInt64 = 0
            var start = 0
            while start < bytes.count {
                var end = start
                while end < bytes.count, bytes[end] != UInt8(ascii: " ") { end += 1 }
                if end > start {
                    let word = WordHash.of(UnsafeBufferPointer(rebasing: bytes[start..<end]))
                    hash = WordHash.phrase(hash, adding: word)
                }
                start = end + 1
            }
            return hash
        }
    }

    /// 0: none.
    func named(_ phrase: UInt64) -> UInt8 { byName[phrase] ?? 0 }
    func demonym(_ phrase: UInt64) -> UInt8 { byDemonym[phrase] ?? 0 }
    func capital(_ phrase: UInt64) -> UInt8 { byCapital[phrase] ?? 0 }
    /// Whether the phrase names a people, a faith or a party's people.
    func isPeople(_ phrase: UInt64) -> Bool { byDemonym[phrase] != nil || adherents.contains(phrase) }
    func place(ofCode code: String) -> UInt8 { UInt8(codes.firstIndex(of: code) ?? 0) }
}
