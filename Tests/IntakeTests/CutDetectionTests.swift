import Glibc
import Model
import TestSupport
import Testing

@testable import Intake

struct CutDetectionTests {
    private static let text = "City council votes on the budget\n\nThe council voted on Monday.\n"

    @Test(
        arguments: [
            ("<!DOCTYPE html><html><p>x</p></html>", .html), ("\n\n <!-- saved --> <HTML><body>x", .html),
            ("<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"x\"><html xmlns=\"y\"><p>x</p></html>", .html),
            ("<div class=a><p>One.</p><p>Two.</p></div>", .html), ("<h1>Title</h1>\n<p>Text</p>", .html),
            (text, .text), ("A < B and B > C, they said.\n", .text), ("{not json} but text\n", .text),
            ("[Reuters] Shares rose\n", .text), ("W\u{E4}hrung, \u{20AC} 5\n", .text),
            ("CNN -- Rain.\n\n@highlight\n\nIt rained\n", .story),
            ("\u{1}eca062 4 i\r\n\u{2}Title =\r\n\u{4}\r\n", .wire),
            ("\u{16}\u{16}\u{1}a1234\u{1F}asian\nf l\u{13}\u{11} BC\n\u{2}^Title<\n", .wire),
            ("From: a@b.example\nSubject: Rain\nLines: 3\n\n<b>x</b>\n", .email),
            ("Received: by x\n with SMTP\nDelivered-To: a@b.example\n\nx\n", .email),
            ("{\"a\":1}\n", .jsonl), ("{\n \"a\": 1\n}\n", .json), ("[\n{\"a\":1}\n]\n", .json),
            ("<newsML><newsItem/></newsML>", .newsml), ("<nitf><body/></nitf>", .nitf),
            ("WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 1\r\n\r\nx\r\n\r\n", .warc),
            ("http://a.example/ 1.2.3.4 20140216050221 text/html 1\nx\n", .arc),
        ] as [(String, Format)])
    func contentTellsTheFormat(content: String, format: Format) {
        for variant in [content, "\u{FEFF}" + content] where variant == content || (format != .arc && format != .warc) {
            #expect(cuttings(of: variant).formats == [format], "\(variant)")
        }
    }

    @Test func onlyAStoryIsKnownByItsName() {
        #expect(cuttings(of: Self.text, name: "0a1b.story").formats == [.story])
        #expect(cuttings(of: gzipped([Self.text]), name: "0a1b.story.gz").formats == [.story])
        #expect(cuttings(of: Self.text, name: "x.jsonl.gz").formats == [.text])
        #expect(cuttings(of: "{\"a\":1}\n", name: "x.gz").formats == [.jsonl])
    }

    @Test func theConfigurationCanForceAFormat() {
        #expect(cuttings(of: Self.text) { $0.format = .html }.formats == [.html])
        #expect(cuttings(of: gzipped([Self.text])) { $0.format = .jsonl }.formats == [.jsonl, .jsonl])
        #expect(cuttings(of: "{\"a\":1}\n") { $0.format = .text }.formats == [.text])
    }

    @Test func wideTextIsTextAndNotBinary() {
        func wide(_ text: String, bigEndian: Bool, mark: Bool) -> [UInt8] {
            ((mark ? "\u{FEFF}" : "") + text).utf16.flatMap { unit -> [UInt8] in
                let bytes = [UInt8(unit >> 8), UInt8(unit & 255)]
                return bigEndian ? bytes : bytes.reversed()
            }
        }
        for bigEndian in [false, true] {
            #expect(cuttings(of: wide(Self.text, bigEndian: bigEndian, mark: true)).formats == [.text])
            #expect(cuttings(of: wide(Self.text, bigEndian: bigEndian, mark: false)).formats == [.text])
            let xml = "<?xml version=\"1.0\" encoding=\"utf-16\"?><nitf><body/></nitf>"
            #expect(cuttings(of: wide(xml, bigEndian: bigEndian, mark: true)).formats == [.nitf])
            #expect(cuttings(of: wide("<html><p>x", bigEndian: bigEndian, mark: true)).formats == [.html])
        }
        let long = Self.text.utf8.flatMap { byte -> [UInt8] in [byte, 0, 0, 0] }
        #expect(cuttings(of: [0xFF, 0xFE, 0, 0] + long).formats == [.text])
        // Chinese has no zero bytes to know it by, but a mark.
        #expect(cuttings(of: wide("\u{6C34}\u{706B}\u{571F}\n", bigEndian: false, mark: true)).formats == [.text])
    }

    @Test func legacyEncodingsAreTextAndNoiseIsNot() {
        let latin = Array(Self.text.utf8) + [0xE4, 0xF6, 0xFC, 0x93, 0x94]
        #expect(cuttings(of: latin).formats == [.text])
        var random = SplitMix(state: 5)
        let noise = (0..<5000).map { _ in UInt8.random(in: 0...255, using: &random) }
        let result = cuttings(of: noise)
        #expect(result.reasons == [.unrecognizedFormat])
        #expect(result.rejects.first?.payload == noise)
        #expect(result.rejects.first?.bytes == noise.count)
    }

