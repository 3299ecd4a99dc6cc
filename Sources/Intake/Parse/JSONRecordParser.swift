package import Model
internal import Text

/// Reads one JSON object, a line of JSON Lines or an element of an array, into an article.
///
/// What fills what is found by the names of the fields (`FieldPresets`); the configuration's `fields` are asked first.
package struct JSONRecordParser {
    private let overrides: FieldOverrides
    private let authors = JSONAuthors()

    package init(configuration: Configuration) {
        overrides = FieldOverrides(configuration.fields)
    }

    package mutating func parse(_ record: RawRecord) -> ParseResult {
        let root: JSONValue
        do throws(JSONError) {
            root = try JSONValue(parsing: Self.utf8(record.bytes))
        } catch {
            return .reject(
                record.rejected(.malformedJSON, "not JSON at byte \(error.offset) of the record: \(error.message)"))
        }
        guard root.kind == .object else {
            return .reject(
                record.rejected(.notAnObject, "the record is \(Self.name(root)); expected an object with fields"))
        }
        return JSONReading(root, overrides: overrides, authors: authors).result(of: record)
    }

    /// UTF-16, which RFC 4627 still allowed, becomes UTF-8; everything else stays as it is.
    private static func utf8(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.count >= 4 else { return bytes }
        let isBigEndian: Bool
        switch (bytes[0], bytes[1], bytes[2], bytes[3]) {
        case (0xFE, 0xFF, _, _), (0, 0x01..., 0, 0x01...): isBigEndian = true
        case (0xFF, 0xFE, 0x01..., _), (0x01..., 0, 0x01..., 0): isBigEndian = false
        default: return bytes
        }
        var text: [UInt8] = []
        _ = UTF16Decoder.decode(bytes.span, from: 0, bigEndian: isBigEndian, into: &text)
        return text
    }

    private static func name(_ value: JSONValue) -> String {
        switch value.kind {
        case .null: "null"
        case .bool: "true or false"
        case .number: "a number"
        case .string: "a string"
        case .array: "an array of \(value.count) values"
        case .object: "an object"
        }
    }
}

/// One record on its way to a draft.
private struct JSONReading {
    private let root: JSONValue
    private let fields: JSONFields
    private let overrides: FieldOverrides
    private let reader: JSONAuthors
    private let contents: TypedContents?
    private let isNinjs: Bool

    init(_ root: JSONValue, overrides: FieldOverrides, authors: JSONAuthors) {
        self.root = root
        self.overrides = overrides
        reader = authors
        fields = Self.article(in: root, overrides: overrides)
        contents = fields.object["contents"].flatMap { TypedContents($0) }
        isNinjs = fields.object["pubstatus"] != nil || fields.object["versioncreated"] != nil
    }

    func result(of record: RawRecord) -> ParseResult {
        if isNinjs, let (reason, detail) = ninjsRefusal { return reject(record, reason, detail) }
        guard let body else { return reject(record, .noText, missingText) }
        // Built in its place: an article is large to copy.
        let identifier = identifier
        var draft = Draft(
            article: Article(id: record.identity(withID: identifier), source: record.source), body: .text)
        draft.article.source.recordID = identifier
        draft.article.repairs[.invalidBytes] = root.invalidSequences
        fill(&draft.article)
        switch body {
        case (let text, .text): draft.article.text = text
        case (let markup, .page): draft.body = .page(markup)
        case (let markup, .fragment): draft.body = .fragment(markup)
        }
        return .draft(draft)
    }

    private func reject(_ record: RawRecord, _ reason: Reject.Reason, _ detail: String) -> ParseResult {
        var reject = record.rejected(reason, detail)
        reject.source.recordID = identifier
        return .reject(reject)
    }

    // MARK: - Facts

