import Model
import TestSupport
import Testing
import Text

@testable import Intake

/// Whatever the bytes are, a record ends as a draft with valid text or as a reject.
@Suite struct MarkupHostileTests {
    private static let formats: [Format] = [.reuters, .trec, .gigaword, .nitf, .newsml, .rcv1, .mediawiki, .rss]

    private func check(_ bytes: [UInt8], _ format: Format) {
        switch MarkupFixture.parse(bytes, format) {
        case .reject(let reject):
            #expect(reject.bytes == bytes.count)
        case .draft(let draft):
            #expect(UTF8Text.firstInvalid(of: draft.article.text) == nil)
            switch draft.body {
            case .text: #expect(!draft.article.text.isEmpty)
            case .page(let html), .fragment(let html): #expect(UTF8Text.firstInvalid(of: html) == nil)
            }
        }
    }

    @Test("every fixture is read", arguments: MarkupFixture.all.indices)
    func whole(index: Int) {
        let fixture = MarkupFixture.all[index]
        #expect(MarkupFixture.article(fixture.text, fixture.format) != nil)
    }

    @Test("every fixture cut everywhere", arguments: MarkupFixture.all.indices)
    func prefixes(index: Int) {
        let bytes = Array(MarkupFixture.all[index].text.utf8)
        // Every third cut and all those around tags, which is where parsers trip.
        for end in 0...bytes.count
        where end % 3 == 0 || bytes[max(0, end - 2)..<min(bytes.count, end + 1)].contains(where: "<>&\"".utf8.contains)
        {
            check(Array(bytes[..<end]), MarkupFixture.all[index].format)
        }
    }

    @Test("every fixture with bytes changed, lost and doubled", arguments: 0..<20)
    func mutations(seed: UInt64) {
        var random = SplitMix(state: seed)
        for fixture in MarkupFixture.all {
            var bytes = Array(fixture.text.utf8)
            for _ in 0..<6 {
                let at = Int.random(in: 0..<bytes.count, using: &random)
                switch UInt8.random(in: 0..<4, using: &random) {
                case 0: bytes[at] = .random(in: 0...255, using: &random)
                case 1: bytes.remove(at: at)
                case 2: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + 40)], at: at)
                default: bytes[at] = Array("<>&\"'/=[]{}|".utf8)[Int.random(in: 0..<12, using: &random)]
                }
            }
            check(bytes, fixture.format)
        }
    }

    @Test("random bytes as every format", arguments: 0..<10)
    func noise(seed: UInt64) {
        var random = SplitMix(state: seed)
        for format in Self.formats {
            check((0..<500).map { _ in .random(in: 0...255, using: &random) }, format)
            check([], format)
        }
    }

    @Test("the same record gives the same result", arguments: MarkupFixture.all.indices)
    func determinism(index: Int) {
        let fixture = MarkupFixture.all[index]
        #expect(
            MarkupFixture.article(fixture.text, fixture.format) == MarkupFixture.article(fixture.text, fixture.format))
    }

    @Test("huge, deep and repeated markup ends in time", .timeLimit(.minutes(1)), arguments: formats)
    func size(format: Format) {
        for piece in [
            "<doc><text>", "<p>", "<p>x</p>\n", "<item>", "&#5;", "&", "<newsItem guid='1'>", "<a b='", " \n",
            "<d>&lt;p&gt;",
        ] {
            check(Array(String(repeating: piece, count: 20_000 / piece.utf8.count).utf8), format)
        }
    }
}

extension UTF8Text {
    fileprivate static func firstInvalid(of bytes: [UInt8]) -> Int? { firstInvalid(bytes.span) }
}
