package import Model

/// The fingerprints in a spool segment, read apart from its articles.
///
/// Layout: one row per article (id, text, address, identifier, date, length and mark, length of the evidence, keys of the
/// bands; little-endian 64-bit words), then the evidence of all articles, one after the other.
package struct SpoolFingerprints {
    /// In the order of the articles.
    package let prints: Rows
    private let path: String
    /// Where each article's evidence begins in the file, and where the last one ends.
    private let places: [Int]

    private static let fixedWords = 9
    private static let noDate = UInt64(1) << 63

    /// Fingerprints that are made from their rows when they are asked for: who wants the evidence asks for none of them.
    package struct Rows {
        fileprivate let bytes: [UInt8]
        fileprivate let bands: Int

        /// The fingerprint of an article; its evidence is left empty.
        package subscript(place: Int) -> Fingerprint {
            let first = place * (fixedWords + bands)
            let date = word(first + 6)
            return Fingerprint(
                id: RecordID(high: word(first), low: word(first + 1)),
                text: RecordID(high: word(first + 2), low: word(first + 3)),
                address: word(first + 4), identifier: word(first + 5),
                published: date == noDate ? nil : Int64(bitPattern: date),
                length: Int(truncatingIfNeeded: word(first + 7) >> 1), isMarkedRevision: word(first + 7) & 1 == 1,
                bands: (first + fixedWords..<first + fixedWords + bands).map(word))
        }

        /// Lengths of the evidence and number of the bands.
        fileprivate func sizes(_ place: Int) -> (evidence: UInt64, bands: Int) {
            let sizes = word(place * (fixedWords + bands) + 8)
            return (sizes >> 16, Int(sizes & 0xFFFF))
        }

        private func word(_ place: Int) -> UInt64 {
            UInt64(littleEndian: bytes.span.bytes.unsafeLoadUnaligned(fromByteOffset: 8 * place, as: UInt64.self))
        }
    }

    static func write(_ prints: [Fingerprint], into writer: inout ByteWriter) {
        var row: [UInt64] = []
        for print in prints {
            row.removeAll(keepingCapacity: true)
            row += [print.id.high, print.id.low, print.text.high, print.text.low, print.address, print.identifier]
            row.append(print.published.map { UInt64(bitPattern: $0) } ?? noDate)
            row.append(UInt64(print.length) << 1 | (print.isMarkedRevision ? 1 : 0))
            row.append(UInt64(print.evidence.count) << 16 | UInt64(print.bands.count))
            row += print.bands
            writer.fixed(&row)
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
            let rows = Rows(bytes: try Disk.read(path, from: start, count: rowBytes * articles), bands: bands)
            var places = [start + rowBytes * articles]
            places.reserveCapacity(articles + 1)
            for place in 0..<articles {
                let sizes = rows.sizes(place)
                guard sizes.bands == bands, sizes.evidence <= UInt64(end) else { throw ByteReader.Malformed() }
                places.append(places[place] + Int(sizes.evidence))
            }
            guard places[articles] == end else { throw ByteReader.Malformed() }
            prints = rows
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
