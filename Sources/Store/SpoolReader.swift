internal import Gzip
package import Model

/// Reads a segment of the spool, which is what the workers of the ingest phase leave for the later phases: a stretch of
/// records in one file of `work/`. `SpoolWriter` wrote it.
///
/// Layout: magic; articles, then rejects; the articles' fingerprints (see `SpoolFingerprints`); `SpoolFooter`.
package struct SpoolReader {
    /// Articles that are still to come.
    package private(set) var articles: Int
    /// Rejects that are still to come, after the articles.
    package private(set) var rejects: Int
    private let path: String
    private var reader: ByteReader

    /// Names the layout, and by a checksum of their names the kinds that lie in the spool by their places: a version that
    /// lists them in another order does not take one for another.
    static let magic: [UInt8] = {
        let kinds =
            Format.allCases.map(\.rawValue) + Repair.allCases.map(\.rawValue) + Reject.Stage.allCases.map(\.rawValue)
            + Reject.Reason.allCases.map(\.rawValue)
        let checksum = crc32(Array(kinds.joined(separator: " ").utf8).span)
        return Array("newsmill spool 5 \(checksum)\n".utf8)
    }()

    /// Opens a segment and checks its records against what was committed.
    package init(_ file: SpoolFile, in output: String) throws(StoreError) {
        path = output + "/" + file.path
        let footer = try SpoolFooter(of: file, in: output)
        let bytes = try footer.read(footer.records, of: path, crc32: footer.recordsCRC32)
        (articles, rejects) = (footer.articles, footer.rejects)
        reader = ByteReader(bytes, at: Self.magic.count)
        guard bytes.starts(with: Self.magic) else { throw damage }
    }

    /// Reads the next article into the memory of another; false after the last.
    package mutating func nextArticle(into article: inout Article) throws(StoreError) -> Bool {
        guard articles > 0 else { return false }
        articles -= 1
        do { try reader.article(into: &article) } catch { throw damage }
        return true
    }

    /// The next reject; nil after the last. The articles come before them.
    package mutating func nextReject() throws(StoreError) -> Reject? {
        guard articles == 0, rejects > 0 else {
            if articles == 0, !reader.isAtEnd { throw damage }
            return nil
        }
        rejects -= 1
        do { return try reader.reject() } catch { throw damage }
    }

    private var damage: StoreError { .damaged(path: path, detail: "it does not hold what it should") }
}
