import Text

/// Counts the function words of English in a text, to know it at a glance.
///
/// Most of the world's news dumps are in English, and CLD2 costs more than everything else that is done to a short
/// article. One word in five of English prose is in the list below; "the", "of" and "and" together with a fourth word are
/// in no text of another language, nor in Scots or Pidgin, unless it quotes English at length.
struct EnglishWords {
    /// Occurrences of words of the list.
    private var count = 0
    private var countOfThe = 0
    /// A bit for each word of the list that occurred.
    private var kinds: UInt32 = 0

    /// Counts the words of one more sample; says whether this sample alone looks English.
    mutating func add(_ sample: Span<UInt8>) -> Bool {
        let before = count
        var index = 0
        while index < sample.count {
            var word: UInt64 = 0
            var length = 0
            while index < sample.count, sample[index].isASCIILetter || sample[index] >= 0x80 {
                if length < 8 { word = word << 8 | UInt64(sample[index].asciiLowered) }
                length += 1
                index += 1
            }
            if length >= 2, length <= 5, let kind = Self.list.firstIndex(of: word) {
                count += 1
                if kind == 0 { countOfThe += 1 }
                kinds |= 1 << UInt32(kind)
            }
            index += 1
        }
        return count - before >= 3
    }

    /// Whether all that was added is English beyond doubt.
    var areSure: Bool { countOfThe >= 2 && kinds & 0b111 == 0b111 && kinds.nonzeroBitCount >= 4 }

    private static let list: [UInt64] = [
        "the", "of", "and", "that", "with", "from", "which", "this", "his", "were", "been", "said", "their", "they",
        "its",
        "would", "has", "who", "will", "about", "by",
    ].map { $0.utf8.reduce(0) { $0 << 8 | UInt64($1) } }
}
