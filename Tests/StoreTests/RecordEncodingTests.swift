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
        encoder.append(article, decision: nil, entities: [entity])
        let id = "00000000000000ab0000000000000001"
        #expect(
            String(decoding: encoder.lines, as: UTF8.self)
                == #"{"id":"\#(id)","source":{"file":"a.gz","format":"jsonl","ordinal":2,"offset":90,"record_id":"x\"1"},"#
                + #""title":"A \"title\"\u2028","published":"2026-08-01","text":"Line one.\nLine two.","#
                + #""repairs":{"charset":2,"whitespace":1},"cluster":"\#(id)","entities":[{"name":"5 %","#
                + #""type":"PERCENT","value":"5","mentions":[{"start":0,"end":3,"text":"5 %","by":"grammar"}]}]}"#
                + "\n")
    }

    @Test("a name's title, role, country and likely namesakes stand before its mentions")
    func names() {
        var entity = Entity(
            name: "Anna Berg", type: .person, mentions: [.init(start: 0, end: 4, text: "Berg", by: .coreference)])
        entity.title = "Dr"
        entity.role = "Minister"
        entity.country = "SE"
        entity.geonameID = 7
        entity.probable = ["Anna Borg"]
        var encoder = RecordEncoder()
        encoder.append(entities: [entity], by: .tagger, of: "1")
        encoder.append(entities: [], by: .gazetteer, of: nil)
        #expect(
            String(decoding: encoder.lines, as: UTF8.self)
                == #"{"id":"1","entities_by":"tagger","entities":[{"name":"Anna Berg","type":"PERSON","title":"Dr","#
                + #""role":"Minister","country":"SE","geonameid":7,"probable":["Anna Borg"],"mentions":[{"start":0,"#
                + #""end":4,"text":"Berg","by":"coreference"}]}]}"# + "\n" + #"{"entities_by":"gazetteer"}"# + "\n")
    }

    @Test("a duplicate names its leader, and how alike they are; a newer version names the one that it supersedes")
    func decisions() {
        let leader = RecordID(high: 1, low: 2)
        func line(_ decision: Decision) -> String {
            var encoder = RecordEncoder()
            encoder.append(
                Article(id: RecordID(high: 0, low: 0), source: Self.source), decision: decision, entities: [])
            return String(decoding: encoder.lines, as: UTF8.self)
        }
        let same = Decision(document: 4, kind: .url, rule: .sameText, leader: leader)
        #expect(
            line(same).hasSuffix(
                #""text":"","cluster":"\#(leader)","duplicate_of":"\#(leader)","kind":"url","rule":"same_text","#
                    + #""similarity":1,"containment":1}"# + "\n"))
        var revision = Decision(
            document: 4, kind: .revision, rule: .sameAddress, leader: leader, previous: RecordID(high: 1, low: 3),
            similarity: 7_050, containment: 0)
        #expect(
            line(revision).hasSuffix(
                #""kind":"revision","rule":"same_address","similarity":0.705,"containment":0,"#
                    + #""revises":"00000000000000010000000000000003"}"# + "\n"))
        revision.supersedes = true
        #expect(
            line(revision).hasSuffix(
                #""cluster":"\#(leader)","supersedes":"00000000000000010000000000000003"}"# + "\n"))
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
