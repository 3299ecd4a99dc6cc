import Model
import Testing
import Text

@Suite struct ConfigurationTableTests {
    private static let fields = ConfigurationSection.fields

    /// A value other than the default that fits, as text.
    private static func other(_ field: ConfigurationField) -> String {
        switch field.kind {
        case .flag: field.defaultValue == .flag(true) ? "false" : "true"
        case .integer(let range), .bytes(let range):
            field.defaultValue == .integer(range.lowerBound) ? "\(range.lowerBound + 1)" : "\(range.lowerBound)"
        case .ratio: "0.125"
        case .text: "something"
        case .texts: "fr,it"
        case .choice(let names): names.last ?? ""
        }
    }

    @Test func everyPropertyOfTheConfigurationIsInTheTable() {
        func names(_ value: Any) -> [String] { Mirror(reflecting: value).children.compactMap(\.label) }
        func snake(_ name: String) -> String {
            name.map { $0.isUppercase ? "_" + $0.lowercased() : String($0) }.joined()
        }
        var expected: Set<String> = []
        for child in Mirror(reflecting: Configuration()).children {
            let name = snake(child.label ?? "")
            let inner = Mirror(reflecting: child.value)
            if inner.displayStyle == .struct, ConfigurationSection.all.contains(where: { $0.name == name }) {
                for label in names(child.value) { expected.insert("\(name).\(snake(label))") }
            } else {
                expected.insert(name)
            }
        }
        #expect(Set(Self.fields.map(\.key)) == expected)
        #expect(Self.fields.count == expected.count, "a key stands in the table twice")
    }

    @Test(arguments: ConfigurationSection.fields.map(\.key))
    func aFieldSetsItselfAndNothingElse(key: String) throws {
        let field = try #require(Self.fields.first { $0.key == key })
        var configuration = Configuration()
        try configuration.set("\(key)=\(Self.other(field))")
        #expect(configuration != Configuration())
        let shown = try JSONValue(parsing: configuration.json())
        let plain = try JSONValue(parsing: Configuration().json())
        for other in Self.fields {
            let path = other.key.split(separator: ".").map(String.init)
            func value(_ json: JSONValue) -> [UInt8]? {
                path.reduce(json as JSONValue?) { $0?[$1] }.map { Array($0.source) }
            }
            #expect(value(plain) != nil)
            #expect((value(shown) != value(plain)) == (other.key == key), "\(other.key)")
        }
    }

    @Test func defaultsFitTheirOwnRules() throws {
        #expect(try Configuration.load(json: Configuration().json(), file: "shown") == Configuration())
    }

    @Test func whatIsShownReadsBackEqual() throws {
        var configuration = Configuration()
        for field in Self.fields { try configuration.set("\(field.key)=\(Self.other(field))") }
        #expect(try Configuration.load(json: configuration.json(), file: "shown") == configuration)
    }

    @Test func theSchemaDescribesEveryField() throws {
        let schema = try JSONValue(parsing: Configuration.schema())
        #expect(schema["$schema"]?.string == "https://json-schema.org/draft/2020-12/schema")
        #expect(schema["additionalProperties"]?.bool == false)
        for section in ConfigurationSection.all {
            let object = section.name.isEmpty ? schema : schema["properties"]?[section.name]
            #expect(object?["additionalProperties"]?.bool == false)
            #expect(object?["description"]?.string == section.summary)
            for field in section.fields {
                let property = try #require(object?["properties"]?[field.name])
                #expect(property["description"]?.string == field.summary)
                #expect(property["default"] != nil)
                #expect(property["type"] != nil || property["enum"] != nil || property["anyOf"] != nil)
            }
        }
        let level = schema["properties"]?["shards"]?["properties"]?["level"]
        #expect(level?["minimum"]?.integer == 1)
        #expect(level?["maximum"]?.integer == 12)
        #expect(level?["default"]?.integer == 1)
    }

    @Test func theContentKeyHoldsWhatShapesTheOutput() throws {
        let plain = Configuration().contentKey()
        for field in Self.fields {
            var configuration = Configuration()
            try configuration.set("\(field.key)=\(Self.other(field))")
            #expect((configuration.contentKey() != plain) == field.shapesOutput, "\(field.key)")
        }
        let free = Self.fields.filter { !$0.shapesOutput }.map(\.key)
        #expect(
            free == [
                "inputs", "output", "workers", "limits.max_reject_ratio", "resources.memory",
                "monitoring.metrics_file",
            ])
    }

    @Test func differencesAreSentences() throws {
        var changed = Configuration()
        for assignment in [
            "shards.level=6", "format=warc", "filters.languages=en", "workers=5", "normalize.quotes=no",
            "fields.text=b",
        ] { try changed.set(assignment) }
        let old = Configuration().contentKey()
        #expect(
            Configuration.differences(contentKey: old, new: changed.contentKey()) == [
                #"format: "auto" -> "warc""#, #"fields.text: null -> "b""#, "normalize.quotes: true -> false",
                #"filters.languages: null -> ["en"]"#, "shards.level: 1 -> 6",
            ])
        #expect(Configuration.differences(contentKey: old, new: old).isEmpty)
    }

    @Test func settingsOfOtherVersionsAreCompared() {
        let now = Configuration().contentKey()
        func differences(_ old: String) -> [String] { Configuration.differences(contentKey: Array(old.utf8), new: now) }
        #expect(differences("{}").isEmpty)
        #expect(differences(#"{"shards.level":4}"#) == ["shards.level: 4 -> 1"])
        #expect(differences(#"{"shards.colour":4}"#) == ["shards.colour: 4 -> not set"])
        #expect(differences("{").count == 1)
    }

    @Test(arguments: [
        ("max_recrod_bytes", "max_record_bytes"), ("maxRecordBytes", "max_record_bytes"), ("outptu", "output"),
        ("OUTPUT", "output"), ("inptus", "inputs"), ("x", nil), ("", nil), ("completely different", nil),
    ])
    func theNearestKeyIsFound(_ word: String, expected: String?) {
        #expect(NearestKey.nearest(to: word, in: ["max_record_bytes", "output", "inputs", "url"]) == expected)
    }

    @Test func hugeWordsAreNotCompared() {
        #expect(NearestKey.nearest(to: String(repeating: "a", count: 1 << 20), in: ["aaa"]) == nil)
    }
}
