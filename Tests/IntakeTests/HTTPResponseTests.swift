import Testing

@testable import Intake

@Suite struct HTTPResponseTests {
    private func read(_ text: String) -> (response: HTTPResponse, bytes: [UInt8]) {
        let bytes = Array(text.utf8)
        return (HTTPResponse(bytes.span, in: 0..<bytes.count), bytes)
    }

    private func value(_ name: StaticString, _ response: HTTPResponse, _ bytes: [UInt8]) -> String? {
        response.fields.value(name, in: bytes.span)
    }

    @Test(
        arguments: [
            ("HTTP/1.1 200 OK\r\nA: b\r\n\r\nbody", 200, "body"),
            ("HTTP/1.1 200\r\nA: b\r\n\r\nbody", 200, "body"),
            ("HTTP/2 404\r\n\r\nbody", 404, "body"),
            ("http/1.0 200 ok\n\nbody", 200, "body"),
            ("ICY 200 OK\r\n\r\nbody", 200, "body"),
            ("HTTP/1.1  200  OK\r\n\r\nbody", 200, "body"),
            ("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nA: b\r\n\r\nbody", 200, "body"),
            ("\r\nHTTP/1.1 200 OK\r\n\r\nbody", 200, "body"),
            ("<html>no head", nil, "<html>no head"),
            ("HTTP/1.1 200 OK\r\nA: b\r\n<html>no blank line", 200, "<html>no blank line"),
            ("HTTP/1.1 200 OK\r\nsome junk line\r\nA: b\r\n\r\nbody", 200, "body"),
            ("HTTP/1.1 200 OK", 200, ""), ("HTTP/1.1", nil, ""), ("", nil, ""),
            ("HTTP/1.1 abc\r\n\r\nbody", nil, "body"),
        ] as [(String, Int?, String)])
    func headsOfAllKindsAreRead(text: String, status: Int?, body: String) {
        let (response, bytes) = read(text)
        #expect(response.status == status)
        #expect(String(decoding: bytes[response.bodyStart...], as: UTF8.self) == body)
    }

    @Test func fieldsAreUnfoldedTrimmedAndCaseless() {
        let (response, bytes) = read(
            "HTTP/1.1 200 OK\nCONTENT-type :  text/html;\r\n\t charset=utf-8  \r\nX: 1\nx: 2\n Location: not a field\n\n"
        )
        #expect(value("content-type", response, bytes) == "text/html; charset=utf-8")
        #expect(value("x", response, bytes) == "1")
        #expect(value("location", response, bytes) == nil)
    }

    @Test func latin1InFieldsIsReadAsSuch() {
        let bytes = Array("HTTP/1.1 200 OK\r\nTitle: caf".utf8) + [0xE9, 0x0D, 0x0A, 0x0D, 0x0A]
        let response = HTTPResponse(bytes.span, in: 0..<bytes.count)
        #expect(value("title", response, bytes) == "café")
    }

    @Test(
        arguments: [
            ("text/html; charset=utf-8", "text/html", "utf-8"),
            ("Text/HTML; Charset=\"UTF-8\"", "text/html", "UTF-8"),
            ("text/html;charset='latin1'", "text/html", "latin1"),
            ("text/html ; charset = utf-8 ; x=y", "text/html", "utf-8"),
            ("text/html; utf-8", "text/html", "utf-8"),
            ("text/html; charset=; charset=koi8-r", "text/html", "koi8-r"),
            ("text/html, text/html; charset=utf-8", "text/html", "utf-8"),
            ("text/html;;charset=\"a\\\"b\"", "text/html", "a\"b"),
            ("charset=utf-8", "", "utf-8"),
            ("", "", nil), (";", "", nil), ("=", "", nil), ("text/html; charset=\"unclosed", "text/html", "unclosed"),
        ] as [(String, String, String?)])
    func contentTypesAreReadTolerantly(value: String, essence: String, charset: String?) {
        let type = ContentType(value)
        #expect(type.essence == essence)
        #expect(type.charset == charset)
    }
}
