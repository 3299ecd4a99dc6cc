internal import Gzip
internal import Text

/// The body of an HTTP response without its transfer and content codings.
///
/// Archives keep headers that no longer fit the body they stored, in both directions. So what the bytes are decides:
/// they are put together from chunks if they parse as chunks, unpacked if they begin as a compressed stream does, and
/// a header that claims otherwise is counted as `framing`.
struct HTTPBody {
    private(set) var bytes: [UInt8]
    /// A header lied or data was damaged, and the body was read all the same.
    private(set) var isMended = false
    private(set) var failure: Failure?

    enum Failure: Equatable {
        case tooLarge(limit: Int)
        /// A content coding that is not read, by name.
        case unsupported(String)
        /// Nothing could be unpacked.
        case damaged(String)
    }

    /// - Parameter limit: most bytes that the body may unpack to.
    init(_ record: [UInt8], response: HTTPResponse, end: Int, limit: Int) {
        let span = record.span
        let start = min(response.bodyStart, end)
        let range = start..<end
        let isChunked = response.fields.value("transfer-encoding", in: span)?.lowercased().contains("chunked") ?? false
        if let body = Self.dechunked(record, range, isDeclared: isChunked) {
            bytes = body.bytes
            isMended = !body.isComplete || body.isDamaged || !isChunked
        } else {
            bytes = Array(record[range])
            isMended = isChunked && !range.isEmpty
            if !isChunked, let declared = response.fields.value("content-length", in: span), let length = Int(declared),
                length != range.count
            {
                isMended = true
            }
        }
        let coding = (response.fields.value("content-encoding", in: span) ?? "").lowercased()
        unpack(coding: coding, limit: limit)
    }

    /// Chunks are believed without a header only where every one of them fits.
    private static func dechunked(_ record: [UInt8], _ range: Range<Int>, isDeclared: Bool) -> ChunkedBody? {
        guard let body = ChunkedBody(record, in: range) else { return nil }
        if isDeclared { return body.isComplete || body.soundChunks > 0 || !body.bytes.isEmpty ? body : nil }
        let isSound = !body.isDamaged && (body.isComplete ? body.soundChunks >= 1 : body.soundChunks >= 2)
        return isSound ? body : nil
    }

    private mutating func unpack(coding: String, limit: Int) {
        let meaningless: Set<String> = ["identity", "none", "utf-8"]
        let names = coding.split { $0 == "," || $0 == " " }.map(String.init)
        var codings = names.filter { !meaningless.contains($0) }[...]
        // Servers have been seen to compress twice; a third layer is somebody's joke.
        for _ in 0..<3 {
            let declared = codings.last
            if bytes.starts(with: [0x1F, 0x8B, 0x08]) {
                if declared?.hasSuffix("gzip") != true { isMended = true }
                guard inflate(.gzip, limit: limit) else { return }
            } else if declared == "deflate", !looksLikeText {
                guard inflate(.automatic, limit: limit) else { return }
            } else {
                break
            }
            codings = codings.dropLast()
        }
        guard !bytes.isEmpty, let left = codings.last else { return }
        if bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) {
            failure = .unsupported("zstd")
        } else if bytes.starts(with: [0x1F, 0x9D]) {
            failure = .unsupported("compress")
        } else if looksLikeText {
            isMended = true
        } else if left == "gzip" || left == "x-gzip" || left == "deflate" {
            failure = .damaged("Content-Encoding is \(left), but the body does not begin as such a stream")
        } else {
            failure = .unsupported(String(left.prefix(40)))
        }
    }

    /// Replaces the bytes by what they unpack to; false when that was the end of it.
    private mutating func inflate(_ wrapper: Inflater.Wrapper, limit: Int) -> Bool {
        let result = Inflater.inflateAll(bytes.span, wrapper: wrapper, limit: limit)
        switch result.outcome {
        case .complete:
            if bytes[result.consumed...].contains(where: { !$0.isASCIISpace && $0 != 0 }) { isMended = true }
        case .truncated:
            isMended = true
        case .damaged(let message):
            isMended = true
            if result.bytes.isEmpty { failure = .damaged("the compressed body is damaged: \(message)") }
        case .limit:
            failure = .tooLarge(limit: limit)
        }
        if result.bytes.isEmpty, result.outcome == .truncated {
            failure = .damaged("the compressed body ends after \(bytes.count) bytes, before any content")
        }
        bytes = result.bytes
        return failure == nil
    }

    /// No control characters among the first bytes: compressed data has them.
    private var looksLikeText: Bool {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return true }
        return bytes.prefix(256).allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0.isASCIISpace || $0 == 0x1B }
    }
}
