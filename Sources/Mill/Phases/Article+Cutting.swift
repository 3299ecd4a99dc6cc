import Deduplication
import Model
import Store

extension Article {
    /// Takes boilerplate out and counts it among the repairs.
    mutating func cut(_ paragraphs: ParagraphSet) {
        text = ParagraphCutter.cut(paragraphs, from: text)
        repairs[.boilerplateParagraphs] += paragraphs.count
    }
}
