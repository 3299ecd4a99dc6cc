internal import Gzip

/// Unpacks the bodies of gzip members step by step: fast as long as all is well, and by zlib, which is the judge, as soon as
/// anything is not.
///
/// The fast inflater reports damage at other places than zlib, and runs on where a Huffman code is incomplete. So nothing
/// that it finds wrong is believed: zlib unpacks the member once more from the beginning of its body, and what was given
/// out already is left out. That takes a source that can be wound back; any other is zlib's from the start.
final class BodyInflater {
    private let exact: Inflater
    private let fast: FastInflater?
    private var isFast = false
    /// How much of what zlib unpacks was given out before.
    private var known = 0

    init(canWindBack: Bool) throws(Inflater.SetupError) {
        exact = try Inflater(.raw)
        fast = canWindBack ? FastInflater() : nil
    }

    /// The next byte is the first of a body.
    func begin() {
        known = 0
        isFast = fast != nil
        if let fast { fast.reset() } else { exact.reset() }
    }

    /// The body was brought to a sound end.
    func end() { isFast = false }

    /// Leaves the body at hand to zlib, if it was not zlib's already: then the next byte must be its first again.
    ///
    /// - Parameter given: how many bytes of it were given out.
    func leaveToZlib(given: Int) -> Bool {
        guard isFast else { return false }
        isFast = false
        known = given
        exact.reset()
        return true
    }

    /// Damage that the fast inflater reports is for `leaveToZlib`, and nothing of that step may be given out.
    func inflate(_ input: UnsafeRawBufferPointer, into room: UnsafeMutableRawBufferPointer) -> Inflater.Step {
        if isFast, let fast { fast.inflate(input, into: room) } else { exact.inflate(input, into: room) }
    }

    /// Moves what is new among the first `count` bytes of `room` to its beginning. Returns how many bytes that are.
    func dropKnown(_ room: UnsafeMutableRawBufferPointer, count: Int) -> Int {
        let old = min(known, count)
        known -= old
        if old > 0 { room.copyMemory(from: UnsafeRawBufferPointer(rebasing: room[old..<count])) }
        return count - old
    }
}
