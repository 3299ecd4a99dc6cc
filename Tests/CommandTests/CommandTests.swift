import Glibc
import Store
import Testing

@Suite struct CommandTests {
    @Test("run, run again, status, plan, verify: the first minutes of a user")
    func firstMinutes() throws {
        let bench = try Bench()
        try bench.fill(records: 50)
        #expect(try bench.newsmill("plan", "--input", "in").output.contains("3 inputs to read"))
        #expect(!Disk.exists(bench.path + "/out"))
        let first = try bench.newsmill("run", "--input", "in")
        #expect(first.code == 0, "\(first.errors)")
        #expect(first.errors.contains("150 records from 3 inputs"))
        let second = try bench.newsmill("run", "--input", "in")
        #expect(second.code == 0)
        #expect(second.errors.contains("nothing new"))
        #expect(try bench.newsmill("status").output.contains("1 finished run over 3 inputs"))
        #expect(try bench.newsmill("verify", "--deep").code == 0)
    }

    @Test("exit codes and messages name the fault and the remedy")
    func exitCodes() throws {
        let bench = try Bench()
        try bench.fill(records: 20)
        let missing = try bench.newsmill("run", "--input", "nowhere")
        #expect(missing.code == 66)
        #expect(missing.errors.contains("nowhere"))
        #expect(try bench.newsmill("run").code == 64)
        #expect(try bench.newsmill("run", "--no-such-option").code == 64)
        try bench.write("pipeline.json", "{\n  \"inptus\": [\"in\"]\n}\n")
        let typo = try bench.newsmill("run")
        #expect(typo.code == 64)
        #expect(typo.errors.contains("pipeline.json:2:3") && typo.errors.contains("\"inputs\""))
        try bench.write("pipeline.json", "{\"inputs\": [\"in\"], \"limits\": {\"max_reject_ratio\": 0.01}}")
        let rejects = try bench.newsmill("run")
        #expect(rejects.code == 65, "\(rejects.errors)")
        let changed = try bench.newsmill("run", "--set", "shards.level=9")
        #expect(changed.code == 64)
        #expect(changed.errors.contains("shards.level") && changed.errors.contains("--fresh"))
        #expect(try bench.newsmill("verify", "--output", "in").code != 0)
    }

    @Test("explain shows each block with its verdict, and no control of a page reaches the terminal")
    func explain() throws {
        let bench = try Bench()
        let sentence = "The council said on Tuesday that the bridge would be closed for repairs until spring."
        try bench.write(
            "page.html",
            """
            <html><head><title>Bridge closed</title></head><body><nav class="menu\u{1B}[31m"><a href="/">Home</a></nav>
            <article><h1>Bridge closed</h1><p>\(sentence)</p><p>\(sentence.uppercased())</p></article></body></html>
            """)
        let result = try bench.newsmill("explain", "page.html")
        #expect(result.code == 0, "\(result.errors)")
        let lines = result.output.split(separator: "\n")
        #expect(lines.contains { $0.hasPrefix("+") && $0.contains("The council said") })
        #expect(lines.contains { $0.hasPrefix("-") && $0.contains("Home") })
        #expect(result.output.contains("title        Bridge closed"))
        #expect(!result.output.contains("\u{1B}"))
        try bench.write("lines.jsonl", "{\"text\": \"No page.\"}\n")
        #expect(try bench.newsmill("explain", "lines.jsonl").code == 66)
    }

    @Test("extract is a filter: pages in, one record a page out, from files and from standard input")
    func extract() throws {
        let bench = try Bench()
        let page = """
            <!DOCTYPE html><html lang="en"><head><title>Lighthouse of Varn lit again</title></head><body>
            <nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>Lighthouse of Varn lit again</h1>
            <p>After eleven dark years the lighthouse of Varn was lit again on Saturday evening, watched by some two \
            thousand people who had come across the causeway before the tide.</p>
            <p>The keeper, who asked not to be named, said that the old lamp had been repaired by three retired \
            shipwrights over two winters, and that it can now be seen from nineteen miles away.</p>
            </article><footer>All rights reserved</footer></body></html>
            """
        try bench.write("a.html", page)
        let fromFile = try bench.newsmill("extract", "--file-names", "a.html")
        #expect(fromFile.code == 0, "\(fromFile.errors)")
        #expect(fromFile.output.contains(#""file":"a.html""#))
        #expect(fromFile.output.contains("three retired"))
        #expect(!fromFile.output.contains("Sport"))
        let piped = try Command.run(["extract"], in: bench.path, input: Array(page.utf8))
        #expect(piped.code == 0, "\(piped.errors)")
        #expect(piped.output.contains("nineteen miles"))
        #expect(!piped.output.contains("\"file\""))
        #expect(try Command.run(["extract"], in: bench.path, input: []).code == 65)
    }

