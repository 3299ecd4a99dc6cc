private import CDeflate

/// CRC-32 of RFC 1952 (polynomial 0xEDB88320) over bytes that may arrive in pieces: pass the result so far as `seed`.
package func crc32(_ bytes: Span<UInt8>, seed: UInt32 = 0) -> UInt32 {
    bytes.withUnsafeBytes { crc32($0, seed: seed) }
}

/// CRC-32 of RFC 1952 over raw memory.
package func crc32(_ bytes: UnsafeRawBufferPointer, seed: UInt32 = 0) -> UInt32 {
    guard let base = bytes.baseAddress else { return seed }
    return libdeflate_crc32(seed, base, bytes.count)
}
