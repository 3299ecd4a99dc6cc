/// A file of the index as the dedupe room sees it: a length and a way to read a stretch.
package struct ByteSource {
    package let count: Int
    private let reader: (_ offset: Int, _ count: Int) throws -> [UInt8]

    /// - Parameter read: gives exactly `count` bytes or throws.
    package init(count: Int, read: @escaping (_ offset: Int, _ count: Int) throws -> [UInt8]) {
        self.count = count
        reader = read
    }

    func read(_ offset: Int, _ count: Int) throws -> [UInt8] {
        guard offset >= 0, count >= 0, count <= self.count - offset else { throw IndexError.damaged }
        return try reader(offset, count)
    }
}

/// Takes the bytes of a file of the index as they are made.
package protocol ByteSink: AnyObject {
    func append(_ bytes: [UInt8]) throws
    /// What was appended so far, for reading.
    func source() throws -> ByteSource
}

package enum IndexError: Error, Equatable, CustomStringConvertible {
    case damaged
    case otherParameters(found: String)

    package var description: String {
        switch self {
        case .damaged:
            "the index of earlier runs is damaged; `newsmill verify` names the file, and a run with --fresh makes it anew"
        case .otherParameters(let found):
            """
            the index was made by another version of Newsmill ("\(found)"; this one needs "\(Banding.signature)"): use a \
            new output directory, or --fresh to process everything again
            """
        }
    }
}

extension [UInt8] {
    /// The little-endian word that begins at `place`.
    func word(at place: Int) -> UInt64 {
        withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: place, as: UInt64.self)) }
    }

    mutating func append(word: UInt64) {
        Swift.withUnsafeBytes(of: word.littleEndian) { append(contentsOf: $0) }
    }
}
