/// Makes one file of sorted tables out of several that follow one another in rank.
enum TableMerge {
    static func merge(_ parts: [SortedTables], into sink: any ByteSink) throws {
        var writer = SortedTablesWriter(sink)
        let first = parts.first?.firstRank ?? 0
        for section in 0..<Section.count {
            try writer.section { writer in
                var cursors = try parts.map { try $0.cursor(section) }
                while true {
                    var least: UInt64?
                    for place in cursors.indices where !cursors[place].isAtEnd {
                        least = min(least ?? .max, cursors[place].key)
                    }
                    guard let key = least else { break }
                    try merge(key, section, &cursors, parts, first, &writer)
                }
            }
        }
        try writer.finish(firstRank: first, articles: parts.reduce(0) { $0 + $1.articles })
    }

    /// One key's rows: the first text, the last address, the sum of stories, the first candidates of a band.
    private static func merge(
        _ key: UInt64, _ section: Int, _ cursors: inout [SectionCursor], _ parts: [SortedTables], _ first: Int,
        _ writer: inout SortedTablesWriter
    ) throws {
        var found = 0
        var kept: UInt64 = 0
        for part in parts.indices {
            let shift = section == Section.paragraph ? 0 : UInt64(parts[part].firstRank - first)
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
