extension JSONWriter {
    /// Lays compact JSON out for people: one member or element a line, two spaces a level, a line feed at the end.
    package static func indented(_ compact: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(compact.count * 2)
        var depth = 0
        var isInString = false
        var isEscaped = false
        func breakLine() {
            text.append(0x0A)
            text.append(contentsOf: repeatElement(0x20, count: depth * 2))
        }
        for (position, byte) in compact.enumerated() {
            if isInString {
                text.append(byte)
                isInString = isEscaped || byte != UInt8(ascii: "\"")
                isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
                continue
            }
            let next = position + 1 < compact.count ? compact[position + 1] : 0
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                text.append(byte)
                // ASCII puts each closing bracket two above its opening one.
                if next == byte + 2 { continue }
                depth += 1
                breakLine()
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if position > 0, compact[position - 1] != byte - 2 {
                    depth = max(0, depth - 1)
                    breakLine()
                }
                text.append(byte)
            case UInt8(ascii: ","):
                text.append(byte)
                breakLine()
            case UInt8(ascii: ":"):
                text.append(byte)
                text.append(0x20)
            default:
                text.append(byte)
                isInString = byte == UInt8(ascii: "\"")
            }
        }
        text.append(0x0A)
        return text
    }
}
