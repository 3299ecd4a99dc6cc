/// Why bytes are not JSON.
package struct JSONError: Error, Equatable, CustomStringConvertible {
    /// Byte of the document at which the trouble shows, from 0; the document's length where it ends too early.
    package var offset: Int
    /// One plain clause without a full stop.
    package var message: String

    package init(offset: Int, message: String) {
        self.offset = offset
        self.message = message
    }

    package var description: String { "byte \(offset): \(message)" }

    /// Line and column of the trouble, both from 1; columns count Unicode scalars, as editors do.
    package func position(in bytes: [UInt8]) -> (line: Int, column: Int) {
        Self.position(of: offset, in: bytes)
    }

    /// Line and column of any byte of a text.
    package static func position(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
        var line = 1
        var column = 1
        for byte in bytes.prefix(max(0, offset)) {
            if byte == 0x0A {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
        return (line, column)
    }
}
