internal import Model

/// A source of decompressed bytes that says, at the exact byte where it happens, what else happened.
///
/// The consumer decides what an event means: a cutter of lines keeps the lines of a member whose checksum is wrong, a
/// cutter of WARC records that fill a member each does not.
protocol ByteStream: AnyObject {
    /// Writes the next bytes into `room` (not empty), or tells what lies at this position.
    func read(into room: UnsafeMutableRawBufferPointer) -> StreamStep
}

enum StreamStep {
    /// So many bytes were written, at least one.
    case bytes(Int)
    /// A gzip member ended here. `fault` says so when its checksum is wrong or missing; its bytes were delivered.
    case memberEnd(fault: Incident?)
    /// Bytes are missing here: what began before can't go on behind.
    case gap(Incident)
    /// Something that is no data lies here, between two complete stretches.
    case notice(Incident)
    /// The medium can't be read further. Nothing but `end` follows.
    case failed(Incident)
    case end
}

/// A stretch of the file that is wrong in itself, whatever records it held.
struct Incident {
    var reason: Reject.Reason
    /// One sentence for a person, without its full stop.
    var detail: String
    /// The bytes concerned, counted in the file (in the outer stream, for a gzip inside something).
    var range: Range<Int>
    /// Their beginning, up to the configured limit.
    var payload: [UInt8]?
}
