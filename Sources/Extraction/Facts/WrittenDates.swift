import Text

/// Dates in words and figures that the page shows near its headline, or where it signs the article.
struct WrittenDates {
    /// The date that is called the date of publication, or that stands there without a name.
    var published: NewsDate?
    /// `published` stands behind a word such as "Published".
    var isLabelled = false
    /// The line of `published` holds little else, and stands right behind the headline.
    var standsAlone = false
    /// The date behind a word such as "Updated".
    var modified: NewsDate?

    /// Columns of a line that may hold a date.
    private static let widestLine: Int32 = 120

    init(_ arena: Arena, _ parts: PageParts, _ killing: Killing, _ area: HeadlineArea, monthFirst: Bool?) {
        // Behind the headline first; what stands before it may be the date of the day.
        let behind = area.block < area.near.upperBound ? area.block..<area.near.upperBound : 0..<0
        let before = area.near.lowerBound..<min(area.block, area.near.upperBound)
        var plain: NewsDate?
        for index in Array(behind) + before.reversed() where arena.blocks[index].width <= Self.widestLine {
            for found in Self.dates(in: arena.blocks[index].text.bounds, of: parts.text, monthFirst) {
                switch found.label {
                case .published where !isLabelled: (published, isLabelled) = (found.date, true)
                case .modified where modified == nil: modified = found.date
                case nil where plain == nil:
                    plain = found.date
                    standsAlone =
                        arena.blocks[index].width <= 32 && (area.block...area.block + 8).contains(index)
                default: break
                }
            }
            if isLabelled { return }
        }
        published = plain
        if published == nil { readSignature(arena, parts, killing, area, monthFirst) }
        if published == nil { readOpening(arena, parts, area, monthFirst) }
    }

    /// Dates that are dates by their class or by what they are called, in the article or right behind it.
    private mutating func readSignature(
        _ arena: Arena, _ parts: PageParts, _ killing: Killing, _ area: HeadlineArea, _ monthFirst: Bool?
    ) {
        let end = min(arena.blocks.count, area.article.upperBound + 6)
        for index in area.article.lowerBound..<max(area.article.lowerBound, end)
        where arena.blocks[index].width <= 80 {
            let node = Int(arena.blocks[index].node)
            let hasClass =
                index < area.article.upperBound && !killing.evidence[node].isDisjoint(with: [.date, .byline])
                && killing.evidence[node].isDisjoint(with: .comments)
            for found in Self.dates(in: arena.blocks[index].text.bounds, of: parts.text, monthFirst) {
                if found.label == .published || hasClass && found.label == nil {
                    published = found.date
                    isLabelled = found.label != nil
                    return
                }
            }
        }
    }

    /// `Harbour Town, 12 May 2026 – ...`: a date in the first words of the article.
    private mutating func readOpening(_ arena: Arena, _ parts: PageParts, _ area: HeadlineArea, _ monthFirst: Bool?) {
        for index in area.article.prefix(8) where arena.blocks[index].width > Self.widestLine {
            let text = arena.blocks[index].text.bounds
            let opening = text.prefix(60)
            published = Self.dates(in: opening, of: parts.text, monthFirst).first { $0.label != .modified }?.date
            return
        }
    }

    // MARK: -

    private enum Label {
        case published, modified
    }

    /// The dates of a line, each with what it is called.
    private static func dates(
        in range: Range<Int>, of text: [UInt8], _ monthFirst: Bool?
    ) -> [(date: NewsDate, label: Label?)] {
        guard range.contains(where: { text[$0].isASCIIDigit }) else { return [] }
        var found: [(NewsDate, Label?)] = []
        var attempts = 0
        var labelStart = range.lowerBound
        var position = range.lowerBound
        while position < range.upperBound, attempts < 20, found.count < 3 {
            guard startsToken(position, range.lowerBound, text) else {
                position += 1
                continue
            }
            attempts += 1
            let end = min(range.upperBound, position + 64)
            guard let date = NewsDate.parse(text.span.extracting(position..<end), monthFirst: monthFirst),
                (1980...2100).contains(date.year)
            else {
                position += 1
                continue
            }
            let start = begin(of: date, from: position, to: range.upperBound, text, monthFirst)
            found.append((date, label(in: labelStart..<start, of: text)))
            // The next date has a year of its own.
            position = afterYear(date.year, from: start, to: range.upperBound, text)
            labelStart = position
        }
        return found
    }

