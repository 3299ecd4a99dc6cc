import Model
import Testing

private func load(_ text: String) throws(ConfigurationError) -> Configuration {
    try Configuration.load(json: Array(text.utf8), file: "pipeline.json")
}

@Suite struct ConfigurationLoadingTests {
    @Test func anEmptyObjectIsTheDefault() throws {
        #expect(try load("{}") == Configuration())
    }

    @Test func everySettingCanBeRead() throws {
        let configuration = try load(
            """
            // What tonight's job reads.
            {
              "$schema": "config.schema.json",
              "inputs": ["dumps/", "more/*.gz"], "output": "corpus", "format": "jsonl", "workers": 4,
              "fields": {"text": "article.body", "authors": "people.0.name", "title": null},
              "limits": {"max_record_bytes": "4MB", "max_inflate_ratio": 100, "max_reject_ratio": 0.25,
                         "reject_payload_bytes": 0},
              "resources": {"memory": "1GiB" /* half of the machine */},
              "extraction": {"extractor": "rules", "captions": true, "headings": false, "posts": false,
                             "standfirst": false},
              "normalize": {"mojibake": false, "hyphenation": false, "quotes": false, "repeated_paragraphs": false,
                            "boilerplate_lines": false, "dateline": false},
              "filters": {"min_characters": 200, "max_characters": 100000, "languages": ["en", "de"], "max_symbol_ratio": 0.3},
              "dedupe": {"exact": false, "url": false},
              "entities": {"enabled": false},
              "shards": {"records": 1000, "bytes": "1m", "compression": "none", "level": 9}
            }
            """)
        var expected = Configuration()
        expected.inputs = ["dumps/", "more/*.gz"]
        expected.output = "corpus"
        expected.format = .jsonl
        expected.workers = 4
        expected.fields.text = "article.body"
        expected.fields.authors = "people.0.name"
        expected.limits.maxRecordBytes = 4 << 20
        expected.limits.maxInflateRatio = 100
        expected.limits.maxRejectRatio = 0.25
        expected.limits.rejectPayloadBytes = 0
        expected.resources.memory = 1 << 30
        expected.extraction.extractor = .rules
        expected.extraction.captions = true
        expected.extraction.headings = false
        expected.extraction.posts = false
        expected.extraction.standfirst = false
        expected.normalize.mojibake = false
        expected.normalize.hyphenation = false
        expected.normalize.quotes = false
        expected.normalize.repeatedParagraphs = false
        expected.normalize.boilerplateLines = false
        expected.normalize.dateline = false
        expected.filters.minCharacters = 200
        expected.filters.maxCharacters = 100_000
        expected.filters.languages = ["en", "de"]
        expected.filters.maxSymbolRatio = 0.3
        expected.dedupe.exact = false
        expected.dedupe.url = false
        expected.entities.enabled = false
        expected.shards.records = 1000
        expected.shards.bytes = 1 << 20
        expected.shards.compression = .none
        expected.shards.level = 9
        #expect(configuration == expected)
    }

