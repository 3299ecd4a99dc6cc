internal import Crypto

/// SHA-256 (FIPS 180-4) over bytes that arrive in pieces. The one place that knows swift-crypto.
package struct SHA256Digest {
    private var state = SHA256()

    package init() {}

    package mutating func update(_ bytes: Span<UInt8>) {
        bytes.withUnsafeBytes { state.update(bufferPointer: $0) }
    }

    package mutating func update(_ bytes: UnsafeRawBufferPointer) {
        state.update(bufferPointer: bytes)
    }

    /// The 32 bytes of the digest of everything so far.
    package func finish() -> [UInt8] { Array(state.finalize()) }

    /// The first 128 bits of the digest of everything so far, as two big-endian words.
    package func finishHead() -> (high: UInt64, low: UInt64) {
        state.finalize().withUnsafeBytes { digest in
            func word(_ place: Int) -> UInt64 {
                UInt64(bigEndian: digest.loadUnaligned(fromByteOffset: place, as: UInt64.self))
            }
            return (word(0), word(8))
        }
    }

    /// The same for bytes that are there as a whole.
    package static func head(of bytes: UnsafeRawBufferPointer) -> (high: UInt64, low: UInt64) {
        var digest = SHA256Digest()
        digest.update(bytes)
        return digest.finishHead()
    }

    /// The digest as 64 lower-case hex digits.
    package func finishHex() -> String { Self.hex(finish()) }

    /// Lower-case hex digits of any bytes.
    package static func hex(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 2)
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