    @Test func strangersAreNamed() {
        // Pages of a Parquet file may be gzip members; that makes it no gzip.
        #expect(cuttings(of: Array("PAR1".utf8) + gzipped(["{\"a\":1}\n"])).reasons == [.unrecognizedFormat])
        #expect(cuttings(of: "%PDF-1.7\n").rejects.first?.detail.contains("PDF") ?? false)
        let xml = cuttings(of: "<?xml version=\"1.0\"?>\n<sitemap><url/></sitemap>")
        #expect(xml.reasons == [.unrecognizedFormat])
        #expect(xml.rejects.first?.detail.contains("<sitemap>") ?? false)
    }

    @Test func mailboxesAndWireTrafficAreCutPerMessage() {
        let message =
            "From a@b.example Mon Feb 26 15:01:01 1987\nFrom: a@b.example\nSubject: x\n\nFrom here on, text.\n\n"
        #expect(cuttings(of: message + message + message).records == [message, message, message])
        let wire = "\u{16}\u{16}\u{1}a1234\r\n\u{2}First<\r\n\u{3}\r\n\u{4}\r\n"
        let result = cuttings(of: wire + wire, block: 5)
        #expect(result.formats == [.wire, .wire])
        #expect(result.records.joined() == wire + wire)
    }

    @Test func aDocumentWithAHoleIsNoDocument() {
        let page = "<html>" + (0..<300).map { "<p>\(prose($0))</p>\n" }.joined() + "</html>"
        let bytes = Array(page.utf8)
        let pieces = stride(from: 0, to: bytes.count, by: 20_000).map {
            Array(bytes[$0..<min($0 + 20_000, bytes.count)])
        }
        var packed = gzipped(pieces)
        #expect(cuttings(of: packed).records == [page])
        packed[gzipped([pieces[0]]).count] = 0
        let result = cuttings(of: packed)
        #expect(result.records.isEmpty || result.reasons == [.gzipDamage])
        #expect(result.reasons.contains(.gzipDamage))
    }
}

struct InputReaderTests {
    private func identity(_ bytes: [UInt8], reading count: Int = .max) throws -> FileIdentity? {
        let directory = try TemporaryDirectory()
        try directory.write("input", bytes)
        let reader = InputReader(path: directory.path + "/input", name: "x", configuration: Configuration())
        var left = count
        while left > 0, reader.next() != nil { left -= 1 }
        let identity = reader.finish()
        #expect(reader.fileBytesRead == bytes.count)
        return identity
    }

    @Test func theIdentityCoversEveryByteOnceHoweverTheFileIsRead() throws {
        let lines = (0..<30_000).map { "{\"n\":\($0),\"text\":\"\(prose($0, words: 8))\"}\n" }.joined()
        let plain = Array(lines.utf8)
        let expected = try identity(plain)
        #expect(expected?.size == plain.count)
        #expect(try identity(plain, reading: 0)?.sha256 == expected?.sha256)
        #expect(try identity(plain, reading: 5)?.sha256 == expected?.sha256)
        #expect(expected?.modified ?? 0 > 1_700_000_000_000_000_000)

        // Damage makes the reader go back and forth.
        var packed = gzipped((0..<20).map { Array(plain[($0 * 50_000)..<(($0 + 1) * 50_000)]) })
        for index in stride(from: 1000, to: packed.count, by: 40_000) { packed[index] ^= 0x3C }
        let whole = try identity(packed)
        #expect(try identity(packed, reading: 0)?.sha256 == whole?.sha256)
        #expect(whole?.sha256 != expected?.sha256)
    }

    @Test func aFileThatCannotBeOpenedIsOneReject() {
        for path in ["/nonexistent/file.jsonl", "/tmp"] {
            let reader = InputReader(path: path, name: "x", configuration: Configuration())
            guard case .reject(let reject) = reader.next() else {
                Issue.record("no reject for \(path)")
                continue
            }
            #expect(reject.reason == .unreadable)
            #expect(reader.next() == nil)
            #expect(reader.ioFailed)
            #expect(reader.finish() == nil)
        }
    }

    @Test func aPipeIsReadLikeAFile() throws {
        let lines = "{\"a\":1}\n{\"a\":2}\n"
        for bytes in [Array(lines.utf8), gzipped(["{\"a\":1}\n", "{\"a\":2}\n"])] {
            var ends: [CInt] = [0, 0]
            try #require(pipe(&ends) == 0)
            _ = bytes.withUnsafeBytes { write(ends[1], $0.baseAddress, $0.count) }
            close(ends[1])
            defer { close(ends[0]) }
            let reader = InputReader(path: "/dev/fd/\(ends[0])", name: "-", configuration: Configuration())
            var records = 0
            while case .record = reader.next() { records += 1 }
            #expect(records == 2)
            #expect(reader.finish()?.size == bytes.count)
        }
    }
}
