import Gzip
import Intake
import Model
import Testing

struct CutLinesTests {
    @Test(arguments: [1, 2, 3, 7, 64, 65_536])
    func everyLineIsARecordWhateverItsEnding(block: Int) {
        let text = "\u{FEFF}{\"a\":1}\n{\"a\":2}\r\n\n  \r\n{\"a\":\"x\u{0}y\"}\n{\"broken\":\n{\"a\":\"\u{2028}\"}"
        let result = cuttings(of: text, block: block)
        #expect(
            result.records == ["{\"a\":1}", "{\"a\":2}", "{\"a\":\"x\u{0}y\"}", "{\"broken\":", "{\"a\":\"\u{2028}\"}"])
        #expect(result.formats == Array(repeating: .jsonl, count: 5))
        #expect(result.offsets == [3, 11, 25, 37, 48])
        #expect(result.ordinals == [0, 1, 2, 3, 4])
        #expect(result.rejects.isEmpty)
    }

    @Test func aLineThatIsTooLongIsPassedOverAndTheNextIsRead() {
        let giant = "{\"a\":\"" + String(repeating: "x", count: 5000) + "\"}"
        for block in [64, 1000, 65_536] {
            let result = cuttings(of: "{\"a\":1}\n\(giant)\n{\"a\":2}\n", block: block) {
                $0.limits.maxRecordBytes = 1000
                $0.limits.rejectPayloadBytes = 100
            }
            #expect(result.records == ["{\"a\":1}", "{\"a\":2}"])
            #expect(result.reasons == [.recordTooLarge])
            #expect(result.rejects.first?.bytes == giant.utf8.count)
            #expect(result.rejects.first?.payload == Array(giant.utf8.prefix(100)))
            #expect(result.rejects.first?.source.offset == 8)
            #expect(result.ordinals == [0, 1, 2])
        }
    }

    @Test func aLineOfExactlyTheLimitIsARecord() {
        let line = "{\"a\":\"" + String(repeating: "x", count: 92) + "\"}"
        for length in [99, 100, 101] {
            let result = cuttings(of: "\(line)\n{}\n", block: 32) { $0.limits.maxRecordBytes = length }
            #expect(result.records.count == (length < 100 ? 1 : 2))
        }
    }

    @Test func linesRunOnOverMembers() {
        let lines = (0..<40).map { "{\"n\":\($0),\"text\":\"\(prose($0))\"}\n" }.joined()
        let pieces = stride(from: 0, to: lines.utf8.count, by: 333).map {
            Array(lines.utf8)[$0..<min($0 + 333, lines.utf8.count)]
        }
        let result = cuttings(of: gzipped(pieces.map(Array.init)), block: 1000)
        #expect(result.records.joined(separator: "\n") + "\n" == lines)
    }

    @Test func filesThatWerePackedWithoutALastLineFeedAndConcatenatedKeepTheirLinesApart() {
        let packed = gzipped(["{\"a\":1}\n{\"a\":{\"b\":\"}\"}}", "{\"a\":3}\n"])
        #expect(cuttings(of: packed).records == ["{\"a\":1}", "{\"a\":{\"b\":\"}\"}}", "{\"a\":3}"])
        // A value that goes on behind the border is one line.
        let split = gzipped(["{\"a\":1}\n{\"a\":{\"b\":1}", "}\n{\"a\":3}\n"])
        #expect(cuttings(of: split).records == ["{\"a\":1}", "{\"a\":{\"b\":1}}", "{\"a\":3}"])
    }

    @Test func aReadErrorGivesWhatCameBeforeAndSaysWhere() {
        let text = (0..<100).map { "{\"n\":\($0)}\n" }.joined()
        let result = cuttings(of: Array(text.utf8), block: 64, failsAt: 500)
        #expect(result.records == (0..<100).map { "{\"n\":\($0)}" }.prefix(result.records.count).map { $0 })
        #expect(result.records.joined(separator: "\n").utf8.count > 490 - 10)
        #expect(result.reasons == [.unreadable])
        #expect(result.rejects.first?.detail.contains("byte 500") ?? false)
        #expect(result.rejects.first?.detail.contains("Input/output error") ?? false)
        #expect(result.ioFailed)
    }
}

struct CutJSONTests {
    static let elements = ["{\"a\":[1,{\"b\":\"]}\\\"\"}]}", "{}", "{\"c\":\"\\\\\"}", "{\n  \"d\" : \"{[\"\n}"]

    @Test(arguments: [1, 2, 5, 65_536])
    func elementsOfArraysAreRecords(block: Int) {
        let result = cuttings(of: " [\n" + Self.elements.joined(separator: ",\n") + "\n]\n", block: block)
        #expect(result.records == Self.elements)
        #expect(result.formats.allSatisfy { $0 == .json })
        #expect(result.rejects.isEmpty)
    }

