extension Configuration {
    static let environmentPrefix = "NEWSMILL_"

    /// Applies `limits.max_record_bytes=4MB`, as `--set` takes it.
    package mutating func set(_ assignment: String) throws(ConfigurationError) {
        guard let sign = assignment.utf8.firstIndex(of: UInt8(ascii: "=")) else {
            throw ConfigurationError(
                problems: [.init(place: "--set \(assignment)", message: "expected key=value, with the full key")])
        }
        let key = String(assignment[..<sign])
        try set(key, to: String(assignment[assignment.utf8.index(after: sign)...]), place: "--set \(key)")
    }

    /// Sets one field, by its full key, to a value written as text; `place` begins the error message.
    package mutating func set(_ key: String, to text: String, place: String) throws(ConfigurationError) {
        guard let field = ConfigurationField.named(key) else {
            let near = ConfigurationField.nearest(to: key).map { "; did you mean \"\($0)\"?" } ?? ""
            throw ConfigurationError(problems: [.init(place: place, message: "unknown key \"\(key)\"\(near)")])
        }
        do throws(ConfigurationMismatch) {
            field.set(&self, try field.value(fromText: text))
        } catch {
            throw ConfigurationError(problems: [.init(place: place, message: "\"\(key)\" must be \(error.message)")])
        }
    }

    /// The settings that an environment makes, in the order of the fields: `NEWSMILL_` and the key in capitals, with
    /// two underscores for the dot. Any other variable with that prefix is an error, except those that are `reserved`.
    package static func environmentAssignments(
        _ environment: [String: String], reserved: Set<String> = ["NEWSMILL_FAULT"]
    ) throws(ConfigurationError) -> [(key: String, value: String, variable: String)] {
        // Most environments say nothing of this program.
        guard environment.keys.contains(where: { $0.hasPrefix(environmentPrefix) }) else { return [] }
        let fields = ConfigurationSection.fields
        let known = Set(fields.map(\.environmentVariable))
        let strangers = environment.keys.filter {
            $0.hasPrefix(environmentPrefix) && !known.contains($0) && !reserved.contains($0)
        }
        guard strangers.isEmpty else {
            let problems = strangers.sorted().map { variable in
                // Without the prefix, which all share and which would make strangers look alike.
                let near = NearestKey.nearest(
                    to: String(variable.dropFirst(environmentPrefix.count)),
                    in: fields.map { String($0.environmentVariable.dropFirst(environmentPrefix.count)) })
                return ConfigurationError.Problem(
                    place: variable,
                    message: "unknown environment variable"
                        + (near.map { "; did you mean \(environmentPrefix)\($0)?" } ?? ""))
            }
            throw ConfigurationError(problems: problems)
        }
        return fields.compactMap { field in
            environment[field.environmentVariable].map { (field.key, $0, field.environmentVariable) }
        }
    }
}
