import Text

/// The line that opens an agency story: where, when and who (`LONDON, Feb 26 (Reuters) - `).
struct Dateline: Equatable {
    /// From the place to the last bracket, without the dash.
    var range: Range<Int>
    /// The part before the first comma, bracket or slash.
    var place: Range<Int>
    /// Where the story begins.
    var storyStart: Int

    /// Reads a dateline at the start of `line`, a paragraph of valid UTF-8.
    ///
    /// An agency in brackets may stand alone (`(CNN) -- `).
    ///
    /// A place is one to six words with capitals; then a region, a date and an agency in any usual order; then a dash.
    /// A place in mixed case needs a date or a known agency, so that `John Smith (Labour) - ` is none. At most 60
    /// scalars (80 where a wire service stands between slashes).
    init?(of line: Span<UInt8>) {
        guard Self.mayBegin(line) else { return nil }
        var scanner = DatelineScanner(line)
        guard let found = scanner.scan() else { return nil }
        self = found
    }

    /// Longest line that is looked at, in bytes: nothing beyond the longest dateline matters.
    static let limit = 200

    /// A capital or a bracket at the start and some dash soon after: what spares most paragraphs a closer look.
    private static func mayBegin(_ line: Span<UInt8>) -> Bool {
        guard line.count > 16, line[0] <= 0x20 || line[0] == 0x28 || line[0].isASCIIUpper || line[0] >= 0xC3 else {
            return false
        }
        for index in 0..<min(line.count, 140) where isSign(line[index]) {
            return (index..<min(line.count, limit)).contains { mayBeDash(line, at: $0) }
        }
        return false
    }

    /// The first byte of what may be a dash: a hyphen, an underscore, a character of General Punctuation.
    private static func isSign(_ byte: UInt8) -> Bool { byte == 0x2D || byte == 0x5F || byte == 0xE2 }

    /// Not the hyphen within a word, and no quotation mark.
    private static func mayBeDash(_ line: Span<UInt8>, at index: Int) -> Bool {
        guard isSign(line[index]), index + 1 < line.count else { return false }
        switch line[index] {
        case 0x2D: return line[index + 1] == 0x2D || line[index + 1] == 0x20
        case 0x5F: return line[index + 1] == 0x20
        default: return index + 2 < line.count && line[index + 1] == 0x80 && (0x93...0x95).contains(line[index + 2])
        }
    }

    init(range: Range<Int>, place: Range<Int>, storyStart: Int) {
        self.range = range
        self.place = place
        self.storyStart = storyStart
    }
}
