internal import Model

/// Looks up in sorted tables what a block asks for: its keys are sorted and the tables stream past once.
enum KeyJoin {
    /// Rank of the first earlier article with a text, by the upper half of the text's hash.
    static func texts(of block: Block, in tables: [SortedTables]) throws -> KeyTable {
        var found = KeyTable(capacity: block.prints.count)
        var keys = block.prints.map(\.text.high)
        try join(&keys, tables, Section.text) { key, table, value in
            if found[key] == nil { found[key] = UInt64(try tables[table].rank(value)) }
        }
        return found
    }

    /// Rank of the last earlier article with an address or identifier.
    static func addresses(of block: Block, in tables: [SortedTables]) throws -> KeyTable {
        var found = KeyTable(capacity: block.prints.count)
        var keys: [UInt64] = []
        for print in block.prints {
            if print.address != 0 { keys.append(print.address) }
            if print.identifier != 0 { keys.append(print.identifier) }
        }
        try join(&keys, tables, Section.address) { key, table, value in
            found[key] = UInt64(try tables[table].rank(value))
        }
        return found
    }

    /// Number of earlier stories with a paragraph.
    static func paragraphs(
        of block: Block, in tables: [SortedTables], _ source: any FingerprintSource
    ) throws -> ParagraphCounts {
        var found = ParagraphCounts(capacity: block.prints.count)
        if tables.isEmpty { return found }
        var keys: [UInt64] = []
        for place in block.prints.indices where block.prints[place].sameText == 0 {
            let evidence = try Evidence(decoding: source.evidence(of: block.prints[place].document))
            for place in 0..<evidence.paragraphCount { keys.append(evidence.paragraph(place).key) }
        }
        try join(&keys, tables, Section.paragraph) { key, _, value in found.addEarlier(value, with: key) }
        return found
    }

    /// Number of stories with the paragraphs of some documents, and of those of their sites, where boilerplate begins or
    /// above.
    ///
    /// - Parameter earlier: how many of the tables, the first ones, are of earlier runs.
    static func stories(
        of documents: Range<Int>, in tables: [SortedTables], earlier: Int, _ source: any FingerprintSource
    ) throws -> ParagraphCounts {
        var keys: [UInt64] = []
        for document in documents {
            let evidence = try Evidence(decoding: source.evidence(of: document))
            for place in 0..<evidence.paragraphCount { keys.append(evidence.paragraph(place).key) }
        }
        var found = ParagraphCounts(capacity: documents.count)
        var (last, before, now): (UInt64, UInt64, UInt64) = (0, 0, 0)
        func settle() {
            if before &+ now >= Boilerplate.fewestStories { found.add(earlier: before, current: now, with: last) }
        }
        try join(&keys, tables, Section.paragraph) { key, table, value in
            if key != last {
                settle()
                (last, before, now) = (key, 0, 0)
            }
            if table < earlier { before &+= value } else { now &+= value }
        }
        settle()
        return found
    }

    private static func join(
        _ keys: inout [UInt64], _ tables: [SortedTables], _ section: Int,
        _ visit: (_ key: UInt64, _ table: Int, _ value: UInt64) throws -> Void
    ) throws {
        if tables.isEmpty { return }
        RadixSort.sort(&keys)
        var sieve = KeySieve(keyBits: 64, count: keys.count)
        for key in keys { sieve.insert(key) }
        var cursors = try tables.map { try $0.cursor(section) }
        var last: UInt64?
        for key in keys where key != last {
            last = key
            for table in cursors.indices {
                try cursors[table].seek(key, through: sieve)
                if !cursors[table].isAtEnd, cursors[table].key == key { try visit(key, table, cursors[table].value) }
            }
        }
        for table in cursors.indices { try cursors[table].finish() }
    }
}
