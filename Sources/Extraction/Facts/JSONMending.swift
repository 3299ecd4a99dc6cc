import Text

/// Help for JSON that templates wrote by hand: wrapped in comments or CDATA, escaped as HTML, with commas too many.
enum JSONMending {
    /// The script without wrapping, trailing commas and whatever follows the first complete value.
    static func mended(_ script: ArraySlice<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        // `&quot;` for quotes: the whole script was escaped.
        if !script.contains(UInt8(ascii: "\"")) {
            CharacterReferences.decode(Array(script).span, into: &bytes)
        } else {
            bytes = Array(script)
        }
        guard
            let first = bytes.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") })
        else { return [] }
        // `[` of "<![CDATA[" is not one of ours.
        let start =
            bytes[first] == UInt8(ascii: "[") && first > 0 && bytes[first - 1].isASCIILetter
            ? bytes[(first + 1)...].firstIndex { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") } ?? first : first

        var out: [UInt8] = []
        out.reserveCapacity(bytes.count - start)
        var isString = false
        var depth = 0
        var position = start
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if isString {
                out.append(byte)
                if byte == UInt8(ascii: "\\"), position < bytes.count {
                    out.append(bytes[position])
                    position += 1
                } else if byte == UInt8(ascii: "\"") {
                    isString = false
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): isString = true
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                while let last = out.last, last.isASCIISpace || last == UInt8(ascii: ",") { out.removeLast() }
            case UInt8(ascii: ","):
                // A second comma, or one right after a bracket, separates nothing.
                let last = out.last { !$0.isASCIISpace }
                if last == UInt8(ascii: ",") || last == UInt8(ascii: "{") || last == UInt8(ascii: "[") { continue }
            default: break
            }
            out.append(byte)
            if depth == 0 { break }
        }
        return out
    }

    /// The first string member called `key` that `accept` likes, looked for in plain bytes.
    static func member(_ key: String, of script: ArraySlice<UInt8>, accept: (String) -> Bool) -> String? {
        let bytes = Array(script)
        let name = Array("\"\(key)\"".utf8)
        var position = 0
        while let quote = bytes.index(of: UInt8(ascii: "\""), in: position..<bytes.count) {
            position = quote + 1
            guard bytes[quote...].starts(with: name) else { continue }
            var value = quote + name.count
            while value < bytes.count, bytes[value].isASCIISpace || bytes[value] == UInt8(ascii: ":") { value += 1 }
            guard value < bytes.count, bytes[value] == UInt8(ascii: "\"") else { continue }
            var end = value + 1
            while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
                end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
            }
            guard end < bytes.count else { return nil }
            if let text = try? JSONValue(parsing: Array(bytes[value...end])).string, accept(text) { return text }
            position = end + 1
        }
        return nil
    }
}
