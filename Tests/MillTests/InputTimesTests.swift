import Testing

@testable import Mill

@Suite struct InputTimesTests {
    @Test("parts add up, and the slowest come first, of equals the first")
    func slowest() {
        var times = InputTimes(of: ["a", "b", "c", "d"])
        for (input, nanoseconds) in [(3, 5), (1, 7), (3, 4), (2, 7), (9, 100)] as [(Int, UInt64)] {
            var part = InputTimes()
            part.add(nanoseconds, to: input)
            times += part
        }
        // Input 9 has no name: it is none of the run's.
        #expect(times.slowest(10).map(\.file) == ["d", "b", "c"])
        #expect(times.slowest(2).map(\.nanoseconds) == [9, 7])
    }

    @Test("what a clock saw goes to the input that it is told")
    func clock() {
        var clock = InputClock()
        clock.lap(1)
        clock.lap(0)
        clock.lap(1)
        var times = InputTimes(of: ["a", "b"])
        times += clock.times
        #expect(times.slowest(5).count == 2)
    }
}
