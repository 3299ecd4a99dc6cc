import TestSupport
import Testing

@testable import Intake

@Suite struct MarkupScannerTests {
    /// Tokens in a short notation: `+name[attributes]`, `+name/`, `-name`, `'text'`, `"cdata"`, `!`.
    private func tokens(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return bytes.withUnsafeBufferPointer { buffer in
            var scanner = MarkupScanner(buffer)
            var result: [String] = []
            func string(_ range: Range<Int>) -> String { String(decoding: buffer[range], as: UTF8.self) }
            while let token = scanner.next() {
                switch token {
                case .startTag(let name, let attributes, let isEmpty):
                    let rest = string(attributes).split(separator: " ").joined(separator: " ")
                    result.append("+\(string(name))" + (rest.isEmpty ? "" : "[\(rest)]") + (isEmpty ? "/" : ""))
                case .endTag(let name): result.append("-\(string(name))")
                case .text(let range): result.append("'\(string(range))'")
                case .cdata(let range): result.append("\"\(string(range))\"")
                case .other: result.append("!")
                }
            }
            return result
        }
    }

    @Test(
        "markup is told from text",
        arguments: [
            ("", []), ("plain", ["'plain'"]), ("<p>x</p>", ["+p", "'x'", "-p"]),
            ("<1ST_LINE>r w</1ST_LINE>", ["+1ST_LINE", "'r w'", "-1ST_LINE"]),
            ("<F P=102> x </F>", ["+F[P=102]", "' x '", "-F"]),
            ("<a x='1>2' y=\"<\" z>t", ["+a[x='1>2' y=\"<\" z]", "'t'"]),
            ("<br/><br /><x:y a=\"b\"/>", ["+br/", "+br/", "+x:y[a=\"b\"]/"]),
            ("5 < 6 <7> <5 %> <a@b.org> <http://x.org/y>", ["'5 < 6 <7> <5 %> <a@b.org> <http://x.org/y>'"]),
            ("a<!-- <p> -->b", ["'a'", "!", "'b'"]), ("<!-- open <p>x", ["!", "'x'"]),
            ("<![CDATA[<p>&amp;]]>x", ["\"<p>&amp;\"", "'x'"]), ("<![CDATA[open <p>", ["\"open <p>\""]),
            ("<?xml version='1.0'?>x", ["!", "'x'"]), ("<?php a > b ?>x", ["!", "'x'"]),
            ("<!DOCTYPE a SYSTEM \"x>y\" [<!ENTITY b '>'>]>t", ["!", "'t'"]), ("<!DOCTYPE a's>t", ["!", "'t'"]),
            ("<!x", ["!"]), ("<! x>", ["'<! x>'"]),
            ("</>x</ p></p ><p", ["-", "'x</ p>'", "-p", "'<p'"]), ("<p x</p>", ["+p[x]", "-p"]), ("<p ", ["+p"]),
            ("</p<b>", ["-p", "+b"]), ("<a b=\"x>\ny <i>\"z", ["+a[b=\"x]", "'\ny '", "+i", "'\"z'"]),
            ("<", ["'<'"]), ("<<p>", ["'<'", "+p"]), ("x<", ["'x<'"]), ("<é>x</é>", ["+é", "'x'", "-é"]),
        ] as [(String, [String])])
    func table(text: String, expected: [String]) {
        #expect(tokens(text) == expected)
    }

    @Test("tokens come in order, stay inside and always end", arguments: 0..<15)
    func hostile(seed: UInt64) {
        var random = SplitMix(state: seed)
        let pieces = [
            "<", ">", "/", "!", "--", "[", "]", "CDATA[", "?", "\"", "'", "=", "a", "p", " ", "\n", "&", "1", "é", ":",
        ]
        for _ in 0..<200 {
            let text = (0..<20).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
            let bytes = Array(text.utf8)
            bytes.withUnsafeBufferPointer { buffer in
                var scanner = MarkupScanner(buffer)
                var before = 0
                var isOrdered = true
                while scanner.next() != nil {
                    isOrdered = isOrdered && scanner.position > before && scanner.position <= bytes.count
                    before = scanner.position
                }
                #expect(isOrdered && before == bytes.count, "\(text)")
            }
        }
    }

    @Test(
        "constructs that never end cost one pass", .timeLimit(.minutes(1)),
        arguments: ["<!--", "<![CDATA[", "<!DOCTYPE [", "<?x ", "<a b=\"", "<a b='x' ", "<", "</a", "<a\n=\"<>\n"])
    func unclosed(piece: String) {
        let bytes = Array(String(repeating: piece, count: 60_000 / piece.utf8.count).utf8)
        bytes.withUnsafeBufferPointer { buffer in
            var scanner = MarkupScanner(buffer)
            while scanner.next() != nil {}
            #expect(scanner.position == bytes.count)
        }
    }
}