    @Test(arguments: [
        (
            "{\n  \"limits\": {\n    \"max_recrod_bytes\": 5\n  }\n}",
            #"pipeline.json:3:5: unknown key "max_recrod_bytes" in "limits"; did you mean "max_record_bytes"?"#
        ),
        (#"{"wokers": 2}"#, #"pipeline.json:1:2: unknown key "wokers"; did you mean "workers"?"#),
        (
            #"{"max_record_bytes": 2}"#,
            #"pipeline.json:1:2: unknown key "max_record_bytes"; did you mean "limits.max_record_bytes"?"#
        ),
        (#"{"limit": {}}"#, #"pipeline.json:1:2: unknown key "limit"; did you mean "limits"?"#),
        (#"{"dedupe": {"URL": true}}"#, #"pipeline.json:1:13: unknown key "URL" in "dedupe"; did you mean "url"?"#),
        (
            #"{"limits.max_record_bytes": 4096}"#,
            #"pipeline.json:1:2: unknown key "limits.max_record_bytes"; a full key is for the command line, "#
                + #"here write "limits": {"max_record_bytes": ...}"#
        ),
        (#"{"zebra crossing": 1}"#, #"pipeline.json:1:2: unknown key "zebra crossing""#),
        (#"{"": 1}"#, #"pipeline.json:1:2: unknown key """#),
        ("{\"workers\": 1,\n \"workers\": 2}", #"pipeline.json:2:2: duplicate key "workers", first in line 1"#),
        (
            #"{"shards": {"level": 1, "level": 1}}"#,
            #"pipeline.json:1:25: duplicate key "level" in "shards", first in line 1"#
        ),
        (#"{"workers": "four"}"#, #"pipeline.json:1:13: "workers" must be a whole number from 0 to 1024, not "four""#),
        (#"{"workers": 1025}"#, #"pipeline.json:1:13: "workers" must be a whole number from 0 to 1024, not 1025"#),
        (#"{"workers": 1.5}"#, #"pipeline.json:1:13: "workers" must be a whole number from 0 to 1024, not 1.5"#),
        (#"{"workers": null}"#, #"pipeline.json:1:13: "workers" must be a whole number from 0 to 1024, not null"#),
        (
            #"{"limits": {"max_record_bytes": 100}}"#,
            #"pipeline.json:1:33: "limits.max_record_bytes" must be a size from 1KiB to 1GiB: a whole number of bytes, "#
                + #"or text like "16MB", not 100"#
        ),
        (
            #"{"resources": {"memory": "16 parsecs"}}"#,
            #"pipeline.json:1:26: "resources.memory" must be a size from 64MiB to 1024TiB: a whole number of bytes, "#
                + #"or text like "16MB", not "16 parsecs""#
        ),
        (
            #"{"limits": {"max_reject_ratio": 1.01}}"#,
            #"pipeline.json:1:33: "limits.max_reject_ratio" must be a number from 0 to 1, not 1.01"#
        ),
        (
            #"{"normalize": {"quotes": "yes"}}"#,
            #"pipeline.json:1:26: "normalize.quotes" must be true or false, not "yes""#
        ),
        (#"{"normalize": true}"#, #"pipeline.json:1:15: "normalize" must be an object in braces"#),
        (
            #"{"inputs": "dumps"}"#,
            #"pipeline.json:1:12: "inputs" must be a list of texts that are not empty, not "dumps""#
        ),
        (
            #"{"inputs": ["a", 1]}"#,
            #"pipeline.json:1:12: "inputs" must be a list of texts that are not empty, not the list ["a", 1]"#
        ),
        (#"{"output": ""}"#, #"pipeline.json:1:12: "output" must be text that is not empty, not """#),
        (#"{"output": {"dir": "x"}}"#, #"pipeline.json:1:12: "output" must be text that is not empty, not an object"#),
        (
            #"{"filters": {"languages": ["english"]}}"#,
            #"pipeline.json:1:27: "filters.languages" must be a list of BCP 47 primary languages like "en", or null, "#
                + #"not the list ["english"]"#
        ),
        (
            #"{"shards": {"compression": "gzipp"}}"#,
            #"pipeline.json:1:28: "shards.compression" must be one of "gzip", "none", not "gzipp"; did you mean "gzip"?"#
        ),
        ("", "pipeline.json:1:1: there is no value"),
        ("[]", "pipeline.json:1:1: a configuration must be an object in braces"),
        ("{\n\"workers\": 1,\n}", #"pipeline.json:3:1: expected a key in quotes, found "}""#),
        ("{} /* open", "pipeline.json:1:4: this comment has no end"),
    ])
    func mistakesAreNamedWithTheirPlace(_ text: String, expected: String) {
        let error = #expect(throws: ConfigurationError.self) { try load(text) }
        #expect(error?.description == expected)
    }

    @Test func unknownIsNotAFormatThatCanBeForced() throws {
        #expect(try load(#"{"format": "auto"}"#).format == nil)
        let error = #expect(throws: ConfigurationError.self) { try load(#"{"format": "unknown"}"#) }
        #expect(error?.description.hasPrefix(#"pipeline.json:1:12: "format" must be one of "auto", "warc""#) == true)
    }

    @Test func allMistakesOfAFileAreReportedTogether() {
        let error = #expect(throws: ConfigurationError.self) {
            try load(
                """
                { // a file with a bad day
                  "wrokers": 1,
                  "shards": {"level": 0, /* "level": 3 */ "recrods": 5},
                  "entities": {"enabled": 1},
                  "entities": {}
                }
                """)
        }
        #expect(
            error?.problems.map(\.place) == [
                "pipeline.json:2:3", "pipeline.json:3:23", "pipeline.json:3:43", "pipeline.json:4:27",
                "pipeline.json:5:3",
            ])
    }

    @Test(arguments: [
        #"{"output": "http://x//y /* z */"}"#, #"{"output": "a\"//b"}"#, #"{"output": "a\\"} // c"#, "//\n{}//",
        "/**/{}/***/",
    ])
    func commentsAreNotSeenInsideStrings(_ text: String) throws {
        _ = try load(text)
    }

    @Test func hostileFilesAreErrorsNotCrashes() {
        let text = Array(#"{"limits": {"max_record_bytes": "4MB"}, "inputs": ["a"] /* x */, "workers": 3}"#.utf8)
        for position in text.indices {
            for byte in [0x00, 0x22, 0x5C, 0x2A, 0x2F, 0x7B, 0x5D, 0x39, 0xFF] as [UInt8] {
                var mutant = text
                mutant[position] = byte
                _ = try? Configuration.load(json: mutant, file: "f")
            }
            _ = try? Configuration.load(json: Array(text[..<position]), file: "f")
        }
    }

    @Test func valuesThatContradictEachOtherAreErrors() throws {
        var configuration = Configuration()
        try configuration.validate()
        configuration.filters.minCharacters = 10
        configuration.filters.maxCharacters = 9
        configuration.limits.maxRecordBytes = 200 << 20
        let error = #expect(throws: ConfigurationError.self) { try configuration.validate() }
        #expect(error?.problems.count == 2)
        configuration.resources.memory = 800 << 20
        configuration.filters.maxCharacters = 10
        try configuration.validate()
    }
}
