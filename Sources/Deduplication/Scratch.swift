/// Memory that is reused from text to text. Only the owner writes, and what it reads is what it wrote since `reserve`.
final class Scratch<Element: BitwiseCopyable> {
    private var room: UnsafeMutableBufferPointer<Element> = .init(start: nil, count: 0)

    /// From so many bytes on, memory that a large text needed is given back with the next small one.
    private static var largeBytes: Int { 1 << 20 }

    /// Room for `count` elements; what was there before is lost.
    func reserve(_ count: Int) -> UnsafeMutablePointer<Element> {
        let isOversized = room.count > 4 * count && room.count * MemoryLayout<Element>.stride > Self.largeBytes
        if let start = room.baseAddress, count <= room.count, !isOversized { return start }
        room.deallocate()
        room = .allocate(capacity: max(count + count / 4, 64))
        // `allocate` gives memory or ends the process.
        return room.baseAddress.unsafelyUnwrapped
    }

    deinit { room.deallocate() }
}
