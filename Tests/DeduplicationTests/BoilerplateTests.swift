import Model
import TestSupport
import Testing

@testable import Deduplication

/// What counts as a site's boilerplate, and what is cut of it.
@Suite struct BoilerplateTests {
    private static let footer: [String] = {
        var room = Newsroom(seed: 4711)
        return [room.sentence(), room.sentence()]
    }()

    private static func story(_ seed: Int, paragraphs: Int = 4) -> [String] {
        var room = Newsroom(seed: UInt64(seed))
        return room.story(paragraphs: paragraphs)
    }

    /// A story over the footer of its site.
    private static func page(_ seed: Int, site: String = "a.example") -> Sheet {
        Sheet(story(seed) + footer, url: "https://\(site)/\(seed)")
    }

    private static func archive() -> Archive {
        var archive = Archive()
        archive.rules.cutBoilerplate = true
        return archive
    }

    private static func numbers(_ cut: BoilerplateCut) -> [Int] { (0..<200).filter(cut.paragraphs.contains) }

    @Test(
        "the square root of a site's stories, eight at least, makes boilerplate",
        arguments: [
            (7, 7, false), (8, 8, true), (8, 64, true), (8, 65, false), (99, 9_801, true), (99, 9_802, false),
            (100, 10_000, true), (1 << 40, 1 << 40, true),
        ] as [(UInt64, UInt64, Bool)])
    func threshold(stories: UInt64, siteStories: UInt64, isBoilerplate: Bool) {
        #expect(Boilerplate.has(stories, of: siteStories) == isBoilerplate)
    }

    @Test("a footer goes from all records of the run that taught it, those before it and copies among them")
    func footerOfARun() throws {
        var archive = Self.archive()
        let sheets = (0..<8).map { Self.page($0) } + [Self.page(3)]
        let decisions = try archive.night(fingerprints(sheets))
        #expect(decisions.map(\.document) == [8])
        #expect(archive.cuts.map(\.document) == Array(0...8))
        #expect(archive.cuts.allSatisfy { Self.numbers($0) == [4, 5] })
        #expect(archive.boilerplate.records == 9 && archive.boilerplate.paragraphs == 18)
        #expect(archive.boilerplate.learned == 2 && archive.boilerplate.published == 0)
    }

    @Test("seven stories of a site teach nothing, nor do eight of as many sites")
    func fewStories() throws {
        for site in [{ _ in "a.example" }, { "s\($0).example" }] as [(Int) -> String] {
            var archive = Self.archive()
            _ = try archive.night(fingerprints((0..<7).map { Self.page($0, site: site($0)) }))
            #expect(archive.cuts.isEmpty)
        }
    }

    @Test("a story that stands fifty times in a batch, whole, cut and lengthened, is one story")
    func copies() throws {
        var archive = Self.archive()
        let story = Self.story(1, paragraphs: 6)
        let sheets = (0..<50).map { copy in
            let text = [story, Array(story.dropLast()), story + [Self.story(900 + copy)[0]]][copy % 3]
            return Sheet(text, url: "https://a.example/\(copy)")
        }
        let decisions = try archive.night(fingerprints(sheets))
        #expect(decisions.count == 49)
        #expect(archive.cuts.isEmpty)
    }

    @Test("the first two paragraphs stay, whatever they are")
    func beginnings() throws {
        var archive = Self.archive()
        let sheets = (0..<12).map { Sheet(Self.footer + Self.footer.map { $0 + " Again." } + Self.story($0)) }
        _ = try archive.night(fingerprints(sheets))
        #expect(archive.cuts.count == 12 && archive.cuts.allSatisfy { Self.numbers($0) == [2, 3] })
    }

    @Test("what would leave next to nothing is left as it is")
    func remainder() throws {
        var archive = Self.archive()
        // A sentence has twelve words or more, and shingles run on into the next paragraph.
        let notices = (20..<30).map { Sheet(["Photographs.", "Taken at place \($0)."] + Self.footer) }
        _ = try archive.night(fingerprints((0..<10).map { Sheet(Self.story($0) + Self.footer) } + notices))
        #expect(archive.cuts.map(\.document) == Array(0..<10))
    }

