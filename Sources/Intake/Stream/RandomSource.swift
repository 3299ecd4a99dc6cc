internal import Glibc
internal import Model

/// Bytes that can be read at any position from `earliest` on. A gzip reader needs to look back after damage.
protocol RandomSource: AnyObject {
    /// The first position that can still be read: 0 for a file.
    var earliest: Int { get }
    /// True when any position can be read at any time, so that looking ahead costs nothing.
    var canLookAhead: Bool { get }
    /// Reads at least one byte at `offset`; 0 at the end.
    func read(at offset: Int, into room: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int
    /// What went wrong beneath this source and was read over, oldest first.
    func takeIncident() -> Incident?
}

extension RandomSource {
    var earliest: Int { 0 }
    var canLookAhead: Bool { true }
    func takeIncident() -> Incident? { nil }

    /// The beginning of a stretch, as far as it can be read. For a reject's payload.
    func beginning(of range: Range<Int>, limit: Int) -> [UInt8]? {
        let count = min(range.count, limit)
        guard count > 0, range.lowerBound >= earliest else { return nil }
        return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let room = UnsafeMutableRawBufferPointer(
                    rebasing: UnsafeMutableRawBufferPointer(buffer)[filled..<count])
                guard let read = try? self.read(at: range.lowerBound + filled, into: room), read > 0 else { return }
                filled += read
            }
        }
    }
}

/// The medium failed: an errno and where.
struct ReadError: Error {
    var offset: Int
    var code: CInt

    var incident: Incident {
        Incident(
            reason: .unreadable, detail: "reading failed at byte \(offset): \(Self.text(of: code))",
            range: offset..<offset)
    }

    /// The system's words for an errno.
    static func text(of code: CInt) -> String {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { buffer in
            guard let base = buffer.baseAddress else { return "error \(code)" }
            buffer.initialize(repeating: 0)
            return strerror_r(code, base, buffer.count) == 0 ? String(cString: base) : "error \(code)"
        }
    }
}
