import Glibc
import Mill
import Model
import Store
import TestSupport
import Testing
import Text

@testable import Report

/// Two nights of a small and partly hostile archive.
private final class Archive {
    private let directory: TemporaryDirectory
    let path: String
    var configuration = Configuration()
    /// What each run counted while it published.
    private(set) var counted: [FactCounter?] = []

    init() throws {
        directory = try TemporaryDirectory()
        path = directory.path
        try Disk.makeDirectory(path + "/in")
        configuration.inputs = [path + "/in"]
        configuration.output = path + "/out"
        for night in 1...2 {
            try write("\(night).jsonl", Self.records(night * 100..<night * 100 + 60) + ["{broken <b>", "[1]"])
            let run = try Run(configuration, fresh: false, progress: Progress(), stop: StopSignal())
            _ = try run.perform { _ in }
            counted.append(run.counted(run: night))
        }
    }

    private func write(_ name: String, _ lines: [String]) throws {
        try Disk.replace("\(path)/in/\(name)", with: Array(lines.map { $0 + "\n" }.joined().utf8))
    }

    /// Every fifth repeats the one before with a changed word.
    private static func records(_ range: Range<Int>) -> [String] {
        range.map { number in
            let story = number % 5 == 4 ? number - 1 : number
            let text =
                "The council of \(["London", "Paris", "Baghdad"][story % 3]) agreed in session \(story) to lend the theatre on "
                + "quay \(story % 41) forty\(story) lamps and \(story * 3) chairs for a play by Anna Whitfield, who thanked "
                + "\(number % 5 == 4 ? "everyone" : "everybody") and left by the ferry at gate \(story % 19)."
            let title = #"Lamps &lt;script&gt;alert(\#(story))&lt;/script&gt; & \u202e\"chairs\""#
            return #"{"id":"\#(number)","title":"\#(title)","site":"Site <\#(story % 4)>","#
                + #""date":"2026-0\#(1 + story % 8)-1\#(story % 9)","text":"\#(text)"}"#
        }
    }

    func page(runs: String?, counted: FactCounter? = nil) throws -> String {
        let scope = try ReportScope(output: configuration.output, runs: runs)
        return String(decoding: try ReportPage(scope, counted: counted).html, as: UTF8.self)
    }
}

@Suite struct ReportPageTests {
    /// The number in the element with an id.
    private func number(_ id: String, in page: String) throws -> Int {
        let mark = "id=\"\(id)\">"
        let start = try #require(page.firstRange(of: mark)).upperBound
        return try #require(Int(page[start...].prefix { $0 != "<" }.filter { $0 != "," }))
    }

