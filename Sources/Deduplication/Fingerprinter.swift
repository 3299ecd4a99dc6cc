internal import Digest
package import Model
internal import Text

/// Makes the fingerprint of an article. One per worker: the memory is reused.
package final class Fingerprinter {
    private var tokens = Tokens()
    private var maker = EvidenceMaker()
    private var whole = Sketcher(bands: Banding.wholeBands, rows: Banding.rows)
    private var head = Sketcher(bands: Banding.headBands, rows: Banding.rows)

    package init() {}

    package func fingerprint(_ article: Article) -> Fingerprint {
        tokens.read(article.text.span)
        var print = Fingerprint(
            id: article.id, text: Self.hash(UnsafeRawBufferPointer(tokens.folded)), length: article.text.count)
        print.evidence = maker.make(tokens, site: Self.site(of: article))
        print.bands.reserveCapacity(Banding.bands)
        whole.sketch(maker.shingles, into: &print.bands)
        head.sketch(maker.head, into: &print.bands)
        // The address that the record was fetched from comes first: sites declare wrong canonical addresses for whole
        // sections, and other pages must not pass for revisions of one.
        let address = article.url.flatMap(URLCleaning.canonical) ?? article.canonicalURL
        print.address = address.flatMap(Self.identity).map(Self.hash) ?? 0
        print.identifier = article.source.recordID.flatMap(Self.unversioned).map { Self.hash(Array($0.utf8)) } ?? 0
        print.published = article.published?.seconds
        print.isMarkedRevision = article.title.map { RevisionMark.isIn(Array($0.utf8)) } ?? false
        return print
    }

    /// The part of a URL by which it can be recognised: without scheme and `www.`. Nil for a bare site, whose front page
    /// shows another story every hour.
    static func identity(of url: String) -> [UInt8]? {
        var url = url
        return url.withUTF8 { bytes in
            var rest = bytes[...]
            var colon = rest.startIndex
            while let next = rest[colon...].firstIndex(of: UInt8(ascii: ":")) {
                if starts(rest[next...], with: "://") {
                    rest = rest[(next + 3)...]
                    break
                }
                colon = next + 1
            }
            if starts(rest, with: "www.") { rest = rest.dropFirst(4) }
            if rest.last == UInt8(ascii: "/") { rest = rest.dropLast() }
            guard let slash = rest.firstIndex(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") }),
                rest.endIndex - slash > 1
            else { return nil }
            return Array(rest)
        }
    }

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

    /// The first 64 bits of SHA-256.
    private static func hash(_ bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBytes { hash($0).high } }

    /// The first 128 bits of SHA-256.
    private static func hash(_ bytes: UnsafeRawBufferPointer) -> RecordID {
        var digest = SHA256Digest()
        digest.update(bytes)
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
