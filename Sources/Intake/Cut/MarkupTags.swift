internal import Text

/// Recognises the tags of a family's record elements, and nothing else of the markup.
struct MarkupTags {
    enum Tag: Equatable {
        case start(element: Int)
        /// `next` is the position behind the tag.
        case end(element: Int, next: Int)
        case comment
        case cdata
        case other
        /// The bytes end before it can be told.
        case incomplete
    }

    /// Longest name with prefix and the mark before it that has to be seen.
    static let longestName = 64

    private static let commentMark = Array("<!--".utf8)
    private static let cdataMark = Array("<![CDATA[".utf8)

    let family: MarkupFamily

    /// What begins at `position`, where a `<` stands.
    func tag(in bytes: UnsafeRawBufferPointer, at position: Int) -> Tag {
        var start = position + 1
        guard start < bytes.count else { return .incomplete }
        if bytes[start] == UInt8(ascii: "!") {
            if bytes.holds(Self.commentMark, at: position) { return .comment }
            if bytes.holds(Self.cdataMark, at: position) { return .cdata }
            return bytes.count - position < Self.cdataMark.count ? .incomplete : .other
        }
        let isEnd = bytes[start] == UInt8(ascii: "/")
        if isEnd { start += 1 }
        guard start < bytes.count else { return .incomplete }
        guard bytes[start].isASCIILetter else { return .other }

        var name = start
        var end = start
        while end < bytes.count, end - start < Self.longestName, isNameByte(bytes[end]) {
            if bytes[end] == UInt8(ascii: ":"), family.isXML { name = end + 1 }
            end += 1
        }
        guard end < bytes.count else { return end - start < Self.longestName ? .incomplete : .other }
        for (index, element) in family.elements.enumerated()
        where element.count == end - name && bytes.holds(anyCase: element, at: name) {
            if name > start, !family.allowsPrefix { return .other }
            guard isEnd else { return .start(element: index) }
            let close = bytes.skippingSpace(from: end)
            guard close < bytes.count else { return .incomplete }
            return .end(element: index, next: bytes[close] == UInt8(ascii: ">") ? close + 1 : close)
        }
        return .other
    }

    private func isNameByte(_ byte: UInt8) -> Bool {
        byte.isASCIIAlphanumeric || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: ".")
    }
}
