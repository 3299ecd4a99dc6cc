import Gzip
import Model
import TestSupport
import Text

@testable import Intake

/// Short ways to make records and to look at what the parsers made of them.
enum RecordFixture {
    static func parse(_ bytes: [UInt8], as format: Format, configuration: Configuration = Configuration())
        -> ParseResult
    {
        var parser = RecordParser(configuration: configuration)
        let source = Source(file: "fixture", format: format, ordinal: 0, offset: 0)
        return parser.parse(RawRecord(source: source, bytes: bytes))
    }

    static func parse(_ text: String, as format: Format) -> ParseResult { parse(Array(text.utf8), as: format) }

    /// A WARC record around a block.
    static func warc(
        _ block: [UInt8], type: String = "response", uri: String? = "https://news.test/a",
        contentType: String = "application/http; msgtype=response", more: String = "", length: Int? = nil
    ) -> [UInt8] {
        var head = "WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Record-ID: <urn:uuid:1-2-3>\r\n"
        head += "WARC-Date: 2026-08-01T00:00:00Z\r\nContent-Type: \(contentType)\r\n"
        if let uri { head += "WARC-Target-URI: \(uri)\r\n" }
        head += more + "Content-Length: \(length ?? block.count)\r\n\r\n"
        return Array(head.utf8) + block + Array("\r\n\r\n".utf8)
    }

    static func response(_ head: String, _ body: [UInt8]) -> [UInt8] {
        Array((head + "\r\n").utf8) + body
    }

    static func gzip(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        GzipCompressor(level: 6).appendMember(bytes.span, to: &result)
        return result
    }

    static func chunked(_ bytes: [UInt8], size: Int = 100) -> [UInt8] {
        var result: [UInt8] = []
        var start = 0
        while start < bytes.count {
            let part = bytes[start..<min(start + size, bytes.count)]
            result += Array((String(part.count, radix: 16) + "\r\n").utf8) + part + [13, 10]
            start += size
        }
        return result + Array("0\r\n\r\n".utf8)
    }
}

extension ParseResult {
    var article: Article? {
        if case .draft(let draft) = self { draft.article } else { nil }
    }

    var reject: Reject? {
        if case .reject(let reject) = self { reject } else { nil }
    }

    var page: String? {
        guard case .draft(let draft) = self else { return nil }
        switch draft.body {
        case .page(let bytes), .fragment(let bytes): return String(decoding: bytes, as: UTF8.self)
        case .text: return nil
        }
    }

    var text: String? { article.map { String(decoding: $0.text, as: UTF8.self) } }

    /// Whether every byte that later stages see is valid UTF-8.
    var isSound: Bool {
        guard case .draft(let draft) = self else { return true }
        switch draft.body {
        case .page(let bytes), .fragment(let bytes): return UTF8Text.isValid(bytes.span)
        case .text: return UTF8Text.isValid(draft.article.text.span) && !draft.article.text.isEmpty
        }
    }
}

/// Runs a parser over a record cut at every byte, with bytes flipped, and over noise: nothing may crash, and whatever
/// becomes a draft must be valid UTF-8.
func expectTotal(_ record: [UInt8], as format: Format, seed: UInt64 = 1) -> Bool {
    for end in stride(from: 0, through: record.count, by: max(1, record.count / 400)) {
        if !RecordFixture.parse(Array(record[..<end]), as: format).isSound { return false }
    }
    var random = SplitMix(state: seed)
    for _ in 0..<150 {
        var damaged = record
        for _ in 0..<Int.random(in: 1...8, using: &random) where !damaged.isEmpty {
            damaged[Int.random(in: 0..<damaged.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
        if !RecordFixture.parse(damaged, as: format).isSound { return false }
    }
    for _ in 0..<60 {
        let noise = (0..<Int.random(in: 0...300, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
        if !RecordFixture.parse(noise, as: format).isSound { return false }
    }
    return true
}
