internal import Glibc
package import Model
internal import Text

/// Decides which character encoding bytes are in, and converts them to UTF-8.
///
/// Evidence beats declaration: bytes that are valid UTF-8 are UTF-8 whatever a header says, and bytes that are not
/// never become UTF-8 because of one. Labels mean what the WHATWG Encoding Standard says they mean.
package enum Charset {
    package struct Decision: Sendable, Equatable {
        package var encoding: CharacterEncoding
        package var evidence: Evidence
        /// A declaration named another encoding.
        package var contradicted: Bool
        /// The bytes are well-formed in `encoding`: nothing is left to be checked.
        var isValid: Bool
        /// Malformed bytes are to be read as windows-1252, not replaced.
        var mendsStrayBytes: Bool
        /// Length of a byte order mark.
        var mark: Int

        /// The encoding's name in the WHATWG Encoding Standard.
        package var name: String { encoding.rawValue }
    }

    /// What decided, in the order in which it is asked.
    package enum Evidence: String, Sendable {
        case bom, http, meta, declared, validity, statistics
    }

    /// - Parameters:
    ///   - http: label from a Content-Type header.
    ///   - declared: label that the stream around the record states.
    ///   - isMarkup: look for a declaration in the document itself.
    package static func decide(
        _ bytes: Span<UInt8>, http: String? = nil, declared: String? = nil, isMarkup: Bool
    ) -> Decision {
        if let marked = byteOrderMark(bytes) { return marked }
        if let bigEndian = UTF16Decoder.isBigEndianWithoutMark(bytes) {
            return Decision(bigEndian ? .utf16BE : .utf16LE, .statistics)
        }
        let isValid = UTF8Text.isValid(bytes)
        var claims: [Claim] = []
        if let encoding = http.flatMap({ CharacterEncoding(label: $0) }), encoding != .userDefined {
            // By far the most frequent case; nothing in the document could change it.
            if isValid, encoding == .utf8 { return Decision(.utf8, .http, isValid: true) }
            claims.append(Claim(encoding, .http))
        }
        if isMarkup, let encoding = CharsetDeclaration.find(in: bytes) { claims.append(Claim(encoding, .meta)) }
        if let encoding = declared.flatMap({ CharacterEncoding(label: $0) }), encoding != .userDefined {
            claims.append(Claim(encoding, .declared))
        }
        return isValid ? decideValid(bytes, claims) : decideInvalid(bytes, claims)
    }

    /// Converts to UTF-8, without a byte order mark. `invalid` counts bytes or sequences without meaning, which became
    /// U+FFFD or were read as windows-1252. Valid UTF-8 comes back without a copy.
    package static func utf8(_ bytes: [UInt8], _ decision: Decision) -> (bytes: [UInt8], invalid: Int) {
        switch decision.encoding.kind {
        case .utf8:
            var text = decision.mark > 0 ? Array(bytes[decision.mark...]) : bytes
            if decision.isValid { return (text, 0) }
            if decision.mendsStrayBytes { return mended(text) }
            let invalid = UTF8Text.repair(&text)
            return (text, invalid)
        case .utf16(let bigEndian):
            var text: [UInt8] = []
            text.reserveCapacity(bytes.count)
            let invalid = UTF16Decoder.decode(bytes.span, from: decision.mark, bigEndian: bigEndian, into: &text)
            return (text, invalid)
        case .singleByte:
            return singleByte(bytes, SingleByteTable.scalars(of: decision.encoding))
        case .multiByte:
            guard let converter = IconvConverter(from: decision.encoding) else {
                return singleByte(bytes, SingleByteTable.scalars(of: .windows1252))
            }
            var text: [UInt8] = []
            text.reserveCapacity(bytes.count + bytes.count / 2)
            let invalid = converter.convert(bytes, into: &text)
            return (text, invalid)
        }
    }

    /// Decides, converts, and writes down what was decided.
    package static func utf8(
        _ bytes: [UInt8], http: String? = nil, declared: String? = nil, isMarkup: Bool, source: inout Source,
        repairs: inout Repairs
    ) -> [UInt8] {
        let decision = decide(bytes.span, http: http, declared: declared, isMarkup: isMarkup)
        let (text, invalid) = utf8(bytes, decision)
        source.charset = decision.encoding == .utf8 ? nil : decision.name
        if decision.contradicted { repairs[.charset] = 1 }
        repairs[.invalidBytes] += invalid
        return text
    }

    // MARK: - deciding

    private struct Claim {
        var encoding: CharacterEncoding
        var evidence: Evidence

        init(_ encoding: CharacterEncoding, _ evidence: Evidence) {
            self.encoding = encoding
            self.evidence = evidence
        }
    }

    private static func byteOrderMark(_ bytes: Span<UInt8>) -> Decision? {
        guard bytes.count >= 2 else { return nil }
        switch (bytes[0], bytes[1]) {
        case (0xFE, 0xFF): return Decision(.utf16BE, .bom, mark: 2)
        case (0xFF, 0xFE): return Decision(.utf16LE, .bom, mark: 2)
        case (0xEF, 0xBB) where bytes.count >= 3 && bytes[2] == 0xBF:
            if UTF8Text.isValid(bytes) { return Decision(.utf8, .bom, isValid: true, mark: 3) }
            // Some server pages put a marked UTF-8 template in front of legacy text.
            var decision = decideInvalid(bytes.extracting(3..<bytes.count), [Claim(.utf8, .bom)])
            decision.mark = decision.encoding == .utf8 ? 3 : 0
            return decision
        default: return nil
        }
    }

    private static func decideValid(_ bytes: Span<UInt8>, _ claims: [Claim]) -> Decision {
        let escapes = claims.first { $0.encoding == .iso2022JP }
        if escapes != nil || claims.first?.encoding != .utf8, usesJapaneseEscapes(bytes), isASCII(bytes) {
            return Decision(
                .iso2022JP, escapes?.evidence ?? .statistics, contradicted: escapes == nil && !claims.isEmpty)
        }
        guard let claim = claims.first else { return Decision(.utf8, .validity, isValid: true) }
        if claim.encoding == .utf8 { return Decision(.utf8, claim.evidence, isValid: true) }
        let contradicted = !isASCII(bytes)
        return Decision(.utf8, .validity, contradicted: contradicted, isValid: true)
    }

    private static func decideInvalid(_ bytes: Span<UInt8>, _ claims: [Claim]) -> Decision {
        let survey = UTF8Survey(bytes)
        let legacy = claims.filter { ![.utf8, .utf16LE, .utf16BE, .iso2022JP].contains($0.encoding) }
        // In legacy text well-formed sequences come about by chance, so that a declared one needs more of a majority.
        let isUTF8 =
            survey.isCutAtEnd && (survey.wellFormed > 0 || legacy.isEmpty)
            || survey.wellFormed >= survey.malformed * (legacy.isEmpty ? 1 : 3)
            || survey.strayBytesAreWindows1252 && survey.wellFormed * 8 >= survey.malformed && survey.wellFormed > 0
                && legacy.allSatisfy { $0.encoding == .windows1252 }
        if isUTF8 {
            let claim = claims.first
            return Decision(
                .utf8, claim?.encoding == .utf8 ? claim?.evidence ?? .validity : .validity,
                contradicted: claim.map { $0.encoding != .utf8 } ?? false,
                mendsStrayBytes: survey.strayBytesAreWindows1252 && !survey.isCutAtEnd)
        }
        let encoding = CharsetStatistics.decide(bytes, declared: legacy.map(\.encoding))
        let claim = claims.first { $0.encoding == encoding }
        return Decision(
            encoding, claim?.evidence ?? .statistics,
            contradicted: claims.first.map { $0.encoding != encoding } ?? false)
    }

    private static func isASCII(_ bytes: Span<UInt8>) -> Bool { HighBytes.next(in: bytes, from: 0) == bytes.count }

    /// `ESC $ B` or `ESC $ @`: ISO-2022-JP switches to JIS X 0208.
    private static func usesJapaneseEscapes(_ bytes: Span<UInt8>) -> Bool {
        bytes.withUnsafeBytes { raw in
            guard let start = raw.baseAddress else { return false }
            var index = 0
            while let escape = memchr(start + index, 0x1B, raw.count - index) {
                index = UnsafeRawPointer(escape) - start + 1
                if index + 1 < raw.count, raw[index] == 0x24, raw[index + 1] == 0x40 || raw[index + 1] == 0x42 {
                    return true
                }
            }
            return false
        }
    }

    // MARK: - converting

    private static func singleByte(_ bytes: [UInt8], _ table: [UInt32]) -> (bytes: [UInt8], invalid: Int) {
        let span = bytes.span
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 8)
        var invalid = 0
        var index = 0
        while index < span.count {
            if span[index] < 0x80 {
                let end = HighBytes.next(in: span, from: index)
                text.append(contentsOf: bytes[index..<end])
                index = end
            } else {
                let scalar = table[Int(span[index] & 0x7F)]
                if scalar == 0xFFFD { invalid += 1 }
                UTF8Text.append(scalar, to: &text)
                index += 1
            }
        }
        return (text, invalid)
    }

    /// UTF-8 in which each malformed byte is read as windows-1252.
    private static func mended(_ bytes: [UInt8]) -> (bytes: [UInt8], invalid: Int) {
        let table = SingleByteTable.scalars(of: .windows1252)
        let span = bytes.span
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + 64)
        var invalid = 0
        var index = 0
        while index < span.count {
            let byte = span[index]
            if byte < 0x80 {
                let end = HighBytes.next(in: span, from: index)
                text.append(contentsOf: bytes[index..<end])
                index = end
                continue
            }
            let (length, isWhole) = UTF8Survey.sequence(span, at: index)
            if isWhole {
                for offset in 0..<length { text.append(span[index + offset]) }
            } else {
                // A lead byte that ends the text is a character cut off, not a letter.
                let isStray = length == 1 && !(index + 1 == span.count && byte >= 0xC2)
                UTF8Text.append(isStray ? table[Int(byte & 0x7F)] : 0xFFFD, to: &text)
                invalid += 1
            }
            index += length
        }
        return (text, invalid)
    }
}

extension Charset.Decision {
    fileprivate init(
        _ encoding: CharacterEncoding, _ evidence: Charset.Evidence, contradicted: Bool = false, isValid: Bool = false,
        mendsStrayBytes: Bool = false, mark: Int = 0
    ) {
        self.encoding = encoding
        self.evidence = evidence
        self.contradicted = contradicted
        self.isValid = isValid
        self.mendsStrayBytes = mendsStrayBytes
        self.mark = mark
    }
}
