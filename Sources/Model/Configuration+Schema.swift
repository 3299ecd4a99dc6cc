internal import Text

extension Configuration {
    /// The whole configuration as a file that would give it, for people: every field, in the order of the table.
    package func json() -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        for section in ConfigurationSection.all {
            if !section.name.isEmpty {
                writer.key(section.name)
                writer.beginObject()
            }
            for field in section.fields {
                writer.key(field.name)
                field.get(self).write(to: &writer)
            }
            if !section.name.isEmpty { writer.endObject() }
        }
        writer.endObject()
        return JSONWriter.indented(writer.bytes)
    }

    /// JSON Schema (draft 2020-12) of a configuration file.
    package static func schema() -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.member("$schema", "https://json-schema.org/draft/2020-12/schema")
        writer.member("title", "Newsmill configuration")
        for section in ConfigurationSection.all where section.name.isEmpty {
            writer.member("description", section.summary)
        }
        writer.beginObjectSchema()
        writer.key("$schema")
        writer.beginObject()
        writer.member("type", "string")
        writer.endObject()
        for section in ConfigurationSection.all {
            if !section.name.isEmpty {
                writer.key(section.name)
                writer.beginObject()
                writer.member("description", section.summary)
                writer.beginObjectSchema()
            }
            for field in section.fields { field.writeSchema(to: &writer) }
            if !section.name.isEmpty {
                writer.endObject()
                writer.endObject()
            }
        }
        writer.endObject()
        writer.endObject()
        return JSONWriter.indented(writer.bytes)
    }
}

extension ConfigurationField.Value {
    func write(to writer: inout JSONWriter) {
        switch self {
        case .none: writer.null()
        case .flag(let value): writer.bool(value)
        case .integer(let number): writer.integer(number)
        // Swift's shortest spelling that reads back as the same number.
        case .ratio(let number): writer.raw(Array(number.description.utf8))
        case .text(let text): writer.string(text)
        case .texts(let texts):
            writer.beginArray()
            for text in texts { writer.string(text) }
            writer.endArray()
        }
    }
}

extension ConfigurationField {
    fileprivate func writeSchema(to writer: inout JSONWriter) {
        writer.key(name)
        writer.beginObject()
        writer.member("description", summary)
        switch kind {
        case .flag: writer.type("boolean", isOptional)
        case .integer(let range):
            writer.type("integer", isOptional)
            writer.bounds(range)
        case .bytes(let range):
            writer.key("anyOf")
            writer.beginArray()
            writer.beginObject()
            writer.type("integer", isOptional)
            writer.bounds(range)
            writer.endObject()
            writer.beginObject()
            writer.member("type", "string")
            writer.member("pattern", "^[0-9]+ ?([kKmMgGtT]([iI]?[bB])?|[bB])?$")
            writer.endObject()
            writer.endArray()
        case .ratio:
            writer.type("number", isOptional)
            writer.bounds(0...1)
        case .text(let shape):
            writer.type("string", isOptional)
            writer.shape(shape)
        case .texts(let shape):
            writer.type("array", isOptional)
            writer.key("items")
            writer.beginObject()
            writer.member("type", "string")
            writer.shape(shape)
            writer.endObject()
        case .choice(let names):
            writer.key("enum")
            Value.texts(names).write(to: &writer)
        }
        writer.key("default")
        defaultValue.write(to: &writer)
        writer.endObject()
    }
}

extension JSONWriter {
    fileprivate mutating func member(_ key: String, _ text: String) {
        self.key(key)
        string(text)
    }

    /// What every object schema begins with; `endObject` closes its properties.
    fileprivate mutating func beginObjectSchema() {
        member("type", "object")
        key("additionalProperties")
        bool(false)
        key("properties")
        beginObject()
    }

    fileprivate mutating func type(_ name: String, _ isOptional: Bool) {
        key("type")
        if isOptional {
            ConfigurationField.Value.texts([name, "null"]).write(to: &self)
        } else {
            string(name)
        }
    }

    fileprivate mutating func bounds(_ range: ClosedRange<Int>) {
        key("minimum")
        integer(range.lowerBound)
        guard range.upperBound != .max else { return }
        key("maximum")
        integer(range.upperBound)
    }

    fileprivate mutating func shape(_ shape: ConfigurationField.Shape) {
        switch shape {
        case .nonEmpty:
            key("minLength")
            integer(1)
        case .language:
            member("pattern", "^[A-Za-z]{2,3}$")
        }
    }
}
