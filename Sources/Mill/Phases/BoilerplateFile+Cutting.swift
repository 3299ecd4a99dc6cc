import Deduplication
import Model
import Store

extension BoilerplateFile {
    /// Takes the boilerplate out of consecutive articles of the run and counts it among their repairs.
    func cut(from articles: inout [Article], firstDocument: Int) throws {
        for (document, paragraphs) in try cuts(in: firstDocument..<firstDocument + articles.count) {
            let place = document - firstDocument
            guard articles.indices.contains(place) else { continue }
            articles[place].text = ParagraphCutter.cut(paragraphs, from: articles[place].text)
            articles[place].repairs[.boilerplateParagraphs] += paragraphs.count
        }
    }
}
