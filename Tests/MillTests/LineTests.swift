import Dispatch
import Glibc
import Synchronization
import Testing

@testable import Mill

@Suite struct LineTests {
    private struct Trouble: Error, Equatable { var place: String }

    /// Doubles; the earlier the number the longer it takes, so that order does not come by itself.
    private struct Doubling: Stage {
        var failingAt = -1

        mutating func process(_ input: Int) throws -> Int {
            if input == failingAt { throw Trouble(place: "stage") }
            usleep(UInt32((97 - input % 97) * 3))
            return input * 2
        }
    }

    private static func source(_ count: Int) -> () -> (input: Int, cost: Int)? {
        var next = 0
        return {
            guard next < count else { return nil }
            defer { next += 1 }
            return (next, 1)
        }
    }

    @Test("outputs arrive in the order of the inputs, each once", arguments: [1, 2, 3, 8], [0, 1, 500])
    func order(workers: Int, count: Int) throws {
        var outputs: [Int] = []
        try Line<Doubling>(workers: workers, ahead: 4, aheadCost: .max).run(
            from: Self.source(count), through: { Doubling() }, into: { outputs.append($0) })
        #expect(outputs == (0..<count).map { $0 * 2 })
    }

    @Test("a slow sink holds the source back: what is in flight stays bounded")
    func backPressure() throws {
        let made = Atomic<Int>(0)
        var next = 0
        var sunk = 0
        var most = 0
        try Line<Doubling>(workers: 3, ahead: 2, aheadCost: .max).run(
            from: {
                guard next < 200 else { return nil }
                defer { next += 1 }
                made.add(1, ordering: .sequentiallyConsistent)
                return (next, 1)
            },
            through: { Doubling() },
            into: { _ in
                usleep(500)
                most = max(most, made.load(ordering: .sequentiallyConsistent) - sunk)
                sunk += 1
            })
        #expect(sunk == 200)
        // One in each worker, two waiting, one in the source's hand.
        #expect(most <= 3 + 2 + 1)
    }

    @Test("the first error ends the line wherever it happens", arguments: ["source", "stage", "sink", "start"])
    func errors(place: String) throws {
        var next = 0
        var outputs: [Int] = []
        #expect(throws: Trouble(place: place)) {
            try Line<Doubling>(workers: 4, ahead: 2, aheadCost: .max).run(
                from: {
                    if place == "source" && next == 50 { throw Trouble(place: "source") }
                    defer { next += 1 }
                    return (next, 1)
                },
                through: {
                    if place == "start" { throw Trouble(place: "start") }
                    return Doubling(failingAt: place == "stage" ? 50 : -1)
                },
                into: {
                    if place == "sink" && $0 == 100 { throw Trouble(place: "sink") }
                    outputs.append($0)
                })
        }
        // What did arrive arrived in order and without a gap.
        #expect(outputs == outputs.indices.map { $0 * 2 })
        #expect(outputs.count <= 50)
    }

    @Test("who waits for whom is measured: a slow source lets workers wait, a slow sink lets them wait for their turn")
    func waits() throws {
        func run(source: UInt32, sink: UInt32) throws -> QueueTimes {
            let line = Line<Doubling>(workers: 2, ahead: 1, aheadCost: .max)
            var next = 0
            try line.run(
                from: {
                    usleep(source)
                    next += 1
                    return next > 10 ? nil : (next, 1)
                },
                through: { Doubling(failingAt: -1) }, into: { _ in usleep(sink) })
            return line.waits
        }
        let starved = try run(source: 10_000, sink: 0)
        #expect(starved.workerWaits > 100_000_000 && starved.sourceWaits < 50_000_000)
        let stuck = try run(source: 0, sink: 10_000)
        #expect(stuck.turnWaits > 20_000_000 && stuck.sourceWaits > 20_000_000)
    }
}
