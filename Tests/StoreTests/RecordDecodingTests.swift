import Model
import Testing
import Text

@testable import Store

@Suite struct RecordDecodingTests {
    @Test("base64 comes back as it went, for every length", arguments: 0..<70)
    func base64(count: Int) {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 89 + 7) }
        #expect(Base64.decode(Base64.encode(bytes)) == bytes)
    }

    @Test("what is no base64 is nothing", arguments: ["A", "AB=", "A===", "AB C", "=AAA", "AA=A", "ÄÄ=="])
    func noBase64(text: String) { #expect(Base64.decode(Array(text.utf8)) == nil) }

    @Test(
        "a reject comes back from its line as it was",
        arguments: [nil, [], Array("{broken\u{0}\u{FF}".utf8)] as [[UInt8]?])
    func reject(payload: [UInt8]?) throws {
        var reject = Reject(
            source: Source(file: "in/a \"b\".jsonl", format: .jsonl, ordinal: 7, offset: 4096, recordID: "x"),
            stage: .intake, reason: .malformedJSON, detail: "line 7 breaks off", bytes: 9, payload: payload)
        reject.source.charset = "windows-1252"
        var encoder = RecordEncoder()
        encoder.append(reject)
        #expect(Reject(try JSONValue(parsing: Array(encoder.lines.dropLast()))) == reject)
    }

    @Test("lines that are no rejects are not taken for some", arguments: ["{}", #"{"source":{}}"#, "[]", "7"])
    func noReject(line: String) throws { #expect(Reject(try JSONValue(parsing: Array(line.utf8))) == nil) }
}
