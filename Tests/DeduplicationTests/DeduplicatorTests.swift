import Model
import TestSupport
import Testing

@testable import Deduplication

@Suite struct DeduplicatorTests {
    /// A corpus of stories and what papers make of them.
    private static func corpus(_ seed: UInt64, count: Int) -> [Sheet] {
        var room = Newsroom(seed: seed)
        var sheets: [Sheet] = []
        var stories: [[String]] = []
        let footer = [room.sentence(), room.sentence()]
        while sheets.count < count {
            guard !stories.isEmpty, room.chance(0.6) else {
                stories.append(room.story(paragraphs: 3 + sheets.count % 5))
                sheets.append(Sheet(stories[stories.count - 1] + footer, url: "https://a.example/\(sheets.count)"))
                continue
            }
            let story = room.pick(stories)
            switch room.pick([0, 1, 2, 3, 4]) {
            case 0: sheets.append(Sheet(story + footer))
            case 1: sheets.append(Sheet([room.sentence()] + story))
            case 2: sheets.append(Sheet(Array(story.dropLast()), url: "https://a.example/\(sheets.count / 2)"))
            case 3: sheets.append(Sheet(story + [room.sentence()] + footer, url: "https://a.example/1"))
            default: sheets.append(Sheet(story.joined(separator: " ")))
            }
        }
        return sheets
    }

    @Test("nights in sequence decide as one run over all, whatever the memory", arguments: 0..<4 as Range<UInt64>)
    func incremental(seed: UInt64) throws {
        let prints = fingerprints(Self.corpus(seed, count: 500))
        var whole = Archive()
        let decisions = try whole.night(prints)
        #expect(decisions.count > 150)

        var blocks = Archive()
        blocks.memory = 1
        #expect(try blocks.night(prints) == decisions, "blocks (seed \(seed))")
        #expect(blocks.tables[0].bytes == whole.tables[0].bytes, "the index depends on memory (seed \(seed))")
        #expect(blocks.articles[0].rows.bytes == whole.articles[0].rows.bytes)
        #expect(blocks.articles[0].evidence.bytes == whole.articles[0].evidence.bytes)

        var random = SplitMix(state: seed)
        var nights = Archive()
        var sequence: [Decision] = []
        var first = 0
        while first < prints.count {
            let count = min(Int.random(in: 0...150, using: &random), prints.count - first)
            nights.memory = Bool.random(using: &random) ? 1 : 1 << 24
            sequence += try nights.night(Array(prints[first..<first + count]))
            first += count
        }
        #expect(sequence == decisions, "nights (seed \(seed))")
        #expect(nights.tables.count <= 5)
    }

    @Test("how many tables stand beside each other is no matter of decisions", arguments: [4, 100])
    func manyTables(fewest: Int) throws {
        let prints = fingerprints(Self.corpus(20, count: 400))
        var whole = Archive()
        let decisions = try whole.night(prints)
        var nights = Archive()
        nights.fewestTables = fewest
        var sequence: [Decision] = []
        for first in stride(from: 0, to: prints.count, by: 20) {
            sequence += try nights.night(Array(prints[first..<min(first + 20, prints.count)]))
            #expect(nights.tables.count == min(first / 20 + 1, fewest) || nights.tables.count < fewest + 5)
        }
        #expect(sequence == decisions)
        #expect(fewest == 4 || nights.tables.count == 20)
    }

    @Test("every leader is published itself, and nothing is decided twice", arguments: 10..<12 as Range<UInt64>)
    func leadersArePublished(seed: UInt64) throws {
        var archive = Archive()
        let decisions = try archive.night(fingerprints(Self.corpus(seed, count: 200)))
        let dropped = Set(decisions.map { name($0.document) })
        #expect(dropped.count == decisions.count)
        #expect(decisions.allSatisfy { !dropped.contains($0.leader) }, "seed \(seed)")
    }

    @Test("tables are merged so that few remain and each is larger than what follows")
    func tiers() {
        var sizes: [Int] = []
        for night in 1...500 {
            let kept = Deduplicator.tablesToKeep(sizes, adding: 100)
            sizes = Array(sizes[..<kept]) + [sizes[kept...].reduce(100, +)]
            #expect(sizes.reduce(0, +) == night * 100)
            #expect(sizes.count <= 9 && zip(sizes, sizes.dropFirst()).allSatisfy { $0 > $1 })
        }
    }

    @Test("a damaged index is an error, never a trap")
    func damage() throws {
        let prints = fingerprints(Self.corpus(3, count: 12))
        var archive = Archive()
        _ = try archive.night(prints)
        let files = [archive.tables[0], archive.articles[0].rows, archive.articles[0].evidence]
        for (number, file) in files.enumerated() {
            let whole = file.bytes
            for place in stride(from: 0, to: whole.count, by: 1 + whole.count / 60) {
                file.bytes = whole
                file.bytes[place] ^= 0x55
                var copy = archive
                // Rows and evidence are read where they are needed, tables as a whole.
                if number == 0 {
                    #expect(throws: IndexError.self, "damage at \(place)") { try copy.night(prints) }
                } else if let decisions = try? copy.night(prints) {
                    #expect(decisions.count == prints.count, "damage at \(place) of file \(number)")
                }
            }
            for length in [0, 1, 50, whole.count / 2, whole.count - 1] {
                file.bytes = Array(whole.prefix(length))
                var copy = archive
                if number < 2 {
                    #expect(throws: (any Error).self, "file \(number) cut at \(length)") { try copy.night(prints) }
                } else {
                    _ = try? copy.night(prints)
                }
            }
            file.bytes = whole
        }
    }

    @Test("an index of other parameters is refused with the remedy")
    func otherParameters() throws {
        var archive = Archive()
        let prints = fingerprints([Sheet("One two three four five six.")])
        _ = try archive.night(prints)
        archive.tables[0].bytes.replaceSubrange(0..<Signature.bytes.count, with: Array("newsmill index 9: x\n".utf8))
        let error = #expect(throws: IndexError.self) { try archive.night(prints) }
        #expect(error == .otherParameters(found: "newsmill index 9: x"))
        #expect("\(error as Any)".contains("--fresh"))
    }
}
