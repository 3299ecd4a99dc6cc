/// Comments in JSON that people write by hand.
package enum JSONComments {
    /// Overwrites `// ...` and `/* ... */` outside of strings with spaces. Line ends stay, so that every byte keeps its
    /// offset, line and column. Throws at a block comment that never ends.
    package static func blank(_ bytes: inout [UInt8]) throws(JSONError) {
        var position = 0
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                position = endOfString(bytes, from: position + 1)
            case UInt8(ascii: "/") where position + 1 < bytes.count && bytes[position + 1] == UInt8(ascii: "/"):
                while position < bytes.count, bytes[position] != 0x0A {
                    blankOne(&bytes, at: position)
                    position += 1
                }
            case UInt8(ascii: "/") where position + 1 < bytes.count && bytes[position + 1] == UInt8(ascii: "*"):
                position = try blankBlock(&bytes, from: position)
            default:
                position += 1
            }
        }
    }

    private static func blankBlock(_ bytes: inout [UInt8], from start: Int) throws(JSONError) -> Int {
        var end = start + 2
        while end + 1 < bytes.count, bytes[end] != UInt8(ascii: "*") || bytes[end + 1] != UInt8(ascii: "/") { end += 1 }
        guard end + 1 < bytes.count else { throw JSONError(offset: start, message: "this comment has no end") }
        for position in start..<end + 2 { blankOne(&bytes, at: position) }
        return end + 2
    }

    /// Continuation bytes become spaces too: a column after the comment is then off, a line never.
    private static func blankOne(_ bytes: inout [UInt8], at position: Int) {
        if bytes[position] != 0x0A, bytes[position] != 0x0D { bytes[position] = 0x20 }
    }

    private static func endOfString(_ bytes: [UInt8], from start: Int) -> Int {
        var position = start
        while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
            position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
        }
        return position + 1
    }
}
