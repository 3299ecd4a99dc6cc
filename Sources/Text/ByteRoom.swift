/// Bytes that are written one behind the other, several in one go: an array that grows by single bytes looks after its
/// memory for each of them.
package struct ByteRoom: Sendable {
    /// What has been written so far is the first `count` bytes.
    @usableFromInline var memory: [UInt8] = []
    @usableFromInline var filled = 0

    @inlinable package init() {}

    /// Number of bytes written so far.
    @inlinable package var count: Int { filled }

    /// A copy of what has been written so far.
    package var bytes: [UInt8] { Array(memory[..<filled]) }

    /// Lends what has been written so far.
    package func withBytes<Result, Failure>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(memory.span.extracting(first: filled))
    }

    /// Starts afresh and keeps the memory.
    @inlinable package mutating func clear() { filled = 0 }

    /// Starts afresh, with the memory there is unless it is more than `limit` bytes.
    package mutating func clear(keeping limit: Int) {
        if memory.count > limit { memory = [] }
        filled = 0
    }

    /// Lets `write` put up to `most` bytes behind what there is.
    @inlinable @inline(__always)
    package mutating func append(most: Int, _ write: (inout Place) -> Void) {
        if memory.count &- filled < most { grow(by: most) }
        let start = filled
        filled = memory.withUnsafeMutableBufferPointer { memory in
            var place = Place(memory, start)
            write(&place)
            return place.end
        }
    }

    @usableFromInline @inline(never)
    mutating func grow(by most: Int) {
        memory.append(contentsOf: repeatElement(0, count: max(most, memory.count, 256)))
    }

    @inlinable package mutating func append(_ byte: UInt8) { append(most: 1) { $0.append(byte) } }

    @inlinable package mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        append(most: bytes.count) { $0.append(bytes) }
    }

    package mutating func append(_ bytes: ArraySlice<UInt8>) { bytes.withUnsafeBufferPointer { append($0) } }

    package mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { append($0) }
    }

    /// Where the next byte goes, in memory that was made to hold it.
    @frozen
    package struct Place {
        @usableFromInline let memory: UnsafeMutableBufferPointer<UInt8>
        @usableFromInline var end: Int

        @inlinable @inline(__always)
        init(_ memory: UnsafeMutableBufferPointer<UInt8>, _ end: Int) {
            self.memory = memory
            self.end = end
        }

        @inlinable @inline(__always)
        package mutating func append(_ byte: UInt8) {
            precondition(end < memory.count)
            memory[end] = byte
            end &+= 1
        }

        @inlinable @inline(__always)
        package mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
            precondition(bytes.count <= memory.count &- end)
            if let source = bytes.baseAddress, let start = memory.baseAddress {
                (start + end).update(from: source, count: bytes.count)
            }
            end &+= bytes.count
        }

        /// Appends the first of sixteen bytes, with room for all of them.
        @inlinable @inline(__always)
        package mutating func append(_ bytes: SIMD16<UInt8>, first count: Int) {
            precondition(memory.count &- end >= 16 && count <= 16)
            UnsafeMutableRawBufferPointer(memory).storeBytes(of: bytes, toByteOffset: end, as: SIMD16<UInt8>.self)
            end &+= count
        }

        /// Writes a number in decimal digits: at most 20 bytes.
        package mutating func append(decimal number: UInt) {
            var (digits, left) = (1, number / 10)
            while left > 0 { (digits, left) = (digits + 1, left / 10) }
            precondition(digits <= memory.count - end)
            var rest = number
            for place in (end..<end + digits).reversed() {
                memory[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            }
            end += digits
        }
    }
}
