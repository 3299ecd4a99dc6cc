internal import Model

/// As many consecutive articles (in rank) as fit in memory: what is known of each, and where it may have been seen before.
///
/// Flat arrays throughout: a corpus has millions of articles, and memory is promised.
struct Block {
    let firstRank: Int
    private(set) var prints: [Print] = []
    /// Key and place of every article, band after band; `sortBands` puts them in order.
    private var rows: [UInt64]
    /// Places between the first rows of two bands.
    private let capacity: Int
    /// Rows of every band.
    private var rowCount = 0
    /// For every article that has some, up to `Banding.candidates` earlier ones: the number of common bands above 40 bits of
    /// rank plus one.
    private var candidates: [UInt64] = []
    /// Where an article's candidates stand among those, counted from 1; 0 when it has none.
    private var candidateGroups: [UInt32] = []

    struct Print {
        var id: RecordID
        var text: RecordID
        var address: UInt64
        var identifier: UInt64
        /// Number of the document in its run; articles may be ranked otherwise than they came.
        var document: Int
        var isMarkedRevision: Bool
        /// Rank of the first article with the same text, plus one; 0 when it is this one.
        var sameText = 0
    }

    /// Memory per article: all of the above, the rows of a band while they are sorted, and the tables of keys (some
    /// seven paragraphs an article).
    static let bytesPerArticle =
        MemoryLayout<Print>.stride + 8 * (Banding.bands + Banding.candidates + 2) + 4 + 450

    /// Articles of a block, by the place's width in `rows`.
    static let maxArticles = 1 << 24

    init(firstRank: Int, capacity: Int) {
        self.firstRank = firstRank
        self.capacity = capacity
        prints.reserveCapacity(capacity)
        rows = Array(repeating: 0, count: capacity * Banding.bands)
    }

    var ranks: Range<Int> { firstRank..<firstRank + prints.count }

    mutating func append(_ print: Fingerprint, document: Int) {
        let place = prints.count
        precondition(place < capacity, "more articles than the block has room for")
        prints.append(
            Print(
                id: print.id, text: print.text, address: print.address, identifier: print.identifier,
                document: document, isMarkedRevision: print.isMarkedRevision))
        for band in 0..<min(print.bands.count, Banding.bands) {
            rows[band &* capacity &+ place] = print.bands[band] << Self.placeBits | UInt64(place)
        }
    }

    mutating func setSameText(_ place: Int, rank: Int) { prints[place].sameText = rank + 1 }

    // MARK: Bands

    private static let placeBits: UInt64 = 24
    private static let keyBits = 40

    private static func place(_ row: UInt64) -> Int { Int(row & ((1 << placeBits) - 1)) }

