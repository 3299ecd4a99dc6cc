import Dispatch
import Glibc
import Mill
import Text

/// Follows a run: on a terminal one line that changes, elsewhere a line of the log from time to time.
///
/// Unchecked: after `init` everything is touched on `queue` only.
final class ProgressDisplay: @unchecked Sendable {
    enum Style {
        case hidden, terminal
        /// A line every so many seconds; the first comes sooner.
        case lines(every: Int)
    }

    private let progress: Progress
    private let style: Style
    private let log: Log
    private let queue = DispatchQueue(label: "newsmill.display")
    private var timer: (any DispatchSourceTimer)?
    private var isDrawn = false
    private static let frame = DispatchTimeInterval.milliseconds(200)
    /// When a log is still short, people want to see that something happens.
    private static let firstLine = 10

    init(_ progress: Progress, style: Style, log: Log) {
        self.progress = progress
        self.style = style
        self.log = log
        // A timer that never ran must not be let go: it is made only where it is used.
        if case .hidden = style { return }
        let timer = DispatchSource.makeTimerSource(queue: queue)
        switch style {
        case .hidden: break
        case .terminal: timer.schedule(deadline: .now() + Self.frame, repeating: Self.frame)
        case .lines(let seconds):
            timer.schedule(
                deadline: .now() + .seconds(min(seconds, Self.firstLine)), repeating: .seconds(seconds),
                leeway: .milliseconds(10))
        }
        self.timer = timer
        timer.setEventHandler { [unowned self] in tick() }
        timer.resume()
    }

    /// Writes a message between the display's own lines.
    func note(_ message: String) {
        queue.sync {
            wipe()
            log.note(message)
        }
    }

    /// Leaves the terminal clean.
    func end() {
        queue.sync {
            timer?.cancel()
            timer = nil
            wipe()
        }
    }

    private func tick() {
        let text = ProgressText(progress.snapshot)
        guard case .terminal = style else { return log.note(text.line, text.facts) }
        let name = text.phase.rawValue
        let width = Self.columns
        var line = "\(name)\(String(repeating: " ", count: max(1, 8 - name.utf8.count)))"
        if let share = text.share, width >= 60 {
            let filled = Int((share * 20).rounded())
            let (done, open) = Self.isUnicode ? ("━", "╌") : ("#", "-")
            line += String(repeating: done, count: filled) + String(repeating: open, count: 20 - filled) + " "
            line += Self.padded(Wording.percent(share), 5) + "  "
        }
        for (place, part) in text.terminalParts.enumerated() {
            let more = (place > 0 ? "  " : "") + part
            if line.unicodeScalars.count + more.unicodeScalars.count >= width { break }
            line += more
        }
        Console.say("\r\u{1B}[K" + String(line.prefix(max(1, width - 1))))
        isDrawn = true
    }

    private func wipe() {
        if isDrawn { Console.say("\r\u{1B}[K") }
        isDrawn = false
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.utf8.count)) + text
    }

    /// Whether the terminal shows UTF-8, by the variables that setlocale(3) goes by.
    private static let isUnicode: Bool = {
        let variables = Environment.variables
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { variables[$0] }.first { !$0.isEmpty } ?? ""
        return locale.lowercased().contains("utf-8") || locale.lowercased().contains("utf8")
    }()

    private static var columns: Int {
        var size = winsize()
        guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }
}
