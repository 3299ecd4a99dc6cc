/// How many stories of a site had a paragraph: copies of one story count once.
struct ParagraphCounts {
    /// Earlier stories in the lower half of each value, those of the current block in the upper half.
    private var table: KeyTable

    private static let one: UInt64 = 1 << 32

    init(capacity: Int) { table = KeyTable(capacity: capacity) }

    func stories(with key: UInt64) -> UInt64 {
        let value = table[key] ?? 0
        return value & (Self.one - 1) + value >> 32
    }

    func earlierStories(with key: UInt64) -> UInt64 { (table[key] ?? 0) & (Self.one - 1) }

    mutating func addStory(with key: UInt64) { table.update(key) { ($0 ?? 0) + Self.one } }

    mutating func addEarlier(_ stories: UInt64, with key: UInt64) {
        let value = table[key] ?? 0
        let earlier = min(value & (Self.one - 1) + min(stories, Self.one - 1), Self.one - 1)
        table[key] = value - value & (Self.one - 1) + earlier
    }

    /// - Parameter current: stories that are not earlier ones.
    mutating func add(earlier: UInt64, current: UInt64, with key: UInt64) {
        addEarlier(earlier, with: key)
        let value = table[key] ?? 0
        table[key] = value & (Self.one - 1) | min(value >> 32 + min(current, Self.one - 1), Self.one - 2) << 32
    }

    /// Paragraphs of the block's own stories and the number of these, by key.
    func ofBlock() -> [(key: UInt64, value: UInt64)] { table.sorted { $0 >> 32 } }
}