    /// Puts the rows of every band in ascending order, without those of articles that repeat a text. Once, before the
    /// candidates are asked for.
    mutating func sortBands() {
        let own = prints.indices.filter { prints[$0].sameText == 0 }
        rowCount = own.count
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: rowCount) { scratch in
            rows.withUnsafeMutableBufferPointer { rows in
                for band in 0..<Banding.bands {
                    let first = band * capacity
                    if rowCount < prints.count {
                        for (row, place) in own.enumerated() { rows[first + row] = rows[first + place] }
                    }
                    RadixSort.sort(UnsafeMutableBufferPointer(rebasing: rows[first..<first + own.count]), scratch)
                }
            }
        }
    }

    private func rows(_ band: Int) -> Range<Int> { band * capacity..<band * capacity + rowCount }

    // MARK: Candidates

    /// Finds, for every article with a text of its own, the earlier ones that agree in a band.
    ///
    /// Of all that agree in a band the first few count, so what is found depends on earlier articles alone.
    mutating func findCandidates(in tables: [SortedTables]) throws {
        // Memory that is never written to is never taken.
        candidates.reserveCapacity(prints.count * Banding.candidates)
        candidateGroups = Array(repeating: 0, count: prints.count)
        let rows = rows
        var known: [Int] = []
        for band in 0..<Banding.bands {
            var cursors = try tables.map { try $0.cursor(Section.band(band)) }
            var start = self.rows(band).lowerBound
            let last = self.rows(band).upperBound
            var sieve = KeySieve(keyBits: Self.keyBits, count: rowCount)
            if !tables.isEmpty { for row in rows[start..<last] { sieve.insert(row >> Self.placeBits) } }
            while start < last {
                let key = rows[start] >> Self.placeBits
                var end = start + 1
                if tables.isEmpty, end == last || rows[end] >> Self.placeBits != key {
                    start = end
                    continue
                }
                while end < last, rows[end] >> Self.placeBits == key { end += 1 }
                if !known.isEmpty { known.removeAll(keepingCapacity: true) }
                for index in cursors.indices {
                    try cursors[index].seek(key, through: sieve)
                    while !cursors[index].isAtEnd, cursors[index].key == key {
                        known.append(try tables[index].rank(cursors[index].value))
                        try cursors[index].advance()
                    }
                }
                if end - start > 1 || !known.isEmpty {
                    meet(rows[start..<end], known.prefix(Banding.candidatesPerBand))
                }
                start = end
            }
            for index in cursors.indices { try cursors[index].finish() }
        }
    }

    private mutating func meet(_ rows: ArraySlice<UInt64>, _ known: ArraySlice<Int>) {
        for row in rows.indices {
            let place = Self.place(rows[row])
            for rank in known { addCandidate(rank, to: place) }
            let new = min(row - rows.startIndex, Banding.candidatesPerBand - known.count)
            for other in 0..<max(0, new) {
                addCandidate(firstRank + Self.place(rows[rows.startIndex + other]), to: place)
            }
        }
    }

    private static let rankBits: UInt64 = 40
    private static let rankMask: UInt64 = (1 << rankBits) - 1

    /// Counts a common band. When all places are taken, each loses one (Misra and Gries, "Finding repeated elements"):
    /// those that agree in many bands remain.
    private mutating func addCandidate(_ rank: Int, to place: Int) {
        let entry = UInt64(rank + 1)
        if candidateGroups[place] == 0 {
            candidates.append(contentsOf: repeatElement(0, count: Banding.candidates))
            candidateGroups[place] = UInt32(candidates.count / Banding.candidates)
        }
        let first = (Int(candidateGroups[place]) - 1) * Banding.candidates
        for slot in first..<first + Banding.candidates {
            if candidates[slot] & Self.rankMask == entry {
                candidates[slot] += 1 << Self.rankBits
                return
            }
            if candidates[slot] == 0 {
                candidates[slot] = 1 << Self.rankBits | entry
                return
            }
        }
        var kept = first
        for slot in first..<first + Banding.candidates {
            let left = candidates[slot] - 1 << Self.rankBits
            guard left >> Self.rankBits > 0 else { continue }
            candidates[kept] = left
            kept += 1
        }
        for slot in kept..<first + Banding.candidates { candidates[slot] = 0 }
    }

    /// Ranks of the candidates of one article, in no order.
    func forEachCandidate(of place: Int, _ visit: (Int) throws -> Void) rethrows {
        if candidateGroups[place] == 0 { return }
        let first = (Int(candidateGroups[place]) - 1) * Banding.candidates
        for slot in first..<first + Banding.candidates where candidates[slot] != 0 {
            try visit(Int(candidates[slot] & Self.rankMask) - 1)
        }
    }

    // MARK: Tables

    /// Writes the sorted tables of the block's articles.
    ///
    /// - Parameters:
    ///   - addresses: the last rank of every address that the block asked for; older ones are left out.
    ///   - paragraphs: how many stories have a paragraph.
    func write(addresses: KeyTable, paragraphs: ParagraphCounts, to sink: any ByteSink) throws {
        var writer = SortedTablesWriter(sink)
        try writer.section {
            var rows: [(key: UInt64, value: UInt64)] = []
            rows.reserveCapacity(prints.count)
            for place in prints.indices where prints[place].sameText == 0 {
                rows.append((prints[place].text.high, UInt64(place)))
            }
            RadixSort.sort(&rows)
            for row in rows { try $0.add(key: row.key, value: row.value) }
        }
        try writer.section {
            // Places plus one, so that addresses of earlier blocks fall out.
            let first = UInt64(firstRank)
            for row in addresses.sorted({ $0 < first ? 0 : $0 - first + 1 }) {
                try $0.add(key: row.key, value: row.value - 1)
            }
        }
        try writer.section { for row in paragraphs.ofBlock() { try $0.add(key: row.key, value: row.value) } }
        for band in 0..<Banding.bands { try writer.section { try write(band, to: &$0) } }
        try writer.finish(firstRank: firstRank, articles: prints.count)
    }

    /// The first articles of every key of a band.
    private func write(_ band: Int, to writer: inout SortedTablesWriter) throws {
        var last: UInt64?
        var same = 0
        for row in rows[rows(band)] {
            let key = row >> Self.placeBits
            same = key == last ? same + 1 : 0
            last = key
            if same < Banding.candidatesPerBand { try writer.add(key: key, value: UInt64(Self.place(row))) }
        }
    }
}
