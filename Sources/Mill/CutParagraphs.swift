import Intake
package import Model

/// What a published record lost as boilerplate of its site, by making the article anew from its file.
package enum CutParagraphs {
    /// - Returns: the paragraphs in their order; nil when the file, with this configuration, does not give the article any
    ///   more.
    package static func of(_ record: RecordExplanation, _ configuration: Configuration) -> [String]? {
        let source = record.source
        let reader = InputReader(path: source.file, name: source.file, configuration: configuration)
        var maker = ArticleMaker(configuration)
        while let item = reader.next() {
            guard case .record(let raw) = item, raw.source.ordinal == source.ordinal else { continue }
            guard case .article(let article) = maker.make(from: raw), article.id == record.id else { return nil }
            return removed(from: article.text, leaving: record.text)
        }
        return nil
    }

    /// The lines of one text that another does not have, if that is all they differ in.
    static func removed(from whole: [UInt8], leaving rest: [UInt8]) -> [String]? {
        var kept = rest.split(separator: 0x0A, omittingEmptySubsequences: false)[...]
        var removed: [String] = []
        for line in whole.split(separator: 0x0A, omittingEmptySubsequences: false) {
            if line == kept.first { kept.removeFirst() } else { removed.append(String(decoding: line, as: UTF8.self)) }
        }
        return kept.isEmpty ? removed : nil
    }
}
