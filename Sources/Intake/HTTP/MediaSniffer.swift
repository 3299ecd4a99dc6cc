internal import Text

/// What bytes are, by their look (after the MIME Sniffing Standard, with the types that news dumps hold).
enum MediaSniffer {
    enum Kind: Equatable {
        case html
        /// Markup that is not a page: the name of its kind.
        case otherMarkup(String)
        case json
        /// A type known by its magic number.
        case binary(String)
        case text
    }

    static func kind(of bytes: Span<UInt8>) -> Kind {
        if let magic = magic(bytes) { return .binary(magic) }
        var start = 0
        if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { start = 3 }
        let isUTF16 = bytes.count >= 2 && (bytes[0] ^ bytes[1] == 0x01) && bytes[0] >= 0xFE
        if isUTF16 { return .html }
        while start < bytes.count, bytes[start].isASCIISpace { start += 1 }
        guard start < bytes.count else { return .text }
        switch bytes[start] {
        case UInt8(ascii: "<"):
            return markup(bytes, at: start)
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            return isJSON(bytes, from: start) ? .json : .text
        default:
            return isBinary(bytes) ? .binary("binary data") : .text
        }
    }

    private static func magic(_ bytes: Span<UInt8>) -> String? {
        for (signature, name) in magics where bytes.count >= signature.count {
            if signature.indices.allSatisfy({ bytes[$0] == signature[$0] }) { return name }
        }
        if bytes.count >= 12, matches("RIFF", bytes, at: 0) {
            return matches("WEBP", bytes, at: 8) ? "image/webp" : "audio or video"
        }
        if bytes.count >= 12, matches("ftyp", bytes, at: 4) { return "video/mp4" }
        return nil
    }

    private static let magics: [([UInt8], String)] = [
        (Array("%PDF-".utf8), "application/pdf"),
        (Array("%!PS-".utf8), "application/postscript"),
        ([0xFF, 0xD8, 0xFF], "image/jpeg"),
        ([0x89, 0x50, 0x4E, 0x47], "image/png"),
        (Array("GIF87a".utf8), "image/gif"),
        (Array("GIF89a".utf8), "image/gif"),
        ([0x49, 0x49, 0x2A, 0x00], "image/tiff"),
        ([0x4D, 0x4D, 0x00, 0x2A], "image/tiff"),
        ([0x00, 0x00, 0x01, 0x00], "image/x-icon"),
        ([0x50, 0x4B, 0x03, 0x04], "application/zip"),
        ([0x1F, 0x8B, 0x08], "application/gzip"),
        (Array("BZh".utf8), "application/x-bzip2"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "application/x-xz"),
        (Array("Rar!".utf8), "application/x-rar"),
        (Array("wOFF".utf8), "font/woff"),
        (Array("wOF2".utf8), "font/woff2"),
        (Array("OggS".utf8), "audio/ogg"),
        (Array("ID3".utf8), "audio/mpeg"),
        (Array("FLV".utf8), "video/x-flv"),
        (Array("FWS".utf8), "application/x-shockwave-flash"),
        (Array("CWS".utf8), "application/x-shockwave-flash"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "application/x-ole-storage"),
        (Array("{\\rtf".utf8), "application/rtf"),
    ]

    /// Goes past declarations, comments and processing instructions to the first element.
    private static func markup(_ bytes: Span<UInt8>, at start: Int) -> Kind {
        var index = start
        let limit = min(bytes.count, start + 4096)
        var isXML = false
        while index < limit {
            guard bytes[index] == UInt8(ascii: "<") else {
                index += 1
                continue
            }
            if matches("<!doctype html", bytes, at: index) { return .html }
            if matches("<?xml", bytes, at: index) { isXML = true }
            if matches("<!--", bytes, at: index) {
                index += 4
                while index < limit, !matches("-->", bytes, at: index) { index += 1 }
            } else if index + 1 < limit, bytes[index + 1].isASCIILetter {
                var end = index + 1
                while end < limit, bytes[end].isASCIIAlphanumeric || bytes[end] == UInt8(ascii: ":") { end += 1 }
                let name = bytes.extracting((index + 1)..<end).withUnsafeBufferPointer {
                    String(decoding: $0.map(\.asciiLowered), as: UTF8.self)
                }
                if let other = otherRoots[name] { return .otherMarkup(other) }
                return isXML && name != "html" ? .otherMarkup("XML with root element <\(name.prefix(40))>") : .html
            } else {
                while index < limit, bytes[index] != UInt8(ascii: ">") { index += 1 }
            }
        }
        return isXML ? .otherMarkup("XML") : .html
    }

    private static let otherRoots = [
        "rss": "RSS feed", "feed": "Atom feed", "rdf:rdf": "RSS 1.0 feed", "urlset": "sitemap",
        "sitemapindex": "sitemap",
        "svg": "SVG image", "wml": "WML", "opml": "OPML", "kml": "KML", "soap:envelope": "SOAP", "error": "XML error",
        "listbucketresult": "XML listing", "opensearchdescription": "OpenSearch description", "smil": "SMIL",
        "crossdomain": "XML", "plist": "property list", "browserconfig": "XML",
    ]

    /// An object or array by its first and last bytes; JavaScript and prose in brackets are not.
    private static func isJSON(_ bytes: Span<UInt8>, from start: Int) -> Bool {
        let closing: UInt8 = bytes[start] == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: "]")
        var last = bytes.count - 1
        while last > start, bytes[last].isASCIISpace || bytes[last] == UInt8(ascii: ";") { last -= 1 }
        guard bytes[last] == closing else { return false }
        var next = start + 1
        while next < last, bytes[next].isASCIISpace { next += 1 }
        if next == last || bytes[next] == UInt8(ascii: "\"") { return true }
        guard bytes[start] == UInt8(ascii: "[") else { return false }
        return bytes[next] == UInt8(ascii: "{") || bytes[next] == UInt8(ascii: "[") || bytes[next].isASCIIDigit
            || bytes[next] == UInt8(ascii: "-")
    }

    /// More than one control character in ten among the first 512 bytes, zeros of UTF-16 aside.
    private static func isBinary(_ bytes: Span<UInt8>) -> Bool {
        if UTF16Decoder.isBigEndianWithoutMark(bytes) != nil { return false }
        let count = min(bytes.count, 512)
        var controls = 0
        for index in 0..<count {
            let byte = bytes[index]
            if byte < 0x20, !byte.isASCIISpace, byte != 0x1B { controls += 1 }
        }
        return controls * 10 > count
    }

    private static func matches(_ text: StaticString, _ bytes: Span<UInt8>, at index: Int) -> Bool {
        guard index + text.utf8CodeUnitCount <= bytes.count else { return false }
        return text.withUTF8Buffer { wanted in
            wanted.indices.allSatisfy {
                bytes[index + $0] == wanted[$0] || bytes[index + $0].asciiLowered == wanted[$0]
            }
        }
    }
}
