internal import Text

/// Why a value does not fit its field; the sentence that completes `"key" must be`.
struct ConfigurationMismatch: Error {
    var message: String
}

extension ConfigurationField {
    /// Reads a value from a configuration file.
    func value(from json: JSONValue) throws(ConfigurationMismatch) -> Value {
        let found = Self.shown(json)
        if json.isNull, isOptional { return .none }
        switch kind {
        case .flag:
            if let flag = json.bool { return .flag(flag) }
        case .integer:
            if let number = json.integer { return try checked(.integer(number), found) }
        case .bytes:
            if let size = json.integer ?? json.string.flatMap(ByteSize.parse) {
                return try checked(.integer(size), found)
            }
        case .ratio:
            if let number = json.double { return try checked(.ratio(number), found) }
        case .text, .choice:
            if let text = json.string { return try checked(.text(text), found) }
        case .texts:
            let texts = json.elements.compactMap(\.string)
            if json.kind == .array, texts.count == json.count { return try checked(.texts(texts), found) }
        }
        throw mismatch(found)
    }

    /// Reads a value from a command line or an environment variable. `null` or nothing unsets an optional field; lists
    /// are separated by commas, or a JSON array.
    func value(fromText text: String) throws(ConfigurationMismatch) -> Value {
        let found = Self.shortened("\"\(text)\"")
        if isOptional, text.isEmpty || text == "null" { return .none }
        switch kind {
        case .flag:
            switch text.lowercased() {
            case "true", "1", "yes", "on": return .flag(true)
            case "false", "0", "no", "off": return .flag(false)
            default: break
            }
        case .integer:
            if let number = Int(text) { return try checked(.integer(number), found) }
        case .bytes:
            if let size = ByteSize.parse(text) { return try checked(.integer(size), found) }
        case .ratio:
            if let number = Double(text) { return try checked(.ratio(number), found) }
        case .text, .choice:
            return try checked(.text(text), found)
        case .texts:
            if text.hasPrefix("["), let json = try? JSONValue(parsing: Array(text.utf8)) {
                return try value(from: json)
            }
            let texts = text.split(separator: ",").map { Self.trimmed($0) }
            return try checked(.texts(texts), found)
        }
        throw mismatch(found)
    }

    /// What a value has to be, to follow "must be".
    var requirement: String {
        let plain =
            switch kind {
            case .flag: "true or false"
            case .integer(let range):
                range.upperBound == .max
                    ? "a whole number of at least \(range.lowerBound)"
                    : "a whole number from \(range.lowerBound) to \(range.upperBound)"
            case .bytes(let range):
                "a size from \(ByteSize.text(range.lowerBound)) to \(ByteSize.text(range.upperBound)): a whole "
                    + "number of bytes, or text like \"16MB\""
            case .ratio: "a number from 0 to 1"
            case .text: "text that is not empty"
            case .texts(.nonEmpty): "a list of texts that are not empty"
            case .texts(.language): "a list of BCP 47 primary languages like \"en\""
            case .choice(let names): "one of " + names.map { "\"\($0)\"" }.joined(separator: ", ")
            }
        return isOptional ? plain + ", or null" : plain
    }

    private func checked(_ value: Value, _ found: String) throws(ConfigurationMismatch) -> Value {
        let fits =
            switch (kind, value) {
            case (.integer(let range), .integer(let number)), (.bytes(let range), .integer(let number)):
                range.contains(number)
            case (.ratio, .ratio(let number)): (0...1).contains(number)
            case (.text(let shape), .text(let text)): Self.fits(text, shape)
            case (.texts(let shape), .texts(let texts)): texts.allSatisfy { Self.fits($0, shape) }
            case (.choice(let names), .text(let text)): names.contains(text)
            default: false
            }
        guard fits else { throw mismatch(found, value) }
        return value
    }

    private func mismatch(_ found: String, _ value: Value? = nil) -> ConfigurationMismatch {
        var message = "\(requirement), not \(found)"
        if case .choice(let names) = kind, case .text(let text)? = value,
            let near = NearestKey.nearest(to: text, in: names)
        {
            message += "; did you mean \"\(near)\"?"
        }
        return ConfigurationMismatch(message: message)
    }

    private static func fits(_ text: String, _ shape: Shape) -> Bool {
        switch shape {
        case .nonEmpty: !text.isEmpty && !text.utf8.contains(0)
        case .language: (2...3).contains(text.utf8.count) && text.utf8.allSatisfy(\.isASCIILetter)
        }
    }

    /// A JSON value as an error message quotes it.
    private static func shown(_ json: JSONValue) -> String {
        switch json.kind {
        case .object: "an object"
        case .array where json.count == 0: "an empty list"
        case .array: "the list " + shortened(String(decoding: json.source, as: UTF8.self))
        default: shortened(String(decoding: json.source, as: UTF8.self))
        }
    }

    private static func shortened(_ text: String) -> String {
        text.unicodeScalars.count <= 60
            ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(57))) + "..."
    }

    private static func trimmed(_ text: Substring) -> String {
        var bytes = text.utf8
        while let first = bytes.first, first.isASCIISpace { bytes.removeFirst() }
        while let last = bytes.last, last.isASCIISpace { bytes.removeLast() }
        return String(bytes) ?? ""
    }
}
