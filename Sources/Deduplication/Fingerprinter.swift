internal import Digest
package import Model
internal import Text

/// Makes the fingerprint of an article. One per worker: the memory is reused.
package final class Fingerprinter {
    private var rooms = Rooms()

    package init() {}

    package func fingerprint(_ article: Article) -> Fingerprint { rooms.fingerprint(article) }
}

/// In one piece, so that exclusive access to it is checked once an article.
private struct Rooms: ~Copyable {
    private var tokens = Tokens()
    private var maker = EvidenceMaker()
    private var whole = Sketcher(bands: Banding.wholeBands, rows: Banding.rows)
    private var head = Sketcher(bands: Banding.headBands, rows: Banding.rows)

    mutating func fingerprint(_ article: Article) -> Fingerprint {
        tokens.read(article.text.span)
        let text = SHA256Digest.head(of: UnsafeRawBufferPointer(tokens.folded))
        var print = Fingerprint(
            id: article.id, text: RecordID(high: text.high, low: text.low), length: article.text.count)
        print.evidence = maker.make(tokens, site: Identity.site(of: article))
        print.bands = [UInt64](unsafeUninitializedCapacity: Banding.bands) { keys, count in
            whole.sketch(maker.shingles, into: keys.extracting(..<Banding.wholeBands))
            head.sketch(maker.head, into: keys.extracting(Banding.wholeBands..<Banding.bands))
            count = Banding.bands
        }
        print.address = Identity.address(of: article)
        print.identifier = Identity.identifier(of: article)
        print.published = article.published?.seconds
        print.isMarkedRevision = article.title.map { RevisionMark.isIn($0.utf8.span) } ?? false
        return print
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
