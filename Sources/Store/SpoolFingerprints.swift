package import Model

/// The fingerprints in a spool segment, read apart from its articles.
///
/// Layout: one row per article (id, text, address, identifier, date, length and mark, length of the evidence, keys of the
/// bands; little-endian 64-bit words), then the evidence of all articles, one after the other, each with its own checksum.
package struct SpoolFingerprints {
    /// In the order of the articles; their evidence is left empty.
    package let prints: [Fingerprint]
    private let path: String
    /// Where each article's evidence begins in the file, and where the last one ends.
    private let places: [Int]

    private static let fixedWords = 9
    private static let noDate = UInt64(1) << 63

    static func write(rowsOf prints: [Fingerprint], into writer: inout ByteWriter) {
        for print in prints {
            writer.fixed([
                print.id.high, print.id.low, print.text.high, print.text.low, print.address, print.identifier,
                print.published.map { UInt64(bitPattern: $0) } ?? noDate,
                UInt64(print.length) << 1 | (print.isMarkedRevision ? 1 : 0),
                UInt64(print.evidence.count) << 16 | UInt64(print.bands.count),
            ])
            writer.fixed(print.bands)
        }
    }

    package init(_ file: SpoolFile, in output: String) throws(StoreError) {
        path = output + "/" + file.path
        let footer = try SpoolFooter(of: file, in: output)
        let articles = footer.articles
        let end = file.bytes - SpoolFooter.byteCount
        let bytes = try footer.read(footer.rows, of: path, crc32: footer.rowsCRC32)
        do {
            var rows = ByteReader(bytes)
            var prints: [Fingerprint] = []
            prints.reserveCapacity(articles)
            var places = [footer.rows.upperBound]
            places.reserveCapacity(articles + 1)
            for _ in 0..<articles {
                var print = Fingerprint(
                    id: RecordID(high: try rows.fixed(), low: try rows.fixed()),
                    text: RecordID(high: try rows.fixed(), low: try rows.fixed()), address: try rows.fixed(),
                    identifier: try rows.fixed())
                let date = try rows.fixed()
                print.published = date == Self.noDate ? nil : Int64(bitPattern: date)
                let length = try rows.fixed()
                print.length = Int(truncatingIfNeeded: length >> 1)
                print.isMarkedRevision = length & 1 == 1
                let sizes = try rows.fixed()
                let bands = Int(sizes & 0xFFFF)
                guard sizes >> 16 <= UInt64(end) else { throw ByteReader.Malformed() }
                places.append(places[places.count - 1] + Int(sizes >> 16))
                print.bands.reserveCapacity(bands)
                for _ in 0..<bands { print.bands.append(try rows.fixed()) }
                prints.append(print)
            }
            guard places[articles] == end else { throw ByteReader.Malformed() }
            self.prints = prints
            self.places = places
        } catch {
            throw .damaged(path: path, detail: "it does not hold \(articles) fingerprints")
        }
    }

    /// The evidence of all articles.
    package func allEvidence() throws(StoreError) -> [[UInt8]] {
        let start = places[0]
        let bytes = try Disk.read(path, from: start, count: (places.last ?? start) - start)
        return (1..<places.count).map { Array(bytes[places[$0 - 1] - start..<places[$0] - start]) }
    }

    package func evidence(_ place: Int) throws(StoreError) -> [UInt8] {
        try Disk.read(path, from: places[place], count: places[place + 1] - places[place])
    }
}
