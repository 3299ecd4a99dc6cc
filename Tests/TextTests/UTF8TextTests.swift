import TestSupport
import Testing

@testable import Text

/// `Span` cannot be an operand of `#expect`.
func isValid(_ bytes: [UInt8]) -> Bool { UTF8Text.isValid(bytes.span) }

@Suite struct UTF8TextTests {
    @Test(
        "well-formed text is valid and stays as it is",
        arguments: [
            "", "a", "plain ASCII that is longer than thirty-two bytes, so that both fast paths are taken",
            "é", "€", "𝄞", "\u{0}\u{7F}\u{80}\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}", "Ελληνικά και ελληνικά",
            "\u{D7FF}\u{E000}", "日本語のニュース記事 mixed with English words and 8 bytes",
        ])
    func valid(text: String) {
        var bytes = Array(text.utf8)
        #expect(isValid(bytes))
        let invalid = UTF8Text.firstInvalid(bytes.span)
        #expect(invalid == nil)
        #expect(UTF8Text.repair(&bytes) == 0)
        #expect(bytes == Array(text.utf8))
        let scalars = UTF8Text.scalarCount(bytes.span)
        #expect(scalars == text.unicodeScalars.count)
    }

    @Test(
        "ill-formed bytes are replaced by maximal subparts",
        arguments: [
            ([0x80], 1), ([0xFF, 0xFE], 2), ([0xC0, 0xAF], 2), ([0xC1, 0x80], 2), ([0xE0, 0x80, 0x80], 3),
            ([0xED, 0xA0, 0x80], 3), ([0xF0, 0x80, 0x80, 0x80], 4), ([0xF4, 0x90, 0x80, 0x80], 4), ([0xF5, 0x80], 2),
            ([0xE2, 0x82], 1), ([0xF0, 0x9D, 0x84], 1), ([0xF0, 0x9D], 1), ([0xC3], 1), ([0xE2, 0x41], 1),
            ([0xF0, 0x9D, 0x84, 0x41], 1), ([0xE2, 0x82, 0xE2, 0x82, 0xAC], 1), ([0xC3, 0xC3, 0xA9], 1),
        ] as [([UInt8], Int)])
    func repair(bytes: [UInt8], replaced: Int) {
        for prefix in ["", "seven..", String(repeating: "x", count: 41)] {
            var framed = Array(prefix.utf8) + bytes + Array(" end".utf8)
            let expected = String(decoding: framed, as: UTF8.self)
            #expect(!isValid(framed))
            let position = UTF8Text.firstInvalid(framed.span)
            #expect(position.map { $0 >= prefix.utf8.count } == true)
            #expect(UTF8Text.repair(&framed) == replaced)
            #expect(framed == Array(expected.utf8))
            #expect(isValid(framed))
        }
    }

    @Test("agrees with the standard library on random bytes", arguments: 0..<20)
    func random(seed: UInt64) {
        var random = SplitMix(state: seed)
        let pieces: [[UInt8]] = [
            [0x41], [0xC3, 0xA9], [0xE2, 0x82, 0xAC], [0xF0, 0x9D, 0x84, 0x9E], [0xED, 0xA0, 0x80],
        ]
        for _ in 0..<200 {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 0..<30, using: &random) {
                switch UInt8.random(in: 0..<8, using: &random) {
                case 0: bytes.append(.random(in: 0...255, using: &random))
                case 1: bytes += [UInt8](repeating: 0x20, count: 17)
                default: bytes += pieces[Int.random(in: 0..<pieces.count, using: &random)]
                }
            }
            let expected = String(decoding: bytes, as: UTF8.self)
            let isWellFormed = String(validating: bytes, as: UTF8.self) != nil
            #expect(isValid(bytes) == isWellFormed)
            #expect((UTF8Text.repair(&bytes) == 0) == isWellFormed)
            #expect(bytes == Array(expected.utf8), "seed \(seed)")
            let scalars = UTF8Text.scalarCount(bytes.span)
            #expect(scalars == expected.unicodeScalars.count)
        }
    }

    @Test("scalars of long texts are counted", arguments: ["a", "é", "東", "😀", "aé東😀"])
    func longTexts(piece: String) {
        for count in [15, 16, 17, 2039, 2040, 2041, 4080, 4081, 50_000] {
            let text = String(repeating: piece, count: count)
            let scalars = UTF8Text.scalarCount(Array(text.utf8).span)
            #expect(scalars == text.unicodeScalars.count, "\(count) times")
        }
    }

    @Test("every scalar is encoded and decoded alike")
    func scalars() {
        var bytes: [UInt8] = []
        for value in stride(from: UInt32(0), through: 0x11_0010, by: 61) {
            bytes.removeAll(keepingCapacity: true)
            UTF8Text.append(value, to: &bytes)
            let expected = Unicode.Scalar(value) ?? "\u{FFFD}"
            #expect(bytes.elementsEqual(String(expected).utf8))
            let decoded = UTF8Text.decode(bytes.span, at: 0)
            #expect(decoded.scalar == expected.value && decoded.length == bytes.count)
        }
    }

    @Test("decoding cut sequences stays inside")
    func cut() {
        for bytes: [UInt8] in [[0xC3], [0xE2, 0x82], [0xF0, 0x9D, 0x84], [0xFF], [0x80]] {
            let decoded = UTF8Text.decode(bytes.span, at: 0)
            #expect(decoded.scalar == 0xFFFD && decoded.length == 1)
        }
    }
}
