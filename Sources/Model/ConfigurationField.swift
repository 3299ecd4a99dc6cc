/// One thing that a user can decide: how it is spelt, what it may be, and where it lives in `Configuration`.
///
/// The table of all fields (`ConfigurationSection.all`) is the only list there is: reading, overriding, showing, the
/// schema, the search for the nearest key and the comparison with an earlier run all walk it.
package struct ConfigurationField: Sendable {
    /// Full key, `limits.max_record_bytes`.
    package let key: String
    package let kind: Kind
    /// Null is allowed and means "not set".
    package let isOptional: Bool
    /// One sentence for the user.
    package let summary: String
    /// Another value can give other bytes in the output; false for what only moves work and files about.
    package let shapesOutput: Bool

    let get: @Sendable (Configuration) -> Value
    let set: @Sendable (inout Configuration, Value) -> Void

    /// What values a field takes.
    package enum Kind: Sendable, Equatable {
        case flag
        case integer(ClosedRange<Int>)
        /// A size in bytes.
        case bytes(ClosedRange<Int>)
        /// A share, 0...1.
        case ratio
        case text(Shape)
        case texts(Shape)
        case choice([String])
    }

    /// What one text may be.
    package enum Shape: Sendable, Equatable {
        case nonEmpty
        /// A primary language subtag of BCP 47.
        case language
    }

    /// A value that fits its field's kind.
    package enum Value: Sendable, Equatable {
        case none
        case flag(Bool)
        case integer(Int)
        case ratio(Double)
        case text(String)
        case texts([String])
    }

    /// The part of the key after the section.
    package var name: String {
        guard let dot = key.utf8.lastIndex(of: UInt8(ascii: ".")) else { return key }
        return String(key[key.utf8.index(after: dot)...])
    }

    /// The part of the key before the name; empty for a field at the top.
    package var section: String { String(key.dropLast(name.count + 1)) }

    /// `NEWSMILL_LIMITS__MAX_RECORD_BYTES`.
    package var environmentVariable: String {
        Configuration.environmentPrefix
            + key.split(separator: ".").map { $0.uppercased() }.joined(separator: "__")
    }

    package var defaultValue: Value { self.get(Configuration()) }
}

// MARK: - Fields from key paths

extension ConfigurationField {
    typealias Path<Value> = any WritableKeyPath<Configuration, Value> & Sendable

    static func flag(_ key: String, _ path: Path<Bool>, _ summary: String) -> Self {
        Self(
            key: key, kind: .flag, isOptional: false, summary: summary, shapesOutput: true,
            get: { .flag($0[keyPath: path]) },
            set: { if case .flag(let value) = $1 { $0[keyPath: path] = value } })
    }

    static func integer(
        _ key: String, _ path: Path<Int>, _ range: ClosedRange<Int>, shapesOutput: Bool = true, _ summary: String
    ) -> Self {
        number(key, .integer(range), path, shapesOutput: shapesOutput, summary)
    }

    static func bytes(
        _ key: String, _ path: Path<Int>, _ range: ClosedRange<Int>, shapesOutput: Bool = true, _ summary: String
    ) -> Self {
        number(key, .bytes(range), path, shapesOutput: shapesOutput, summary)
    }

    private static func number(
        _ key: String, _ kind: Kind, _ path: Path<Int>, shapesOutput: Bool, _ summary: String
    ) -> Self {
        Self(
            key: key, kind: kind, isOptional: false, summary: summary, shapesOutput: shapesOutput,
            get: { .integer($0[keyPath: path]) },
            set: { if case .integer(let value) = $1 { $0[keyPath: path] = value } })
    }

    static func optionalInteger(
        _ key: String, _ path: Path<Int?>, _ range: ClosedRange<Int>, _ summary: String
    ) -> Self {
        Self(
            key: key, kind: .integer(range), isOptional: true, summary: summary, shapesOutput: true,
            get: { $0[keyPath: path].map(Value.integer) ?? .none },
            set: { if case .integer(let value) = $1 { $0[keyPath: path] = value } else { $0[keyPath: path] = nil } })
    }

    static func ratio(_ key: String, _ path: Path<Double>, shapesOutput: Bool = true, _ summary: String) -> Self {
        Self(
            key: key, kind: .ratio, isOptional: false, summary: summary, shapesOutput: shapesOutput,
            get: { .ratio($0[keyPath: path]) },
            set: { if case .ratio(let value) = $1 { $0[keyPath: path] = value } })
    }

    static func optionalRatio(_ key: String, _ path: Path<Double?>, _ summary: String) -> Self {
        Self(
            key: key, kind: .ratio, isOptional: true, summary: summary, shapesOutput: true,
            get: { $0[keyPath: path].map(Value.ratio) ?? .none },
            set: { if case .ratio(let value) = $1 { $0[keyPath: path] = value } else { $0[keyPath: path] = nil } })
    }

    static func text(_ key: String, _ path: Path<String>, shapesOutput: Bool = true, _ summary: String) -> Self {
        Self(
            key: key, kind: .text(.nonEmpty), isOptional: false, summary: summary, shapesOutput: shapesOutput,
            get: { .text($0[keyPath: path]) },
            set: { if case .text(let value) = $1 { $0[keyPath: path] = value } })
    }

    static func optionalText(
        _ key: String, _ path: Path<String?>, shapesOutput: Bool = true, _ summary: String
    ) -> Self {
        Self(
            key: key, kind: .text(.nonEmpty), isOptional: true, summary: summary, shapesOutput: shapesOutput,
            get: { $0[keyPath: path].map(Value.text) ?? .none },
            set: { if case .text(let value) = $1 { $0[keyPath: path] = value } else { $0[keyPath: path] = nil } })
    }

    static func texts(_ key: String, _ path: Path<[String]>, shapesOutput: Bool = true, _ summary: String) -> Self {
        Self(
            key: key, kind: .texts(.nonEmpty), isOptional: false, summary: summary, shapesOutput: shapesOutput,
            get: { .texts($0[keyPath: path]) },
            set: { if case .texts(let value) = $1 { $0[keyPath: path] = value } })
    }

    static func optionalTexts(_ key: String, _ path: Path<[String]?>, _ shape: Shape, _ summary: String) -> Self {
        Self(
            key: key, kind: .texts(shape), isOptional: true, summary: summary, shapesOutput: true,
            get: { $0[keyPath: path].map(Value.texts) ?? .none },
            set: { if case .texts(let value) = $1 { $0[keyPath: path] = value } else { $0[keyPath: path] = nil } })
    }

    /// A field that takes one of the names of an enumeration's cases.
    static func choice<Choice: RawRepresentable<String> & CaseIterable & SendableMetatype>(
        _ key: String, _ path: Path<Choice>, _ summary: String
    ) -> Self {
        Self(
            key: key, kind: .choice(Choice.allCases.map(\.rawValue)), isOptional: false, summary: summary,
            shapesOutput: true,
            get: { .text($0[keyPath: path].rawValue) },
            set: {
                if case .text(let name) = $1, let value = Choice(rawValue: name) { $0[keyPath: path] = value }
            })
    }

    /// The format that every input is read as; `auto` looks at the bytes.
    static func format(_ key: String, _ path: Path<Format?>, _ summary: String) -> Self {
        let names = Format.allCases.filter { $0 != .unknown }.map(\.rawValue)
        return Self(
            key: key, kind: .choice(["auto"] + names), isOptional: false, summary: summary, shapesOutput: true,
            get: { .text($0[keyPath: path]?.rawValue ?? "auto") },
            set: { if case .text(let name) = $1 { $0[keyPath: path] = Format(rawValue: name) } })
    }
}
