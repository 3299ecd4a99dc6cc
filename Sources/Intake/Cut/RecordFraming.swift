internal import Model

/// What a container of records with a header line block and a stated length looks like: WARC or ARC.
protocol RecordFraming {
    /// Reads the header that should begin at the first of `bytes`.
    func header(in bytes: UnsafeRawBufferPointer) -> FramedHeader
    /// First position at or behind `start` where a header really begins. `atLineStart` tells whether the first byte of
    /// `bytes` begins a line.
    func border(in bytes: UnsafeRawBufferPointer, from start: Int, atLineStart: Bool) -> Int?
    /// How many bytes before a border belong to the frame and not to the record before it.
    func separator(in bytes: UnsafeRawBufferPointer, before border: Int, notBefore start: Int) -> Int
    /// Whether the white space in `range`, behind a block, is what the format puts between records.
    func isSeparated(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool
    /// Whether the block of a record is known to be cut short (by what it says itself).
    func isCutShort(_ block: UnsafeRawBufferPointer) -> Bool?
    var malformed: Reject.Reason { get }
    var name: String { get }
}

enum FramedHeader {
    case incomplete
    case malformed(String)
    case complete(Fields)

    struct Fields {
        /// Bytes from the first of the header to the first of the block.
        var length: Int
        /// Bytes of the block as the header states it; nil when it does not state it, or not in digits.
        var blockLength: Int?
        var kind: Kind
        var recordID: String?
    }

    enum Kind {
        case record(Format)
        /// Counted, no record.
        case auxiliary(String)
        case reject(Reject.Reason, String)
    }
}
