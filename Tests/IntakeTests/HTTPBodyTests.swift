import Gzip
import TestSupport
import Testing

@testable import Intake

@Suite struct HTTPBodyTests {
    static let page = Array(
        "<html><body>\(String(repeating: "<p>A sentence of text.</p>\r\n", count: 40))</body></html>".utf8)

    private func body(_ headers: String, _ bytes: [UInt8], limit: Int = 1 << 20) -> HTTPBody {
        let record = RecordFixture.response("HTTP/1.1 200 OK\r\n" + headers, bytes)
        return HTTPBody(
            record, response: HTTPResponse(record.span, in: 0..<record.count), end: record.count, limit: limit)
    }

    private static let gzipped = RecordFixture.gzip(page)
    private static let chunks = RecordFixture.chunked(page)

    @Test(
        arguments: [
            ("", page, false),
            ("Content-Length: \(page.count)\r\n", page, false),
            ("Content-Length: 17\r\n", page, true),
            ("Transfer-Encoding: chunked\r\n", chunks, false),
            ("transfer-encoding: Chunked\r\n", chunks, false),
            ("", chunks, true),
            ("Transfer-Encoding: chunked\r\n", page, true),
            ("Content-Encoding: gzip\r\n", gzipped, false),
            ("Content-Encoding: x-gzip\r\n", gzipped, false),
            ("", gzipped, true),
            ("Content-Encoding: gzip\r\n", page, true),
            ("Content-Encoding: br\r\n", page, true),
            ("Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", RecordFixture.chunked(gzipped), false),
            ("Content-Encoding: gzip, gzip\r\n", RecordFixture.gzip(gzipped), false),
            ("Content-Encoding: gzip\r\n", RecordFixture.gzip(gzipped), true),
            ("X-Crawler-Content-Encoding: gzip\r\nX-Crawler-Transfer-Encoding: chunked\r\n", page, false),
            ("Content-Encoding: identity\r\n", page, false),
            ("Content-Encoding: gzip\r\n", gzipped + [13, 10], false),
            ("Content-Encoding: gzip\r\n", gzipped + Array("trailing".utf8), true),
        ] as [(String, [UInt8], Bool)])
    func whatTheBytesAreDecides(headers: String, bytes: [UInt8], isMended: Bool) {
        let body = body(headers, bytes)
        #expect(body.bytes == Self.page)
        #expect(body.isMended == isMended && body.failure == nil)
    }

    @Test func chunkExtensionsTrailersAndBareLineFeedsAreFine() {
        let bytes = Array("5;name=\"v\"\r\nhello\r\n6 \r\n world\r\n0\r\nX-Trailer: 1\r\n\r\n".utf8)
        #expect(body("Transfer-Encoding: chunked\r\n", bytes).bytes == Array("hello world".utf8))
        #expect(body("Transfer-Encoding: chunked\r\n", Array("5\nhello\n0\n\n".utf8)).bytes == Array("hello".utf8))
    }

    @Test(arguments: [
        ("5\r\nhello\r\n6\r\n world", "hello world"),
        ("5\r\nhello\r\nffffff\r\n world", "hello world"),
        ("3\r\nhello\r\n6\r\n world\r\n0\r\n\r\n", "hello world"),
        ("7\r\nhello\r\n6\r\n world\r\n0\r\n\r\n", "hello world"),
        ("5\r\nhello\r\nzz\r\n world", "hellozz\r\n world"),
        ("5\r\nhello\r\n", "hello"),
    ])
    func wrongChunkSizesCostNoText(text: String, result: String) {
        let body = body("Transfer-Encoding: chunked\r\n", Array(text.utf8))
        #expect(String(decoding: body.bytes, as: UTF8.self) == result)
        #expect(body.isMended)
    }

    @Test(arguments: ["1\r\n", "12\r\nabc", "fffffffffffffffff\r\nx", "7fffffffffff\r\nx"])
    func proseThatBeginsLikeAChunkStaysWhole(text: String) {
        #expect(body("", Array(text.utf8)).bytes == Array(text.utf8))
    }

    @Test func aCutGzipBodyKeepsWhatUnpacks() {
        var random = SplitMix(state: 5)
        let long = (0..<60_000).map { _ in UInt8.random(in: 0x61...0x7A, using: &random) }
        let packed = RecordFixture.gzip(long)
        let body = body("Content-Encoding: gzip\r\n", Array(packed[..<(packed.count / 2)]))
        #expect(body.bytes.count > 20_000 && long.starts(with: body.bytes))
        #expect(body.isMended && body.failure == nil)
    }

    @Test func deflateIsReadWithAndWithoutItsWrapper() throws {
        // RFC 1950 and RFC 1951 around stored blocks.
        let text = Array("<html>deflated</html>".utf8)
        let length = UInt8(text.count)
        let raw: [UInt8] = [0x01, length, 0, ~length, 0xFF] + text
        var (a, b) = (UInt32(1), UInt32(0))
        for byte in text { (a, b) = ((a + UInt32(byte)) % 65_521, (b + a + UInt32(byte)) % 65_521) }
        let sum = [UInt8(b >> 8), UInt8(b & 255), UInt8(a >> 8), UInt8(a & 255)]
        #expect(body("Content-Encoding: deflate\r\n", raw).bytes == text)
        #expect(body("Content-Encoding: deflate\r\n", [0x78, 0x01] + raw + sum).bytes == text)
        #expect(body("Content-Encoding: deflate\r\n", text).bytes == text)
    }

    @Test func codingsThatAreNotReadAreNamed() {
        let noise: [UInt8] = [0x8B, 0x01, 0x80, 0x02, 0x00, 0x10, 0x03]
        #expect(body("Content-Encoding: br\r\n", noise).failure == .unsupported("br"))
        #expect(body("Content-Encoding: zstd\r\n", [0x28, 0xB5, 0x2F, 0xFD, 1, 2]).failure == .unsupported("zstd"))
        #expect(body("Content-Encoding: compress\r\n", [0x1F, 0x9D, 1, 2]).failure == .unsupported("compress"))
    }

    @Test func aBombHitsTheLimit() {
        let bomb = RecordFixture.gzip([UInt8](repeating: 0x20, count: 3 << 20))
        #expect(body("Content-Encoding: gzip\r\n", bomb, limit: 1 << 20).failure == .tooLarge(limit: 1 << 20))
    }
}
