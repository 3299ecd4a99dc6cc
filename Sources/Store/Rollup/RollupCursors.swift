internal import Model

/// Rows in ascending order, of which one at a time is at hand.
protocol RollupCursor {
    /// Ascending; the rows of equal keys are one entity's or one pair's.
    var key: (UInt64, UInt64) { get }
    var isAtEnd: Bool { get }
    mutating func advance() throws(StoreError)
}

/// Walks over the tallies of a table.
struct TallyCursor: RollupCursor {
    private var blocks: RollupBlocks
    private var reader = ByteReader([])
    private(set) var id = EntityID(value: 0)
    private(set) var payload: [UInt8] = []
    private(set) var isAtEnd = false

    init(_ table: RollupTableFile) throws(StoreError) {
        blocks = table.tallies()
        try advance()
    }

    var key: (UInt64, UInt64) { (id.value, 0) }

    mutating func advance() throws(StoreError) {
        if reader.isAtEnd {
            guard let rows = try blocks.next() else {
                isAtEnd = true
                return
            }
            reader = ByteReader(rows)
        }
        do {
            id = EntityID(value: try reader.fixed())
            payload = try reader.blob()
        } catch {
            throw blocks.damage
        }
    }

    func tally() throws(StoreError) -> EntityTally {
        var reader = ByteReader(payload)
        do { return try EntityTally(id: id, &reader) } catch { throw blocks.damage }
    }
}

/// Walks over the pairs of a table.
struct PairCursor: RollupCursor {
    private var blocks: RollupBlocks
    private var reader = ByteReader([])
    private(set) var pair = EntityPair(
        entity: EntityID(value: 0), other: EntityID(value: 0), documents: 0, weight: 0)
    private(set) var isAtEnd = false

    init(_ table: RollupTableFile) throws(StoreError) {
        blocks = table.pairs()
        try advance()
    }

    var key: (UInt64, UInt64) { (pair.entity.value, pair.other.value) }

    mutating func advance() throws(StoreError) {
        if reader.isAtEnd {
            guard let rows = try blocks.next() else {
                isAtEnd = true
                return
            }
            reader = ByteReader(rows)
        }
        do {
            let head = try reader.number()
            pair.documents = head >> 1
            if head & 1 == 1 { pair.entity = EntityID(value: try reader.fixed()) }
            pair.other = EntityID(value: try reader.fixed())
            pair.weight = try reader.number()
        } catch {
            throw blocks.damage
        }
    }
}

/// Several cursors as one, in the order of their keys; of equal keys the first cursor's row comes first.
struct RollupMerge<Cursor: RollupCursor> {
    private var cursors: [Cursor]
    /// The rows at hand, as a binary heap with the least at its root.
    private var heap: [Row] = []

    /// A row by its key and the place of its cursor.
    private struct Row {
        var key: (UInt64, UInt64)
        var cursor: Int

        @inline(__always) func precedes(_ other: Row) -> Bool {
            key == other.key ? cursor < other.cursor : key < other.key
        }
    }

    init(_ cursors: [Cursor]) {
        self.cursors = cursors
        for (place, cursor) in cursors.enumerated() where !cursor.isAtEnd {
            heap.append(Row(key: cursor.key, cursor: place))
        }
        for place in stride(from: heap.count / 2 - 1, through: 0, by: -1) { sink(place) }
    }

    mutating func advance() throws(StoreError) {
        guard let first = heap.first?.cursor else { return }
        try cursors[first].advance()
        if cursors[first].isAtEnd {
            heap.swapAt(0, heap.count - 1)
            heap.removeLast()
        } else {
            heap[0].key = cursors[first].key
        }
        sink(0)
    }

    private mutating func sink(_ place: Int) {
        var place = place
        while 2 * place + 1 < heap.count {
            var least = 2 * place + 1
            if least + 1 < heap.count, heap[least + 1].precedes(heap[least]) { least += 1 }
            if !heap[least].precedes(heap[place]) { return }
            heap.swapAt(place, least)
            place = least
        }
    }
}

extension RollupMerge<TallyCursor> {
    init(tallies tables: [RollupTableFile]) throws(StoreError) {
        var cursors: [TallyCursor] = []
        for table in tables { cursors.append(try TallyCursor(table)) }
        self.init(cursors)
    }

    /// The row of the next entity where only one table has it; it is then behind us.
    mutating func nextAlone() throws(StoreError) -> (id: EntityID, payload: [UInt8])? {
        guard let least = heap.first else { return nil }
        // The heap's second row is below its root.
        for other in heap[1..<max(1, min(3, heap.count))] where other.key == least.key { return nil }
        let first = least.cursor
        let row = (cursors[first].id, cursors[first].payload)
        try advance()
        return row
    }

    /// The next entity, added up over all tables.
    mutating func next() throws(StoreError) -> EntityTally? {
        guard let first = heap.first?.cursor else { return nil }
        let id = cursors[first].id
        let tally = try cursors[first].tally()
        try advance()
        guard let next = heap.first?.cursor, cursors[next].id == id else { return tally }
        var tallies = [tally]
        while let least = heap.first?.cursor, cursors[least].id == id {
            tallies.append(try cursors[least].tally())
            try advance()
        }
        return EntityTally.sum(tallies)
    }
}

extension RollupMerge<PairCursor> {
    init(pairs tables: [RollupTableFile]) throws(StoreError) {
        var cursors: [PairCursor] = []
        for table in tables { cursors.append(try PairCursor(table)) }
        self.init(cursors)
    }

    /// The next pair, added up over all tables.
    mutating func next() throws(StoreError) -> EntityPair? {
        guard let first = heap.first?.cursor else { return nil }
        var sum = cursors[first].pair
        try advance()
        while let least = heap.first?.cursor, cursors[least].pair.isOfSame(as: sum) {
            sum.documents += cursors[least].pair.documents
            sum.weight += cursors[least].pair.weight
            try advance()
        }
        return sum
    }
}
