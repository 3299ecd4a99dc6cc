import TestSupport
import Testing

@testable import Deduplication

@Suite struct SectionCursorTests {
    private typealias Row = (key: UInt64, value: UInt64)

    /// A file of sorted tables with some rows in its second section.
    private static func file(_ rows: [Row]) throws -> MemoryIndex.File {
        let file = MemoryIndex.File()
        var writer = SortedTablesWriter(file)
        for section in 0..<Section.count {
            try writer.section { writer in
                if section == 1 { for row in rows { try writer.add(key: row.key, value: row.value) } }
            }
        }
        try writer.finish(firstRank: 0, articles: 0)
        return file
    }

    private static func cursor(_ file: MemoryIndex.File) throws -> SectionCursor {
        try SortedTables(file.source()).cursor(1)
    }

    private static func rows(_ file: MemoryIndex.File) throws -> [Row] {
        var cursor = try cursor(file)
        var rows: [Row] = []
        while !cursor.isAtEnd {
            rows.append((cursor.key, cursor.value))
            try cursor.advance()
        }
        return rows
    }

    /// Rows whose numbers take from one byte to ten.
    private static func randomRows(_ random: inout SplitMix, count: Int) -> [Row] {
        var rows: [Row] = []
        var key: UInt64 = 0
        for _ in 0..<count {
            let step = UInt64.random(in: 0...UInt64.max, using: &random) >> UInt64.random(in: 0..<64, using: &random)
            if !key.addingReportingOverflow(step).overflow { key += step }
            let value = UInt64.random(in: 0...UInt64.max, using: &random) >> UInt64.random(in: 0..<64, using: &random)
            rows.append((key, value))
        }
        return rows
    }

    @Test("what was written is read", arguments: [0, 1, 2, 5, 1000, 40_000])
    func roundTrip(count: Int) throws {
        var random = SplitMix(state: UInt64(count))
        let rows = Self.randomRows(&random, count: count)
        let found = try Self.rows(Self.file(rows))
        #expect(found.elementsEqual(rows, by: ==))
    }

    @Test("a section may end wherever a piece does", arguments: [-1, 0, 1], [2, 3, 20])
    func borders(extra: Int, rowBytes: Int) throws {
        for pieces in 1...2 {
            let count = pieces * SectionCursor.pieceBytes / rowBytes + extra
            let rows: [Row] = (0..<count).map { place in
                switch rowBytes {
                case 2: (UInt64(place), 5)
                case 3: (UInt64(place), 300)
                // The first key takes ten bytes; those after it are the same.
                default: (1 << 63, .max)
                }
            }
            #expect(try Self.rows(Self.file(rows)).elementsEqual(rows, by: ==), "\(pieces) pieces")
        }
    }

    @Test("seeking finds every row that is looked for", arguments: [10, 1000, 60_000])
    func seek(wanted: Int) throws {
        var random = SplitMix(state: UInt64(wanted))
        var keys = (0..<30_000).map { _ in UInt64.random(in: 0...UInt64.max, using: &random) }
        keys += [0, .max]
        keys.sort()
        let rows: [Row] = keys.enumerated().map { ($0.element, UInt64($0.offset)) }
        var cursor = try Self.cursor(Self.file(rows))
        // Some that are there, twice or more as many that are not.
        let asked = (0..<wanted).map { place in
            place % 3 == 0
                ? keys[Int.random(in: 0..<keys.count, using: &random)]
                : UInt64.random(in: 0...UInt64.max, using: &random)
        }
        var sieve = KeySieve(keyBits: 64, count: wanted + 2)
        let sorted = ([0, .max] + asked).sorted()
        for key in sorted { sieve.insert(key) }
        #expect(sorted.allSatisfy { sieve.mayContain($0) })
        let values = [UInt64: UInt64](rows.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
        for key in sorted {
            try cursor.seek(key, through: sieve)
            let found = !cursor.isAtEnd && cursor.key == key ? cursor.value : nil
            #expect(found == values[key])
        }
        try cursor.finish()
        #expect(cursor.isAtEnd)
    }

    @Test("damage in a section is noticed at its end at the latest")
    func damage() throws {
        var random = SplitMix(state: 7)
        let file = try Self.file(Self.randomRows(&random, count: 15_000))
        let whole = file.bytes
        let footer = (Section.count * 4 + 3) * 8
        for place in stride(from: Signature.bytes.count, to: whole.count - footer, by: 1999) {
            file.bytes = whole
            file.bytes[place] ^= UInt8.random(in: 1...255, using: &random)
            #expect(throws: IndexError.damaged, "damage at \(place)") {
                var cursor = try Self.cursor(file)
                try cursor.finish()
            }
            #expect(throws: IndexError.damaged, "damage at \(place)") { try Self.rows(file) }
        }
    }

    @Test("a number that does not end is none")
    func endless() {
        func row(_ bytes: [UInt8]) -> PackedRow? {
            (bytes + [UInt8](repeating: 0, count: PackedRow.maxBytes)).withUnsafeBytes {
                $0.baseAddress.flatMap { PackedRow($0) }
            }
        }
        let ten = [UInt8](repeating: 0x80, count: 9) + [1]
        #expect(row(ten + ten).map { [$0.difference, $0.value, UInt64($0.bytes)] } == [1 << 63, 1 << 63, 20])
        #expect(row([0x80] + ten) == nil)
        #expect(row([1, 0x80] + ten) == nil)
    }
}
