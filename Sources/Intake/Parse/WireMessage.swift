internal import Text

/// The parts of a wire message: IPTC 7901 ("The Text Transmission Format") and its American relative ANPA 1312.
///
/// SOH, header, STX, text, ETX, trailer, EOT; stations pad all of it with SYN, NUL and DEL.
struct WireMessage {
    enum Control {
        static let soh: UInt8 = 0x01
        static let stx: UInt8 = 0x02
        static let etx: UInt8 = 0x03
        static let eot: UInt8 = 0x04
    }

    private(set) var header: [String] = []
    /// Lines of the text, without control characters and line marks.
    private(set) var lines: [Line] = []
    private(set) var trailer = ""

    struct Line {
        var text: [UInt8]
        /// `^` at the start: a line set apart (ANPA).
        var isSetApart = false
        /// How the line ends: `<` flush left, `=` centred.
        var mark: UInt8?
        /// A tab or blanks at the start: a paragraph begins.
        var isIndented = false
        /// A row of a table.
        var isRow = false
        var string: String { String(decoding: text, as: UTF8.self) }
    }

    /// - Parameter bytes: valid UTF-8.
    init(_ bytes: [UInt8]) {
        let start = bytes.firstIndex(of: Control.soh).map { $0 + 1 } ?? 0
        let textStart = bytes[start...].firstIndex(of: Control.stx)
        let textEnd = bytes[(textStart ?? start)...].firstIndex(of: Control.etx)
        let end = bytes[(textEnd ?? textStart ?? start)...].firstIndex(of: Control.eot) ?? bytes.count
        if let textStart {
            header = Self.split(bytes[start..<textStart]).map { String(decoding: Self.printable($0), as: UTF8.self) }
                .filter { !$0.isEmpty }
        }
        let text = bytes[(textStart.map { $0 + 1 } ?? start)..<min(textEnd ?? end, end)]
        lines = Self.split(text).map { Self.line($0) }
        if let textEnd, textEnd < end {
            trailer = String(decoding: Self.printable(bytes[(textEnd + 1)..<end]), as: UTF8.self)
        }
    }

    private static func split(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        let part = Array(bytes)
        return TextLines.all(part).map { part[$0] }
    }

    /// Without control characters and surrounding blanks; runs of them become one blank.
    private static func printable(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        for byte in bytes {
            if byte > 0x20, byte != 0x7F {
                result.append(byte)
            } else if let last = result.last, last != 0x20 {
                result.append(0x20)
            }
        }
        if result.last == 0x20 { result.removeLast() }
        return result
    }

    private static func line(_ bytes: ArraySlice<UInt8>) -> Line {
        var line = Line(text: [])
        var rest = bytes.drop { $0 == 0x0C || $0 == 0x7F || $0 == 0x00 || $0 == 0x16 || $0 == Control.stx }
        if rest.first == 0x08 {
            line.isRow = true
            rest = rest.dropFirst()
        }
        if rest.first == 0x09 || rest.starts(with: [0x20, 0x20]) { line.isIndented = true }
        if rest.first == UInt8(ascii: "^") {
            line.isSetApart = !line.isRow
            rest = rest.dropFirst()
        }
        var text = printable(line.isRow ? ArraySlice(rest.map { $0 == UInt8(ascii: ";") ? 0x20 : $0 }) : rest)
        if let last = text.last, last == UInt8(ascii: "<") || last == UInt8(ascii: "="), !line.isRow {
            line.mark = last
            text.removeLast()
            while text.last == 0x20 { text.removeLast() }
        }
        line.text = typographic(text, isRow: line.isRow)
        return line
    }

    /// Wire signs that stand for characters its six bits lack: `_` for a dash, ``` `` ``` and `''` for quotation marks,
    /// in tables `{` for a half.
    private static func typographic(_ text: [UInt8], isRow: Bool) -> [UInt8] {
        var result: [UInt8] = []
        var index = 0
        while index < text.count {
            let byte = text[index]
            let next = index + 1 < text.count ? text[index + 1] : 0x20
            let previous = index > 0 ? text[index - 1] : 0x20
            var length = 1
            switch byte {
            case UInt8(ascii: "_") where previous == 0x20 && next == 0x20:
                UTF8Text.append(0x2014, to: &result)
            case UInt8(ascii: "`") where next == byte:
                UTF8Text.append(0x201C, to: &result)
                length = 2
            case UInt8(ascii: "'") where next == byte:
                UTF8Text.append(0x201D, to: &result)
                length = 2
            case UInt8(ascii: "`"):
                UTF8Text.append(0x2018, to: &result)
            case UInt8(ascii: "{") where isRow && (previous.isASCIIDigit || previous == 0x20):
                UTF8Text.append(0xBD, to: &result)
            default:
                result.append(byte)
            }
            index += length
        }
        return result
    }
}
