import Model
import Testing

@testable import Deduplication

/// What is one story and what is not.
@Suite struct StoryTests {
    private static func decide(_ sheets: [Sheet], _ rules: Configuration.Dedupe = .init()) throws -> [Decision] {
        var archive = Archive()
        archive.rules = rules
        return try archive.night(fingerprints(sheets))
    }

    private static func story(_ seed: UInt64, paragraphs: Int = 6) -> [String] {
        var room = Newsroom(seed: seed)
        return room.story(paragraphs: paragraphs)
    }

    @Test("a story is known again in every dress", arguments: 0..<5 as Range<UInt64>)
    func dresses(seed: UInt64) throws {
        let story = Self.story(seed)
        var room = Newsroom(seed: seed + 100)
        let text = story.joined(separator: "\n")
        let cases: [(String, DuplicateKind)] = [
            (text, .exact), (text.uppercased(), .exact), (story.joined(separator: " "), .exact),
            (([room.sentence()] + story).joined(separator: "\n"), .near),
            ((story + [room.sentence()]).joined(separator: "\n"), .near),
            (story.prefix(3).joined(separator: "\n"), .contained),
            ((story + room.story(paragraphs: 9)).joined(separator: "\n"), .contained),
        ]
        for (other, kind) in cases {
            let decisions = try Self.decide([Sheet(text), Sheet(other)])
            #expect(decisions.map(\.kind) == [kind], "seed \(seed), \(kind)")
            #expect(decisions.first?.leader == name(0))
        }
    }

    @Test("stories that share a footer or their background stay apart", arguments: 0..<5 as Range<UInt64>)
    func sharedParts(seed: UInt64) throws {
        let shared = Self.story(seed, paragraphs: 5)
        let sheets = (0..<8).map {
            Sheet(Self.story(seed * 100 + 7 + $0, paragraphs: 3) + shared, url: "https://a.example/\($0)")
        }
        #expect(try Self.decide(sheets).isEmpty, "seed \(seed)")
    }

    /// A bulletin whose words stay and whose figures change from day to day.
    private static func bulletin(_ day: Int) -> Sheet {
        let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
        return Sheet([
            "The water of the lake stood at \(100 + day * 37 % 91) centimetres on \(days[day % 7]), the harbour office said in its bulletin for boats.",
            "The office measures the level every hour at the pier next to the old lighthouse and reports the mean of the day. Boats of some draught should keep to the marked channel while the level is low.",
            "The next bulletin is due in the evening and can be heard on the radio or read at the notice board of the harbour office, where charts of the lake and its shallows are on sale as well.",
        ])
    }

    @Test("bulletins of many days stay apart; the same day's bulletin is known again")
    func templates() throws {
        let days = (0..<60).map { Self.bulletin($0) }
        let decisions = try Self.decide(days + [Self.bulletin(17)])
        #expect(decisions.map(\.document) == [60] && decisions.first?.leader == name(17))
    }

    @Test("a corrected figure in a real story is a duplicate all the same", arguments: 0..<5 as Range<UInt64>)
    func correction(seed: UInt64) throws {
        let story = Self.story(seed)
        guard let number = story[2].split(separator: " ").first(where: { $0.allSatisfy(\.isNumber) }) else { return }
        var corrected = story
        corrected[2] = story[2].split(separator: " ").map { $0 == number ? "17" : String($0) }.joined(separator: " ")
        #expect(try Self.decide([Sheet(story), Sheet(corrected)]).map(\.kind) == [.near], "seed \(seed)")
    }

    @Test("weak links do not chain: a text that resembles a duplicate but not its leader leads itself")
    func noChains() throws {
        let parts = (0..<6).map { Self.story(40 + $0, paragraphs: 3) }
        // Each shares half of its text with the one before.
        let sheets = (0..<5).map { Sheet(parts[$0] + parts[$0 + 1]) }
        #expect(try Self.decide(sheets).isEmpty)
    }

