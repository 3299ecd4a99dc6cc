import Model
import Store
import Testing
import Text

@testable import Mill

/// Near-duplicates on their way through the whole program.
@Suite struct ClusterTests {
    private static let words = """
        harbour council ferry winter bridge market river school night engine valley captain letter garden summer tunnel \
        island doctor museum forest window copper branch orchard lantern kettle meadow anchor barrel canvas
        """.split(separator: " ").map(String.init)

    /// Paragraphs of made-up news, always the same for a seed.
    static func story(_ seed: Int, paragraphs: Int = 5) -> [String] {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        func next(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        return (0..<paragraphs).map { _ in
            (0..<3).map { _ in
                let sentence = (0..<14).map { $0 == 6 ? String(next(900) + 2) : words[next(words.count)] }
                return "The " + sentence.joined(separator: " ") + "."
            }.joined(separator: " ")
        }
    }

    static func line(_ id: Int, _ paragraphs: [String], url: String? = nil) -> String {
        let text = paragraphs.joined(separator: "\\n\\n")
        return #"{"id":"d\#(id)","url":"\#(url ?? "https://a.example/\(id)")","text":"\#(text)"}"#
    }

    static var lines: [String] {
        let footer = [story(999)[0]]
        return (0..<60).map { number in
            let story = story(number / 3)
            let paragraphs = [story + footer, Array(story.prefix(3)), [Self.story(500 + number)[0]] + story][number % 3]
            return line(number, paragraphs)
        }
    }

    @Test("near-duplicates, parts and revisions are told with their leader, likeness and rule")
    func kinds() throws {
        let story = Self.story(1)
        let workspace = try Workspace()
        try workspace.write(
            "a.jsonl",
            [
                Self.line(0, story), Self.line(1, story + [Self.story(2)[0]]), Self.line(2, Array(story.prefix(2))),
                Self.line(3, Self.story(3)),
                Self.line(4, Array(story.prefix(3)) + Self.story(4), url: "https://a.example/0"),
                Self.line(5, Self.story(5), url: "https://a.example/0"),
            ])
        try workspace.run()
        let articles = try workspace.lines(.articles).map { try JSONValue(parsing: Array($0.utf8)) }
        let duplicates = try workspace.lines(.duplicates).map { try JSONValue(parsing: Array($0.utf8)) }
        #expect(articles.map { $0["source"]?["record_id"]?.string } == ["d0", "d3", "d5"])
        #expect(duplicates.map { $0["kind"]?.string } == ["near", "contained", "revision"])
        #expect(duplicates.map { $0["rule"]?.string } == ["similarity", "containment", "same_address"])
        let leader = articles[0]["id"]?.string
        #expect(duplicates.allSatisfy { $0["duplicate_of"]?.string == leader && $0["cluster"]?.string == leader })
        #expect(duplicates.map { $0["revises"]?.string } == [nil, nil, leader])
        #expect(duplicates[1]["containment"]?.double ?? 0 > 0.9)
    }

    @Test("the bytes depend neither on workers nor on memory, and nights decide as one run")
    func determinism() throws {
        let lines = Self.lines
        var expected: [String: [UInt8]]?
        for (workers, memory) in [(1, 64 << 20), (2, 512 << 20), (4, 64 << 20)] {
            let workspace = try Workspace()
            workspace.configuration.workers = workers
            workspace.configuration.resources.memory = memory
            workspace.configuration.limits.maxRecordBytes = 1 << 20
            try workspace.write("a.jsonl", lines)
            try inside(workspace) { try workspace.run() }
            let bytes = try workspace.published()
            if let expected { #expect(bytes == expected, "\(workers) workers") } else { expected = bytes }
        }
        let whole = try Workspace()
        let nights = try Workspace()
        for night in 0..<5 {
            let name = "\(night).jsonl"
            let part = Array(lines[night * 12..<night * 12 + 12])
            try whole.write(name, part)
            try nights.write(name, part)
            try inside(nights) { try nights.run() }
        }
        try inside(whole) { try whole.run() }
        #expect(try nights.lines(.articles) == whole.lines(.articles))
        #expect(try nights.lines(.duplicates) == whole.lines(.duplicates))
        #expect(try nights.lines(.duplicates).count >= 35)
        #expect(try Verification(nights.configuration.output, depth: .lines).problems.isEmpty)
    }

    @Test("the bytes do not depend on the order in which files were made, named or listed")
    func listingOrder() throws {
        let lines = Self.lines
        var expected: [String: [UInt8]]?
        for order in [[0, 1, 2, 3, 4], [4, 3, 2, 1, 0], [2, 0, 4, 1, 3], [1, 3, 0, 4, 2]] {
            let workspace = try Workspace()
            for file in order { try workspace.write("\(file).jsonl", Array(lines[file * 12..<file * 12 + 12])) }
            try inside(workspace) {
                let directory = workspace.configuration.inputs[0]
                if expected != nil { workspace.configuration.inputs = order.map { "\(directory)/\($0).jsonl" } }
                try workspace.run()
            }
            let bytes = try workspace.published()
            if let expected { #expect(bytes == expected, "order \(order)") } else { expected = bytes }
        }
    }

    @Test("the newest revision is published with what it supersedes, if so configured")
    func newest() throws {
        let story = Self.story(7)
        let workspace = try Workspace()
        workspace.configuration.dedupe.revisions = .newest
        for version in 1...3 {
            try workspace.write(
                "\(version).jsonl", [Self.line(0, story + [Self.story(70 + version)[0]], url: "https://a.example/live")]
            )
            try workspace.run()
        }
        let articles = try workspace.lines(.articles).map { try JSONValue(parsing: Array($0.utf8)) }
        let ids = articles.map { $0["id"]?.string }
        #expect(articles.map { $0["supersedes"]?.string } == [nil, ids[0], ids[1]])
        #expect(articles.allSatisfy { $0["cluster"]?.string == ids[0] && $0["duplicate_of"] == nil })
        #expect(try workspace.lines(.duplicates).isEmpty)
    }

    @Test("a record's cluster is shown with the copy that was kept")
    func explanation() throws {
        let workspace = try Workspace()
        try workspace.write("a.jsonl", Self.lines)
        try workspace.run()
        let duplicate = try JSONValue(parsing: Array(#require(try workspace.lines(.duplicates).first).utf8))
        let id = try #require(duplicate["id"]?.string.flatMap { RecordID($0) })
        let explanation = try #require(try ClusterExplanation(of: id, in: workspace.configuration.output))
        #expect(explanation.members.count == 3 && explanation.members.filter(\.isPublished).count == 1)
        let member = explanation.members[try #require(explanation.wanted.first)]
        #expect(explanation.kept(for: member)?.id == duplicate["duplicate_of"]?.string)
        let nobody = try ClusterExplanation(of: RecordID(high: 1, low: 2), in: workspace.configuration.output)
        #expect(nobody == nil)
    }

    @Test(
        "words are compared as they stand",
        arguments: [
            ("a b c", "a b c", [.same("a b c")]),
            ("a b c", "a x c", [.same("a"), .removed("b"), .added("x"), .same("c")]),
            ("", "a", [.added("a")]), ("a\nb", "a", [.same("a"), .removed("\n b")]), ("", "", []),
        ] as [(String, String, [WordDifference.Part])])
    func difference(old: String, new: String, parts: [WordDifference.Part]) {
        #expect(WordDifference(from: old, to: new).parts == parts)
    }

    @Test("of texts that differ at length what they share at both ends is found, and the rest is not searched")
    func longDifference() {
        let (old, new) = ((0..<2500).map { "a\($0)" }, (0..<2500).map { "b\($0)" })
        let difference = WordDifference(
            from: (["head"] + old + ["tail"]).joined(separator: " "),
            to: (["head"] + new + ["tail"]).joined(separator: " "))
        #expect(
            difference.parts == [
                .same("head"), .removed(old.joined(separator: " ")), .added(new.joined(separator: " ")), .same("tail"),
            ])
    }
}
