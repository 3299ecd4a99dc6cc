internal import Digest
package import Model

extension RawRecord {
    /// The record's id: the head of SHA-256 over its native id (where it has one), a zero byte, and its raw bytes.
    ///
    /// The same record gives the same id for ever, wherever the file lies and whatever the configuration says.
    package func identity() -> RecordID { identity(withID: source.recordID) }

    /// The same with a native id that was found only now, inside the record.
    func identity(withID nativeID: String?) -> RecordID {
        var digest = SHA256Digest()
        var head = (nativeID ?? "") + "\0"
        head.withUTF8 { digest.update(UnsafeRawBufferPointer($0)) }
        digest.update(bytes.span)
        let (high, low) = digest.finishHead()
        return RecordID(high: high, low: low)
    }
}
