import Glibc
import Synchronization
import Testing

@testable import Mill

@Suite struct SideTrackTests {
    private struct Trouble: Error {}

    @Test("pieces are worked on in order, one at a time, beside who brings them")
    func order() throws {
        let track = SideTrack()
        let done = Mutex<[Int]>([])
        let underWay = Atomic<Int>(0)
        for piece in 0..<50 {
            try track.start {
                #expect(underWay.add(1, ordering: .sequentiallyConsistent).newValue == 1)
                usleep(200)
                done.withLock { $0.append(piece) }
                underWay.subtract(1, ordering: .sequentiallyConsistent)
            }
            // All but the piece that was brought last are done.
            #expect(done.withLock { $0.count } >= piece)
        }
        try track.finish()
        #expect(done.withLock { $0 } == Array(0..<50))
    }

    @Test("after an error nothing is begun, and whoever comes hears of it")
    func errors() throws {
        let track = SideTrack()
        let begun = Atomic<Int>(0)
        try track.start { throw Trouble() }
        #expect(throws: Trouble.self) {
            try track.start { begun.add(1, ordering: .sequentiallyConsistent) }
        }
        #expect(throws: Trouble.self) { try track.finish() }
        track.rest()
        #expect(begun.load(ordering: .sequentiallyConsistent) == 0)
    }
}