    private func fill(_ article: inout Article) {
        // RealNews writes 03-17-2019 and says nowhere that it means March.
        let monthFirst: Bool? = fields.object["warc_date"] != nil && fields.object["publish_date"] != nil ? true : nil
        let isDolma = fields.object["added"] != nil && fields.object["metadata"] != nil
        article.url = url
        article.canonicalURL = fields.first(.canonicalURL, JSONFacts.url)
        article.title =
            (isNinjs ? fields.object["headline"].flatMap(JSONFacts.line) : nil)
            ?? fields.first(.title, JSONFacts.line) ?? contents?.title
        article.authors = authors
        if !isC4 {
            article.published =
                fields.first(.published) { JSONFacts.date($0, monthFirst: monthFirst) } ?? contents?.date
        }
        article.modified = fields.first(.modified) { JSONFacts.date($0, monthFirst: monthFirst) }
        // The "source" of a Dolma record is the collection that it came with.
        article.site = fields.first(.site) { value in
            isDolma && value.offset == fields.object["source"]?.offset ? nil : JSONFacts.site(value)
        }
        article.section = fields.first(.section, JSONFacts.line) ?? contents?.kicker
        article.language = fields.first(.language, JSONFacts.language)
        article.description = fields.first(.description, JSONFacts.line) ?? contents?.deck
        article.image = fields.first(.image, JSONFacts.url) ?? contents?.image
        article.dateline = fields.first(.dateline, JSONFacts.line)
        if isNinjs { fillNinjs(&article) }
    }

    /// C4 and mC4 have three fields, and their timestamp is the time of the crawl, often years after the article's.
    private var isC4: Bool {
        !overrides.has(.published) && fields.object.count == 3 && fields.object["timestamp"] != nil
            && fields.object["text"] != nil && fields.object["url"] != nil
    }

    private var authors: [String] {
        // In ninjs, `authors` are accounts of the editorial system.
        if isNinjs, let names = fields.object["byline"].flatMap(reader.names) { return names }
        return fields.first(.authors, reader.names) ?? contents?.byline.flatMap(reader.names) ?? []
    }

    private var identifier: String? {
        if isNinjs, let guid = (fields.object["guid"] ?? fields.object["uri"]).flatMap(JSONFacts.identifier) {
            guard let version = fields.object["version"].flatMap(JSONFacts.identifier) else { return guid }
            return "\(guid)#\(version)"
        }
        return fields.first(.id, JSONFacts.identifier)
    }

    private var url: String? {
        if isNinjs {
            return fields.object["url"].flatMap(JSONFacts.url) ?? fields.object["uri"].flatMap(Self.webAddress)
        }
        guard let url = fields.first(.url, JSONFacts.url) else { return fields.first(.id, Self.webAddress) }
        // Early editions of the Washington Post collection leave the host out.
        guard contents != nil, url.hasPrefix("/"), !url.hasPrefix("//"),
            fields.object["source"]?.string == "The Washington Post"
        else { return url }
        return "https://www.washingtonpost.com" + url
    }

    private static func webAddress(_ value: JSONValue) -> String? {
        JSONFacts.url(value).flatMap { $0.hasPrefix("http://") || $0.hasPrefix("https://") ? $0 : nil }
    }

    // MARK: - Body

    private enum BodyKind {
        case text, page, fragment
    }

    private var body: (bytes: [UInt8], kind: BodyKind)? {
        if let contents, !overrides.has(.text), !overrides.has(.html) {
            return contents.text.isEmpty ? nil : (contents.text, .text)
        }
        // The plain text of a ninjs item has lost its paragraphs.
        let prefersMarkup = !overrides.has(.text) && (isNinjs || overrides.has(.html))
        for role in prefersMarkup ? [FieldRole.html, .text] : [.text, .html] {
            if let found = fields.first(role, { Self.body($0, isMarkup: role == .html) }) { return found }
        }
        return nil
    }

    private static func body(_ value: JSONValue, isMarkup: Bool) -> (bytes: [UInt8], kind: BodyKind)? {
        guard var bytes = JSONFacts.text(value) else { return nil }
        if isEscapedMarkup(bytes) {
            var decoded: [UInt8] = []
            CharacterReferences.decode(bytes.span, into: &decoded)
            bytes = decoded
        }
        switch InlineMarkup.kind(bytes) {
        case .page: return (bytes, .page)
        case .fragment: return (bytes, .fragment)
        case .inline where !isMarkup:
            let text = InlineMarkup.plain(bytes)
            return JSONFacts.isBlank(text) ? nil : (text, .text)
        case .inline, .plain: return (bytes, isMarkup ? .fragment : .text)
        }
    }

