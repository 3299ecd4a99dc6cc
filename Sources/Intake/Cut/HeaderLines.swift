internal import Text

/// Header fields as WARC, HTTP and mail write them: `Name: value`, folded lines begin with a blank.
enum HeaderLines {
    /// Calls `body` with every field of a header: its name in lower case, its value trimmed. The first line, and lines
    /// without a colon, are passed over.
    static func forEach(in header: UnsafeRawBufferPointer, _ body: (_ name: [UInt8], _ value: [UInt8]) -> Void) {
        var position = (header.index(of: 0x0A, from: 0) ?? header.count) + 1
        var name: [UInt8] = []
        var value: [UInt8] = []
        func finish() {
            if !name.isEmpty { body(name, value) }
            name = []
        }
        while position < header.count {
            let end = header.index(of: 0x0A, from: position) ?? header.count
            let line = UnsafeRawBufferPointer(rebasing: header[position..<end])
            position = end + 1
            if let first = line.first, first == 0x20 || first == 0x09 {
                let more = trimmed(line)
                if !more.isEmpty { value += (value.isEmpty ? [] : [0x20]) + more }
                continue
            }
            finish()
            guard let colon = line.index(of: UInt8(ascii: ":"), from: 0) else { continue }
            name = trimmed(UnsafeRawBufferPointer(rebasing: line[..<colon])).map(\.asciiLowered)
            value = trimmed(UnsafeRawBufferPointer(rebasing: line[(colon + 1)...]))
        }
        finish()
    }

    private static func trimmed(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
        let start = bytes.skippingSpace(from: 0)
        var end = bytes.count
        while end > start, bytes[end - 1].isASCIISpace { end -= 1 }
        return [UInt8](bytes[start..<end])
    }
}
