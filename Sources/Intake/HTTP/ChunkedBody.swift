internal import Text

/// A body in chunked transfer coding (RFC 9112, 7.1), put together.
struct ChunkedBody {
    private(set) var bytes: [UInt8] = []
    /// Chunks whose data ended where their size said.
    private(set) var soundChunks = 0
    /// The closing chunk of size 0 was there.
    private(set) var isComplete = false
    /// A size was wrong or data was missing; what could be read is in `bytes`.
    private(set) var isDamaged = false

    /// Nil when the bytes do not begin with a chunk size. Extensions and trailers are passed over.
    init?(_ input: [UInt8], in range: Range<Int>) {
        guard let first = Self.sizeLine(input, at: range.lowerBound, limit: range.upperBound) else { return nil }
        var (size, position) = first
        bytes.reserveCapacity(range.count)
        while true {
            if size == 0 {
                isComplete = true
                return
            }
            let available = range.upperBound - position
            guard size <= available else {
                // Cut off, or a size out of thin air.
                if let resumed = resume(input, from: position, limit: range.upperBound) {
                    (size, position) = resumed
                    continue
                }
                return
            }
            let end = position + size
            guard let next = Self.lineBreak(input, at: end, limit: range.upperBound) else {
                if end == range.upperBound {
                    bytes.append(contentsOf: input[position..<end])
                    soundChunks += 1
                    return
                }
                guard let resumed = resume(input, from: position, limit: range.upperBound) else { return }
                (size, position) = resumed
                continue
            }
            bytes.append(contentsOf: input[position..<end])
            soundChunks += 1
            guard next < range.upperBound else { return }
            guard let line = Self.sizeLine(input, at: next, limit: range.upperBound) else {
                guard let resumed = resume(input, from: next, limit: range.upperBound) else { return }
                (size, position) = resumed
                continue
            }
            (size, position) = line
        }
    }

    /// After a wrong size: takes everything up to the next line that is a chunk size, or up to the end.
    private mutating func resume(_ input: [UInt8], from start: Int, limit: Int) -> (size: Int, data: Int)? {
        isDamaged = true
        var search = start
        while let lineFeed = input[search..<limit].firstIndex(of: 0x0A) {
            search = lineFeed + 1
            guard lineFeed > start, input[lineFeed - 1] == 0x0D,
                let line = Self.sizeLine(input, at: search, limit: limit)
            else { continue }
            bytes.append(contentsOf: input[start..<(lineFeed - 1)])
            return line
        }
        bytes.append(contentsOf: input[start..<limit])
        return nil
    }

    /// Hex digits, perhaps blanks and an extension, and a line break; gives where the data begins.
    private static func sizeLine(_ input: [UInt8], at start: Int, limit: Int) -> (size: Int, data: Int)? {
        var index = start
        var size = 0
        while index < limit, let digit = input[index].asciiHexValue {
            guard index - start < 12 else { return nil }
            size = size << 4 | digit
            index += 1
        }
        guard index > start else { return nil }
        while index < limit, input[index] == 0x20 || input[index] == 0x09 { index += 1 }
        if index < limit, input[index] == UInt8(ascii: ";") {
            let longest = min(limit, index + 1024)
            while index < longest, input[index] != 0x0A, input[index] != 0x0D { index += 1 }
        }
        // The closing "0" may be the last thing there is.
        if index == limit, size == 0 { return (0, limit) }
        guard let data = lineBreak(input, at: index, limit: limit) else { return nil }
        return (size, data)
    }

    private static func lineBreak(_ input: [UInt8], at index: Int, limit: Int) -> Int? {
        guard index < limit else { return nil }
        if input[index] == 0x0A { return index + 1 }
        guard input[index] == 0x0D, index + 1 < limit, input[index + 1] == 0x0A else { return nil }
        return index + 2
    }
}
