import TestSupport
import Testing
import Text

@Suite struct JSONWriterTests {
    @Test func recordsAreWrittenInOrderWithoutWhiteSpace() {
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("id")
        writer.string("a1")
        writer.key("authors")
        writer.beginArray()
        writer.string("Ann")
        writer.string(utf8: Array("Bo".utf8).span)
        writer.beginObject()
        writer.endObject()
        writer.endArray()
        writer.key("n")
        writer.integer(-7)
        writer.key("ok")
        writer.bool(true)
        writer.key("none")
        writer.null()
        writer.key("share")
        writer.double(0.25, decimals: 3)
        writer.key("raw")
        writer.raw(Array("[1,2]".utf8))
        writer.endObject()
        let expected =
            #"{"id":"a1","authors":["Ann","Bo",{}],"n":-7,"ok":true,"none":null,"share":0.25,"raw":[1,2]}"#
        #expect(String(decoding: writer.bytes, as: UTF8.self) == expected)
        writer.clear()
        writer.integer(UInt64.max)
        #expect(String(decoding: writer.bytes, as: UTF8.self) == "18446744073709551615")
    }

    @Test(arguments: [
        ("", #""""#), ("plain", #""plain""#), ("say \"no\"", #""say \"no\"""#), ("a\\b", #""a\\b""#),
        ("\n\t\r\u{8}\u{C}", #""\n\t\r\b\f""#), ("\u{0}\u{1F}\u{B}", #""\u0000\u001f\u000b""#),
        ("\u{7F}/é", "\"\u{7F}/é\""), ("a\u{2028}b\u{2029}c", #""a\u2028b\u2029c""#),
        ("\u{202A}“”€", "\"\u{202A}“”€\""),
        ("eight by\u{2028}", #""eight by\u2028""#), ("1234567\n1234567\n12", #""1234567\n1234567\n12""#),
    ])
    func stringsAreEscapedAsLittleAsPossible(text: String, expected: String) {
        var writer = JSONWriter()
        writer.string(text)
        #expect(String(decoding: writer.bytes, as: UTF8.self) == expected)
    }

    @Test func cutThreeByteSequencesAtTheEndAreKept() {
        var writer = JSONWriter()
        let cut: [UInt8] = [0x61, 0xE2, 0x80]
        writer.string(utf8: cut.span)
        #expect(writer.bytes == [0x22] + cut + [0x22])
    }

    @Test(arguments: [
        (0.0, 3, "0.0"), (-0.0, 3, "0.0"), (1.0, 3, "1.0"), (0.9704, 3, "0.97"), (0.9996, 3, "1.0"), (-2.5, 1, "-2.5"),
        (12.3456, 2, "12.35"), (3.0, 0, "3.0"), (0.0001, 2, "0.0"), (-0.0001, 2, "0.0"), (1234.05, 4, "1234.05"),
        (1e300, 2, "1e+300"), (.nan, 2, "null"), (-.infinity, 2, "null"), (0.1, 40, "0.1"),
    ])
    func fractionsAreRounded(number: Double, decimals: Int, expected: String) {
        var writer = JSONWriter()
        writer.double(number, decimals: decimals)
        #expect(String(decoding: writer.bytes, as: UTF8.self) == expected)
    }

    @Test(arguments: 0..<300 as Range<UInt64>)
    func whatIsWrittenReadsBackEqual(seed: UInt64) throws {
        var random = SplitMix(state: seed)
        let tree = JSONTree(using: &random)
        var writer = JSONWriter()
        tree.write(to: &writer)
        let value = try JSONValue(parsing: writer.bytes)
        #expect(JSONTree(value) == tree, "seed \(seed)")
        #expect(value.invalidSequences == 0)
        #expect(!writer.bytes.contains(0x0A), "a record must stay on its line (seed \(seed))")
    }

    @Test(
        "A string of any length has room, whatever of it is escaped and wherever",
        arguments: ["\u{0}", "\"", "\u{2028}", "a\u{0}", "aaaaaaaaaaaaaaa\u{0}", "aaaaaaaaaaaaaaaa\u{2029}", "é–", "a"])
    func longStrings(piece: String) throws {
        for count in Array(0..<40) + [80, 85, 170, 171, 250, 511, 512, 513, 1023, 1024, 1025, 5000] {
            let text = String(repeating: piece, count: count)
            var writer = JSONWriter()
            writer.string(utf8: Array(text.utf8).span)
            #expect(try JSONValue(parsing: writer.bytes).string == text, "\(count) times")
        }
    }
}
