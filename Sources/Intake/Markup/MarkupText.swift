internal import Glibc
internal import Text

/// Decodes character data of SGML and XML records.
enum MarkupText {
    /// Appends the bytes of `range` with references replaced; returns how many references to control characters, which
    /// no text can hold, were dropped.
    ///
    /// Names are those of HTML 5 (which include the ISO sets that SGML declares) and a few that wire services use. What
    /// is no reference stays, so that a bare `&` does no harm.
    static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, into output: inout [UInt8]) -> Int {
        var dropped = 0
        var start = range.lowerBound
        var at = start
        while let ampersand = find(0x26, in: bytes, at..<range.upperBound) {
            output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<ampersand]))
            let limited = UnsafeBufferPointer(rebasing: bytes[ampersand..<min(range.upperBound, ampersand + 64)])
            let length = reference(limited, into: &output, &dropped)
            start = ampersand + length
            at = ampersand + max(1, length)
        }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<range.upperBound]))
        return dropped
    }

    private static func find(_ wanted: UInt8, in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
        guard !range.isEmpty, let base = bytes.baseAddress,
            let found = memchr(base + range.lowerBound, Int32(wanted), range.count)
        else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    private static func reference(
        _ bytes: UnsafeBufferPointer<UInt8>, into output: inout [UInt8], _ dropped: inout Int
    ) -> Int {
        let span = bytes.span
        if bytes.count > 1, bytes[1] == 0x23 {
            guard let number = CharacterReferences.number(span, at: 0) else { return 0 }
            let isControl =
                number.codePoint < 0x20 && ![0x09, 0x0A, 0x0D].contains(number.codePoint) || number.codePoint == 0x7F
            guard isControl else { return CharacterReferences.decodeOne(span, at: 0, into: &output) }
            dropped += 1
            return number.length
        }
        if let wire = wireReference(bytes, into: &output) { return wire }
        // As in attributes: `?a=1&copy=2` in running text is an address.
        return CharacterReferences.decodeOne(span, at: 0, into: &output, inAttribute: true)
    }

    /// References that only wire services and the TREC disks know: `&hyph;`, `&blank;`, and the typesetting commands
    /// `&UR;`, `&LR;`, `&QL;`, `&QR;`, `&QC;`, `&Cx1f;`, which stand for nothing.
    private static func wireReference(_ bytes: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) -> Int? {
        guard let end = bytes.prefix(9).firstIndex(of: 0x3B) else { return nil }
        func isName(_ name: StaticString) -> Bool {
            end - 1 == name.utf8CodeUnitCount && name.withUTF8Buffer { bytes[1..<end].elementsEqual($0) }
        }
        if isName("hyph") {
            output.append(0x2D)
        } else if isName("blank") {
            output.append(0x20)
        } else if isName("MD") {
            UTF8Text.append(0x2014, to: &output)
        } else if isName("UR") || isName("LR") || isName("QL") || isName("QR") || isName("QC") {
        } else if end == 5, bytes[1] == 0x43, bytes[2] == 0x78, bytes[3].asciiHexValue != nil,
            bytes[4].asciiHexValue != nil
        {
        } else {
            return nil
        }
        return end + 1
    }
}

extension MarkupText {
    /// `ANYTOWN, Feb 26 (XYZ) -` without the dash that leads over to the text; nil when there is no place in it.
    static func dateline(_ line: String?) -> String? {
        guard let line, line.utf8.first?.isASCIIDigit != true || NewsDate.parse(line) == nil else { return nil }
        var bytes = Array(line.utf8)
        while let last = bytes.last {
            if last == 0x20 || last == 0x2D || last == 0x5F {
                bytes.removeLast()
            } else if bytes.count >= 3, bytes[bytes.count - 3] == 0xE2, bytes[bytes.count - 2] == 0x80,
                last == 0x93 || last == 0x94
            {
                bytes.removeLast(3)
            } else {
                break
            }
        }
        return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }
}

