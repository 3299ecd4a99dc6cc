internal import Digest
package import Model
internal import Text

/// Makes the fingerprint of an article. One per worker: the buffer is reused.
package struct Fingerprinter {
    private var folded: [UInt8] = []

    package init() {}

    package mutating func fingerprint(_ article: Article) -> Fingerprint {
        folded.removeAll(keepingCapacity: true)
        TextFolding.fold(article.text.span, into: &folded)
        let text = Self.hash(folded)
        // The address that the record was fetched from comes first: sites declare wrong canonical addresses for whole
        // sections, and other pages must not pass for revisions of one.
        let address = article.url.flatMap(URLCleaning.canonical) ?? article.canonicalURL
        let url = address.flatMap(Self.identity).map(Self.hash) ?? RecordID(high: 0, low: 0)
        return Fingerprint(id: article.id, text: text, url: url)
    }

    /// The part of a URL by which it can be recognised: without scheme and `www.`. Nil for a bare site, whose front page
    /// shows another story every hour.
    static func identity(of url: String) -> [UInt8]? {
        var rest = Substring(url)
        if let scheme = rest.range(of: "://") { rest = rest[scheme.upperBound...] }
        if rest.hasPrefix("www.") { rest = rest.dropFirst(4) }
        if rest.hasSuffix("/") { rest = rest.dropLast() }
        guard let slash = rest.utf8.firstIndex(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") }),
            rest.utf8.distance(from: slash, to: rest.utf8.endIndex) > 1
        else { return nil }
        return Array(rest.utf8)
    }

    /// The first 128 bits of SHA-256.
    private static func hash(_ bytes: [UInt8]) -> RecordID {
        var digest = SHA256Digest()
        digest.update(bytes.span)
        let head = digest.finish()
        func word(_ start: Int) -> UInt64 { head[start..<start + 8].reduce(0) { $0 << 8 | UInt64($1) } }
        return RecordID(high: word(0), low: word(8))
    }
}

extension Substring {
    /// Where an ASCII needle stands (the standard library has no such search without Foundation).
    fileprivate func range(of needle: StaticString) -> Range<Index>? {
        needle.withUTF8Buffer { needle in
            var start = utf8.startIndex
            while utf8.distance(from: start, to: utf8.endIndex) >= needle.count {
                if utf8[start...].starts(with: needle) { return start..<utf8.index(start, offsetBy: needle.count) }
                start = utf8.index(after: start)
            }
            return nil
        }
    }
}
