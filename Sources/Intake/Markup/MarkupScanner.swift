internal import Glibc
internal import Text

/// Splits SGML or XML, well-formed or not, into tags and text, in one pass over the bytes.
///
/// Tolerant on purpose: names may begin with a digit (`<1ST_LINE>`), attribute values may be unquoted (`<F P=102>`) or
/// missing, `<` and `&` may stand for themselves, constructs may be cut off. Every byte belongs to exactly one token,
/// nothing outside of the bytes is ever looked at, no entity is expanded and no DTD is read.
struct MarkupScanner {
    enum Token: Equatable {
        /// Name with its prefix; the range between name and the closing `>` or `/>`.
        case startTag(name: Range<Int>, attributes: Range<Int>, isEmpty: Bool)
        /// The name's range is empty for SGML's `</>`.
        case endTag(name: Range<Int>)
        /// Character data in which references are still to be decoded.
        case text(Range<Int>)
        /// The inside of a CDATA section: literal.
        case cdata(Range<Int>)
        /// Comment, processing instruction or declaration.
        case other
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    /// Position of the next token.
    private(set) var position: Int
    /// Searches that failed once need no second try: what keeps hostile input linear.
    private var hasNoCommentEnd = false
    private var hasNoSectionEnd = false
    private var hasNoInstructionEnd = false
    private var hasNoDeclarationEnd = false

    /// `bytes` must outlive the scanner.
    init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0) {
        self.bytes = bytes
        position = start
    }

    /// The next token, nil at the end.
    mutating func next() -> Token? {
        guard position < bytes.count else { return nil }
        if bytes[position] == 0x3C, let token = markup() { return token }
        let start = position
        var at = start + (bytes[start] == 0x3C ? 1 : 0)
        while let open = find(0x3C, from: at) {
            if beginsMarkup(open) {
                position = open
                return .text(start..<open)
            }
            at = open + 1
        }
        position = bytes.count
        return .text(start..<bytes.count)
    }

    // MARK: -

    private func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

