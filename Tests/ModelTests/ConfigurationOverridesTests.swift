import Model
import Testing

@Suite struct ConfigurationOverridesTests {
    @Test func assignmentsSetAnyField() throws {
        var configuration = Configuration()
        for assignment in [
            "limits.max_record_bytes=4MB", "workers=3", "format=trec", "normalize.quotes=off", "entities.enabled=0",
            "filters.languages=en, fr", "inputs=[\"a,b\",\"c\"]", "output=a=b", "filters.max_symbol_ratio=0.5",
            "fields.text=story.body", "fields.title=x", "fields.title=null", "filters.min_characters=5",
            "filters.min_characters=", "shards.compression=none",
        ] { try configuration.set(assignment) }
        #expect(configuration.limits.maxRecordBytes == 4 << 20)
        #expect(configuration.workers == 3)
        #expect(configuration.format == .trec)
        #expect(!configuration.normalize.quotes)
        #expect(!configuration.entities.enabled)
        #expect(configuration.filters.languages == ["en", "fr"])
        #expect(configuration.inputs == ["a,b", "c"])
        #expect(configuration.output == "a=b")
        #expect(configuration.filters.maxSymbolRatio == 0.5)
        #expect(configuration.fields.text == "story.body")
        #expect(configuration.fields.title == nil)
        #expect(configuration.filters.minCharacters == nil)
        #expect(configuration.shards.compression == .none)
    }

    @Test(arguments: [
        ("workers", "--set workers: expected key=value, with the full key"),
        ("workers=x", #"--set workers: "workers" must be a whole number from 0 to 1024, not "x""#),
        (
            "max_record_bytes=1k",
            #"--set max_record_bytes: unknown key "max_record_bytes"; did you mean "limits.max_record_bytes"?"#
        ),
        ("shard.level=3", #"--set shard.level: unknown key "shard.level"; did you mean "shards.level"?"#),
        ("=3", #"--set : unknown key """#), ("limits=3", #"--set limits: unknown key "limits""#),
        (
            "limits.max_reject_ratio=nan",
            #"--set limits.max_reject_ratio: "limits.max_reject_ratio" must be a number from 0 to 1, not "nan""#
        ),
        (
            "resources.memory=99999999999999999999G",
            #"--set resources.memory: "resources.memory" must be a size from 64MiB to 1024TiB: a whole number of bytes, "#
                + #"or text like "16MB", not "99999999999999999999G""#
        ),
    ])
    func badAssignmentsSayWhatIsRight(_ assignment: String, expected: String) {
        var configuration = Configuration()
        let error = #expect(throws: ConfigurationError.self) { try configuration.set(assignment) }
        #expect(error?.description == expected)
        #expect(configuration == Configuration())
    }

    @Test func everyFieldHasItsVariable() throws {
        let environment = [
            "NEWSMILL_LIMITS__MAX_RECORD_BYTES": "2M", "NEWSMILL_WORKERS": "7", "HOME": "/root", "NEWSMILL_FAULT": "x",
        ]
        let assignments = try Configuration.environmentAssignments(environment)
        #expect(assignments.map(\.key) == ["workers", "limits.max_record_bytes"])
        #expect(assignments.map(\.value) == ["7", "2M"])
        #expect(assignments.map(\.variable) == ["NEWSMILL_WORKERS", "NEWSMILL_LIMITS__MAX_RECORD_BYTES"])
    }

    @Test func unknownVariablesAreErrors() {
        let error = #expect(throws: ConfigurationError.self) {
            try Configuration.environmentAssignments(["NEWSMILL_WORKER": "7", "NEWSMILL_LIMITS_MAX_RECORD_BYTES": "1"])
        }
        #expect(
            error?.description == """
                NEWSMILL_LIMITS_MAX_RECORD_BYTES: unknown environment variable; did you mean NEWSMILL_LIMITS__MAX_RECORD_BYTES?
                NEWSMILL_WORKER: unknown environment variable; did you mean NEWSMILL_WORKERS?
                """)
    }

    @Test func theCommandLineWinsOverTheEnvironmentAndThatOverTheFile() throws {
        let configuration = try Configuration.resolve(
            json: Array(#"{"workers": 1, "output": "file", "shards": {"level": 4}}"#.utf8), file: "p.json",
            environment: ["NEWSMILL_WORKERS": "2", "NEWSMILL_OUTPUT": "environment"], assignments: ["workers=3"])
        #expect(configuration.workers == 3)
        #expect(configuration.output == "environment")
        #expect(configuration.shards.level == 4)
    }

    @Test func problemsOfAllSourcesAreCollected() {
        let error = #expect(throws: ConfigurationError.self) {
            try Configuration.resolve(
                json: Array(#"{"workers": -1}"#.utf8), file: "p.json", environment: ["NEWSMILL_WORKERS": "many"],
                assignments: ["x", "workers=1"])
        }
        #expect(error?.problems.map(\.place) == ["p.json:1:13", "NEWSMILL_WORKERS", "--set x"])
        let contradiction = #expect(throws: ConfigurationError.self) {
            try Configuration.resolve(json: nil, file: "", assignments: ["limits.max_record_bytes=1G"])
        }
        #expect(contradiction?.problems.count == 1)
    }

    @Test(arguments: [
        ("0", 0), ("4096", 4096), ("1k", 1024), ("1K", 1024), ("1kb", 1024), ("1KiB", 1024), ("16MB", 16 << 20),
        ("16 MiB", 16 << 20), ("2g", 2 << 30), ("1TB", 1 << 40), ("7b", 7), ("7 B", 7), ("", nil), ("k", nil),
        ("-1", nil),
        ("+1", nil), ("1.5M", nil), ("1x", nil), ("1iB", nil), ("1bb", nil), ("1 0", nil), ("1  k", nil), ("1k ", nil),
        ("9223372036854775807", Int.max), ("9223372036854775808", nil), ("8388608T", nil), ("１k", nil),
    ])
    func sizes(_ text: String, expected: Int?) {
        #expect(ByteSize.parse(text) == expected)
        if let expected { #expect(ByteSize.parse(ByteSize.text(expected)) == expected) }
    }
}
