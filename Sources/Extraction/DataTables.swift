/// Tells tables of data from tables that only lay out a page.
struct DataTables {
    private var isData: [Int32: Bool] = [:]
    /// The row that each block stands in, -1 outside of data tables.
    private(set) var row: [Int32] = []

    mutating func find(_ arena: Arena, _ measures: Measures) {
        isData.removeAll(keepingCapacity: true)
        row.removeAll(keepingCapacity: true)
        for block in arena.blocks {
            guard let (table, row) = Self.table(around: block, arena) else {
                self.row.append(-1)
                continue
            }
            let known = isData[Int32(table)]
            let verdict = known ?? Self.holdsData(table, arena, measures)
            if known == nil { isData[Int32(table)] = verdict }
            self.row.append(verdict ? Int32(row) : -1)
        }
    }

    func isDataCell(_ index: Int) -> Bool { row[index] >= 0 }

    private static func table(around block: Block, _ arena: Arena) -> (table: Int, row: Int)? {
        var node = Int(block.node)
        var row = -1
        for _ in 0..<8 where node > 0 {
            if arena.tag[node] == .tr, row < 0 { row = node }
            if arena.tag[node] == .table { return row >= 0 ? (node, row) : nil }
            node = Int(arena.parent[node])
        }
        return nil
    }

    /// Two rows or more, short cells, no table inside, not mostly links.
    private static func holdsData(_ table: Int, _ arena: Arena, _ measures: Measures) -> Bool {
        var rows = 0
        var cells = 0
        for node in table + 1..<Int(arena.end[table]) {
            switch arena.tag[node] {
            case .table, .form, .input: return false
            case .tr: rows += 1
            case .td, .th: cells += 1
            default: break
            }
        }
        let blocks = arena.blockRange(table)
        guard rows >= 2, cells >= 2 * rows - 1, !blocks.isEmpty else { return false }
        return measures.width(blocks) / blocks.count < 90 && measures.linkDensity(blocks) < 0.5
    }
}
