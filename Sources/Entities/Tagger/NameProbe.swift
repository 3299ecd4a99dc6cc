/// Temporary.
package struct NameProbe {
    private var tokenizer = Tokenizer()
    private var tagger: NameTagger
    package init(_ model: EntityModel) { tagger = NameTagger(model) }
    package mutating func names(_ text: [UInt8]) -> [(Int, Int, String)] {
        tokenizer.tokenize(text.span)
        let tokens = tokenizer.tokens
        text.withUnsafeBufferPointer { tagger.tag(tokens, of: $0) }
        return tagger.names.map { (Int(tagger.document.words[$0.start].start), Int(tagger.document.words[$0.end - 1].end), EntityType.names[$0.type]) }
    }
    package mutating func count(_ text: [UInt8]) -> (Int, Int) {
        tokenizer.tokenize(text.span)
        let tokens = tokenizer.tokens
        text.withUnsafeBufferPointer { tagger.tag(tokens, of: $0) }
        return (tagger.document.words.count, tagger.names.count)
    }
}
