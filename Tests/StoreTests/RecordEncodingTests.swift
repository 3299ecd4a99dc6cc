import Model
import Testing
import Text

@testable import Store

@Suite struct RecordEncodingTests {
    private static let source = Source(file: "a.gz", format: .jsonl, ordinal: 2, offset: 90, recordID: "x\"1")

    @Test("an article's keys stand in the order of the contract, absent ones are left out")
    func article() {
        var article = Article(id: RecordID(high: 0xAB, low: 1), source: Self.source)
        article.title = "A \"title\"\u{2028}"
        article.published = NewsDate(year: 2026, month: 8, day: 1)
        article.text = Array("Line one.\nLine two.".utf8)
        article.repairs[.whitespace] = 1
        article.repairs[.charset] = 2
        let entity = Entity(
            name: "5 %", type: .percent, mentions: [.init(start: 0, end: 3, text: "5 %", by: .grammar)], value: "5")
        var encoder = RecordEncoder()
        encoder.append(article, duplicate: nil, entities: [entity])
        let id = "00000000000000ab0000000000000001"
        #expect(
            String(decoding: encoder.lines, as: UTF8.self)
                == #"{"id":"\#(id)","source":{"file":"a.gz","format":"jsonl","ordinal":2,"offset":90,"record_id":"x\"1"},"#
                + #""title":"A \"title\"\u2028","published":"2026-08-01","text":"Line one.\nLine two.","#
                + #""repairs":{"charset":2,"whitespace":1},"cluster":"\#(id)","entities":[{"name":"5 %","#
                + #""type":"PERCENT","value":"5","mentions":[{"start":0,"end":3,"text":"5 %","by":"grammar"}]}]}"#
                + "\n")
    }

    @Test("a duplicate names its leader")
    func duplicate() {
        let leader = RecordID(high: 1, low: 2)
        var encoder = RecordEncoder()
        encoder.append(
            Article(id: RecordID(high: 0, low: 0), source: Self.source),
            duplicate: Decision(document: 4, kind: .url, leader: leader), entities: [])
        #expect(
            String(decoding: encoder.lines, as: UTF8.self).hasSuffix(
                #""text":"","cluster":"\#(leader)","duplicate_of":"\#(leader)","kind":"url"}"# + "\n"))
    }

    @Test("a reject's payload is base64", arguments: [(0, ""), (1, "AA=="), (2, "AAE="), (3, "AAEC"), (4, "AAECAw==")])
    func payload(count: Int, expected: String) throws {
        var encoder = RecordEncoder()
        encoder.append(
            Reject(
                source: Self.source, stage: .intake, reason: .malformedJSON, detail: "d", bytes: count,
                payload: (0..<count).map { UInt8($0) }))
        let value = try JSONValue(parsing: Array(encoder.lines))
        #expect(value["payload"]?.string == expected)
        #expect(value["reason"]?.string == "malformed_json")
    }
}
