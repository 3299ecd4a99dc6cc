import Logging

/// What the command tells about its work: through swift-log to standard error, a plain line each.
struct Log: Sendable {
    private let logger: Logger

    init(quiet: Bool) {
        logger = Logger(label: "newsmill") { _ in LineHandler(logLevel: quiet ? .error : .info) }
    }

    func note(_ message: String) { logger.info("\(message)") }
}

/// Writes each message as one line without decoration: under cron and systemd the time is already there.
private struct LineHandler: LogHandler {
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        Console.say("newsmill: \(event.message)\n")
    }
}
