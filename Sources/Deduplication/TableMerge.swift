/// Makes one file of sorted tables out of several that follow one another in rank.
enum TableMerge {
    static func merge(_ parts: [SortedTables], into sink: any ByteSink) throws {
        var writer = SortedTablesWriter(sink)
        let first = parts.first?.firstRank ?? 0
        let shifts = parts.map { UInt64($0.firstRank - first) }
        for section in 0..<Section.count {
            try writer.section { writer in
                var cursors = try parts.map { try $0.cursor(section) }
                while let (key, holders) = least(cursors) {
                    try merge(key, of: holders, section, &cursors, shifts, &writer)
                }
            }
        }
        try writer.finish(firstRank: first, articles: parts.reduce(0) { $0 + $1.articles })
    }

    /// The least key under the cursors, and the parts among which those that have it are: mostly it is one. Nil at the end.
    @inline(__always)
    private static func least(_ cursors: [SectionCursor]) -> (key: UInt64, parts: Range<Int>)? {
        var key = UInt64.max
        var parts = cursors.endIndex..<cursors.endIndex
        for place in cursors.indices where !cursors[place].isAtEnd {
            if parts.isEmpty || cursors[place].key < key {
                (key, parts) = (cursors[place].key, place..<place + 1)
            } else if cursors[place].key == key {
                parts = parts.lowerBound..<place + 1
            }
        }
        return parts.isEmpty ? nil : (key, parts)
    }

    /// One key's rows: the first text, the last address, the sum of stories, the first candidates of a band.
    @inline(__always)
    private static func merge(
        _ key: UInt64, of parts: Range<Int>, _ section: Int, _ cursors: inout [SectionCursor], _ shifts: [UInt64],
        _ writer: inout SortedTablesWriter
    ) throws {
        var found = 0
        var kept: UInt64 = 0
        for part in parts {
            let shift = section == Section.paragraph ? 0 : shifts[part]
            while !cursors[part].isAtEnd, cursors[part].key == key {
                let value = cursors[part].value &+ shift
                found += 1
                switch section {
                case Section.text: if found == 1 { kept = value }
                case Section.address: kept = value
                case Section.paragraph: kept &+= value
                default: if found <= Banding.candidatesPerBand { try writer.add(key: key, value: value) }
                }
                try cursors[part].advance()
            }
        }
        if section < Section.band(0) { try writer.add(key: key, value: kept) }
    }
}
