/// One record as it was cut out of its container: bytes not yet interpreted.
///
/// Cutting is cheap and sequential (one reader per file); everything that costs happens later, on a worker.
package struct RawRecord: Sendable {
    package var source: Source
    /// The record with its own headers: a WARC record from `WARC/1.0` on, a JSON line, a `<DOC>` element, a file.
    package var bytes: [UInt8]
    /// Character encoding that the stream around the record declares (an XML declaration, say), if any.
    package var declaredCharset: String?

    package init(source: Source, bytes: [UInt8], declaredCharset: String? = nil) {
        self.source = source
        self.bytes = bytes
        self.declaredCharset = declaredCharset
    }
}