    @Test("another text at a known address is a revision if it resembles the one before, and a story of its own if not")
    func revisions() throws {
        let story = Self.story(1)
        let second = Array(story.prefix(4)) + Self.story(2, paragraphs: 3)
        let url = "https://a.example/news/1"
        let other = Self.story(3)
        let decisions = try Self.decide([
            Sheet(story, url: url), Sheet(second, url: url), Sheet(other, url: url), Sheet(story, url: url),
            Sheet(second + [other[0]], url: url),
        ])
        #expect(decisions.map(\.document) == [1, 3, 4])
        #expect(decisions.map(\.kind) == [.revision, .exact, .revision])
        #expect(decisions.map(\.rule) == [.sameAddress, .sameText, .sameAddress])
        #expect(decisions.map(\.leader) == [name(0), name(0), name(0)])
        #expect(decisions[0].previous == name(0))
    }

    @Test("versions of one item are known by its identifier, versions of a headline by what it says")
    func identifiers() throws {
        let story = Self.story(5)
        let second = Array(story.prefix(3)) + Self.story(6, paragraphs: 3)
        let text = { (paragraphs: [String]) in paragraphs.joined(separator: "\n") }
        let byGuid = try Self.decide([
            Sheet(text(story), identifier: "tag:agency,2026:item7@1"),
            Sheet(text(second), identifier: "tag:agency,2026:item7@2"),
        ])
        #expect(byGuid.map(\.rule) == [.sameIdentifier] && byGuid[0].kind == .revision)
        let byHeadline = try Self.decide([
            Sheet(text(story), title: "Ferry sinks"),
            Sheet(text(story + [Self.story(9)[0]]), title: "UPDATE 2-Ferry sinks off coast"),
        ])
        #expect(byHeadline.map(\.kind) == [.revision])
    }

    @Test("with the newest revision wanted, each is published and names the one before")
    func newest() throws {
        var rules = Configuration.Dedupe()
        rules.revisions = .newest
        let story = Self.story(8)
        let url = "https://a.example/live"
        let decisions = try Self.decide(
            (1...3).map { Sheet(story + Self.story(UInt64(50 + $0), paragraphs: $0), url: url) }, rules)
        #expect(decisions.allSatisfy { $0.supersedes && $0.kind == .revision && $0.leader == name(0) })
        #expect(decisions.map(\.previous) == [name(0), name(1)])
    }

    @Test("the kept copy is the one that the configuration prefers", arguments: Configuration.Dedupe.Keep.allCases)
    func keep(_ keep: Configuration.Dedupe.Keep) throws {
        var rules = Configuration.Dedupe()
        rules.keep = keep
        let story = Self.story(11)
        var prints = fingerprints([
            Sheet(story), Sheet(story + [Self.story(12)[0]]), Sheet(Array(story.dropLast())), Sheet(Self.story(13)),
        ])
        prints[0].published = 300
        prints[2].published = 100
        var archive = Archive()
        archive.rules = rules
        let decisions = try archive.night(prints)
        let kept = [.firstSeen: 0, .earliest: 2, .longest: 1][keep] ?? 9
        #expect(decisions.map(\.leader) == [name(kept), name(kept)])
        #expect(decisions.map(\.document) == [0, 1, 2].filter { $0 != kept })
        // What is published stays so: a later run joins it, however early or long its own copy is.
        let longer = fingerprints([Sheet(story + Self.story(14, paragraphs: 1))], from: 4)
        #expect(try archive.night(longer).map(\.leader) == [name(kept)])
    }

    @Test("what is switched off is not looked for")
    func switches() throws {
        let story = Self.story(20)
        let sheets = [Sheet(story, url: "https://a.example/1"), Sheet(story), Sheet(Array(story.prefix(4)))]
        var rules = Configuration.Dedupe()
        rules.near = false
        #expect(try Self.decide(sheets, rules).map(\.document) == [1])
        rules.exact = false
        #expect(try Self.decide(sheets, rules).isEmpty)
        rules.near = true
        #expect(try Self.decide(sheets, rules).map(\.kind) == [.near, .contained])
    }
}
