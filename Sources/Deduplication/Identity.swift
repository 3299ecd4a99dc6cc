internal import Digest
internal import Model
internal import Text

/// What an article may be recognised by besides its text, as hashes; 0 where there is nothing.
enum Identity {
    /// Of the address without what varies; nothing for a bare site.
    static func address(of article: Article) -> UInt64 {
        // The address that the record was fetched from comes first: sites declare wrong canonical addresses for whole
        // sections, and other pages must not pass for revisions of one.
        // Where both are the same, that is the canonical form.
        let fetched = article.url == article.canonicalURL ? nil : article.url.flatMap(URLCleaning.canonical)
        guard var address = fetched ?? article.canonicalURL else { return 0 }
        return address.withUTF8 { url in page(in: url).map { hash(UnsafeBufferPointer(rebasing: url[$0])) } ?? 0 }
    }

    /// Of the native identifier without its version.
    static func identifier(of article: Article) -> UInt64 {
        guard var known = article.source.recordID.flatMap(unversioned) else { return 0 }
        return known.withUTF8 { hash($0) }
    }

    /// Of the host of the address, or else of the publication.
    static func site(of article: Article) -> UInt64 {
        if var url = article.url ?? article.canonicalURL {
            let host = url.withUTF8 { url in
                page(in: url).map { siteHash(UnsafeBufferPointer(rebasing: url[$0].prefix { !isHostEnd($0) }).span) }
            }
            if let host { return host }
        }
        return siteHash((article.site ?? "").utf8.span)
    }

    private static func hash(_ name: UnsafeBufferPointer<UInt8>) -> UInt64 {
        SHA256Digest.head(of: UnsafeRawBufferPointer(name)).high
    }

    private static func siteHash(_ name: Span<UInt8>) -> UInt64 { name.isEmpty ? 0 : Mixing.hash(name) }

    /// The part of a URL by which its page can be recognised: without scheme and `www.`. Nil for a bare site, whose front
    /// page shows another story every hour.
    static func page(in url: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        var (start, end) = (0, url.count)
        var colon = 0
        while let next = url[colon...].firstIndex(of: UInt8(ascii: ":")) {
            if starts(url[next...], with: "://") {
                start = next + 3
                break
            }
            colon = next + 1
        }
        if starts(url[start...], with: "www.") { start += 4 }
        if start < end, url[end - 1] == UInt8(ascii: "/") { end -= 1 }
        guard let slash = url[start..<end].firstIndex(where: isHostEnd), end - slash > 1 else { return nil }
        return start..<end
    }

    private static func isHostEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") }

    private static func starts(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, with word: StaticString) -> Bool {
        word.withUTF8Buffer { bytes.starts(with: $0) }
    }

    /// A native identifier without its version, or nil for one that only its file knows (`17`).
    ///
    /// NewsML-G2 gives guid and version (joined by `@`), NewsML 1 ends its URN with the revision (`:3N`).
    static func unversioned(_ identifier: String) -> String? {
        let bytes = identifier.utf8
        guard bytes.contains(UInt8(ascii: ":")) else { return nil }
        if let at = bytes.lastIndex(of: UInt8(ascii: "@")), at != bytes.startIndex,
            bytes[bytes.index(after: at)...].allSatisfy({ $0.isASCIIDigit })
        {
            return String(identifier[..<at])
        }
        let parts = identifier.split(separator: ":", omittingEmptySubsequences: false)
        if parts.count >= 6, parts[0] == "urn", parts[1] == "newsml",
            parts[parts.count - 1].utf8.first?.isASCIIDigit == true
        {
            return parts.dropLast().joined(separator: ":")
        }
        return identifier
    }
}
