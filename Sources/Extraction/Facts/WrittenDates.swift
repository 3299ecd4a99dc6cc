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

    /// Year and month that the page's address states: a date of another month is not that of the article.
    private let month: (year: Int, month: Int)?

    init(
        _ arena: Arena, _ parts: PageParts, _ killing: Killing, _ area: HeadlineArea, monthFirst: Bool?,
        month: (year: Int, month: Int)?
    ) {
        self.month = month
        // Behind the headline first; what stands before it may be the date of the day.
        let behind = area.block < area.near.upperBound ? area.block..<area.near.upperBound : 0..<0
        let before = area.near.lowerBound..<min(area.block, area.near.upperBound)
        var plain: NewsDate?
        for index in Array(behind) + before.reversed() where arena.blocks[index].width <= Self.widestLine {
            for found in Self.dates(ofBlock: index, arena, parts, monthFirst) where fits(found.date) {
                switch found.label {
                case .published where !isLabelled: (published, isLabelled) = (found.date, true)
                case .modified where modified == nil: modified = found.date
                case nil where plain == nil && !(index < area.block && isAfterUpdate(found.date)):
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

    /// Today's date, in the page's head.
    private func isAfterUpdate(_ date: NewsDate) -> Bool {
        modified.map { date.daysSinceEpoch > $0.daysSinceEpoch } ?? false
    }

    private func fits(_ date: NewsDate) -> Bool {
        guard let month else { return true }
        // Evening here is morning there.
        return abs((date.year - month.year) * 12 + date.month - month.month) <= 1
    }

    /// Dates that are dates by their class or by what they are called, in the article or right behind it.
    private mutating func readSignature(
        _ arena: Arena, _ parts: PageParts, _ killing: Killing, _ area: HeadlineArea, _ monthFirst: Bool?
    ) {
        let end = min(arena.blocks.count, area.article.upperBound + 6)
        for index in area.article.lowerBound..<max(area.article.lowerBound, end)
        where arena.blocks[index].width <= 80 && !Self.isInFooter(index, arena) {
            let node = Int(arena.blocks[index].node)
            let hasClass =
                index < area.article.upperBound && !killing.evidence[node].isDisjoint(with: [.date, .byline])
                && killing.evidence[node].isDisjoint(with: .comments)
            for found in Self.dates(ofBlock: index, arena, parts, monthFirst) where fits(found.date) {
                if found.label == .published || hasClass && found.label == nil {
                    published = found.date
                    isLabelled = found.label != nil
                    return
                }
                if found.label == .modified, modified == nil { modified = found.date }
            }
        }
    }

    private static func isInFooter(_ block: Int, _ arena: Arena) -> Bool {
        var node = Int(arena.blocks[block].node)
        for _ in 0..<12 where node > 0 {
            if arena.tag[node] == .footer { return true }
            node = Int(arena.parent[node])
        }
        return false
    }

    /// `Harbour Town, 12 May 2026 – ...`: a date in the first words of the article.
    private mutating func readOpening(_ arena: Arena, _ parts: PageParts, _ area: HeadlineArea, _ monthFirst: Bool?) {
        let opening = area.article.prefix(10).filter { arena.blocks[$0].width > Self.widestLine }
        for index in opening.prefix(3) where published == nil {
            let words = arena.blocks[index].text.bounds.prefix(60)
            published = Self.dates(in: words, of: parts.text, monthFirst).first { $0.label != .modified }?.date
        }
    }

    // MARK: -

    private enum Label {
        case published, modified
    }

    /// The dates of a block. What the first is called may stand on a short line before it.
    private static func dates(
        ofBlock index: Int, _ arena: Arena, _ parts: PageParts, _ monthFirst: Bool?
    ) -> [(date: NewsDate, label: Label?)] {
        let range = arena.blocks[index].text.bounds
        var found = dates(in: range, of: parts.text, monthFirst)
        if index > 0, found.first?.label == nil, found.first != nil, arena.blocks[index].width <= 40,
            arena.blocks[index - 1].width <= 30
        {
            found[0].label = label(in: arena.blocks[index - 1].text.bounds, of: parts.text)
        }
        return found
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
            let end = windowEnd(from: position, to: range.upperBound, text)
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

    /// 64 bytes on, or where a year touches the next element's first letter ("2024September").
    private static func windowEnd(from start: Int, to end: Int, _ text: [UInt8]) -> Int {
        let limit = min(end, start + 64)
        var digits = 0
        for position in start..<limit {
            if digits == 4, text[position].isASCIIUpper, text[position] != UInt8(ascii: "T") { return position }
            digits = text[position].isASCIIDigit ? digits + 1 : 0
        }
        return limit
    }

    /// A figure begins, or a word.
    private static func startsToken(_ position: Int, _ start: Int, _ text: [UInt8]) -> Bool {
        guard text[position] > 0x20 else { return false }
        if position == start { return true }
        let before = text[position - 1]
        // Elements that touch: "Ann Lee3.11.2023", "HealthDECEMBER 22".
        return before <= 0x20 || !before.isASCIIAlphanumeric && before < 0x80
            || text[position].isASCIIDigit && !before.isASCIIDigit
            || text[position].isASCIIUpper && before.isASCIILower
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
                let limit = last > start ? min(end, last + 4) : windowEnd(from: position, to: end, text)
                let rest = text.span.extracting(position..<limit)
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
        self.year(year, from: start, to: end, text).map { $0 == start ? min(end, $0 + 10) : $0 + 4 }
            ?? min(end, start + 8)
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
        // Figures and signs alone name nothing.
        guard range.count <= 160, range.contains(where: { text[$0].isASCIILetter || text[$0] >= 0x80 }) else {
            return nil
        }
        let words = text[range]
        if modifiedWords.contains(where: { FactText.contains($0, in: words) }) { return .modified }
        return publishedWords.contains { FactText.contains($0, in: words) } ? .published : nil
    }

    // Only ASCII letters are compared without their case, so words of other scripts go without their first letter.

    private static let publishedWords: [StaticString] = [
        "publish", "posted", "written", "created", "released", "date:", "ffentlicht", "erschienen", "erstellt",
        "geschrieben", "datum", "publié", "mise en ligne", "mis en ligne", "parution", "publicad", "publicat",
        "pubblicat",
        "gepubliceerd", "geplaatst", "publicerad", "publisert", "publiceret", "udgivet", "julkaistu", "opublikowan",
        "dodano", "publikov", "zveřejněn", "objavljen", "közzétéve", "megjelen", "yayın", "публик", "ημοσι",
        "dipublikasikan", "diterbitkan", "प्रकाशित", "نشر", "تاریخ انتشار", "פורסם", "发布", "發布", "发表", "公開", "掲載", "入力",
        "입력", "등록", "승인", "เผยแพร่",
    ]
    private static let modifiedWords: [StaticString] = [
        "updat", "modif", "changed", "edited", "revised", "reviewed", "aktualisier", "geändert", "nderung", "stand:",
        "mis à jour", "mise à jour", "maj ", "actualiz", "atualiz", "aggiorna", "bijgewerkt", "gewijzigd", "uppdater",
        "oppdater", "opdater", "päivitetty", "muokattu", "aktualizac", "zaktualizowan", "aktualizov", "frissít",
        "güncelle", "бновл", "зменен", "новлен", "νημέρωση", "diperbarui", "cập nhật", "अपडेट", "تحديث", "به‌روز",
        "עודכן",
        "更新", "수정", "อัปเดต",
    ]
}
