internal import Model
internal import Text

/// What a stream holds, judged by its first bytes. Names are asked only where bytes can't tell.
enum DetectedFormat: Equatable {
    case empty
    case gzip
    case compressed(Compression)
    case tar
    case warc, arc
    case jsonLines, json
    case markup(MarkupFamily)
    case mailbox, wire
    /// One record, of this format.
    case whole(Format)
    /// Nothing that is known, with words about it.
    case unknown(String)

    /// Whether a mark of the format itself was seen.
    fileprivate var isCertain: Bool {
        switch self {
        case .empty, .unknown, .whole(.text): false
        default: true
        }
    }
}

enum FormatDetection {
    /// How much of a stream is looked at.
    static let headSize = 64 << 10

    /// The format of what `window` looks at. Where its beginning is damaged, what follows may still tell.
    static func detect(_ window: ByteWindow, name: String) -> DetectedFormat {
        window.prefetch(headSize)
        let stretches = window.stretchesAhead
        let formats = stretches.enumerated().map { index, stretch in
            detect(stretch, isAll: window.isEndAhead && index == stretches.count - 1, name: name)
        }
        return formats.first(where: \.isCertain) ?? formats.first { $0 != .empty } ?? .empty
    }

    /// - Parameters:
    ///   - head: the first bytes of the stream.
    ///   - isAll: the stream ends with `head`.
    ///   - name: of the file, or the path in its archive.
    static func detect(_ head: UnsafeRawBufferPointer, isAll: Bool, name: String) -> DetectedFormat {
        if let container = container(head) { return container }
        if let wide = WideText(head) { return detectWide(wide, name: name) }

        let start = head.holds(ByteOrderMark.utf8, at: 0) ? ByteOrderMark.utf8.count : 0
        let text = UnsafeRawBufferPointer(rebasing: head[head.skippingSpace(from: start)...])
        if text.isEmpty, isAll { return .empty }
        if let framed = framed(text) { return framed }
        if let known = KnownBinary.name(of: head) { return .unknown("this is \(known)") }
        if isWire(text) { return .wire }
        if let json = JSONShape.detect(text, isAll: isAll) { return json }
        if MailHeader.isMailboxLine(text, at: 0) { return .mailbox }
        if MailHeader.begins(text) { return .whole(.email) }
        if let markup = MarkupDetection.detect(text) { return markup }
        if let plain = plain(text, name: name) { return plain }
        return .unknown("neither text nor any format that is known")
    }

    private static func container(_ head: UnsafeRawBufferPointer) -> DetectedFormat? {
        if head.isEmpty { return .empty }
        if head.holds(GzipHeader.magic, at: 0) { return .gzip }
        if let compression = Compression(head) { return .compressed(compression) }
        if TarHeader(head) != nil { return .tar }
        // A tar may begin with a few zero blocks, never with text.
        return nil
    }

    private static func framed(_ text: UnsafeRawBufferPointer) -> DetectedFormat? {
        if text.holds(Array("WARC/".utf8), at: 0), text.count < 6 || text[5].isASCIIDigit { return .warc }
        if ARCFraming.isHeaderLine(text) { return .arc }
        return nil
    }

    /// Start-of-header, start-of-text or idle bytes at the head of the first lines.
    private static func isWire(_ text: UnsafeRawBufferPointer) -> Bool {
        guard let first = text.first(where: { $0 != 0x0D && $0 != 0x0A }) else { return false }
        guard first == 0x01 || first == 0x16 || first == 0x02 else { return false }
        return TextLikeness.isText(text, allowing: Set(1..<0x20))
    }

    private static func plain(_ text: UnsafeRawBufferPointer, name: String) -> DetectedFormat? {
        guard TextLikeness.isText(text) else { return nil }
        let isStory = name.hasSuffix(".story") || text.holds(Array("@highlight\n".utf8), at: 0)
            || text.index(of: Array("\n@highlight\n".utf8), from: 0) != nil
            || text.index(of: Array("\n@highlight\r\n".utf8), from: 0) != nil
        return .whole(isStory ? .story : .text)
    }

    /// UTF-16 or UTF-32: what the bytes would be in ASCII decides, and the stream is one record whatever it holds,
    /// because no cutter looks for wide line feeds or tags.
    private static func detectWide(_ wide: WideText, name: String) -> DetectedFormat {
        wide.narrowed.withUnsafeBytes { narrowed in
            let text = UnsafeRawBufferPointer(rebasing: narrowed[narrowed.skippingSpace(from: 0)...])
            if let markup = MarkupDetection.detect(text) {
                if case .markup(let family) = markup { return .whole(family.format) }
                return markup
            }
            if text.first == UInt8(ascii: "{") { return .whole(.json) }
            if MailHeader.begins(text) { return .whole(.email) }
            return .whole(name.hasSuffix(".story") ? .story : .text)
        }
    }
}

/// Text in units of two or four bytes, known by its byte-order mark or by every other byte being zero.
struct WideText {
    /// The units that are ASCII, as bytes; a question mark for every other unit.
    var narrowed: [UInt8]

    init?(_ head: UnsafeRawBufferPointer) {
        let unit: Int
        let low: Int
        if head.holds(ByteOrderMark.utf32LittleEndian, at: 0) {
            (unit, low) = (4, 0)
        } else if head.holds(ByteOrderMark.utf32BigEndian, at: 0) {
            (unit, low) = (4, 3)
        } else if head.holds(ByteOrderMark.utf16LittleEndian, at: 0) {
            (unit, low) = (2, 0)
        } else if head.holds(ByteOrderMark.utf16BigEndian, at: 0) {
            (unit, low) = (2, 1)
        } else if let guess = Self.lowByte(head) {
            (unit, low) = (2, guess)
        } else {
            return nil
        }
        var narrowed: [UInt8] = []
        for start in stride(from: 0, to: head.count - head.count % unit, by: unit) {
            let isASCII = (0..<unit).allSatisfy { $0 == low || head[start + $0] == 0 }
            narrowed.append(isASCII && head[start + low] < 0x80 ? head[start + low] : UInt8(ascii: "?"))
        }
        // The mark itself.
        if let first = narrowed.first, first == UInt8(ascii: "?") { narrowed.removeFirst() }
        self.narrowed = narrowed
    }

    /// Which byte of each pair carries the text, when the other one is zero in most pairs and the text is ASCII.
    private static func lowByte(_ head: UnsafeRawBufferPointer) -> Int? {
        let pairs = min(head.count, 4096) / 2
        guard pairs >= 2 else { return nil }
        for low in 0..<2 {
            var ascii = 0
            for pair in 0..<pairs {
                let byte = head[2 * pair + low]
                if head[2 * pair + 1 - low] == 0, byte >= 0x20 && byte < 0x7F || byte.isASCIISpace { ascii += 1 }
            }
            if ascii * 10 >= pairs * 6 { return low }
        }
        return nil
    }
}

/// Tells text in UTF-8 or any 8-bit encoding from binary data.
enum TextLikeness {
    /// Text has control bytes in one place in fifty at most; random bytes have them in one place in nine.
    static func isText(_ bytes: UnsafeRawBufferPointer, allowing: Set<UInt8> = []) -> Bool {
        guard !bytes.isEmpty else { return true }
        var controls = 0
        for byte in bytes where byte < 0x20 || byte == 0x7F {
            // ESC: ISO-2022 text. 0x1A: end of file in DOS.
            if !byte.isASCIISpace, byte != 0x1B, byte != 0x1A, !allowing.contains(byte) { controls += 1 }
        }
        return controls * 50 <= bytes.count
    }
}
