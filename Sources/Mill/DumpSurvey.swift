import Intake
import Model
import Store
import Text

/// What a directory of dumps holds, as far as a sample of its records tells.
package struct DumpSurvey {
    package struct Group: Sendable {
        /// `warc`, `jsonl` ...
        package var format: String
        package var files = 0
        package var bytes = 0
    }

    /// By format, the larger first. Of all files when there are few, else of an even sample.
    package private(set) var groups: [Group] = []
    package private(set) var files = 0
    package private(set) var bytes = 0
    package private(set) var filesLookedAt = 0
    package private(set) var records = 0
    package private(set) var articles = 0
    /// Reasons of the sample's rejects, the more frequent first.
    package private(set) var rejects: [(reason: String, count: Int)] = []
    /// Languages of the sample's articles, the more frequent first.
    package private(set) var languages: [(language: String, count: Int)] = []
    /// The field of JSON records that looks like the text, where none that is known was there.
    package private(set) var textField: String?
    package private(set) var notes: [String] = []

    private static let maxFiles = 200
    private static let recordsPerFile = 25

    package init(_ names: [String], excluding output: String) throws {
        let listing = try InputListing(names, excluding: output)
        notes = listing.notes
        files = listing.inputs.count
        bytes = listing.inputs.reduce(0) { $0 + $1.size }
        let configuration = Configuration()
        var maker = ArticleMaker(configuration)
        var formats: [String: Group] = [:]
        var reasons: [String: Int] = [:]
        var tongues: [String: Int] = [:]
        var fields: [String: Int] = [:]
        for input in Self.sample(listing.inputs) {
            filesLookedAt += 1
            let reader = InputReader(path: input.file, name: input.file, configuration: configuration)
            var format: String?
            var seen = 0
            while seen < Self.recordsPerFile, let item = reader.next() {
                switch item {
                case .auxiliary: continue
                case .reject(let reject):
                    reasons[reject.reason.rawValue, default: 0] += 1
                    if reject.source.format != .unknown { format = format ?? reject.source.format.rawValue }
                case .record(let record):
                    format = format ?? record.source.format.rawValue
                    switch maker.make(from: record) {
                    case .article(let article):
                        articles += 1
                        tongues[article.language.map(Self.primary) ?? "unknown", default: 0] += 1
                    case .reject(let reject):
                        reasons[reject.reason.rawValue, default: 0] += 1
                        if reject.reason == .noText { Self.countFields(record, into: &fields) }
                    }
                }
                seen += 1
                records += 1
            }
            let name = format ?? "not recognized"
            formats[name, default: Group(format: name)].files += 1
            formats[name]?.bytes += input.size
        }
        groups = formats.values.sorted { ($1.bytes, $0.format) < ($0.bytes, $1.format) }
        rejects = Self.ranked(reasons).map { ($0, $1) }
        languages = Self.ranked(tongues).map { ($0, $1) }
        textField = articles == 0 ? Self.ranked(fields).first?.0 : nil
    }

    private static func ranked(_ counts: [String: Int]) -> [(String, Int)] {
        counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
    }

    /// `en` of `en-GB`.
    private static func primary(_ language: String) -> String { String(language.prefix { $0 != "-" }).lowercased() }

    private static func sample(_ inputs: [PlannedInput]) -> [PlannedInput] {
        guard inputs.count > maxFiles else { return inputs }
        return (0..<maxFiles).map { inputs[$0 * inputs.count / maxFiles] }
    }

    /// Adds up how long the texts are that an object's fields hold: the longest is most likely the article.
    private static func countFields(_ record: RawRecord, into fields: inout [String: Int]) {
        guard record.source.format == .jsonl || record.source.format == .json,
            let members = (try? JSONValue(parsing: record.bytes))?.members
        else { return }
        for member in members {
            if let text = member.value.utf8, text.count > 80 { fields[member.key, default: 0] += text.count }
        }
    }
}
