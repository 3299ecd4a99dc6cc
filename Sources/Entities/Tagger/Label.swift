/// The tagger's labels: BILOU (begin, inside, last, outside, unit) times four types. O scores 0 and has no number of its own.
enum Label {
    static let count = 16
    /// The label of a word outside all names.
    static let outside: UInt8 = 16

    enum Part: Int { case begin, inside, last, unit }

    @inline(__always) static func make(_ part: Part, _ type: Int) -> UInt8 { UInt8(part.rawValue * 4 + type) }
    @inline(__always) static func type(_ label: UInt8) -> Int { Int(label & 3) }
    @inline(__always) static func part(_ label: UInt8) -> Part? { Part(rawValue: Int(label >> 2)) }

    static let types = 4
    static let person = 0
    static let organization = 1
    static let location = 2
    static let miscellaneous = 3
}

/// A name that the tagger found: words `start..<end`.
struct NameSpan: Equatable {
    var start: Int
    var end: Int
    var type: Int
}
