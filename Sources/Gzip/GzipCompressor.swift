private import CZlib

/// Packs bytes into gzip members (RFC 1952) that depend on nothing but those bytes and the level.
///
/// The header carries no name, no time and no operating system (255, "unknown"). Not Sendable: one thread.
package final class GzipCompressor {
    /// zlib keeps a pointer back to its `z_stream`, so it lives at an address of its own.
    private let stream: UnsafeMutablePointer<z_stream>
    private let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)

    /// - Parameter level: 1 (fast) to 9 (small), as in zlib; values outside are brought inside.
    package init(level: Int) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        let code = czlib_deflate_init(stream, Int32(min(max(level, 1), 9)), -15)
        precondition(code == Z_OK, "zlib could not be set up (code \(code)): out of memory")
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
        room.deallocate()
    }

    /// Appends one complete member that unpacks to `bytes`.
    package func appendMember(_ bytes: Span<UInt8>, to output: inout [UInt8]) {
        output.append(contentsOf: [0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0, 0xFF])
        bytes.withUnsafeBytes { deflate($0, to: &output) }
        appendLittleEndian(crc32(bytes), to: &output)
        appendLittleEndian(UInt32(truncatingIfNeeded: bytes.count), to: &output)
    }

    private func deflate(_ input: UnsafeRawBufferPointer, to output: inout [UInt8]) {
        deflateReset(stream)
        var start = 0
        var code = Z_OK
        while code != Z_STREAM_END {
            // zlib counts in 32 bits.
            let piece = min(input.count - start, 1 << 30)
            let isLast = start + piece == input.count
            stream.pointee.next_in = UnsafeMutablePointer(
                mutating: input.baseAddress.map { ($0 + start).assumingMemoryBound(to: UInt8.self) })
            stream.pointee.avail_in = UInt32(piece)
            repeat {
                stream.pointee.next_out = room.baseAddress?.assumingMemoryBound(to: UInt8.self)
                stream.pointee.avail_out = UInt32(room.count)
                code = CZlib.deflate(stream, isLast ? Z_FINISH : Z_NO_FLUSH)
                precondition(code != Z_STREAM_ERROR, "zlib's state was overwritten")
                output.append(contentsOf: room[..<(room.count - Int(stream.pointee.avail_out))])
            } while stream.pointee.avail_out == 0 && code != Z_STREAM_END
            start += piece
        }
        stream.pointee.next_in = nil
        stream.pointee.next_out = nil
    }

    private func appendLittleEndian(_ word: UInt32, to output: inout [UInt8]) {
        for shift: UInt32 in [0, 8, 16, 24] { output.append(UInt8(truncatingIfNeeded: word >> shift)) }
    }
}
