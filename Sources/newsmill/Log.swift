import Glibc
import Logging
import Mill
import Text

/// What the command tells about its work: through swift-log to standard error, a line each.
struct Log: Sendable {
    enum Format: String, CaseIterable {
        case text, json
    }

    let format: Format
    private let logger: Logger

    init(format: Format = .text, quiet: Bool) {
        self.format = format
        let level: Logger.Level = quiet ? .error : .info
        logger = Logger(label: "newsmill") { _ in
            switch format {
            case .text: LineHandler(logLevel: level)
            case .json: JSONHandler(logLevel: level)
            }
        }
    }

    /// - Parameter facts: members of the line in the form of JSON; the text says them itself.
    func note(_ message: String, _ facts: Logger.Metadata = [:]) { logger.info("\(message)", metadata: facts) }

    func error(_ message: String, _ facts: Logger.Metadata = [:]) { logger.error("\(message)", metadata: facts) }
}

/// What the handlers have in common: swift-log asks each for metadata by key.
private protocol StandardErrorHandler: LogHandler {}

extension StandardErrorHandler {
    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }
}

/// Writes each message as one line without decoration: under cron and systemd the time is already there.
private struct LineHandler: StandardErrorHandler {
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]

    func log(event: LogEvent) {
        Console.say("newsmill: \(event.message)\n")
    }
}

/// Writes each message as an object: `time`, `level`, `message`, then the facts by name.
private struct JSONHandler: StandardErrorHandler {
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]

    func log(event: LogEvent) {
        var json = JSONWriter()
        json.beginObject()
        json.key("time")
        json.string(NewsDate(unixSeconds: time(nil))?.iso8601 ?? "")
        json.key("level")
        json.string(event.level.rawValue)
        json.key("message")
        json.string("\(event.message)")
        for (name, value) in (event.metadata ?? [:]).sorted(by: { $0.key < $1.key }) {
            json.key(name)
            Self.write(value, into: &json)
        }
        json.endObject()
        Console.say(String(decoding: json.bytes, as: UTF8.self) + "\n")
    }

    /// Numbers stay numbers.
    private static func write(_ value: Logger.MetadataValue, into json: inout JSONWriter) {
        switch value {
        case .stringConvertible(let number as Int): json.integer(number)
        case .stringConvertible(let number as Double): json.double(number, decimals: 4)
        case .stringConvertible(let other): json.string("\(other)")
        case .string(let text): json.string(text)
        case .array(let values):
            json.beginArray()
            for value in values { write(value, into: &json) }
            json.endArray()
        case .dictionary(let members):
            json.beginObject()
            for (name, value) in members.sorted(by: { $0.key < $1.key }) {
                json.key(name)
                write(value, into: &json)
            }
            json.endObject()
        }
    }
}
