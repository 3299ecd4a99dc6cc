import Model
import Testing
import Text

@testable import Normalization

/// An article with nothing but a text.
func article(_ text: String, title: String? = nil, dateline: String? = nil) -> Article {
    var article = Article(
        id: RecordID(high: 0, low: 0), source: Source(file: "test", format: .text, ordinal: 0, offset: 0))
    article.text = Array(text.utf8)
    article.title = title
    article.dateline = dateline
    return article
}

/// What an article becomes, with options changed by `options`.
func normalized(
    _ text: String, title: String? = nil, dateline: String? = nil,
    options: (inout Configuration.Normalize) -> Void = { _ in }
) -> Article {
    var configuration = Configuration()
    options(&configuration.normalize)
    var normalizer = Normalizer(configuration: configuration)
    var article = article(text, title: title, dateline: dateline)
    _ = normalizer.normalize(&article)
    return article
}

/// The repairs of characters, lines and quotation marks, without those that take text away.
func repaired(_ text: String) -> Article {
    normalized(text) {
        $0.repeatedParagraphs = false
        $0.boilerplateLines = false
        $0.dateline = false
    }
}

extension Article {
    var string: String { String(decoding: text, as: UTF8.self) }
    var isValid: Bool { UTF8Text.isValid(text.span) }
}

/// A line of a test table: what goes in, what comes out.
struct Row: CustomTestStringConvertible, Sendable {
    var input: String
    var output: String

    init(_ input: String, _ output: String) {
        self.input = input
        self.output = output
    }

    /// Text that has to stay as it is.
    init(same text: String) { self.init(text, text) }

    var testDescription: String { input.debugDescription }
}

/// `text` as it looks after its UTF-8 was read as windows-1252 (undefined bytes as C1 controls) and encoded again.
func mangled(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for byte in text.utf8 {
        let scalar = Windows1252.scalar(ofControl: UInt32(byte)) ?? UInt32(byte)
        if let scalar = Unicode.Scalar(scalar) { result.append(scalar) }
    }
    return String(result)
}
