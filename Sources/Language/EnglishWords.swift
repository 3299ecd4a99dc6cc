import Text

/// Counts function words of English in a text, to know it at a glance.
///
/// Most of the world's news dumps are in English, and CLD2 costs more than everything else that is done to a short
/// article. One word in seven of English prose is in the list below; of other languages that use the Latin alphabet it is
/// one in three hundred at most (by the frequencies of 26 languages), and those are in names and quotations.
struct EnglishWords {
    private var count = 0
    private var articles = 0
    /// A bit for each word of the list that occurred.
    private var kinds: UInt32 = 0

    /// Counts the words of one more sample; says whether this sample alone looks English: one word in twenty is in the
    /// list.
    ///
    /// Ends where this answer is yes whatever follows, and `areSure` is yes by what was read.
    mutating func add(_ sample: Span<UInt8>) -> Bool {
        sample.withUnsafeBytes { bytes in
            let list = Self.list
            var words = 0
            var found = 0
            var index = 0
            while index < bytes.count {
                var eight = EightBytes(bytes, at: index)
                let length = eight.wordLength
                if length > 0 { words += 1 }
                if length >= 3, length <= 5, let kind = list.kind(of: eight.lowered(length)) {
                    found += 1
                    count += 1
                    if kind == 0 { articles += 1 }
                    kinds |= 1 << UInt32(kind)
                    // The rest has at most a word in two bytes.
                    if found * 20 >= words + (bytes.count - index) / 2, areSure { return true }
                }
                index += length + 1
                // The rest of a long word: no part of it is a word.
                while eight.wordLength == 8 {
                    eight = EightBytes(bytes, at: index - 1)
                    index += eight.wordLength
                }
            }
            return found > 0 && found * 20 >= words
        }
    }

    /// Whether all that was added is English beyond doubt: five words of three kinds, one in eight of them "the" (Pidgin
    /// says "di") and one of a kind that Scots spells in another way.
    var areSure: Bool {
        count >= 5 && articles * 8 >= count && kinds.nonzeroBitCount >= 3 && kinds >> Self.sharedWithScots != 0
    }

    /// How many words at the beginning of the list are words of Scots, too.
    private static let sharedWithScots: UInt32 = 9

    private static let list = ShortWords([
        "the", "that", "this", "but", "his", "its", "she", "some", "said",
        "and", "with", "from", "not", "they", "when", "were", "who", "their", "there", "which", "been", "would",
        "other",
        "than", "into", "two", "after", "could", "these", "about", "where", "what",
    ])
}
