internal import Model
internal import Text

/// WARC 1.0 and 1.1 (ISO 28500), and the 0.x drafts that ClueWeb09 was written in.
///
/// Header lines may end in a bare line feed, names come in any case, values may be folded and ids may lack their angle
/// brackets.
struct WARCFraming: RecordFraming {
    private static let magic = Array("WARC/".utf8)

    var malformed: Reject.Reason { .malformedWARC }
    var name: String { "WARC" }

    func header(in bytes: UnsafeRawBufferPointer) -> FramedHeader {
        let seen = min(bytes.count, Self.magic.count)
        guard bytes.holds(Array(Self.magic[..<seen]), at: 0) else { return .malformed("it does not begin with WARC/") }
        let end: Int
        switch endOfHeader(in: bytes) {
        case .none: return .incomplete
        case .intruder: return .malformed("another header begins before it ends")
        case .at(let position): end = position
        }
        guard startsRecord(in: bytes, at: 0) else { return .malformed("its version line is unreadable") }

        var type: [UInt8]?
        var blockLength: Int?
        var recordID: [UInt8]?
        var contentType: [UInt8] = []
        var segment = 1
        HeaderLines.forEach(in: UnsafeRawBufferPointer(rebasing: bytes[..<end])) { name, value in
            if name == Array("warc-type".utf8), type == nil {
                type = value.map(\.asciiLowered)
            } else if name == Array("content-length".utf8), blockLength == nil {
                blockLength = decimalNumber(value)
            } else if name == Array("warc-record-id".utf8), recordID == nil {
                recordID = value
            } else if name == Array("content-type".utf8) {
                contentType = value.map(\.asciiLowered)
            } else if name == Array("warc-segment-number".utf8) {
                segment = decimalNumber(value) ?? 1
            }
        }
        guard let type else { return .malformed("it has no WARC-Type") }
        return .complete(
            .init(
                length: end, blockLength: blockLength, kind: kind(type, contentType: contentType, segment: segment),
                recordID: recordID.flatMap(Self.withoutBrackets)))
    }

    private func kind(_ type: [UInt8], contentType: [UInt8], segment: Int) -> FramedHeader.Kind {
        switch String(decoding: type, as: UTF8.self) {
        case "response" where contentType.starts(with: Array("text/dns".utf8)): .auxiliary("dns")
        case "response", "resource", "revisit": .record(.warc)
        case "conversion": .record(.wet)
        case "continuation":
            .reject(.truncatedRecord, "segment \(segment) of a record that was split; segments are not joined")
        case let other: .auxiliary(other)
        }
    }

    private static func withoutBrackets(_ id: [UInt8]) -> String? {
        var id = id[...]
        if id.first == UInt8(ascii: "<") { id.removeFirst() }
        if id.last == UInt8(ascii: ">") { id.removeLast() }
        return id.isEmpty ? nil : String(decoding: id, as: UTF8.self)
    }

    private enum HeaderEnd {
        case none
        /// A header begins inside the header.
        case intruder
        /// The position behind the empty line.
        case at(Int)
    }

    private func endOfHeader(in bytes: UnsafeRawBufferPointer) -> HeaderEnd {
        var position = 0
        while let line = bytes.index(of: 0x0A, from: position) {
            position = line + 1
            if bytes.holds([0x0A], at: position) { return .at(position + 1) }
            if bytes.holds([0x0D, 0x0A], at: position) { return .at(position + 2) }
            if startsRecord(in: bytes, at: position) { return .intruder }
        }
        return .none
    }

    func border(in bytes: UnsafeRawBufferPointer, from start: Int, atLineStart: Bool) -> Int? {
        if atLineStart, startsRecord(in: bytes, at: start) { return start }
        var position = start
        while let hit = bytes.index(of: Self.magic, from: position) {
            if hit > 0, bytes[hit - 1] == 0x0A, startsRecord(in: bytes, at: hit) { return hit }
            position = hit + 1
        }
        return nil
    }

    /// `WARC/`, a version, the end of the line, and the beginning of a field's name.
    private func startsRecord(in bytes: UnsafeRawBufferPointer, at start: Int) -> Bool {
        guard bytes.holds(Self.magic, at: start) else { return false }
        var position = start + Self.magic.count
        let version = position
        while position < bytes.count, bytes[position].isASCIIDigit || bytes[position] == UInt8(ascii: ".") {
            position += 1
        }
        guard position - version >= 3, position - version <= 6 else { return false }
        while position < bytes.count, bytes[position] == 0x20 || bytes[position] == 0x0D { position += 1 }
        guard position < bytes.count, bytes[position] == 0x0A else { return false }
        return position + 1 < bytes.count && bytes[position + 1].isASCIILetter
    }

    /// At most two line ends.
    func separator(in bytes: UnsafeRawBufferPointer, before border: Int, notBefore start: Int) -> Int {
        var position = border
        for _ in 0..<2 {
            guard position > start, bytes[position - 1] == 0x0A else { break }
            position -= 1
            if position > start, bytes[position - 1] == 0x0D { position -= 1 }
        }
        return border - position
    }

    func isSeparated(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
        range.count >= 2 && separator(in: bytes, before: range.upperBound, notBefore: range.lowerBound) == range.count
    }

    func isCutShort(_ block: UnsafeRawBufferPointer) -> Bool? { HTTPLength.isCutShort(block) }
}
