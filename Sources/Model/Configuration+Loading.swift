internal import Text

extension Configuration {
    /// Reads a configuration file: JSON in which `//` and `/* */` comments are allowed. What it does not mention keeps
    /// its default. Strict: an unknown or repeated key, a wrong type and an impossible value are errors, and all of a
    /// file's errors are reported together. `file` is how messages name it.
    package static func load(json: [UInt8], file: String) throws(ConfigurationError) -> Configuration {
        var loader = ConfigurationLoader(source: json, file: file)
        loader.load()
        guard loader.problems.isEmpty else { throw ConfigurationError(problems: loader.problems) }
        return loader.configuration
    }

    /// Checks what no field can say alone. For the end, when file, environment and command line have all been read.
    package func validate() throws(ConfigurationError) {
        let problems = contradictions.map { ConfigurationError.Problem(place: "", message: $0) }
        guard problems.isEmpty else { throw ConfigurationError(problems: problems) }
    }

    /// The configuration of a run from all its sources, later ones winning: the file (if any), the environment, the
    /// assignments of the command line. Collects the problems of all of them.
    package static func resolve(
        json: [UInt8]?, file: String, environment: [String: String] = [:], assignments: [String] = []
    ) throws(ConfigurationError) -> Configuration {
        var problems: [ConfigurationError.Problem] = []
        var configuration = Configuration()
        if let json {
            var loader = ConfigurationLoader(source: json, file: file)
            loader.load()
            problems += loader.problems
            configuration = loader.configuration
        }
        do throws(ConfigurationError) {
            for (key, value, variable) in try environmentAssignments(environment) {
                do throws(ConfigurationError) {
                    try configuration.set(key, to: value, place: variable)
                } catch {
                    problems += error.problems
                }
            }
        } catch {
            problems += error.problems
        }
        for assignment in assignments {
            do throws(ConfigurationError) { try configuration.set(assignment) } catch { problems += error.problems }
        }
        if problems.isEmpty { try configuration.validate() }
        guard problems.isEmpty else { throw ConfigurationError(problems: problems) }
        return configuration
    }

    private var contradictions: [String] {
        var found: [String] = []
        if let least = filters.minCharacters, let most = filters.maxCharacters, least > most {
            found.append(
                "\"filters.min_characters\" (\(least)) is above \"filters.max_characters\" (\(most)): nothing "
                    + "would be kept"
            )
        }
        if limits.maxRecordBytes > resources.memory / 4 {
            found.append(
                "\"limits.max_record_bytes\" (\(ByteSize.text(limits.maxRecordBytes))) must be at most a quarter of "
                    + "\"resources.memory\" (\(ByteSize.text(resources.memory))); raise the memory or lower the limit")
        }
        return found
    }
}

/// One reading of a configuration file.
private struct ConfigurationLoader {
    let source: [UInt8]
    let file: String
    var configuration = Configuration()
    var problems: [ConfigurationError.Problem] = []

    init(source: [UInt8], file: String) {
        self.source = source
        self.file = file
    }

    mutating func load() {
        let root: JSONValue
        do throws(JSONError) {
            var text = source
            try JSONComments.blank(&text)
            root = try JSONValue(parsing: text)
        } catch {
            return report(error.message, at: error.offset)
        }
        guard root.kind == .object else {
            return report("a configuration must be an object in braces", at: root.offset)
        }
        if root.invalidSequences > 0 { report("the file is not valid UTF-8", at: root.offset) }
        read(root, section: "")
    }

    private mutating func read(_ object: JSONValue, section: String) {
        var seen: [String: Int] = [:]
        for (name, offset, value) in object.members {
            if let first = seen.updateValue(offset, forKey: name) {
                let line = JSONError.position(of: first, in: source).line
                report("duplicate key \"\(name)\"\(place(section)), first in line \(line)", at: offset)
                continue
            }
            // Lets an editor find the schema that `newsmill config schema` prints.
            if section.isEmpty, name == "$schema", value.kind == .string { continue }
            let key = section.isEmpty ? name : "\(section).\(name)"
            if let field = ConfigurationField.named(key), section.isEmpty == (field.name == key) {
                read(value, into: field)
            } else if section.isEmpty, ConfigurationSection.all.contains(where: { $0.name == name && !name.isEmpty }) {
                guard value.kind == .object else {
                    report("\"\(name)\" must be an object in braces", at: value.offset)
                    continue
                }
                read(value, section: name)
            } else {
                report("unknown key \"\(name)\"\(place(section))\(advice(for: name, section: section))", at: offset)
            }
        }
    }

    private mutating func read(_ json: JSONValue, into field: ConfigurationField) {
        do throws(ConfigurationMismatch) {
            field.set(&configuration, try field.value(from: json))
        } catch {
            report("\"\(field.key)\" must be \(error.message)", at: json.offset)
        }
    }

    /// What the user may have meant: the nearest key of the same object, or else of the whole file.
    private func advice(for name: String, section: String) -> String {
        if section.isEmpty, let field = ConfigurationField.named(name) {
            return "; a full key is for the command line, here write \"\(field.section)\": {\"\(field.name)\": ...}"
        }
        let siblings =
            ConfigurationSection.all.first { $0.name == section }?.fields.map(\.name) ?? []
        let sections = section.isEmpty ? ConfigurationSection.all.map(\.name) : []
        let near = NearestKey.nearest(to: name, in: siblings + sections) ?? ConfigurationField.nearest(to: name)
        return near.map { "; did you mean \"\($0)\"?" } ?? ""
    }

    private func place(_ section: String) -> String { section.isEmpty ? "" : " in \"\(section)\"" }

    private mutating func report(_ message: String, at offset: Int) {
        // Enough to see that this is no configuration.
        guard problems.count < 100 else { return }
        let (line, column) = JSONError.position(of: offset, in: source)
        problems.append(.init(place: "\(file):\(line):\(column)", message: message))
    }
}

extension ConfigurationField {
    static func named(_ key: String) -> ConfigurationField? {
        ConfigurationSection.fields.first { $0.key == key }
    }

    /// The full key that is nearest to a full key or to a name without its section.
    static func nearest(to word: String) -> String? {
        let fields = ConfigurationSection.fields
        if let key = NearestKey.nearest(to: word, in: fields.map(\.key)) { return key }
        let name = NearestKey.nearest(to: word, in: fields.map(\.name))
        return fields.first { $0.name == name }?.key
    }
}
