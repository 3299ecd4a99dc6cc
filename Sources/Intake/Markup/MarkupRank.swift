internal import Text

/// What kind of element a name stands for where end tags are missing and the next start tag has to do their work.
enum MarkupRank {
    /// Sits in a line of text: `<F>`, `<b>`.
    case inline
    /// A paragraph or a line of a list or table.
    case paragraph
    /// Holds fields: `<DOC>`, `<BODY>`, `<HEADER>`.
    case container
    /// Everything else: `<HEADLINE>`, `<DATE>`, `<TEXT>`.
    case field

    init(of bytes: UnsafeBufferPointer<UInt8>, _ name: Range<Int>) {
        func isOne(of names: StaticString) -> Bool {
            names.withUTF8Buffer { list in
                var start = 0
                while start < list.count {
                    var end = start
                    var same = true
                    while end < list.count, list[end] != 0x20 {
                        if end - start >= name.count || list[end] != bytes[name.lowerBound + end - start].asciiLowered {
                            same = false
                        }
                        end += 1
                    }
                    if same, end - start == name.count { return true }
                    start = end + 1
                }
                return false
            }
        }
        self =
            if isOne(of: "p br li tr td th row cell para item") {
                .paragraph
            } else if isOne(of: "f b i u em strong a sub sup font span q img hr") {
                .inline
            } else if isOne(of: "doc reuters body header trailer docs root xml table ul ol h3") {
                .container
            } else {
                .field
            }
    }

    /// Whether the beginning of an element of this rank ends an open one of rank `other` that has no end tag.
    func closes(_ other: MarkupRank) -> Bool {
        switch (self, other) {
        case (.inline, _), (_, .container): false
        case (_, .inline), (_, .paragraph): true
        case (.field, .field), (.container, .field): true
        case (.paragraph, .field): false
        }
    }
}
