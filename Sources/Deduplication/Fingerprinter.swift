internal import Digest
package import Model
internal import Text

/// Makes the fingerprint of an article. One per worker: the buffers are reused.
package struct Fingerprinter {
    private var tokens = Tokens()
    private var maker = EvidenceMaker()
    private var whole = Sketcher(bands: Banding.wholeBands, rows: Banding.rows)
    private var head = Sketcher(bands: Banding.headBands, rows: Banding.rows)

    package init() {}

    package mutating func fingerprint(_ article: Article) -> Fingerprint {
        tokens.read(article.text.span)
        let evidence = maker.make(tokens, site: Self.site(of: article))
        var print = Fingerprint(id: article.id, text: Self.hash(tokens.folded), length: article.text.count)
        print.bands.reserveCapacity(Banding.bands)
        maker.sketch(&whole, &head, into: &print.bands)
        print.evidence = evidence.encoded()
        // The address that the record was fetched from comes first: sites declare wrong canonical addresses for whole
        // sections, and other pages must not pass for revisions of one.
        let address = article.url.flatMap(URLCleaning.canonical) ?? article.canonicalURL
        print.address = address.flatMap(Self.identity).map { Self.hash($0).high } ?? 0
        print.identifier = article.source.recordID.flatMap(Self.unversioned).map { Self.hash(Array($0.utf8)).high } ?? 0
        print.published = article.published?.seconds
        print.isMarkedRevision = article.title.map { RevisionMark.isIn(Array($0.utf8)) } ?? false
        return print
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
        if parts.count >= 6, parts[0] == "urn", parts[1] == "newsml", parts[parts.count - 1].utf8.first?.isASCIIDigit == true {
            return parts.dropLast().joined(separator: ":")
        }
        return identifier
    }

    /// Names the site: the host of the address, or else the publication; 0 for neither.
    private static func site(of article: Article) -> UInt64 {
        let name: [UInt8]
        if let identity = (article.url ?? article.canonicalURL).flatMap(identity) {
            name = Array(identity.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") })
        } else {
            name = Array((article.site ?? "").utf8)
        }
        return name.isEmpty ? 0 : Mixing.hash(name)
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

extension NewsDate {
    /// Seconds since 1970, as if a time without a zone were in UTC and a day began at midnight.
    fileprivate var seconds: Int64 {
        // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": days from civil.
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let days = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
        guard let time else { return Int64(days) * 86_400 }
        return Int64(days) * 86_400 + Int64(time.hour * 3600 + (time.minute - (time.offset ?? 0)) * 60 + time.second)
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
