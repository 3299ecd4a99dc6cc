internal import Model

/// The name and type of every entity, found by id: a file in the order of the ids, and in memory one place in every few dozen.
final class NameTable {
    private let path: String
    private let file: ReadFile
    private let index: [(id: EntityID, offset: Int)]
    private let bytes: Int
    private var cache: [Entry?] = Array(repeating: nil, count: cacheSlots)

    private static let cacheSlots = 1 << 14
    private static let rowsPerPlace = 32

    struct Entry {
        var id: EntityID
        var type: Entity.Kind
        var name: [UInt8]
    }

    /// Writes the table; ids must ascend.
    struct Writer {
        private let file: StoredFileWriter
        private let path: String
        private var pending = ByteWriter()
        private var index: [(id: EntityID, offset: Int)] = []
        private var rows = 0

        init(_ path: String, in output: String) throws(StoreError) {
            file = try StoredFileWriter(path, in: output)
            self.path = output + "/" + path
        }

        mutating func add(_ tally: EntityTally) throws(StoreError) {
            if rows % NameTable.rowsPerPlace == 0 { index.append((tally.id, file.length + pending.count)) }
            rows += 1
            pending.fixed(tally.id.value)
            pending.byte(UInt8(Entity.Kind.allCases.firstIndex(of: tally.type) ?? 0))
            pending.blob(tally.name)
            if pending.count >= 1 << 18 { try flush() }
        }

        private mutating func flush() throws(StoreError) {
            try pending.withBytes { (bytes) throws(StoreError) in try file.append(bytes) }
            pending.clear()
        }

        /// The table, ready to be asked. It is gone with the run, so nothing is made durable.
        mutating func finish() throws(StoreError) -> NameTable {
            try flush()
            return try NameTable(path, index, bytes: file.length)
        }
    }

    private init(_ path: String, _ index: [(id: EntityID, offset: Int)], bytes: Int) throws(StoreError) {
        self.path = path
        self.index = index
        self.bytes = bytes
        file = try ReadFile(path)
    }

    /// - Returns: nil when no entity has the id.
    func entry(_ id: EntityID) throws(StoreError) -> Entry? {
        let slot = Int(id.value % UInt64(Self.cacheSlots))
        if let known = cache[slot], known.id == id { return known }
        let found = try look(up: id)
        if let found { cache[slot] = found }
        return found
    }

    private func look(up id: EntityID) throws(StoreError) -> Entry? {
        var (low, high) = (0, index.count)
        while low < high {
            let middle = (low + high) / 2
            if index[middle].id <= id { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return nil }
        let start = index[low - 1].offset
        let end = low < index.count ? index[low].offset : bytes
        var reader = ByteReader(try file.read(from: start, count: end - start))
        do {
            while !reader.isAtEnd {
                let found = EntityID(value: try reader.fixed())
                let type = Entity.Kind.allCases[min(Int(try reader.byte()), Entity.Kind.allCases.count - 1)]
                let name = try reader.blob()
                if found == id { return Entry(id: id, type: type, name: name) }
            }
        } catch {
            throw .damaged(path: path, detail: "it does not hold the names of entities")
        }
        return nil
    }
}
