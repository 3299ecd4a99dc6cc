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
    /// The words of the document at its first mention; none for a part of a word.
    var words: Range<Int>
    /// The bytes of the text at its first mention.
    var bytes: Range<Int>
    /// The place of its first mention, and how many there are.
    var first: Int
    var count = 0
    /// How often each type was found.
    var votes = SIMD4<Int32>.zero
    var type = 0
    var isPeople = false
    /// The entity that it belongs to, and the form that came to it next.
    var group = -1
    var next = -1
}
