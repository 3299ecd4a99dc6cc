internal import Model
internal import Text

/// ARC 1 and 2, the Internet Archive's format before WARC: one line `URL IP date type length` (version 2 has five more
/// fields before the length), then that many bytes, then a line feed.
///
/// The address and the date are looked for from the right, because URLs with blanks in them were written as they came.
/// Dates of 12 to 18 digits occur, and lengths that are no number.
struct ARCFraming: RecordFraming {
    private static let longestLine = 64 << 10

    var malformed: Reject.Reason { .malformedARC }
    var name: String { "ARC" }

    func header(in bytes: UnsafeRawBufferPointer) -> FramedHeader {
        guard let line = bytes.index(of: 0x0A, from: 0) else {
            return bytes.count > Self.longestLine ? .malformed("its first line has no end") : .incomplete
        }
        guard let length = Self.statedLength(UnsafeRawBufferPointer(rebasing: bytes[..<line])) else {
            return .malformed("its first line is not `URL address date type length`")
        }
        let kind: FramedHeader.Kind =
            if bytes.holds(anyCase: Array("filedesc:".utf8), at: 0) {
                .auxiliary("filedesc")
            } else if bytes.holds(anyCase: Array("dns:".utf8), at: 0) {
                .auxiliary("dns")
            } else {
                .record(.arc)
            }
        return .complete(.init(length: line + 1, blockLength: length, kind: kind, recordID: nil))
    }

    func border(in bytes: UnsafeRawBufferPointer, from start: Int, atLineStart: Bool) -> Int? {
        var position = start
        if !atLineStart {
            guard let line = bytes.index(of: 0x0A, from: max(start - 1, 0)) else { return nil }
            position = line + 1
        }
        while position < bytes.count {
            let end = bytes.index(of: 0x0A, from: position)
            if Self.beginsWithScheme(bytes, at: position),
                let end, Self.statedLength(UnsafeRawBufferPointer(rebasing: bytes[position..<end])) != nil
            {
                return position
            }
            guard let end else { return nil }
            position = end + 1
        }
        return nil
    }

    /// Whether `bytes` begin with a line that only an ARC record begins with.
    static func isHeaderLine(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard let end = bytes.index(of: 0x0A, from: 0), beginsWithScheme(bytes, at: 0) else { return false }
        return statedLength(UnsafeRawBufferPointer(rebasing: bytes[..<end])) != nil
    }

    /// A scheme of up to twelve letters and its colon.
    private static func beginsWithScheme(_ bytes: UnsafeRawBufferPointer, at start: Int) -> Bool {
        var position = start
        while position < bytes.count, position - start < 12, bytes[position].isASCIILetter { position += 1 }
        return position - start >= 3 && position < bytes.count && bytes[position] == UInt8(ascii: ":")
    }

    /// The outer optional is nil where the line is no header; the inner one where its length is no number.
    private static func statedLength(_ line: UnsafeRawBufferPointer) -> Int?? {
        guard line.count <= longestLine else { return nil }
        let fields = line.split { $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }
        guard fields.count >= 5, fields.count < 4096 else { return nil }
        for index in stride(from: fields.count - 3, through: 2, by: -1)
        where isDate(fields[index]) && isAddress(fields[index - 1]) {
            return .some(decimalNumber(fields[fields.count - 1]))
        }
        return nil
    }

    private static func isDate(_ field: Slice<UnsafeRawBufferPointer>) -> Bool {
        (12...18).contains(field.count) && field.allSatisfy(\.isASCIIDigit)
    }

    private static func isAddress(_ field: Slice<UnsafeRawBufferPointer>) -> Bool {
        field.count <= 45
            && field.allSatisfy {
                $0.asciiHexValue != nil || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "-")
            }
    }

    /// One line end.
    func separator(in bytes: UnsafeRawBufferPointer, before border: Int, notBefore start: Int) -> Int {
        guard border > start, bytes[border - 1] == 0x0A else { return 0 }
        return border - 1 > start && bytes[border - 2] == 0x0D ? 2 : 1
    }

    /// One line feed is too little to tell a separator from text.
    func isSeparated(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool { false }

    func isCutShort(_ block: UnsafeRawBufferPointer) -> Bool? { HTTPLength.isCutShort(block) }
}
