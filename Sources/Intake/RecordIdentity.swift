internal import Digest
package import Model

extension RawRecord {
    /// The record's id: the head of SHA-256 over its native id (where it has one), a zero byte, and its raw bytes.
    ///
    /// The same record gives the same id for ever, wherever the file lies and whatever the configuration says.
    package func identity() -> RecordID {
        var digest = SHA256Digest()
        if let native = source.recordID {
            digest.update(Array(native.utf8).span)
        }
        digest.update([0].span)
        digest.update(bytes.span)
        let head = digest.finish()
        func word(_ start: Int) -> UInt64 { head[start..<start + 8].reduce(0) { $0 << 8 | UInt64($1) } }
        return RecordID(high: word(0), low: word(8))
    }
}
