extension Inflater {
    /// What came out of a body that was unpacked in one go.
    package struct Result: Sendable, Equatable {
        /// Everything that could be unpacked, at most the limit.
        package var bytes: [UInt8]
        /// Input bytes used; what follows them is not part of the stream.
        package var consumed: Int
        package var outcome: Outcome
    }

    package enum Outcome: Sendable, Equatable {
        /// The stream ended where it should, checksums agree.
        case complete
        /// The input ended before the stream did.
        case truncated
        case damaged(String)
        /// The limit was reached.
        case limit
    }

    /// Unpacks a whole body of at most `limit` bytes of output.
    ///
    /// Concatenated gzip members come out as one. With `.automatic` a body that is neither gzip nor zlib is tried as bare
    /// DEFLATE: servers send all three under the name `deflate`.
    package static func inflateAll(_ bytes: Span<UInt8>, wrapper: Wrapper = .automatic, limit: Int) -> Result {
        bytes.withUnsafeBytes { input in
            guard wrapper == .automatic else { return unpack(input, as: wrapper, limit: limit) }
            if input.count >= 2, input[0] == 0x1F, input[1] == 0x8B { return unpack(input, as: .gzip, limit: limit) }
            if looksLikeZlib(input) {
                let result = unpack(input, as: .zlib, limit: limit)
                if !result.bytes.isEmpty || result.outcome == .complete || result.outcome == .limit { return result }
            }
            return unpack(input, as: .raw, limit: limit)
        }
    }

    /// CMF and FLG of RFC 1950: method 8, window of at most 32 KiB, check bits.
    private static func looksLikeZlib(_ input: UnsafeRawBufferPointer) -> Bool {
        input.count >= 2 && input[0] & 0x0F == 8 && input[0] >> 4 <= 7
            && (Int(input[0]) << 8 | Int(input[1])) % 31 == 0
    }

    private static func unpack(_ input: UnsafeRawBufferPointer, as wrapper: Wrapper, limit: Int) -> Result {
        var result = Result(bytes: [], consumed: 0, outcome: .truncated)
        let inflater: Inflater
        do {
            inflater = try Inflater(wrapper)
        } catch {
            result.outcome = .damaged(error.description)
            return result
        }
        // One byte more than allowed tells "exactly the limit" from "more than the limit".
        let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
        defer { room.deallocate() }
        result.bytes.reserveCapacity(min(max(limit, 0), input.count &* 4))
        while true {
            let step = inflater.inflate(UnsafeRawBufferPointer(rebasing: input[result.consumed...]), into: room)
            result.consumed += step.consumed
            result.bytes.append(contentsOf: room[..<step.produced])
            if result.bytes.count > limit {
                result.bytes.removeLast(result.bytes.count - max(limit, 0))
                result.outcome = .limit
                return result
            }
            switch step.status {
            case .ok:
                continue
            case .needsInput:
                return result
            case .damaged(let message):
                result.outcome = .damaged(message)
                return result
            case .end:
                result.outcome = .complete
                let rest = input[result.consumed...]
                guard wrapper == .gzip, rest.count >= 18, rest.starts(with: [0x1F, 0x8B, 0x08]) else { return result }
                inflater.reset()
                result.outcome = .truncated
            }
        }
    }
}
