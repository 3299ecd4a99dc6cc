import Gzip
import Testing

struct GzipCompressorTests {
    @Test(arguments: [0, 1, 65_535, 65_536, 300_000], [1, 3, 6, 9])
    func whatIsPackedComesBack(count: Int, level: Int) {
        let text = (0..<count).map { UInt8(truncatingIfNeeded: ($0 &* $0) >> 5) }
        var packed: [UInt8] = [7]
        GzipCompressor(level: level).appendMember(text.span, to: &packed)
        #expect(packed[0] == 7, "what was there before stays")
        packed.removeFirst()
        let result = Inflater.inflateAll(packed.span, wrapper: .gzip, limit: count)
        #expect(result.outcome == .complete)
        #expect(result.bytes == text)
    }

    @Test func equalInputGivesEqualBytesWhateverWasPackedBefore() {
        let text = Array(String(repeating: "Reuters, Feb 26. ", count: 500).utf8)
        var fresh: [UInt8] = []
        GzipCompressor(level: 3).appendMember(text.span, to: &fresh)

        let used = GzipCompressor(level: 3)
        var first: [UInt8] = []
        used.appendMember(Array("something else".utf8).span, to: &first)
        var second: [UInt8] = []
        used.appendMember(text.span, to: &second)
        #expect(second == fresh)
    }

    @Test func theHeaderTellsNoTimeNoNameAndNoSystem() {
        var packed: [UInt8] = []
        GzipCompressor(level: 3).appendMember(Array("abc".utf8).span, to: &packed)
        #expect(Array(packed.prefix(10)) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF])
    }

    @Test func theChecksumIsThatOfTheStandardAndCanBeTakenInPieces() {
        let check = Array("123456789".utf8)
        let head = crc32(Array(check[..<4]).span)
        let whole = crc32(Array(check[4...]).span, seed: head)
        let nothing: [UInt8] = []
        let empty = crc32(nothing.span, seed: 5)
        #expect(whole == 0xCBF4_3926)
        #expect(empty == 5)
    }
}
