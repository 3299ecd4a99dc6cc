internal import Model
internal import Text

// How articles and rejects lie in the spool: every field in turn, absent ones as a single zero, kinds by their place among
// all of them.

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
            kind(entry.repair)
            number(entry.count)
        }
    }

    mutating func reject(_ reject: Reject) {
        source(reject.source)
        kind(reject.stage)
        kind(reject.reason)
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
        kind(source.format)
        number(source.ordinal)
        number(source.offset)
        optional(source.recordID)
        optional(source.charset)
    }

    private mutating func kind<Kind: CaseIterable & Equatable>(_ kind: Kind) where Kind.AllCases == [Kind] {
        number(Kind.allCases.firstIndex(of: kind) ?? 0)
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
    /// Reads an article into the memory of another.
    mutating func article(into article: inout Article) throws(Malformed) {
        article.id = RecordID(high: try fixed(), low: try fixed())
        try source(into: &article.source)
        try optional(into: &article.url)
        try optional(into: &article.canonicalURL)
        try optional(into: &article.site)
        try optional(into: &article.title)
        article.authors.removeAll(keepingCapacity: true)
        for _ in 0..<(try count()) { article.authors.append(try text()) }
        article.published = try date()
        article.modified = try date()
        try optional(into: &article.section)
        try optional(into: &article.language)
        try optional(into: &article.description)
        try optional(into: &article.image)
        try optional(into: &article.dateline)
        try blob(into: &article.text)
        article.repairs.removeAll()
        for _ in 0..<(try count()) { article.repairs[try kind()] = try number() }
    }

    mutating func reject() throws(Malformed) -> Reject {
        var source = Source.none
        try self.source(into: &source)
        return Reject(
            source: source, stage: try kind(), reason: try kind(), detail: try text(), bytes: try number(),
            payload: try number() == 0 ? nil : try blob())
    }

    private mutating func count() throws(Malformed) -> Int {
        let count = try number()
        guard count >= 0, count <= 1 << 20 else { throw Malformed() }
        return count
    }

    private mutating func source(into source: inout Source) throws(Malformed) {
        try text(into: &source.file)
        source.format = try kind()
        source.ordinal = try number()
        source.offset = try number()
        try optional(into: &source.recordID)
        try optional(into: &source.charset)
    }

    private mutating func kind<Kind: CaseIterable>() throws(Malformed) -> Kind where Kind.AllCases == [Kind] {
        let (place, all) = (try number(), Kind.allCases)
        guard all.indices.contains(place) else { throw Malformed() }
        return all[place]
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