    /// A figure begins, or a word.
    private static func startsToken(_ position: Int, _ start: Int, _ text: [UInt8]) -> Bool {
        guard text[position] > 0x20 else { return false }
        if position == start { return true }
        let before = text[position - 1]
        return before <= 0x20 || !before.isASCIIAlphanumeric && before < 0x80
            || text[position].isASCIIDigit && !before.isASCIIDigit
    }

    /// The last token from which `date` is still read as it is: words before it are passed over when parsing.
    private static func begin(
        of date: NewsDate, from start: Int, to end: Int, _ text: [UInt8], _ monthFirst: Bool?
    ) -> Int {
        // The next date of the line may be of the same day.
        let last = year(date.year, from: start, to: end, text) ?? start
        var best = start
        var position = start + 1
        while position <= last, position < end {
            if startsToken(position, start, text) {
                let rest = text.span.extracting(position..<min(end, position + 64))
                guard let again = NewsDate.parse(rest, monthFirst: monthFirst), again.year == date.year,
                    again.month == date.month, again.day == date.day
                else { break }
                best = position
            }
            position += 1
        }
        return best
    }

    private static func afterYear(_ year: Int, from start: Int, to end: Int, _ text: [UInt8]) -> Int {
        // Behind a year that comes first, day and month follow.
        self.year(year, from: start, to: end, text).map { $0 == start ? min(end, $0 + 10) : $0 + 4 } ?? min(end, start + 8)
    }

    /// Where the four digits of the year stand.
    private static func year(_ year: Int, from start: Int, to end: Int, _ text: [UInt8]) -> Int? {
        let digits = Array(String(year).utf8)
        var position = start
        while position + digits.count <= end {
            if text[position..<position + digits.count].elementsEqual(digits) { return position }
            position += 1
        }
        return nil
    }

    private static func label(in range: Range<Int>, of text: [UInt8]) -> Label? {
        guard range.count <= 160 else { return nil }
        let words = String(decoding: text[range], as: UTF8.self).lowercased()
        if modifiedWords.contains(where: words.contains) { return .modified }
        return publishedWords.contains(where: words.contains) ? .published : nil
    }

    private static let publishedWords = [
        "publish", "posted", "created", "released", "date:", "veröffentlicht", "erschienen", "erstellt", "datum", "publié",
        "mise en ligne", "mis en ligne", "parution", "publicad", "publicat", "pubblicat", "gepubliceerd", "geplaatst",
        "publicerad", "publisert", "publiceret", "udgivet", "julkaistu", "opublikowan", "dodano", "publikov", "zveřejněn",
        "objavljen", "közzétéve", "megjelen", "yayın", "опублик", "δημοσι", "dipublikasikan", "diterbitkan", "đăng",
        "प्रकाशित", "نشر", "تاریخ انتشار", "פורסם", "发布", "發布", "发表", "公開", "掲載", "入力", "입력", "등록", "승인",
        "เผยแพร่",
    ]
    private static let modifiedWords = [
        "updat", "modif", "changed", "edited", "revised", "reviewed", "aktualisier", "geändert", "änderung", "stand:",
        "mis à jour", "mise à jour", "maj ", "actualiz", "atualiz", "aggiorna", "bijgewerkt", "gewijzigd", "uppdater",
        "oppdater", "opdater", "päivitetty", "muokattu", "aktualizac", "zaktualizowan", "aktualizov", "frissít",
        "güncelle", "обновл", "изменен", "оновлен", "ενημέρωση", "diperbarui", "cập nhật", "अपडेट", "تحديث", "به‌روز",
        "עודכן", "更新", "수정", "อัปเดต",
    ]
}
