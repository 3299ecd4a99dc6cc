import Model

/// A text with its entities in colour (ECMA-48 sequences), for eyes.
struct ColouredText {
    private var marks: [(start: Int, end: Int, type: Entity.Kind)] = []

    init(_ entities: [Entity]) {
        for entity in entities {
            for mention in entity.mentions { marks.append((mention.start, mention.end, entity.type)) }
        }
        marks.sort { $0.start < $1.start }
    }

    func render(_ text: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        var scalar = 0
        var next = 0
        for byte in text {
            if byte & 0xC0 != 0x80 {
                if next < marks.count, scalar == marks[next].end { close(&out, &next) }
                if next < marks.count, scalar == marks[next].start { out += Self.open(marks[next].type) }
                scalar += 1
            }
            out.append(byte)
        }
        if next < marks.count, scalar == marks[next].end { close(&out, &next) }
        return out
    }

    private func close(_ out: inout [UInt8], _ next: inout Int) {
        out += Array("\u{1B}[2m \(marks[next].type.rawValue)\u{1B}[0m".utf8)
        next += 1
    }

    private static func open(_ type: Entity.Kind) -> [UInt8] {
        let colour =
            switch type {
            case .person: 36
            case .organization: 33
            case .location: 32
            case .people: 34
            case .miscellaneous: 35
            case .date, .time: 31
            case .money, .percent, .quantity: 37
            }
        return Array("\u{1B}[1;\(colour)m".utf8)
    }
}
