internal import Text

/// A media type with its parameters, as written in a Content-Type header or a `meta` element (RFC 9110, 8.3; read as
/// tolerantly as the MIME Sniffing Standard reads it).
struct ContentType: Equatable {
    /// `type/subtype` in lower case; empty when there is none.
    private(set) var essence = ""
    private var parameters: [(name: String, value: String)] = []

    static func == (a: ContentType, b: ContentType) -> Bool {
        a.essence == b.essence && a.parameters.elementsEqual(b.parameters, by: ==)
    }

    init(_ value: String) {
        let bytes = Array(value.utf8)
        var index = 0
        func skipBlanks() { while index < bytes.count, bytes[index].isASCIISpace { index += 1 } }
        func token(until stops: StaticString) -> String {
            let start = index
            stops.withUTF8Buffer { stops in
                while index < bytes.count, !stops.contains(bytes[index]) { index += 1 }
            }
            return Self.trimmed(bytes[start..<index])
        }
        skipBlanks()
        essence = token(until: ";,").lowercased()
        if let cut = essence.utf8.firstIndex(where: \.isASCIISpace) { essence = String(essence[..<cut]) }
        // `meta` elements often hold nothing but a parameter.
        if essence.contains("=") { (essence, index) = ("", 0) }
        while index < bytes.count {
            if [UInt8(ascii: ";"), UInt8(ascii: ",")].contains(bytes[index]) { index += 1 }
            skipBlanks()
            let name = token(until: "=;,").lowercased()
            guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else {
                if !name.isEmpty { parameters.append((name, "")) }
                continue
            }
            index += 1
            skipBlanks()
            if index < bytes.count, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") {
                let quote = bytes[index]
                index += 1
                var text: [UInt8] = []
                while index < bytes.count, bytes[index] != quote {
                    if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count { index += 1 }
                    text.append(bytes[index])
                    index += 1
                }
                index = min(index + 1, bytes.count)
                parameters.append((name, Self.trimmed(text[...])))
                _ = token(until: ";,")
            } else {
                parameters.append((name, token(until: ";,")))
            }
        }
    }

    /// First parameter of that name (lower case).
    subscript(name: String) -> String? { parameters.first { $0.name == name && !$0.value.isEmpty }?.value }

    /// The encoding's label, also where it stands without `charset=` (`text/html; utf-8`).
    var charset: String? {
        self["charset"] ?? parameters.first { $0.value.isEmpty && CharacterEncoding(label: $0.name) != nil }?.name
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
        var part = bytes
        while let first = part.first, first.isASCIISpace { part.removeFirst() }
        while let last = part.last, last.isASCIISpace { part.removeLast() }
        return String(decoding: part, as: UTF8.self)
    }
}