extension MarkupTree {
    /// Appends the character data of `node`, or of everything inside of it, decoded; returns what `MarkupText` dropped.
    func appendText(of node: Int, into output: inout [UInt8]) -> Int {
        var dropped = 0
        bytes.withUnsafeBufferPointer { buffer in
            for index in node...Int(nodes[node].last) {
                let range = Int(nodes[index].start)..<Int(nodes[index].end)
                switch nodes[index].kind {
                case .text: dropped += MarkupText.decode(buffer, range, into: &output)
                case .cdata: output.append(contentsOf: buffer[range])
                case .element: if index > node { output.append(0x20) }
                }
            }
        }
        return dropped
    }

    /// The character data inside of `node` on one line; nil when there is none.
    func line(_ node: Int?) -> String? {
        guard let node else { return nil }
        var text: [UInt8] = []
        _ = appendText(of: node, into: &text)
        return Self.squeezed(text)
    }

    /// As `line`, without what stands in elements called `excluded`.
    func line(_ node: Int, without excluded: StaticString) -> String? {
        let unwanted = number(excluded)
        var text: [UInt8] = []
        var index = node + 1
        while index <= Int(nodes[node].last) {
            if nodes[index].name >= 0, nodes[index].name == unwanted {
                index = Int(nodes[index].last) + 1
                continue
            }
            if nodes[index].kind == .element {
                text.append(0x20)
            } else {
                _ = appendText(of: index, into: &text)
            }
            index += 1
        }
        return Self.squeezed(text)
    }

    /// White space at the ends dropped, and every run inside made one space; nil when nothing is left.
    static func squeezed(_ text: [UInt8]) -> String? {
        var line: [UInt8] = []
        line.reserveCapacity(text.count)
        var pending = false
        for byte in text {
            if byte.isASCIISpace || byte < 0x20 || byte == 0x7F {
                pending = true
                continue
            }
            if pending, !line.isEmpty { line.append(0x20) }
            pending = false
            line.append(byte)
        }
        return line.isEmpty ? nil : String(decoding: line, as: UTF8.self)
    }

    /// The value of an attribute, decoded, without surrounding space; nil when it is absent or empty.
    ///
    /// The name is compared without prefix and without regard to case; the first of duplicate attributes counts.
    func attribute(_ name: StaticString, of node: Int) -> String? {
        let wanted = name.utf8CodeUnitCount
        return bytes.withUnsafeBufferPointer { buffer in
            let end = Int(nodes[node].attributesEnd)
            var at = Int(nodes[node].attributes)
            while at < end {
                while at < end, buffer[at].isASCIISpace || buffer[at] == 0x2F { at += 1 }
                let start = at
                while at < end, !buffer[at].isASCIISpace, buffer[at] != 0x3D { at += 1 }
                let nameEnd = at
                while at < end, buffer[at].isASCIISpace { at += 1 }
                var value = at..<at
                if at < end, buffer[at] == 0x3D {
                    at += 1
                    while at < end, buffer[at].isASCIISpace { at += 1 }
                    if at < end, buffer[at] == 0x22 || buffer[at] == 0x27 {
                        let close = buffer[at + 1..<max(at + 1, end)].firstIndex(of: buffer[at]) ?? end
                        value = at + 1..<max(at + 1, close)
                        at = min(end, close + 1)
                    } else {
                        let valueStart = at
                        while at < end, !buffer[at].isASCIISpace { at += 1 }
                        value = valueStart..<at
                    }
                } else if start == nameEnd {
                    at += 1
                }
                let colon = buffer[start..<nameEnd].lastIndex(of: 0x3A)
                let local = (colon.map { $0 + 1 } ?? start)..<nameEnd
                guard local.count == wanted else { continue }
                let isSame = name.withUTF8Buffer { letters in
                    zip(letters, buffer[local]).allSatisfy { $0 == $1.asciiLowered }
                }
                if isSame {
                    var text: [UInt8] = []
                    _ = MarkupText.decode(buffer, value, into: &text)
                    return Self.squeezed(text)
                }
            }
            return nil
        }
    }
}
