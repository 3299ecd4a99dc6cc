import Text

/// Knows English at a glance, by its function words.
///
/// Most of the world's news dumps are in English, and CLD2 costs more than everything else that is done to a short
/// article. Three words of a hundred are "the" in English prose, and no other language shares more than one or two of the
/// words below.
enum EnglishWords {
    /// Words of a sample, at least, that have to be in the list.
    private static let required = 5
    /// Of those, how many different ones.
    private static let requiredKinds = 3

    /// Whether `sample`, some fifty words, is English beyond doubt. Most English samples pass; nothing else does.
    static func areSure(in sample: Span<UInt8>) -> Bool {
        var count = 0
        var kinds: UInt32 = 0
        var index = 0
        while index < sample.count {
            var word: UInt64 = 0
            var length = 0
            while index < sample.count, sample[index].isASCIILetter || sample[index] >= 0x80 {
                if length < 8 { word = word << 8 | UInt64(sample[index].asciiLowered) }
                length += 1
                index += 1
            }
            if length >= 2, length <= 5, let kind = words.firstIndex(of: word) {
                count += 1
                kinds |= 1 << UInt32(kind)
            }
            index += 1
        }
        return count >= required && kinds.nonzeroBitCount >= requiredKinds && kinds & 1 == 1
    }

    /// "the" comes first: without it nothing is sure.
    private static let words: [UInt64] = [
        "the", "of", "and", "that", "with", "from", "which", "this", "his", "were", "been", "said", "their", "they",
        "its",
        "would", "has", "who", "will", "about", "by",
    ].map { $0.utf8.reduce(0) { $0 << 8 | UInt64($1) } }
}
