import Dispatch
import Testing

@testable import Locking

struct GuardedTests {
    private struct Refusal: Error {}

    @Test("no change is lost among threads")
    func countsAll() {
        let counter = Guarded(0)
        DispatchQueue.concurrentPerform(iterations: 8) { _ in
            for _ in 0..<1_000 { counter.withLock { $0 += 1 } }
        }
        #expect(counter.withLock { $0 } == 8_000)
    }

    @Test("the lock is free again after an error")
    func errorUnlocks() {
        let counter = Guarded(0)
        #expect(throws: Refusal.self) {
            try counter.withLock { (value) throws(Refusal) in
                value = 1
                throw Refusal()
            }
        }
        #expect(counter.withLock { $0 } == 1)
    }
}