    @Test("the background of an affair stays in the archive of a large site")
    func background() throws {
        var archive = Self.archive()
        let affair = [Self.story(77)[0], Self.story(78)[0]]
        let sheets = (0..<150).map { number in
            Sheet(Self.story(1000 + number, paragraphs: 3) + (number < 12 ? affair : []) + Self.footer)
        }
        _ = try archive.night(fingerprints(sheets))
        #expect(archive.cuts.count == 150)
        #expect(archive.cuts.prefix(12).allSatisfy { Self.numbers($0) == [5, 6] })
        #expect(archive.cuts.dropFirst(12).allSatisfy { Self.numbers($0) == [3, 4] })
    }

    @Test("nights add up: what a later one learns is counted for the earlier ones and stays known")
    func nights() throws {
        var archive = Self.archive()
        _ = try archive.night(fingerprints((0..<5).map { Self.page($0) }))
        #expect(archive.cuts.isEmpty)
        _ = try archive.night(fingerprints((5..<9).map { Self.page($0) }, from: 5))
        #expect(archive.cuts.map(\.document) == [5, 6, 7, 8])
        #expect(archive.boilerplate.learned == 2 && archive.boilerplate.published == 10)
        _ = try archive.night(fingerprints([Self.page(9), Self.page(0)], from: 9))
        #expect(archive.cuts.map(\.document) == [9, 10], "a copy loses what an article would")
        #expect(archive.boilerplate.learned == 0 && archive.boilerplate.published == 0)
    }

    @Test(
        "neither memory nor what came in the night before changes what one run cuts, or the decisions about duplicates")
    func blocks() throws {
        var room = Newsroom(seed: 5)
        let sheets = (0..<400).map { number in
            room.chance(0.3) ? Self.page(number / 4, site: "b.example") : Self.page(number)
        }
        let prints = fingerprints(sheets)
        var whole = Self.archive()
        let decisions = try whole.night(prints)
        var blocks = Self.archive()
        blocks.memory = 1
        #expect(try blocks.night(prints) == decisions)
        #expect(blocks.cuts == whole.cuts && blocks.boilerplate == whole.boilerplate)
        #expect(whole.cuts.count > 300)
        var off = Archive()
        #expect(try off.night(prints) == decisions)
        #expect(off.cuts.isEmpty)
        #expect(off.tables[0].bytes == whole.tables[0].bytes)
    }

    @Test("without near-duplicates copies would count as stories, so nothing is cut")
    func withoutNear() throws {
        var archive = Self.archive()
        archive.rules.near = false
        _ = try archive.night(fingerprints((0..<20).map { Self.page($0) }))
        #expect(archive.cuts.isEmpty)
    }
}

@Suite struct ParagraphCutterTests {
    private static func cut(_ numbers: [Int], _ text: String) -> String {
        var paragraphs = ParagraphSet()
        for number in numbers { paragraphs.insert(number) }
        return String(decoding: ParagraphCutter.cut(paragraphs, from: Array(text.utf8)), as: UTF8.self)
    }

    @Test(
        "paragraphs go with their line ends; lines without letters are not counted and stay",
        arguments: [
            ([], "", ""), ([0], "", ""), ([], "one\ntwo", "one\ntwo"), ([1], "one\ntwo", "one"),
            ([0], "one\ntwo", "two"), ([0, 1], "one\ntwo", ""), ([1], "one\n* * *\ntwo\nthree", "one\n* * *\nthree"),
            ([2], "eins\nzwei\n„drei“\nvier", "eins\nzwei\nvier"), ([9], "one\ntwo", "one\ntwo"),
            ([1], "一\n—\n二\n三", "一\n—\n三"),
        ] as [([Int], String, String)])
    func lines(numbers: [Int], text: String, expected: String) {
        #expect(Self.cut(numbers, text) == expected)
    }

    @Test("paragraphs are numbered as the fingerprint numbers them", arguments: 0..<100 as Range<UInt64>)
    func numbering(seed: UInt64) {
        var random = SplitMix(state: seed)
        let pieces = [
            "a", "Z9", "\n", "\n", "-", " ", "\u{AD}", "\u{2019}", "’", "é", "中", "\u{FEFF}", "1.5", "…", "'",
        ]
        let text = (0..<60).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
        var tokens = Tokens()
        tokens.read(Array(text.utf8).span)
        let starts = tokens.paragraphs.count
        let words = tokens.hashes.count
        for number in 0..<starts {
            let rest = Self.cut([number], text)
            tokens.read(Array(rest.utf8).span)
            #expect(tokens.paragraphs.count == starts - 1, "paragraph \(number), seed \(seed)")
            #expect(tokens.hashes.count < words)
        }
    }
}