    /// Numbers of the rows of a table with bars, by their labels.
    private func rows(_ section: String, _ caption: String, in page: String) throws -> [(label: String, number: Int)] {
        let part = page[try #require(page.firstRange(of: "<section id=\"\(section)\">")).upperBound...]
        let table = part[try #require(part.firstRange(of: "<caption>\(caption)</caption>")).upperBound...]
        let body = table[..<(try #require(table.firstRange(of: "</table>"))).lowerBound]
        return body.split(separator: "<tr").dropFirst(2).map { row in
            func text(after mark: String) -> String {
                guard let start = row.firstRange(of: mark) else { return "" }
                let cell = row[start.upperBound...].prefix { $0 != "\u{0}" }
                let end = cell.firstRange(of: "</t")?.lowerBound ?? cell.endIndex
                return cell[..<end].split(separator: "<bdi>").joined().split(separator: "</bdi>").joined()
            }
            return (text(after: "scope=\"row\">"), Int(text(after: "class=\"number\">").filter { $0 != "," }) ?? -1)
        }
    }

    @Test("what a run counts while it publishes is what its shards hold", arguments: 1...2)
    func counted(run: Int) throws {
        let archive = try Archive()
        let counter = try #require(archive.counted[run - 1])
        let page = try archive.page(runs: "\(run)", counted: counter)
        #expect(page == (try archive.page(runs: "\(run)")))
        // Names, duplicates with their differences, rejects: everything has something to show.
        for part in ["<section id=\"names\">", "How one of them differs", "1.jsonl#60"] where run == 1 {
            #expect(page.contains(part), "\(part)")
        }
    }

    @Test("the slowest inputs come first, added up over the runs")
    func slowestInputs() throws {
        let archive = try Archive()
        for (run, seconds) in [(1, (2.5, 1.0)), (2, (0.25, 3.0))] {
            let json =
                #"{"run":\#(run),"slowest_inputs":[{"file":"a&b.gz","busy_seconds":\#(seconds.0)},"#
                + #"{"file":"\#(archive.path)/in/1.jsonl","busy_seconds":\#(seconds.1)}]}"#
            let directory = "\(archive.configuration.output)/runs/run-00000\(run)"
            try Disk.makeDirectory(directory)
            try Disk.replace(directory + "/run.json", with: Array(json.utf8))
        }
        func section(_ page: String) throws -> Substring {
            let rest = page[try #require(page.firstRange(of: "<section id=\"slowest\">")).upperBound...]
            return rest[..<(try #require(rest.firstRange(of: "</section>"))).lowerBound]
        }
        #expect(try section(archive.page(runs: "1")).contains("<td><bdi>2.5</bdi></td>"))
        // Both runs: 2.8 seconds for the one, 4.0 for the other and its 62 records.
        let part = try section(archive.page(runs: nil))
        for cell in ["2.8", "4.0", "62", "16"] { #expect(part.contains("<td><bdi>\(cell)</bdi></td>"), "\(cell)") }
        let first = try #require(part.firstRange(of: "1.jsonl")).lowerBound
        #expect(first < (try #require(part.firstRange(of: "a&amp;b.gz")).lowerBound))
    }

    @Test("every number is the manifest's", arguments: [nil, "1", "2", "1-2"] as [String?])
    func totals(runs: String?) throws {
        let archive = try Archive()
        let page = try archive.page(runs: runs)
        let manifest = try JSONValue(parsing: Disk.read(archive.configuration.output + "/manifest.json"))
        let wanted = runs == "1" ? [1] : runs == "2" ? [2] : [1, 2]
        func total(_ key: String) -> Int {
            (manifest["runs"]?.elements ?? []).filter { wanted.contains($0["run"]?.integer ?? 0) }
                .reduce(0) { $0 + ($1["totals"]?[key]?.integer ?? 0) }
        }
        for key in ["records", "articles", "duplicates", "rejects"] {
            #expect(try number("total-\(key)", in: page) == total(key), "\(key)")
        }
        #expect(total("duplicates") > 0 && total("rejects") == 2 * wanted.count)
        let funnel = try rows("funnel", "", in: page)
        func sum(_ labels: Set<String>) -> Int { funnel.reduce(0) { $0 + (labels.contains($1.label) ? $1.number : 0) } }
        #expect(sum(["Records read"]) == total("records") && sum(["Articles published"]) == total("articles"))
        #expect(sum(Set(DuplicateKind.allCases.map(\.rawValue))) == total("duplicates"))
        #expect(sum(Set(Reject.Reason.allCases.map { Wording.plain($0.rawValue) })) == total("rejects"))
        for (section, caption) in [
            ("articles", "Sites"), ("articles", "Languages"), ("articles", "Length in characters"),
        ] {
            #expect(
                try rows(section, caption, in: page).reduce(0) { $0 + $1.number } == total("articles"), "\(caption)")
        }
    }

    @Test("names are those of entities/, with the same counts")
    func names() throws {
        let archive = try Archive()
        let page = try archive.page(runs: nil)
        var found = 0
        for name in Disk.names(in: archive.configuration.output + "/entities") {
            try ShardReader("\(archive.configuration.output)/entities/\(name)").forEachLine { line in
                let row = try JSONValue(parsing: line)
                guard let start = page.firstRange(of: "id=\"name-\(row["id"]?.string ?? "")\"") else { return }
                let cells = page[start.upperBound...].prefix { $0 != "\n" }
                let end = try #require(cells.firstRange(of: "</tr>"))
                #expect(cells[..<end.lowerBound].hasSuffix("<td>\(row["documents"]?.integer ?? 0)</td>"))
                found += 1
            }
        }
        #expect(found >= 4)
        // One run's names are counted from its articles.
        #expect(try archive.page(runs: "2").contains("London"))
    }

    @Test("titles and sites stay text, and nothing is loaded from anywhere")
    func hostile() throws {
        let archive = try Archive()
        let page = try archive.page(runs: nil)
        #expect(!page.contains("<script") && !page.contains("<0>"))
        #expect(page.contains("&lt;script&gt;") && page.contains("Site &lt;0&gt;"))
        for mark in ["http://", "https://", "src=", "url(", "@import"] { #expect(!page.contains(mark), "\(mark)") }
        #expect(page.contains("<del>") && page.contains("everybody"))
    }

    @Test("the same output gives the same page")
    func deterministic() throws {
        let archive = try Archive()
        #expect(try archive.page(runs: nil) == archive.page(runs: nil))
        let scope = try ReportScope(output: archive.configuration.output, runs: "2")
        let path = try ReportPage(scope).write()
        #expect(path.hasSuffix("/runs/run-000002/report.html") && Disk.exists(path))
    }

    @Test("runs that cannot be read are told from runs that are not there", arguments: ["2-9x", "5-4", "-1", "1-2-3"])
    func malformed(runs: String) throws {
        let archive = try Archive()
        #expect(throws: ReportScope.MalformedRuns.self) {
            try ReportScope(output: archive.configuration.output, runs: runs)
        }
    }

    @Test("runs that are not there are named", arguments: ["3", "0", "1,7"])
    func missing(runs: String) throws {
        let archive = try Archive()
        #expect(throws: ReportScope.NoSuchRun.self) {
            try ReportScope(output: archive.configuration.output, runs: runs)
        }
    }
}
