/// What the order of labels is worth, for those orders that BILOU allows, by the type of the name that is entered or gone on
/// with. O to O is 0.
struct Transitions: Sendable, Equatable {
    /// Into a name of several words, or of one, from the end of a name of each type or from outside.
    var begin: Sources
    var unit: Sources
    // Within a name.
    var beginInside: SIMD4<Int32>
    var beginLast: SIMD4<Int32>
    var insideInside: SIMD4<Int32>
    var insideLast: SIMD4<Int32>
    /// From the end of a name to outside.
    var leave: SIMD4<Int32>

    struct Sources: Sendable, Equatable {
        var person: SIMD4<Int32>
        var organization: SIMD4<Int32>
        var location: SIMD4<Int32>
        var miscellaneous: SIMD4<Int32>
        var outside: SIMD4<Int32>
    }

    static let count = 20 + 20 + 16 + 4

    static let none = Transitions([Int16](repeating: 0, count: count))

    /// - Parameter all: flat, by `place(from:to:)`.
    init(_ all: [Int16]) {
        func four(_ start: Int) -> SIMD4<Int32> {
            SIMD4(Int32(all[start]), Int32(all[start + 1]), Int32(all[start + 2]), Int32(all[start + 3]))
        }
        func sources(_ start: Int) -> Sources {
            Sources(
                person: four(start), organization: four(start + 4), location: four(start + 8),
                miscellaneous: four(start + 12), outside: four(start + 16))
        }
        begin = sources(0)
        unit = sources(20)
        beginInside = four(40)
        beginLast = four(44)
        insideInside = four(48)
        insideLast = four(52)
        leave = four(56)
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
