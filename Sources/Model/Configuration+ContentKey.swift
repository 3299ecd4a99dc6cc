internal import Text

extension Configuration {
    /// Canonical bytes of the settings that can change what is published: compact JSON, full keys in byte order. Equal
    /// bytes mean that two runs over the same input write the same output.
    package func contentKey() -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        let fields = ConfigurationSection.fields.filter(\.shapesOutput)
        for field in fields.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
            writer.key(field.key)
            field.get(self).write(to: &writer)
        }
        writer.endObject()
        return writer.bytes
    }

    /// What differs between two content keys, a line for each setting: `shards.level: 3 -> 6`. A setting that one of
    /// them does not know (it was written by another version) counts as being at today's default.
    package static func differences(contentKey old: [UInt8], new: [UInt8]) -> [String] {
        if old == new { return [] }
        guard let before = try? JSONValue(parsing: old), let after = try? JSONValue(parsing: new) else {
            return ["the record of the earlier configuration cannot be read"]
        }
        var keys = ConfigurationSection.fields.map(\.key)
        for key in before.members.map(\.key) + after.members.map(\.key) where !keys.contains(key) { keys.append(key) }
        return keys.compactMap { key in
            let was = shown(before[key], key)
            let now = shown(after[key], key)
            return was == now ? nil : "\(key): \(was) -> \(now)"
        }
    }

    private static func shown(_ value: JSONValue?, _ key: String) -> String {
        if let value { return String(decoding: value.source, as: UTF8.self) }
        guard let field = ConfigurationField.named(key) else { return "not set" }
        var writer = JSONWriter()
        field.defaultValue.write(to: &writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
