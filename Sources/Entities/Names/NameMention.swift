/// A mention of a name on its way to an entity.
struct NameMention {
    /// Words of the document, without titles, articles and possessives.
    var words: Range<Int>
    /// Bytes of the text.
    var bytes: Range<Int>
    var type: Int
    var isPeople = false
    var by: NameDecider
    var title: Range<Int>?
    var role: Range<Int>?
    /// The place of its form.
    var form = 0

    enum NameDecider { case tagger, gazetteer, coreference }
}

/// All mentions of a document that are written alike.
struct NameForm {
    /// Phrase hash of its words.
    var hash: UInt64
    /// Its words by their records.
    var words: [Int32]
    var text: String
    var mentions: [Int] = []
    /// How often each type was found.
    var votes = SIMD4<Int32>.zero
    var type = 0
    var isPeople = false
    /// The entity that it belongs to.
    var group = -1
}
