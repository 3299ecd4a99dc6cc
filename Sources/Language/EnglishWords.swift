import Text

/// Counts the function words of English in a text, to know it at a glance.
///
/// Most of the world's news dumps are in English, and CLD2 costs more than everything else that is done to a short
/// article. One word in five of English prose is in the list below; "the", "of" and "and" together with a fourth word
/// are in no text of another language, nor in Scots or Pidgin, unless it quotes English at length.
struct EnglishWords {
    /// How many times as long as the usual ones the samples are: what is asked of them grows with them.
    let scale: Int
    /// Occurrences of the first three words of the list.
    private var counts = [3 of Int](repeating: 0)
    /// A bit for each word of the list that occurred.
    private var kinds: UInt32 = 0

    init(scale: Int = 1) { self.scale = scale }

    /// Counts the words of one more sample; says whether this sample alone looks English.
    ///
    /// Ends where nothing that follows can change the answers: counts only grow.
    mutating func add(_ sample: Span<UInt8>) -> Bool {
        sample.withUnsafeBytes { bytes in
            var count = 0
            var index = 0
            while index < bytes.count {
                var eight = EightBytes(bytes, at: index)
                let length = eight.wordLength
                if length >= 2, length <= 5, let kind = Self.list.kind(of: eight.lowered(length)) {
                    count += 1
                    if kind < 3 { counts[kind] += 1 }
                    kinds |= 1 << UInt32(kind)
                    if count >= 3 * scale, areSure { return true }
                }
                index += length + 1
                // The rest of a long word: no part of it is a word.
                while eight.wordLength == 8 {
                    eight = EightBytes(bytes, at: index - 1)
                    index += eight.wordLength
                }
            }
            return count >= 3 * scale
        }
    }

    /// Whether all that was added is English beyond doubt.
    var areSure: Bool {
        counts[0] >= 2 * scale && counts[1] >= scale && counts[2] >= scale && kinds.nonzeroBitCount >= 4
    }

    private static let list = ShortWords([
        "the", "of", "and", "that", "with", "from", "which", "this", "his", "were", "been", "said", "their", "they",
        "its", "would", "has", "who", "will", "about", "by",
    ])
}