    private func find(_ wanted: UInt8, from start: Int) -> Int? {
        guard start < bytes.count, let base = bytes.baseAddress,
            let found = memchr(base + start, Int32(wanted), bytes.count - start)
        else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    private func find(_ wanted: StaticString, from start: Int) -> Int? {
        var at = start
        while let found = find(wanted.utf8Start.pointee, from: at) {
            if isHere(wanted, at: found) { return found }
            at = found + 1
        }
        return nil
    }

    private func isHere(_ text: StaticString, at index: Int) -> Bool {
        index + text.utf8CodeUnitCount <= bytes.count
            && bytes.baseAddress.map {
                memcmp($0 + index, text.utf8Start, text.utf8CodeUnitCount) == 0
            } == true
    }

    /// Whether the `<` at `open` begins anything but itself.
    private func beginsMarkup(_ open: Int) -> Bool {
        let next = byte(open + 1)
        if next == 0x21 { return byte(open + 2).isASCIILetter || byte(open + 2) == 0x2D || byte(open + 2) == 0x5B }
        if next == 0x3F { return byte(open + 2).isASCIILetter || byte(open + 2) == 0x5F }
        if next == 0x2F { return Self.isNameStart(byte(open + 2)) || byte(open + 2) == 0x3E }
        return startTagNameEnd(open) != nil
    }

    /// The end of the name of the start tag at `open`, nil when `<` is just a character (`x < y`, `<a@b.org>`, `<5
    /// %>`).
    private func startTagNameEnd(_ open: Int) -> Int? {
        guard Self.isNameStart(byte(open + 1)) else { return nil }
        let end = nameEnd(open + 1)
        if byte(open + 1).isASCIIDigit {
            // A number in angle brackets is no tag; `<1ST_LINE>` is.
            guard byte(end) == 0x3E || byte(end) == 0x2F && byte(end + 1) == 0x3E,
                bytes[open + 1..<end].contains(where: { $0.isASCIILetter })
            else { return nil }
            return end
        }
        switch byte(end) {
        case 0x3E, 0x3C: return end
        case 0x2F: return byte(end + 1) == 0x3E ? end : nil
        case let other: return other.isASCIISpace ? end : nil
        }
    }

    static func isNameStart(_ byte: UInt8) -> Bool {
        byte.isASCIIAlphanumeric || byte == 0x5F || byte >= 0x80
    }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x2D, 0x2E, 0x3A: true
        default: isNameStart(byte)
        }
    }

    private func nameEnd(_ start: Int) -> Int {
        var end = start
        while end < bytes.count, Self.isNamePart(bytes[end]) { end += 1 }
        return end
    }

    private mutating func markup() -> Token? {
        let open = position
        switch byte(open + 1) {
        case 0x21: return declaration(open)
        case 0x3F: return instruction(open)
        case 0x2F: return endTag(open)
        default: return startTag(open)
        }
    }

    private mutating func declaration(_ open: Int) -> Token? {
        if isHere("<!--", at: open) {
            if !hasNoCommentEnd, let end = find("-->", from: open + 4) { return skip(to: end + 3) }
            hasNoCommentEnd = true
            return skip(to: find(0x3E, from: open).map { $0 + 1 } ?? bytes.count)
        }
        if isHere("<![CDATA[", at: open) {
            if !hasNoSectionEnd, let end = find("]]>", from: open + 9) {
                position = end + 3
                return .cdata(open + 9..<end)
            }
            hasNoSectionEnd = true
            position = bytes.count
            return .cdata(open + 9..<bytes.count)
        }
        guard byte(open + 2).isASCIILetter || byte(open + 2) == 0x5B || byte(open + 2) == 0x2D else { return nil }
        if !hasNoDeclarationEnd, let end = declarationEnd(open + 2) { return skip(to: end) }
        hasNoDeclarationEnd = true
        return skip(to: find(0x3E, from: open).map { $0 + 1 } ?? bytes.count)
    }

    /// Past the `>` that ends a declaration, with quoted literals, comments and an internal subset inside.
    private func declarationEnd(_ start: Int) -> Int? {
        var at = start
        var depth = 0
        while at < bytes.count {
            switch bytes[at] {
            case 0x22, 0x27:
                guard let close = find(bytes[at], from: at + 1) else { return nil }
                at = close
            case 0x5B: depth += 1
            case 0x5D: depth -= 1
            case 0x3C where isHere("<!--", at: at):
                guard let close = find("-->", from: at + 4) else { return nil }
                at = close + 2
            case 0x3E where depth <= 0: return at + 1
            default: break
            }
            at += 1
        }
        return nil
    }

    private mutating func instruction(_ open: Int) -> Token? {
        guard byte(open + 2).isASCIILetter || byte(open + 2) == 0x5F else { return nil }
        if !hasNoInstructionEnd {
            if let end = find("?>", from: open + 2) { return skip(to: end + 2) }
            hasNoInstructionEnd = true
        }
        return skip(to: find(0x3E, from: open).map { $0 + 1 } ?? bytes.count)
    }

    private mutating func skip(to end: Int) -> Token {
        position = end
        return .other
    }

    private mutating func endTag(_ open: Int) -> Token? {
        if byte(open + 2) == 0x3E {
            position = open + 3
            return .endTag(name: open + 2..<open + 2)
        }
        guard Self.isNameStart(byte(open + 2)) else { return nil }
        let end = nameEnd(open + 2)
        var at = end
        while at < bytes.count, bytes[at] != 0x3E, bytes[at] != 0x3C { at += 1 }
        position = byte(at) == 0x3E ? at + 1 : at
        return .endTag(name: open + 2..<end)
    }

    private mutating func startTag(_ open: Int) -> Token? {
        guard let end = startTagNameEnd(open) else { return nil }
        var at = end
        while at < bytes.count {
            switch bytes[at] {
            case 0x3E:
                let isEmpty = bytes[at - 1] == 0x2F
                position = at + 1
                return .startTag(name: open + 1..<end, attributes: end..<(isEmpty ? at - 1 : at), isEmpty: isEmpty)
            case 0x3C:
                // The `>` is missing: the next tag begins.
                position = at
                return .startTag(name: open + 1..<end, attributes: end..<at, isEmpty: false)
            case 0x22, 0x27:
                at = quotedEnd(at)
            default:
                at += 1
            }
        }
        position = bytes.count
        return .startTag(name: open + 1..<end, attributes: end..<bytes.count, isEmpty: false)
    }

    /// Past the attribute value whose quotation mark is at `start`; just past the mark when it does not open a value.
    private func quotedEnd(_ start: Int) -> Int {
        var before = start - 1
        while before > 0, bytes[before].isASCIISpace { before -= 1 }
        guard bytes[before] == 0x3D else { return start + 1 }
        guard let close = find(bytes[start], from: start + 1) else { return start + 1 }
        // XML allows no `<` in a value. Tags and a line end in it mean that its closing mark is missing.
        let value = bytes[start + 1..<close]
        let isUnclosed = value.contains(0x3C) && value.contains(0x3E) && value.contains(0x0A)
        return isUnclosed ? start + 1 : close + 1
    }
}
