private import CZlib

/// Unpacks one DEFLATE stream (RFC 1951) piece by piece, bare or inside a gzip (RFC 1952) or zlib (RFC 1950) wrapper.
///
/// Not Sendable: one inflater belongs to one thread. After `end` or `damaged` only `reset()` makes it useful again.
package final class Inflater {
    package enum Wrapper: Sendable, CaseIterable {
        /// RFC 1952: one member with header, checksum and length.
        case gzip
        /// RFC 1950, what HTTP calls `deflate`.
        case zlib
        /// RFC 1951 without header or checksum.
        case raw
        /// gzip or zlib, told apart by their first two bytes. (A bare stream has no mark to know it by; `inflateAll`
        /// falls back to it.)
        case automatic

        fileprivate var windowBits: Int32 {
            switch self {
            case .gzip: 15 + 16
            case .zlib: 15
            case .raw: -15
            case .automatic: 15 + 32
            }
        }
    }

    package enum Status: Sendable, Equatable {
        /// The output is full; there may be more.
        case ok
        /// All input is used up and the stream has not ended.
        case needsInput
        /// The stream (with its wrapper, checksum included) ended; the bytes after it were not touched.
        case end
        /// What zlib found wrong. Output before this point was written.
        case damaged(String)
    }

    package struct Step: Sendable, Equatable {
        /// Input bytes used.
        package var consumed: Int
        /// Output bytes written.
        package var produced: Int
        package var status: Status
    }

    package struct SetupError: Error, CustomStringConvertible {
        package let code: Int32
        package var description: String { "zlib could not be set up (code \(code)): out of memory" }
    }

    /// zlib keeps a pointer back to its `z_stream`, so it lives at an address of its own.
    private let stream: UnsafeMutablePointer<z_stream>

    package init(_ wrapper: Wrapper) throws(SetupError) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        let code = czlib_inflate_init(stream, wrapper.windowBits)
        guard code == Z_OK else {
            stream.deallocate()
            throw SetupError(code: code)
        }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    /// Forgets everything; the next byte begins a new stream with the same wrapper.
    package func reset() {
        inflateReset(stream)
    }

    /// Unpacks from `input` into `output` until one of them is used up or the stream ends.
    package func inflate(_ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) -> Step {
        guard !output.isEmpty else { return Step(consumed: 0, produced: 0, status: .ok) }
        let available = min(input.count, Int(UInt32.max))
        let room = min(output.count, Int(UInt32.max))
        stream.pointee.next_in = UnsafeMutablePointer(
            mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self))
        stream.pointee.avail_in = UInt32(available)
        stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_out = UInt32(room)
        let code = CZlib.inflate(stream, Z_NO_FLUSH)
        let consumed = available - Int(stream.pointee.avail_in)
        let produced = room - Int(stream.pointee.avail_out)
        stream.pointee.next_in = nil
        stream.pointee.next_out = nil

        let status: Status =
            switch code {
            case Z_STREAM_END: .end
            case Z_OK, Z_BUF_ERROR: produced == room ? .ok : consumed == input.count ? .needsInput : .ok
            case Z_NEED_DICT: .damaged("a preset dictionary is needed")
            default: .damaged(stream.pointee.msg.map { String(cString: $0) } ?? "zlib error \(code)")
            }
        return Step(consumed: consumed, produced: produced, status: status)
    }
}
