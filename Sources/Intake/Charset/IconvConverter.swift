internal import Glibc
internal import Text

/// A conversion between one encoding and UTF-8 by iconv(3). Owns the descriptor; one thread.
final class IconvConverter {
    private let descriptor: iconv_t
    private let encoding: CharacterEncoding

    /// To UTF-8. Nil when the C library lacks the encoding.
    convenience init?(from encoding: CharacterEncoding) {
        self.init(encoding, source: encoding.iconvName, target: "UTF-8")
    }

    /// From UTF-8. Nil when the C library lacks the encoding.
    convenience init?(to encoding: CharacterEncoding) {
        self.init(encoding, source: "UTF-8", target: encoding.iconvName)
    }

    private init?(_ encoding: CharacterEncoding, source: String, target: String) {
        guard let opened = iconv_open(target, source), opened != iconv_t(bitPattern: -1) else { return nil }
        descriptor = opened
        self.encoding = encoding
    }

    deinit { iconv_close(descriptor) }

    /// The scalar that one byte alone stands for; nil for a hole.
    func scalar(of byte: UInt8) -> UInt32? {
        var output: [UInt8] = []
        guard convert([byte], into: &output) == 0, !output.isEmpty else { return nil }
        let (scalar, length) = UTF8Text.decode(output.span, at: 0)
        return length == output.count ? scalar : nil
    }

    /// One character in the encoding; empty when it lacks it.
    func encode(_ character: Unicode.Scalar) -> [UInt8] {
        var input: [UInt8] = []
        UTF8Text.append(character.value, to: &input)
        var output: [UInt8] = []
        input.withUnsafeBytes { source in
            withUnsafeTemporaryAllocation(byteCount: 16, alignment: 16) { room in
                var position = 0
                _ = step(source, &position, room, &output)
            }
        }
        return output
    }

    /// Appends `bytes` as UTF-8; what has no meaning becomes U+FFFD. Returns how often.
    func convert(_ bytes: [UInt8], into output: inout [UInt8]) -> Int {
        _ = iconv(descriptor, nil, nil, nil, nil)
        var replaced = 0
        bytes.withUnsafeBytes { input in
            withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { room in
                var position = 0
                while position < input.count {
                    let status = step(input, &position, room, &output)
                    guard status != 0 else { continue }
                    UTF8Text.append(0xFFFD, to: &output)
                    replaced += 1
                    position += status == EINVAL ? input.count - position : illegalLength(input, at: position)
                }
                // Stateful encodings hold back a character that the next byte could still change.
                var left = room.count
                var target = room.baseAddress?.assumingMemoryBound(to: CChar.self)
                _ = iconv(descriptor, nil, nil, &target, &left)
                output.append(contentsOf: room[..<(room.count - left)])
            }
        }
        return replaced
    }

    /// One call of iconv: moves `position`, appends what came out. Returns 0 or EILSEQ/EINVAL for input it stops at.
    private func step(
        _ input: UnsafeRawBufferPointer, _ position: inout Int, _ room: UnsafeMutableRawBufferPointer,
        _ output: inout [UInt8]
    ) -> Int32 {
        guard let start = input.baseAddress, let roomStart = room.baseAddress else { return EINVAL }
        var source: UnsafeMutablePointer<CChar>? = UnsafeMutablePointer(
            mutating: (start + position).assumingMemoryBound(to: CChar.self))
        var sourceLeft = input.count - position
        var target: UnsafeMutablePointer<CChar>? = roomStart.assumingMemoryBound(to: CChar.self)
        var targetLeft = room.count
        let result = iconv(descriptor, &source, &sourceLeft, &target, &targetLeft)
        let code = errno
        position = input.count - sourceLeft
        output.append(contentsOf: room[..<(room.count - targetLeft)])
        return result == -1 && code != E2BIG ? code : 0
    }

    /// How many bytes one replacement character stands for: as in the standard's decoders, a trail byte that is ASCII
    /// is not swallowed, so that a stray lead byte cannot hide a tag.
    private func illegalLength(_ input: UnsafeRawBufferPointer, at position: Int) -> Int {
        guard case .multiByte = encoding.kind, encoding != .iso2022JP, input[position] >= 0x80,
            position + 1 < input.count, input[position + 1] >= 0x80
        else { return 1 }
        return 2
    }
}
