import Testing
import Text

@Suite struct WordingTests {
    @Test(
        "sizes",
        arguments: [
            (0, "0 bytes"), (1, "1 byte"), (1023, "1,023 bytes"), (1024, "1.0 KiB"), (1_048_575, "1.0 MiB"),
            (261_558_636, "249.4 MiB"), (5 << 40, "5.0 TiB"), (Int.max, "8,388,608.0 TiB"),
        ])
    func sizes(bytes: Int, text: String) { #expect(Wording.size(bytes) == text) }

    @Test(
        "durations",
        arguments: [
            (0.2, "0 s"), (99.4, "99 s"), (100, "1 min 40 s"), (3599, "59 min 59 s"), (3600, "1 h 00 min"),
            (200_000, "2 d 7 h"), (-3, "0 s"), (.infinity, "11574074 d 1 h"), (.nan, "0 s"),
        ])
    func durations(seconds: Double, text: String) { #expect(Wording.duration(seconds) == text) }

    @Test(
        "a measured time has tenths while it is short",
        arguments: [(0.44, "0.4 s"), (125, "2 min 05 s"), (.nan, "0 s")])
    func elapsed(seconds: Double, text: String) { #expect(Wording.elapsed(seconds) == text) }

    @Test(
        "a time to come is no more exact than it can be",
        arguments: [(59, "59 s"), (123, "2 min 05 s"), (7130, "2 h 00 min")])
    func estimates(seconds: Double, text: String) { #expect(Wording.estimate(seconds) == text) }

    @Test(
        "numbers",
        arguments: [(0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567"), (-12_345, "-12,345")])
    func number(number: Int, text: String) { #expect(Wording.number(number) == text) }

    @Test(
        "shares are rounded down, so that only what is done is 100 %",
        arguments: [(0.999, "99 %"), (1, "100 %"), (-1, "0 %")])
    func percent(share: Double, text: String) { #expect(Wording.percent(share) == text) }
}
