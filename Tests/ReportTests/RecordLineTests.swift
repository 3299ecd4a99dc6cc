import Testing
import Text

@testable import Report

@Suite struct RecordLineTests {
    static let traps = [
        #"{"id":"1","text":"a","cluster":"c","kind":"exact"}"#,
        #"{"id":"1","text":"a, \"cluster\":\"x\",\"entities\":[","cluster":"c","kind":"near","entities":[{"name":",\"entities\":["}]}"#,
        #"{"id":"1","text":"ends in a comma,","cluster":"c,,","kind":"url"}"#,
    ]

    @Test("what is cut out of a line agrees with the whole line", arguments: traps)
    func agreement(text: String) throws {
        let line = Array(text.utf8)
        let whole = try JSONValue(parsing: line)
        let verdict = try JSONValue(parsing: RecordLine.verdict(of: line))
        #expect(verdict["cluster"]?.string == whole["cluster"]?.string)
        #expect(verdict["kind"]?.string == whole["kind"]?.string)
        #expect(verdict["text"] == nil)
        let bare = try JSONValue(parsing: RecordLine.withoutEntities(line))
        #expect(bare["text"]?.string == whole["text"]?.string)
        #expect(bare["kind"]?.string == whole["kind"]?.string)
        #expect(bare["entities"] == nil)
    }

    @Test("a line without the keys stays as it is", arguments: ["{}", "", ",", #"{"cluster":1}"#, #"{"entities":[]}"#])
    func others(text: String) {
        #expect(RecordLine.verdict(of: Array(text.utf8)) == Array(text.utf8))
        #expect(RecordLine.withoutEntities(Array(text.utf8)) == Array(text.utf8))
    }
}
