internal import Text

/// A page of a web crawl in TREC's clothing: `<DOC><DOCNO>…</DOCNO><DOCHDR>…</DOCHDR>`, then HTML up to `</DOC>`.
struct TRECWebPage {
    let recordID: String?
    let url: String?
    let html: [UInt8]

    /// Nil for a document that is no page.
    init?(_ bytes: [UInt8]) {
        let start: Int
        if let header = Self.find("</dochdr>", in: bytes) {
            start = header.upperBound
        } else if let page = Self.find("<html", in: bytes),
            Self.find("<text>", in: Array(bytes[..<page.lowerBound])) == nil
        {
            start = page.lowerBound
        } else {
            return nil
        }
        let tree = MarkupTree(Array(bytes[..<start]), .sgml)
        recordID = tree.line(tree.first("docno")) ?? TRECDocument.numberBeforeEndTag(tree.bytes)
        // `http://host/path IP date type length`, or the address alone on the first line.
        let header = tree.line(tree.first("dochdr")) ?? tree.line(tree.first("url"))
        url = header?.split(separator: " ").first.map(String.init).flatMap { $0.hasPrefix("http") ? $0 : nil }
        html = Array(bytes[start..<Self.end(of: bytes, from: start)])
    }

    /// Where the last `</DOC>` begins: comments may stand between it and the next record.
    private static func end(of bytes: [UInt8], from start: Int) -> Int {
        let tag = Array("</doc>".utf8)
        var at = bytes.count - tag.count
        while at >= start {
            if bytes[at] == 0x3C, bytes[at..<at + tag.count].lazy.map(\.asciiLowered).elementsEqual(tag) { return at }
            at -= 1
        }
        return bytes.count
    }

    /// The first place of an ASCII string given in lower case.
    private static func find(_ wanted: StaticString, in bytes: [UInt8]) -> Range<Int>? {
        wanted.withUTF8Buffer { wanted in
            bytes.withUnsafeBufferPointer { bytes in
                var at = 0
                while at + wanted.count <= bytes.count {
                    guard let open = bytes[at...].firstIndex(of: 0x3C), open + wanted.count <= bytes.count else {
                        return nil
                    }
                    var length = 0
                    while length < wanted.count, bytes[open + length].asciiLowered == wanted[length] { length += 1 }
                    if length == wanted.count { return open..<open + length }
                    at = open + 1
                }
                return nil
            }
        }
    }
}