    @Test("dedupe is a filter: records in, one verdict a record out, and the archive stays as it is")
    func dedupe() throws {
        let bench = try Bench()
        try bench.fill(records: 30)
        #expect(try bench.newsmill("run", "--input", "in/0.jsonl").code == 0)
        let before = try bench.published("out")
        let input = try Disk.read(bench.path + "/in/2.jsonl")
        let piped = try Command.run(["dedupe", "--against", "out"], in: bench.path, input: input)
        #expect(piped.code == 0, "\(piped.errors)")
        let lines = piped.output.split(separator: "\n")
        #expect(lines.count == 30)
        #expect(
            lines.filter { $0.contains(#""verdict":"duplicate""#) && $0.contains(#""found_in":"archive""#) }.count == 28
        )
        #expect(lines.filter { $0.contains(#""verdict":"reject""#) && $0.contains("malformed_json") }.count == 2)
        let named = try bench.newsmill("dedupe", "--against", "out", "in/1.jsonl", "--set", "entities.enabled=false")
        #expect(named.output.split(separator: "\n").filter { $0.contains(#""file":"in/1.jsonl""#) }.count == 30)
        let alone = try Command.run(["dedupe"], in: bench.path, input: input + input)
        #expect(alone.output.split(separator: "\n").filter { $0.contains(#""found_in":"input""#) }.count == 28)
        #expect(try bench.published("out") == before)
        #expect(try bench.newsmill("dedupe", "--against", "nowhere", "in").code == 66)
        #expect(try Command.run(["dedupe"], in: bench.path, input: []).code == 65)
    }

    @Test("a full device behind standard output ends a filter with 74, and says so")
    func fullOutput() throws {
        let bench = try Bench()
        let input = Array(#"{"id": "1", "text": "The bridge over the river was closed."}"#.utf8)
        for command in ["dedupe", "extract"] {
            let result = try Command.run([command], in: bench.path, outputTo: "/dev/full", input: input)
            #expect(result.code == 74)
            #expect(result.errors.contains("cannot write to standard output: No space left on device"))
        }
    }

    @Test("the sample dumps end as data/README.md says, and are not read twice")
    func samples() throws {
        let bench = try Bench()
        let root = Disk.parent(of: Disk.parent(of: Disk.parent(of: #filePath)))
        let arguments = ["run", "--output", bench.path + "/out"]
        let first = try Command.run(arguments, in: root, capturing: bench.path)
        #expect(first.code == 0, "\(first.errors)")
        #expect(first.errors.contains("50 records from 10 inputs = 36 articles + 5 duplicates + 9 rejects"))
        #expect(try Command.run(arguments, in: root, capturing: bench.path).errors.contains("nothing new"))
        #expect(try bench.newsmill("verify", "--deep").code == 0)
    }

    @Test("config shows, checks and describes")
    func config() throws {
        let bench = try Bench()
        #expect(try bench.newsmill("config", "check").code == 0)
        #expect(try bench.newsmill("config", "show", "--set", "shards.level=7").output.contains("\"level\": 7"))
        #expect(try bench.newsmill("config", "schema").output.contains("json-schema.org/draft/2020-12/schema"))
        let variable = try bench.newsmill("config", "show", environment: ["NEWSMILL_SHARDS__LEVEL": "8"])
        #expect(variable.output.contains("\"level\": 8"))
        let shown = try bench.newsmill("config", "show")
        #expect(shown.errors.contains("24 bands of 4 rows") && shown.errors.contains("99.8 %"))
        #expect(!shown.errors.contains("would be needed"))
        #expect(try bench.newsmill("config", "check", "--set", "dedupe.similarity=0.5").errors.contains("101 bands"))
        #expect(try bench.newsmill("config", "check", environment: ["NEWSMILL_SHARD__LEVEL": "8"]).code == 64)
    }
}
