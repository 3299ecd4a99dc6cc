import TestSupport
import Testing

@testable import Text

@Suite struct CharacterReferencesTests {
    private func decoded(_ text: String, inAttribute: Bool = false) -> String {
        var output: [UInt8] = []
        CharacterReferences.decode(Array(text.utf8).span, into: &output, inAttribute: inAttribute)
        return String(decoding: output, as: UTF8.self)
    }

    @Test(
        "references become what they stand for",
        arguments: [
            ("", ""), ("no reference", "no reference"), ("AT&T & co &", "AT&T & co &"),
            ("&amp;&lt;&gt;&quot;&apos;", "&<>\"'"), ("&amp;amp;", "&amp;"), ("&AMP;&LT;", "&<"),
            ("&eacute;&Eacute;&nbsp;&hellip;", "éÉ\u{A0}…"), ("&copy 2024", "© 2024"), ("&notit;", "¬it;"),
            ("&notin;", "∉"), ("&not in", "¬ in"), ("&CounterClockwiseContourIntegral;", "∳"),
            ("&NotEqualTilde;", "≂\u{338}"), ("&fjlig;", "fj"), ("&unknown; &x;", "&unknown; &x;"),
            ("&mdash", "&mdash"), ("&frac12x", "½x"), ("&ampere", "&ere"),
            ("&#8217;&#x2019;&#X2019", "’’’"), ("&#65x", "Ax"), ("&#;&#x;&#xg;&#", "&#;&#x;&#xg;&#"),
            ("&#146;&#147;&#x80;", "’“€"), ("&#129;", "\u{81}"), ("&#0;", "\u{FFFD}"), ("&#xD800;", "\u{FFFD}"),
            ("&#1114112;&#99999999999999999999;&#xFFFFFFFFFF;", "\u{FFFD}\u{FFFD}\u{FFFD}"),
            ("&#1114111;", "\u{10FFFF}"),
            ("&amp", "&"), ("&&lt;&", "&<&"), ("é&uuml;日", "éü日"),
        ])
    func table(text: String, expected: String) {
        #expect(decoded(text) == expected)
    }

    @Test("in an attribute an old name before a letter or = stays")
    func attributes() {
        #expect(decoded("?a=b&copy=1&lt=2&regx", inAttribute: true) == "?a=b&copy=1&lt=2&regx")
        #expect(decoded("?a&copy;=1&amp;b &copy ", inAttribute: true) == "?a©=1&b © ")
    }

    @Test("the table is whole: 2125 names, 106 of them also without semicolon, each found")
    func wholeTable() throws {
        var names: [(name: String, mark: Character, value: String)] = []
        for row in CharacterReferences.namedReferences.description.split(separator: " ") {
            let mark = try #require(row.firstIndex { $0 == ":" || $0 == "!" })
            let scalars = try row[row.index(after: mark)...].split(separator: "+").map {
                try #require(UInt32($0, radix: 16).flatMap(Unicode.Scalar.init))
            }
            var value = ""
            value.unicodeScalars.append(contentsOf: scalars)
            names.append((String(row[..<mark]), row[mark], value))
        }
        #expect(names.count == 2125)
        #expect(CharacterReferences.table.count == 2125)
        #expect(names.filter { $0.mark == "!" }.count == 106)
        #expect(names.map(\.name).max { $0.utf8.count < $1.utf8.count } == "CounterClockwiseContourIntegral")
        #expect(names.filter { $0.mark == "!" }.allSatisfy { $0.name.utf8.count <= 6 })
        for entry in names {
            #expect(decoded("&\(entry.name);") == entry.value)
            if entry.mark == "!" { #expect(decoded("&\(entry.name) ") == entry.value + " ") }
        }
    }

    @Test("one reference at a time: length consumed, or 0 and nothing appended")
    func single() {
        var output: [UInt8] = []
        let text = Array("a&lt;b&bogus;&".utf8)
        let length = CharacterReferences.decodeOne(text.span, at: 1, into: &output)
        #expect(length == 4)
        #expect(output == [0x3C])
        for index in [0, 2, 6, 13, 14, 99, -1] {
            let length = CharacterReferences.decodeOne(text.span, at: index, into: &output)
            #expect(length == 0)
        }
        #expect(output == [0x3C])
        let number = CharacterReferences.number(Array("&#22;".utf8).span, at: 0)
        #expect(number?.codePoint == 22 && number?.length == 5)
        let none = CharacterReferences.number(Array("&lt;".utf8).span, at: 0)
        #expect(none == nil)
    }

    @Test("valid text stays valid, and text cut anywhere is read", arguments: 0..<20)
    func hostile(seed: UInt64) {
        var random = SplitMix(state: seed)
        let pieces = [
            "&", "#", "x", "amp", ";", "9", "F", "lt", "é", "not", "in", "CounterClockwiseContourIntegral", " ",
        ]
        for _ in 0..<100 {
            let text = (0..<12).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
            let bytes = Array(text.utf8)
            for end in 0...bytes.count where end == bytes.count || bytes[end] & 0xC0 != 0x80 {
                var output: [UInt8] = []
                CharacterReferences.decode(Array(bytes[..<end]).span, into: &output)
                #expect(isValid(output))
            }
        }
    }
}
