internal import Model
internal import Text

/// Judges a stream by its first bytes.
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
        if let known = KnownBinary.name(of: head) { return .foreign("this is \(known)") }
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
        return TarHeader(head) == nil ? nil : .tar
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
        let isStory =
            isNamedStory(name) || text.holds(Array("@highlight\n".utf8), at: 0)
            || text.index(of: Array("\n@highlight\n".utf8), from: 0) != nil
            || text.index(of: Array("\n@highlight\r\n".utf8), from: 0) != nil
        return .whole(isStory ? .story : .text)
    }

    /// UTF-16 or UTF-32: what the bytes would be in ASCII decides. Markup and text are one record then, because no cutter
    /// looks for wide tags.
    private static func detectWide(_ wide: WideText, name: String) -> DetectedFormat {
        wide.narrowed.withUnsafeBytes { narrowed in
            let text = UnsafeRawBufferPointer(rebasing: narrowed[narrowed.skippingSpace(from: 0)...])
            if let markup = MarkupDetection.detect(text) {
                if case .markup(let family) = markup { return .whole(family.format) }
                return markup
            }
            if wide.unit == 2, JSONShape.detect(text, isAll: false) != nil {
                return .wideJSON(isBigEndian: wide.low == 1)
            }
            if MailHeader.begins(text) { return .whole(.email) }
            return .whole(isNamedStory(name) ? .story : .text)
        }
    }

    private static func isNamedStory(_ name: String) -> Bool {
        name.hasSuffix(".story") || name.hasSuffix(".story.gz")
    }
}