    /// Markup that was escaped once too often: it begins with `&lt;p&gt;` or another tag.
    private static func isEscapedMarkup(_ bytes: [UInt8]) -> Bool {
        let head = bytes.drop { $0 <= 0x20 }.prefix(64)
        guard head.starts(with: "&lt;".utf8), let first = head.dropFirst(4).first else { return false }
        return first.isASCIILetter || first == UInt8(ascii: "!")
    }

    /// The fields of the record, or of the object inside it that has the body (`_source`, `data` ...).
    private static func article(in root: JSONValue, overrides: FieldOverrides) -> JSONFields {
        let outer = JSONFields(root, overrides: overrides)
        var fields = outer
        for _ in 0..<4 where !hasBody(fields) {
            guard let inner = wrapped(in: fields.object) else { break }
            var next = JSONFields(inner, overrides: overrides)
            next.inherit(from: fields)
            fields = next
        }
        return hasBody(fields) || root["_source"] != nil ? fields : outer
    }

    private static func hasBody(_ fields: JSONFields) -> Bool {
        func holdsText(_ value: JSONValue) -> Bool? {
            switch value.kind {
            // Without decoding: a string counts if there is anything between its quotes.
            case .string: value.end - value.offset > 2 ? true : nil
            case .object where JSONFields.isRecord(value): nil
            default: JSONFacts.text(value).map { _ in true }
            }
        }
        return fields.first(.text, holdsText) ?? fields.first(.html, holdsText) ?? false
    }

    private static func wrapped(in object: JSONValue) -> JSONValue? {
        for key in FieldPresets.wrappers {
            guard let value = object[key] else { continue }
            if value.kind == .object { return value }
            if value.count == 1, let only = value[0], only.kind == .object { return only }
        }
        return nil
    }

    private var missingText: String {
        var keys: [String] = []
        fields.object.forEachMember { key, _ in
            if keys.count < 30, let name = key.string {
                keys.append("\"\(name.unicodeScalars.prefix(40).map(String.init).joined())\"")
            }
        }
        var list = keys.isEmpty ? "no fields" : keys.joined(separator: ", ")
        for key in FieldPresets.wrappers {
            if let items = root[key], items.kind == .array, items.count > 1 {
                list += "; \"\(key)\" is a list of \(items.count): give each its own line"
            }
        }
        let asked =
            [.text, .html].compactMap(overrides.path).map { "\"\($0)\" (from the configuration)" }
            + FieldPresets.names(of: .text).prefix(8).map { "\"\($0)\"" } + ["..."]
        return "no text in any of the fields \(asked.joined(separator: ", ")); the record has \(list); "
            + "`fields.text` in the configuration can name the field"
    }
}

// MARK: - ninjs

extension JSONReading {
    /// IPTC ninjs, 3.1: an item that was withdrawn, or one that is no text.
    private var ninjsRefusal: (reason: Reject.Reason, detail: String)? {
        if let status = fields.object["pubstatus"]?.string, ["canceled", "cancelled", "withheld"].contains(status) {
            return (.deleted, "the item's publication status is \"\(status)\"")
        }
        if let type = fields.object["type"]?.string, ["picture", "graphic", "audio", "video"].contains(type) {
            return (.noText, "the item's type is \"\(type)\"")
        }
        return nil
    }

    private func fillNinjs(_ article: inout Article) {
        func date(_ key: String) -> NewsDate? { fields.object[key].flatMap { JSONFacts.date($0) } }
        article.published =
            date("firstpublished") ?? date("firstcreated") ?? date("versioncreated") ?? article.published
        if let version = date("versioncreated"), version != article.published { article.modified = version }
        article.section = article.section ?? fields.object["service"].flatMap(JSONFacts.line)
        article.image =
            article.image
            ?? JSONFields.value(at: "associations.featuremedia.renditions.original.href", in: fields.object).flatMap(
                JSONFacts.url)
    }
}
