package import Model

/// The fingerprints in a spool segment, read apart from its articles.
///
/// Layout: one row per article (id, text, address, identifier, date, length and mark, length of the evidence, keys of the
/// bands; little-endian 64-bit words), then the evidence of all articles, one after the other.
package struct SpoolFingerprints {
    /// In the order of the articles; their evidence is left empty.
    package let prints: [Fingerprint]
    private let path: String
    /// Where each article's evidence begins in the file, and where the last one ends.
    private let places: [Int]

    private static let fixedWords = 9
    private static let noDate = UInt64(1) << 63

    static func write(_ prints: [Fingerprint], into writer: inout ByteWriter) {
        for print in prints {
            for word in [print.id.high, print.id.low, print.text.high, print.text.low, print.address, print.identifier] {
                writer.fixed(word)
            }
            writer.fixed(print.published.map { UInt64(bitPattern: $0) } ?? noDate)
            writer.fixed(UInt64(print.length) << 1 | (print.isMarkedRevision ? 1 : 0))
            writer.fixed(UInt64(print.evidence.count) << 16 | UInt64(print.bands.count))
            for key in print.bands { writer.fixed(key) }
        }
        for print in prints { writer.raw(print.evidence) }
    }

    package init(_ file: StoredFile, articles: Int, in output: String) throws(StoreError) {
        path = output + "/" + file.path
        let end = file.bytes - SpoolSegment.footerBytes
        let footer = try Disk.read(path, from: end, count: SpoolSegment.footerBytes)
        do {
            var reader = ByteReader(footer, at: 16)
            let start = Int(truncatingIfNeeded: try reader.fixed())
            guard start >= 0, start <= end else { throw ByteReader.Malformed() }
            // Rows are as long as the first one says.
            var bands = 0
            if articles > 0 {
                guard start + 8 * Self.fixedWords <= end else { throw ByteReader.Malformed() }
                var first = ByteReader(try Disk.read(path, from: start + 8 * (Self.fixedWords - 1), count: 8))
                bands = Int(try first.fixed() & 0xFFFF)
            }
            let rowBytes = 8 * (Self.fixedWords + bands)
            guard rowBytes * articles <= end - start else { throw ByteReader.Malformed() }
            var rows = ByteReader(try Disk.read(path, from: start, count: rowBytes * articles))
            var prints: [Fingerprint] = []
            prints.reserveCapacity(articles)
            var places = [start + rowBytes * articles]
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
                guard Int(sizes & 0xFFFF) == bands, sizes >> 16 <= UInt64(end) else { throw ByteReader.Malformed() }
                places.append(places[places.count - 1] + Int(sizes >> 16))
                print.bands.reserveCapacity(bands)
                for _ in 0..<bands { print.bands.append(try rows.fixed()) }
                prints.append(print)
            }
            guard places[articles] == end else { throw ByteReader.Malformed() }
            self.prints = prints
            self.places = places
        } catch let error as StoreError {
            throw error
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
