import Text

/// Cuts class names and ids into tokens: at everything but letters and digits, at inner capitals, digits at the end
/// dropped. Two tokens side by side in one name are a token, too.
enum NameTokens {
    @inline(__always) static func forEach(
        of value: Range<Int>, in bytes: [UInt8], _ use: (_ token: UInt64, _ isPair: Bool) -> Void
    ) {
        var position = value.lowerBound
        var previous: UInt64 = 0
        while position < value.upperBound {
            let byte = bytes[position]
            guard byte.isASCIIAlphanumeric else {
                if byte.isASCIISpace { previous = 0 }
                position += 1
                continue
            }
            let start = position
            position += 1
            while position < value.upperBound, bytes[position].isASCIIAlphanumeric,
                !(bytes[position].isASCIIUpper && !bytes[position - 1].isASCIIUpper)
            {
                position += 1
            }
            var end = position
            while end > start, bytes[end - 1].isASCIIDigit { end -= 1 }
            // Longer tokens are data, one letter says nothing.
            guard end - start >= 2, end - start <= 24 else { continue }
            var hash = TokenHash.seed
            for index in start..<end { hash = TokenHash.extend(hash, by: bytes[index].asciiLowered) }
            use(hash, false)
            if previous != 0 { use(TokenHash.pair(previous, hash), true) }
            previous = hash
        }
    }
}
