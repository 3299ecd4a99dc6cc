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
        let table = Self.table
        var index = 0
        while index < sample.count {
            var word: UInt64 = 0
            var length = 0
            while index < sample.count, sample[index].isASCIILetter || sample[index] >= 0x80 {
                if length < 8 { word = word << 8 | UInt64(sample[index].asciiLowered) }
                length += 1
                index += 1
            }
            if length >= 2, length <= 5, let kind = table.kind(of: word) {
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

    private static let table = WordSlots([
        "the", "of", "and", "that", "with", "from", "which", "this", "his", "were", "been", "said", "their", "they",
        "its", "would", "has", "who", "will", "about", "by",
    ])
}

/// Short words by their letters, in a hash table with open addressing.
private struct WordSlots {
    /// The letters as a big-endian number, 0 for an empty slot.
    private var words = [UInt64](repeating: 0, count: 1 << bits)
    private var kinds = [Int](repeating: 0, count: 1 << bits)
    private static let bits: UInt64 = 7

    init(_ list: [String]) {
        for (kind, text) in list.enumerated() {
            let word = text.utf8.reduce(0) { $0 << 8 | UInt64($1) }
            var slot = Self.slot(of: word)
            while words[slot] != 0 { slot = (slot + 1) % words.count }
            (words[slot], kinds[slot]) = (word, kind)
        }
    }

    /// Place in the list.
    func kind(of word: UInt64) -> Int? {
        var slot = Self.slot(of: word)
        while words[slot] != 0 {
            if words[slot] == word { return kinds[slot] }
            slot = (slot + 1) % words.count
        }
        return nil
    }

    private static func slot(of word: UInt64) -> Int {
        Int(truncatingIfNeeded: (word &* 0x9E37_79B9_7F4A_7C15) >> (64 - bits))
    }
}
