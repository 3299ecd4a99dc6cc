internal import Model

// How a tally lies in a table, behind its id: type and flag in one byte, then every list with its length before it.

extension EntityTally {
    /// No day of publication is before the year 1.
    private static let firstDay = -719_162

    func write(into writer: inout ByteWriter) {
        let place = Entity.Kind.allCases.firstIndex(of: type) ?? 0
        writer.byte(UInt8(place) | (isPartial ? 0x80 : 0))
        writer.number(aliases.count)
        for alias in aliases {
            writer.blob(alias.text)
            writer.number(alias.mentions)
            writer.number(alias.named)
        }
        for counts in [months, countries, places] {
            writer.number(counts.count)
            for count in counts {
                writer.number(count.key)
                writer.number(count.documents)
                writer.number(count.mentions)
            }
        }
        writer.byte(days == nil ? 0 : 1)
        if let days {
            writer.number(days.lowerBound - Self.firstDay)
            writer.number(days.upperBound - days.lowerBound)
        }
    }

    init(id: EntityID, _ reader: inout ByteReader) throws(ByteReader.Malformed) {
        self.id = id
        let head = try reader.byte()
        guard Int(head & 0x7F) < Entity.Kind.allCases.count else { throw ByteReader.Malformed() }
        type = Entity.Kind.allCases[Int(head & 0x7F)]
        isPartial = head & 0x80 != 0
        aliases = []
        for _ in 0..<(try Self.length(&reader)) {
            aliases.append(Alias(text: try reader.blob(), mentions: try reader.number(), named: try reader.number()))
        }
        months = try Self.counts(&reader)
        countries = try Self.counts(&reader)
        places = try Self.counts(&reader)
        guard try reader.byte() == 1 else { return }
        let (first, length) = (try reader.number(), try reader.number())
        guard first >= 0, length >= 0, first + length < 1 << 32 else { throw ByteReader.Malformed() }
        days = first + Self.firstDay...first + Self.firstDay + length
    }

    private static func counts(_ reader: inout ByteReader) throws(ByteReader.Malformed) -> [Count] {
        var counts: [Count] = []
        for _ in 0..<(try length(&reader)) {
            counts.append(
                Count(key: try reader.number(), documents: try reader.number(), mentions: try reader.number()))
        }
        return counts
    }

    private static func length(_ reader: inout ByteReader) throws(ByteReader.Malformed) -> Int {
        let length = try reader.number()
        guard length >= 0, length < 1 << 32 else { throw ByteReader.Malformed() }
        return length
    }
}
