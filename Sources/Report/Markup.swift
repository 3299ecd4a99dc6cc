/// HTML as it is written, with everything that comes from data escaped.
struct Markup {
    private(set) var bytes: [UInt8] = []

    /// Markup of our own.
    mutating func raw(_ html: String) { bytes += Array(html.utf8) }

    /// Words of anybody: characters with a meaning in HTML become references, controls become spaces.
    mutating func text(_ text: String) { bytes += Self.escaped(text) }

    /// Words from articles. Apart from their surroundings, so that a text from right to left, or one with stray direction
    /// marks, turns nothing else around.
    mutating func foreign(_ text: String) {
        raw("<bdi>")
        self.text(text)
        raw("</bdi>")
    }

    /// `<name attributes>`, what `content` writes, `</name>`. The values of attributes are escaped.
    mutating func element(
        _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ content: (inout Markup) -> Void
    ) {
        raw("<\(name)")
        for (attribute, value) in attributes {
            raw(" \(attribute)=\"")
            text(value)
            raw("\"")
        }
        raw(">")
        content(&self)
        raw("</\(name)>")
    }

    mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: String) {
        element(name, attributes) { $0.text(text) }
    }

    private static func escaped(_ text: String) -> [UInt8] {
        var escaped: [UInt8] = []
        escaped.reserveCapacity(text.utf8.count)
        var last: UInt8 = 0
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): escaped += Array("&amp;".utf8)
            case UInt8(ascii: "<"): escaped += Array("&lt;".utf8)
            case UInt8(ascii: ">"): escaped += Array("&gt;".utf8)
            case UInt8(ascii: "\""): escaped += Array("&quot;".utf8)
            case UInt8(ascii: "'"): escaped += Array("&#39;".utf8)
            case 0..<0x20, 0x7F: escaped.append(0x20)
            case 0x80..<0xA0 where last == 0xC2:
                // C1 controls
                escaped[escaped.count - 1] = 0x20
            default: escaped.append(byte)
            }
            last = byte
        }
        return escaped
    }
}
