internal import Text

/// What an HTTP message says about its own length: enough to see that it was cut.
enum HTTPLength {
    /// True when bytes are missing, false when all that were announced are there, nil when nothing was announced.
    static func isCutShort(_ message: UnsafeRawBufferPointer) -> Bool? {
        guard message.holds(Array("HTTP/".utf8), at: 0) else { return nil }
        guard let bodyStart = endOfHeader(message) else { return true }
        var length: Int?
        var isChunked = false
        HeaderLines.forEach(in: UnsafeRawBufferPointer(rebasing: message[..<bodyStart])) { name, value in
            if name == Array("content-length".utf8) { length = decimalNumber(value) }
            if name == Array("transfer-encoding".utf8) {
                isChunked = String(decoding: value.map(\.asciiLowered), as: UTF8.self).hasSuffix("chunked")
            }
        }
        let body = UnsafeRawBufferPointer(rebasing: message[bodyStart...])
        if isChunked, beginsWithChunk(body) { return !endsWithLastChunk(body) }
        return length.map { body.count < $0 }
    }

    private static func endOfHeader(_ message: UnsafeRawBufferPointer) -> Int? {
        var position = 0
        while let line = message.index(of: 0x0A, from: position) {
            position = line + 1
            if position < message.count, message[position] == 0x0A { return position + 1 }
            if message.holds([0x0D, 0x0A], at: position) { return position + 2 }
        }
        return nil
    }

    private static func beginsWithChunk(_ body: UnsafeRawBufferPointer) -> Bool {
        var position = 0
        while position < min(body.count, 16), body[position].asciiHexValue != nil { position += 1 }
        guard position > 0, position < body.count else { return false }
        return [0x0D, 0x0A, 0x20, UInt8(ascii: ";")].contains(body[position])
    }

    private static func endsWithLastChunk(_ body: UnsafeRawBufferPointer) -> Bool {
        var end = body.count
        while end > 0, body[end - 1].isASCIISpace { end -= 1 }
        return end > 0 && body[end - 1] == UInt8(ascii: "0")
    }
}
