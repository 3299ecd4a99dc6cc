internal import Model
internal import Text

// How articles and rejects lie in the spool: every field in turn, absent ones as a single zero.

extension ByteWriter {
    mutating func article(_ article: Article) {
        fixed(article.id.high)
        fixed(article.id.low)
        source(article.source)
        optional(article.url)
        optional(article.canonicalURL)
        optional(article.site)
        optional(article.title)
        number(article.authors.count)
        for author in article.authors { text(author) }
        date(article.published)
        date(article.modified)
        optional(article.section)
        optional(article.language)
        optional(article.description)
        optional(article.image)
        optional(article.dateline)
        blob(article.text)
        let repairs = article.repairs.nonZero
        number(repairs.count)
        for entry in repairs {
            text(entry.repair.rawValue)
            number(entry.count)
        }
    }

    mutating func reject(_ reject: Reject) {
        source(reject.source)
        text(reject.stage.rawValue)
        text(reject.reason.rawValue)
        text(reject.detail)
        number(reject.bytes)
        if let payload = reject.payload {
            number(1)
            blob(payload)
        } else {
            number(0)
        }
    }

    private mutating func source(_ source: Source) {
        text(source.file)
        text(source.format.rawValue)
        number(source.ordinal)
        number(source.offset)
        optional(source.recordID)
        optional(source.charset)
    }

    private mutating func date(_ date: NewsDate?) {
        guard let date else { return number(0) }
        number(date.time == nil ? 1 : date.time?.offset == nil ? 2 : 3)
        number(date.year)
        number(date.month)
        number(date.day)
        guard let time = date.time else { return }
        number(time.hour)
        number(time.minute)
        number(time.second)
        if let offset = time.offset { number(offset) }
    }
}

extension ByteReader {
    mutating func article() throws(Malformed) -> Article {
        let id = RecordID(high: try fixed(), low: try fixed())
        var article = Article(id: id, source: try source())
        article.url = try optional()
        article.canonicalURL = try optional()
        article.site = try optional()
        article.title = try optional()
        for _ in 0..<(try count()) { article.authors.append(try text()) }
        article.published = try date()
        article.modified = try date()
        article.section = try optional()
        article.language = try optional()
        article.description = try optional()
        article.image = try optional()
        article.dateline = try optional()
        article.text = try blob()
        for _ in 0..<(try count()) {
            guard let repair = Repair(rawValue: try text()) else { throw Malformed() }
            article.repairs[repair] = try number()
        }
        return article
    }

    mutating func reject() throws(Malformed) -> Reject {
        let source = try source()
        guard let stage = Reject.Stage(rawValue: try text()), let reason = Reject.Reason(rawValue: try text())
        else { throw Malformed() }
        return Reject(
            source: source, stage: stage, reason: reason, detail: try text(), bytes: try number(),
            payload: try number() == 0 ? nil : try blob())
    }

    private mutating func count() throws(Malformed) -> Int {
        let count = try number()
        guard count >= 0, count <= 1 << 20 else { throw Malformed() }
        return count
    }

    private mutating func source() throws(Malformed) -> Source {
        let file = try text()
        guard let format = Format(rawValue: try text()) else { throw Malformed() }
        return Source(
            file: file, format: format, ordinal: try number(), offset: try number(), recordID: try optional(),
            charset: try optional())
    }

    private mutating func date() throws(Malformed) -> NewsDate? {
        let form = try number()
        if form == 0 { return nil }
        let (year, month, day) = (try number(), try number(), try number())
        var time: NewsDate.Time?
        if form > 1 {
            time = NewsDate.Time(hour: try number(), minute: try number(), second: try number())
            if form > 2 { time?.offset = try number() }
        }
        guard let date = NewsDate(year: year, month: month, day: day, time: time) else { throw Malformed() }
        return date
    }
}
