import Model
import Store
import Testing
import Text

@testable import Mill

@Suite struct EntityCountTests {
    /// Reports with names, dates in several months, and some copies of each other.
    private static func reports(_ range: Range<Int>) -> [String] {
        range.map { number in
            let mayor = ["Anna Whitfield", "Robert Langley", "Maria Costello"][number % 3]
            let town = ["Baghdad", "Manchester", "Toronto"][number % 3]
            let street = number % 17
            let text =
                "\(mayor), the mayor of \(town), met delegates from the United States and Germany at hall \(street) on day "
                + "\(number). \(mayor.split(separator: " ")[1]) said that \(number * 7) trees would be planted near gate "
                + "\(number % 29), and that Siemens would pay for \(number % 31) of them in the district."
            return #"{"id":"\#(number)","date":"2026-0\#(1 + number % 7)-1\#(number % 9)","text":"\#(text)"}"#
        }
    }

    private func rows(_ workspace: Workspace) throws -> [String] {
        let output = workspace.configuration.output
        var rows: [String] = []
        for name in Disk.names(in: output + "/entities") {
            try ShardReader("\(output)/entities/\(name)").forEachLine {
                rows.append(String(decoding: $0, as: UTF8.self))
            }
        }
        return rows
    }

    @Test("the counts are the same for one run and for four nights, and add up to what the articles say")
    func nights() throws {
        let whole = try Workspace()
        let nights = try Workspace()
        for part in 0..<4 {
            let lines = Self.reports(part * 60..<part * 60 + 60)
            try whole.write("\(part).jsonl", lines)
            try nights.write("\(part).jsonl", lines)
            try nights.run()
            #expect(try Verification(nights.configuration.output, depth: .lines).problems.isEmpty)
        }
        try whole.run()
        let rows = try rows(whole)
        #expect(try self.rows(nights) == rows)
        #expect(Disk.names(in: nights.configuration.output + "/entities").allSatisfy { $0.hasPrefix("run-000004-") })

        var expected: [String: (documents: Int, mentions: Int)] = [:]
        for line in try whole.lines(.articles) {
            var seen: Set<String> = []
            for entity in try JSONValue(parsing: Array(line.utf8))["entities"]?.elements ?? [] {
                guard let id = entity["id"]?.string else { continue }
                if seen.insert(id).inserted { expected[id, default: (0, 0)].documents += 1 }
                expected[id, default: (0, 0)].mentions += entity["mentions"]?.count ?? 0
            }
        }
        #expect(rows.count == expected.count)
        for row in rows {
            let value = try JSONValue(parsing: Array(row.utf8))
            let counts = try #require(expected[value["id"]?.string ?? ""])
            #expect(value["documents"]?.integer == counts.documents && value["mentions"]?.integer == counts.mentions)
        }
        let america = rows.first { $0.contains(#""type":"LOC","country":"US""#) }
        #expect(america?.contains(#""months":[{"month":"2026-01""#) == true)
    }

    @Test("with entities off there is nothing to count")
    func off() throws {
        let workspace = try Workspace()
        workspace.configuration.entities.enabled = false
        try workspace.write("a.jsonl", Self.reports(0..<5))
        try workspace.run()
        #expect(!Disk.exists(workspace.configuration.output + "/entities"))
        #expect(try Verification(workspace.configuration.output, depth: .lines).problems.isEmpty)
    }
}
