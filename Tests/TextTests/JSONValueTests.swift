import TestSupport
import Testing
import Text

private func parse(_ text: String) throws -> JSONValue { try JSONValue(parsing: Array(text.utf8)) }

@Suite struct JSONValueTests {
    @Test(arguments: [
        "null", "true", "false", "0", "-0", "1", "-12.5e+3", "1E400", "0.0", "0e0", #""""#, "[]", "{}", " [ ] ",
        "\n{\t}\r",
        "[[],{}]", #"{"":{"":[null]}}"#, "[1,2,3]", #"{"a":1,"a":2}"#, #"["\"\\\/\b\f\n\r\t\u0041\uD83D\uDE00"]"#,
        "\u{FEFF}{}", "{}\u{0}\u{0}", "\u{0}[1]", "\"\u{1}\u{0}\n\u{7F}\"", #""\ud800""#, #""\udc00\ud800x""#,
        #""\ud800\u0041""#, "[NaN,Infinity,-Infinity]", "\"\u{2028}\"", "123456789012345678901234567890",
    ])
    func accepted(_ text: String) throws {
        let value = try parse(text)
        #expect(value.end <= text.utf8.count)
    }

    @Test(arguments: [
        ("", 0), ("  ", 2), ("\u{FEFF}", 3), ("nul", 0), ("nulL", 0), ("truex", 4), ("tru", 0), ("True", 0), ("+1", 0),
        ("01", 0), ("-01", 1), ("-", 1), ("1.", 2), (".5", 0), ("1e", 2), ("1e+", 3), ("1.e5", 2), ("0x10", 1),
        ("--1", 1),
        ("[", 1), ("[1", 2), ("[1,", 3), ("[1,]", 3), ("[,1]", 1), ("[1 2]", 3), ("[1}", 2), ("]", 0), ("{", 1),
        ("{1:2}", 1),
        (#"{"a"}"#, 4), (#"{"a":}"#, 5), (#"{"a":1,}"#, 7), (#"{"a":1 "b":2}"#, 7), (#"{"a" 1}"#, 5), (#"{"a":1"#, 6),
        (#"{"a":"#, 5), (#"{"a""#, 4), (#"{'a':1}"#, 1), (#"{a:1}"#, 1), (#"""#, 1), (#""abc"#, 4), (#""abc\"#, 5),
        (#""abc\""#, 6), (#""\x41""#, 1), (#""\'""#, 1), (#""\u12""#, 1), (#""\u12G4""#, 1), (#""\u"#, 3), ("[1]]", 3),
        ("{}{}", 2), ("[1] x", 4), ("// a\n1", 0), ("nan", 0), ("-Inf", 0), ("[\u{A0}1]", 1), ("1\u{B}", 1),
        (#"["a\"#, 4), (#"["a\","b"]"#, 7),
    ])
    func refusedAtItsByte(_ text: String, offset: Int) {
        let error = #expect(throws: JSONError.self) { try parse(text) }
        #expect(error?.offset == offset, "\(text): \(error?.message ?? "")")
        #expect(error?.message.isEmpty == false)
    }

    @Test(arguments: [
        (#"{"a":1"#, #"the document ends inside the object that begins at byte 0"#),
        (#"[1 2]"#, #"expected "," or "]", found "2""#), (#"[""x"#, #"expected "," or "]", found "x""#),
        ("[\u{1}]", "expected a value, found byte 0x01"),
        (#"{"a":"b"#, "the document ends inside the string that begins at byte 5"),
        (#"{"a":"\q"}"#, #""\" before "q" is not an escape"#),
        ("{} {}", #"expected the end after the value, found "{""#),
    ])
    func refusalsSayWhatWasFound(_ text: String, message: String) {
        #expect(#expect(throws: JSONError.self) { try parse(text) }?.message == message)
    }

    @Test(arguments: [
        ("0", 0), ("-0", 0), ("9223372036854775807", Int.max), ("-9223372036854775808", Int.min), ("1.0e3", 1000),
        ("1.50E1", 15), ("100e-2", 1), ("9223372036854775808", nil), ("1.5", nil), ("1e400", nil), ("\"1\"", nil),
        ("true", nil), ("null", nil),
    ])
    func integersAreExactOrAbsent(_ text: String, expected: Int?) throws {
        #expect(try parse(text).integer == expected)
    }

    @Test(arguments: [
        ("0.1", 0.1), ("-2.5e-3", -0.0025), ("9007199254740993", 9_007_199_254_740_992),
        ("5e-324", .leastNonzeroMagnitude), ("1e400", nil),
        ("123456789012345678901234567890", 1.234_567_890_123_456_8e29), ("\"0.1\"", nil),
    ])
    func doublesAreTheNearest(_ text: String, expected: Double?) throws {
        #expect(try parse(text).double == expected)
    }

    @Test(arguments: [
        (#""a\nb""#, "a\nb", 0), (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t", 0), (#""\u00e9\u20AC""#, "é€", 0),
        (#""\ud83d\ude00!""#, "😀!", 0), (#""x\ud83d""#, "x\u{FFFD}", 1), (#""\ude00\ud83dy""#, "\u{FFFD}\u{FFFD}y", 2),
        (#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀", 1), (#""\ud83d\n""#, "\u{FFFD}\n", 1), (#""\u0000""#, "\u{0}", 0),
        (#""\\u0041""#, "\\u0041", 0), (#""\\\"\\""#, "\\\"\\", 0), (#""no escapes, café""#, "no escapes, café", 0),
    ])
    func stringsAreDecoded(_ text: String, expected: String, invalid: Int) throws {
        let value = try parse(text)
        #expect(value.string.map { Array($0.utf8) } == Array(expected.utf8))
        #expect(value.utf8 == Array(expected.utf8))
        #expect(value.invalidSequences == invalid)
    }

    @Test func malformedBytesCostOnlyThemselves() throws {
        let value = try JSONValue(
            parsing: Array(#"{"a":"x"#.utf8) + [0xFF, 0xC3, 0x28] + Array(#"\né","b\u0041":"ok"}"#.utf8))
        #expect(value["a"]?.string == "x\u{FFFD}\u{FFFD}(\né")
        #expect(value["bA"]?.string == "ok")
        #expect(value.invalidSequences == 2)
    }

    @Test func membersKeepTheirOrderAndTheLastDuplicateWins() throws {
        let value = try parse(#"{ "b": 1, "a": [true, {"x": "y"}], "b": 2, "\u0063": null }"#)
        #expect(value.members.map(\.key) == ["b", "a", "b", "c"])
        #expect(value.members.map(\.keyOffset) == [2, 10, 35, 43])
        #expect(value["b"]?.integer == 2)
        #expect(value["c"]?.isNull == true)
        #expect(value["d"] == nil)
        #expect(value["a"]?[1]?["x"]?.string == "y")
        #expect(value["a"]?[2] == nil)
        #expect(value["a"]?[-1] == nil)
        #expect(value["a"]?["x"] == nil)
        #expect(value.count == 4)
        #expect(value["a"]?.count == 2)
        #expect(value["a"]?.elements.map(\.kind) == [.bool, .object])
        #expect(value["a"].map { String(decoding: $0.source, as: UTF8.self) } == #"[true, {"x": "y"}]"#)
    }

    @Test func positionsCountLinesAndScalars() throws {
        let bytes = Array("{\n  \"é\": 1,\n  x}".utf8)
        let error = #expect(throws: JSONError.self) { try JSONValue(parsing: bytes) }
        #expect(error?.position(in: bytes).line == 3)
        #expect(error?.position(in: bytes).column == 3)
        #expect(JSONError.position(of: 8, in: bytes) == (2, 6))
    }
}

@Suite struct JSONHostileInputTests {
    @Test(arguments: ["[", #"{"a":"#, #"[{"a":"#, " [\n"])
    func nestingHasALimit(unit: String) throws {
        let bytes = Array(String(repeating: unit, count: 200_000).utf8)
        let error = #expect(throws: JSONError.self) { try JSONValue(parsing: bytes) }
        #expect(error?.message == "nested deeper than 512 levels")
    }

    @Test func theDeepestAllowedNestingIsRead() throws {
        func nested(_ depth: Int) -> [UInt8] {
            Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
        }
        #expect(try JSONValue(parsing: nested(512)).kind == .array)
        #expect(throws: JSONError.self) { try JSONValue(parsing: nested(513)) }
    }

    @Test func theNumberOfValuesHasALimit() throws {
        let bytes = Array(("[" + String(repeating: "1,", count: 98) + "1]").utf8)
        #expect(try JSONValue(parsing: bytes, limits: JSONLimits(nodes: 100)).count == 99)
        let error = #expect(throws: JSONError.self) { try JSONValue(parsing: bytes, limits: JSONLimits(nodes: 99)) }
        #expect(error?.message == "more than 99 values")
    }

    @Test func backslashesAndQuotesInPlentyTakeLinearTime() throws {
        let escaped = String(repeating: #"\\\""#, count: 200_000)
        #expect(try parse("\"\(escaped)\"").utf8?.count == 400_000)
        let error = #expect(throws: JSONError.self) { try parse("\"" + String(repeating: #"a\"#, count: 100_001)) }
        #expect(error != nil)
    }

    private static let document = Array(
        """
        {"id": 17, "title": "Caf\\u00e9 \\ud83d\\ude00 \\"x\\"", "tags": ["a", true, null, -1.5e3, {}],
         "body": {"text": "Größe — 日本", "n": 0, "e": []}}
        """.utf8)

    /// Reads everything that can be read, so that a bad node would show.
    private func visit(_ value: JSONValue) -> Int {
        var size = value.end - value.offset
        size &+= (value.utf8?.count ?? 0) &+ (value.integer ?? 0) &+ (value.double == nil ? 0 : 1)
        value.forEachMember { key, value in size &+= visit(key) &+ visit(value) }
        value.forEachElement { size &+= visit($0) }
        return size
    }

    @Test func everyPrefixIsRefusedWithoutACrash() {
        for length in 0..<Self.document.count {
            let error = #expect(throws: JSONError.self) { try JSONValue(parsing: Array(Self.document[..<length])) }
            #expect((error?.offset ?? -1) <= length)
        }
    }

    @Test func everyByteMayBecomeAnything() {
        let bytes: [UInt8] = [
            0x00, 0x22, 0x5C, 0x7B, 0x5D, 0x2C, 0x75, 0x31, 0x2D, 0x80, 0xC3, 0xE2, 0xED, 0xF4, 0xFF, 0x0A,
        ]
        for position in Self.document.indices {
            for byte in bytes {
                var mutant = Self.document
                mutant[position] = byte
                guard let value = try? JSONValue(parsing: mutant) else { continue }
                _ = visit(value)
                if let text = value["title"]?.utf8 { #expect(String(validating: text, as: UTF8.self) != nil) }
            }
        }
    }

    @Test(arguments: 0..<400 as Range<UInt64>)
    func tokensInAnyOrderDoNotCrash(seed: UInt64) {
        let tokens = [
            "{", "}", "[", "]", ",", ":", "\"", "\\", "\"a\"", "1", "-", ".", "e", "true", "null", " ", "\\u",
            "\\ud800", "\u{0}",
            "é",
        ]
        var random = SplitMix(state: seed)
        let text = (0..<40).map { _ in tokens.randomElement(using: &random) ?? "" }.joined()
        if let value = try? parse(text) { _ = visit(value) }
    }
}