    @Test func concatenatedAndIndentedObjectsAreRecords() {
        #expect(cuttings(of: "{\"a\":1}{\"a\":2} {\"a\":3}").records == ["{\"a\":1}", "{\"a\":2}", "{\"a\":3}"])
        let indented = "{\n  \"a\": 1,\n  \"text\": \"x\"\n}\n{\n  \"a\": 2\n}\n"
        let result = cuttings(of: indented)
        #expect(result.records == ["{\n  \"a\": 1,\n  \"text\": \"x\"\n}", "{\n  \"a\": 2\n}"])
        #expect(result.formats == [.json, .json])
        #expect(cuttings(of: "\u{1E}{\"a\":1}\n\u{1E}{\"a\":2}\n").records.count == 2)
    }

    @Test func scalarsAreRecordsTooSoThatTheParserCanRejectThem() {
        #expect(
            cuttings(of: "[{\"a\":1}, 17, \"text\", null,true]").records == [
                "{\"a\":1}", "17", "\"text\"", "null", "true",
            ])
    }

    @Test func aValueThatTheFileCutsShortIsARejectAndItsNeighboursStay() {
        let result = cuttings(of: "[{\"a\":1},{\"a\":2},{\"a\":\"unfini")
        #expect(result.records == ["{\"a\":1}", "{\"a\":2}"])
        #expect(result.reasons == [.truncatedRecord])
        #expect(result.rejects.first?.payload == Array("{\"a\":\"unfini".utf8))
    }

    @Test(arguments: [1, 3, 65_536])
    func aValueThatIsNeverClosedDoesNotSwallowItsSiblings(block: Int) {
        let sound = "  {\n    \"a\": {\n      \"b\": [\n        {\"c\": \"x\"}\n      ]\n    }\n  }"
        for broken in [
            "  {\n    \"a\": \"no quote,\n    \"b\": 1\n  }", "  {\n    \"a\": 1,\n    \"b\"", "  {\n    \"a\": \"x",
        ] {
            let text = "[\n" + [sound, broken, sound, sound].joined(separator: ",\n") + "\n]\n"
            let result = cuttings(of: text, block: block)
            #expect(result.records == Array(repeating: String(sound.dropFirst(2)), count: 3), "\(broken)")
            #expect(result.reasons == [.malformedJSON], "\(broken)")
            #expect(result.ordinals == [0, 1, 2, 3])
        }
    }

    @Test(arguments: [1, 5, 65_536], [false, true])
    func wideJSONIsCutLikeAnyOther(block: Int, isBigEndian: Bool) {
        let lines = ["{\"a\":\"\u{E4}\u{20AC}\u{1F600}\"}", "{\"a\":2}"]
        let bytes = ("\u{FEFF}" + lines.joined(separator: "\r\n") + "\r\n").utf16.flatMap { unit -> [UInt8] in
            let bytes = [UInt8(unit >> 8), UInt8(unit & 255)]
            return isBigEndian ? bytes : bytes.reversed()
        }
        let result = cuttings(of: bytes, block: block)
        #expect(result.records == lines)
        #expect(result.formats == [.jsonl, .jsonl])
        // Half a pair, half a unit.
        let cut = cuttings(of: Array(bytes[..<(bytes.count - 30)]) + [0x41], block: block)
        #expect(cut.records.count <= 2)
    }

    @Test func anElementThatIsTooLargeIsPassedOver() {
        let giant = "{\"a\":\"" + String(repeating: "y,}", count: 1000) + "\"}"
        for block in [32, 65_536] {
            let result = cuttings(of: "[{\"a\":1},\(giant),{\"a\":2}]", block: block) { $0.limits.maxRecordBytes = 500 }
            #expect(result.records == ["{\"a\":1}", "{\"a\":2}"])
            #expect(result.reasons == [.recordTooLarge])
            #expect(result.rejects.first?.bytes == giant.utf8.count)
        }
    }

    @Test func aBrokenFirstLineDoesNotMakeLinesAnIndentedObject() {
        let text = "{\"a\": [1,\n" + (0..<20).map { "{\"n\": \($0)}\n" }.joined()
        let result = cuttings(of: text)
        #expect(result.records.count == 21)
        #expect(result.formats.first == .jsonl)
    }

    @Test func straysDoNotStopTheCutter() {
        let result = cuttings(of: "[{\"a\":1}}}, {\"a\":2}]]")
        #expect(result.records == ["{\"a\":1}", "}", "}", "{\"a\":2}"])
    }

    @Test func deepNestingIsOnlyANumber() {
        let deep = String(repeating: "[", count: 100_000) + "1" + String(repeating: "]", count: 100_000)
        let result = cuttings(of: "{\"a\":\(deep)}\n{\"a\":2}\n")
        #expect(result.records.count == 2)
    }
}
