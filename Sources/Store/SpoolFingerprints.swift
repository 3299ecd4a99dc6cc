package import Model

/// The fingerprints in a spool segment, read apart from its articles.
///
/// Layout: one row per article (id, text, address, identifier, date, length and mark, length of the evidence, keys of the
/// bands; little-endian 64-bit words), then the evidence of all articles, one after the other, each with its own checksum.
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
        private let bytes: [UInt8]
        private let bands: Int

        /// Nil when the bytes are not so many rows, all as long as the first one says.
        fileprivate init?(_ bytes: [UInt8], count: Int) {
            self.bytes = bytes
            var bands = 0
            if count > 0 {
                guard bytes.count >= 8 * fixedWords else { return nil }
                bands = Int(bytes[8 * fixedWords - 8]) | Int(bytes[8 * fixedWords - 7]) << 8
            }
            self.bands = bands
            guard bytes.count == 8 * (fixedWords + bands) * count,
                (0..<count).allSatisfy({ sizes($0) & 0xFFFF == UInt64(bands) })
            else { return nil }
        }

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
                bands: words(from: first + fixedWords))
        }

        /// Bytes of an article's evidence.
        fileprivate func evidenceLength(_ place: Int) -> Int { Int(truncatingIfNeeded: sizes(place) >> 16) }

        private func sizes(_ place: Int) -> UInt64 { word(place * (fixedWords + bands) + 8) }

        /// The keys of the bands, which begin at a place.
        private func words(from place: Int) -> [UInt64] {
            bytes.span.bytes.extracting(8 * place..<8 * (place + bands)).withUnsafeBytes { bytes in
                (0..<bands).map {
                    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8 * $0, as: UInt64.self))
                }
            }
        }

        private func word(_ place: Int) -> UInt64 {
            UInt64(littleEndian: bytes.span.bytes.unsafeLoadUnaligned(fromByteOffset: 8 * place, as: UInt64.self))
        }
    }

    static func write(rowOf print: Fingerprint, into writer: inout ByteWriter) {
        let words: [9 of UInt64] = [
            print.id.high, print.id.low, print.text.high, print.text.low, print.address, print.identifier,
            print.published.map { UInt64(bitPattern: $0) } ?? noDate,
            UInt64(print.length) << 1 | (print.isMarkedRevision ? 1 : 0),
            UInt64(print.evidence.count) << 16 | UInt64(print.bands.count),
        ]
        writer.fixed(words.span)
        writer.fixed(print.bands.span)
    }

    package init(_ file: SpoolFile, in output: String) throws(StoreError) {
        path = output + "/" + file.path
        let footer = try SpoolFooter(of: file, in: output)
        let bytes = try footer.read(footer.rows, of: path, crc32: footer.rowsCRC32)
        guard let rows = Rows(bytes, count: footer.articles) else {
            throw .damaged(path: path, detail: "it does not hold \(footer.articles) fingerprints")
        }
        let end = file.bytes - SpoolFooter.byteCount
        var places = [footer.rows.upperBound]
        places.reserveCapacity(footer.articles + 1)
        for place in 0..<footer.articles {
            // What is longer than the file cannot be, and must not overflow the sum.
            places.append(places[place] + min(rows.evidenceLength(place), file.bytes))
        }
        guard places[footer.articles] == end else {
            throw .damaged(path: path, detail: "it does not hold the evidence of \(footer.articles) fingerprints")
        }
        prints = rows
        self.places = places
    }

    /// The evidence of some articles, one after the other.
    package struct Stretch {
        package let articles: Range<Int>
        fileprivate let bytes: [UInt8]
        fileprivate let places: [Int]

        package subscript(article: Int) -> [UInt8] {
            let start = places[articles.lowerBound]
            return Array(bytes[places[article] - start..<places[article + 1] - start])
        }
    }

    private static let stretchBytes = 1 << 16

    /// The evidence of an article and of those behind it, as far as they are about as many bytes as are read at once.
    package func stretch(from article: Int) throws(StoreError) -> Stretch {
        let start = places[article]
        var end = article + 1
        while end + 1 < places.count, places[end + 1] - start <= Self.stretchBytes { end += 1 }
        return Stretch(
            articles: article..<end, bytes: try Disk.read(path, from: start, count: places[end] - start),
            places: places)
    }

    package func evidence(_ place: Int) throws(StoreError) -> [UInt8] {
        try Disk.read(path, from: places[place], count: places[place + 1] - places[place])
    }
}
