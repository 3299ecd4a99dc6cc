/// What the order of labels is worth, for those orders that BILOU allows. O to O is 0.
struct Transitions: Sendable, Equatable {
    /// From outside (place 4) or from a name of a type that has just ended (0...3) into a new name: `[from * 4 + type]`.
    var begin: [Int16]
    /// The same for a name of one word.
    var unit: [Int16]
    /// Within a name: begin-inside, begin-last, inside-inside, inside-last, each by type.
    var within: [Int16]
    /// From the end of a name of a type to outside.
    var leave: [Int16]

    static let count = 20 + 20 + 16 + 4

    static let none = Transitions([Int16](repeating: 0, count: count))

    init(_ all: [Int16]) {
        begin = Array(all[0..<20])
        unit = Array(all[20..<40])
        within = Array(all[40..<56])
        leave = Array(all[56..<60])
    }

    init(reading base: UnsafeRawPointer) {
        self.init((0..<Self.count).map { Int16(littleEndian: base.load(fromByteOffset: $0 * 2, as: Int16.self)) })
    }

    /// The place of the step from one label to the next in the flat list; nil for O to O and for what BILOU forbids.
    static func place(from: UInt8, to: UInt8) -> Int? {
        let source: Int
        switch from == Label.outside ? nil : Label.part(from) {
        case .begin?, .inside?:
            guard to != Label.outside, Label.type(from) == Label.type(to) else { return nil }
            let offset = Label.part(from) == .begin ? 0 : 8
            switch Label.part(to) {
            case .inside?: return 40 + offset + Label.type(to)
            case .last?: return 44 + offset + Label.type(to)
            default: return nil
            }
        case .last?, .unit?: source = Label.type(from)
        case nil: source = 4
        }
        if to == Label.outside { return source == 4 ? nil : 56 + source }
        switch Label.part(to) {
        case .begin?: return source * 4 + Label.type(to)
        case .unit?: return 20 + source * 4 + Label.type(to)
        default: return nil
        }
    }
}
