import Text

/// What the words of a `class`, `id` or test mark say about an element.
struct ClassEvidence: OptionSet, Sendable {
    let rawValue: UInt32

    /// Not part of the article: sharing, related links, sign-ups, advertising, comments, author boxes, captions ...
    static let strongNegative = ClassEvidence(rawValue: 1 << 0)
    /// Often not part of the article, but pages also call their body so: teaser, paywall, meta, widget ...
    static let weakNegative = ClassEvidence(rawValue: 1 << 1)
    /// The body of the article: `article-body`, `entry-content`, `storyText` ...
    static let body = ClassEvidence(rawValue: 1 << 2)
    /// A consent manager's dialogue.
    static let consent = ClassEvidence(rawValue: 1 << 3)
    static let caption = ClassEvidence(rawValue: 1 << 4)
    /// The lead paragraph between headline and body.
    static let standfirst = ClassEvidence(rawValue: 1 << 5)
    static let byline = ClassEvidence(rawValue: 1 << 6)
    static let date = ClassEvidence(rawValue: 1 << 7)
    static let headline = ClassEvidence(rawValue: 1 << 8)
    /// Readers' comments.
    static let comments = ClassEvidence(rawValue: 1 << 9)
    // halves of `body`, and words that turn the meaning of the others around
    static let articleWord = ClassEvidence(rawValue: 1 << 10)
    static let bodyWord = ClassEvidence(rawValue: 1 << 11)
    static let state = ClassEvidence(rawValue: 1 << 12)
    /// Counts only as a word of its own, as a CSS module's random letters give it too often.
    static let alone = ClassEvidence(rawValue: 1 << 13)

    /// Shut until somebody clicks: accordions, questions with answers.
    static let foldable = ClassEvidence(rawValue: 1 << 14)

    /// What closes the page, after the article.
    static let footer = ClassEvidence(rawValue: 1 << 15)

    /// A quoted post of a social network.
    static let post = ClassEvidence(rawValue: 1 << 16)

    /// The body of the article in so many words: `itemprop="articleBody"`.
    static let declaredBody = ClassEvidence(rawValue: 1 << 17)

    /// Lists of links, and names for them that are made from headings, too (`toc-our-menu`): `.strongNegative`, but for an
    /// element that holds running text.
    static let navigation = ClassEvidence(rawValue: 1 << 18)

    static let negative: ClassEvidence = [.strongNegative, .weakNegative, .navigation]
}

/// Reads class attributes word by word, and remembers what it read: a site's pages say the same words again and again.
struct ClassReader {
    private var keys = [UInt64](repeating: 0, count: 8192)
    private var values = [ClassEvidence](repeating: [], count: 8192)
    private var remembered = 0
    private let vocabulary = ClassVocabulary.shared

    mutating func evidence(of value: Range<Int>, in bytes: [UInt8]) -> ClassEvidence {
        var key: UInt64 = 0xcbf2_9ce4_8422_2325
        for position in value { key = (key ^ UInt64(bytes[position])) &* 0x100_0000_01b3 }
        if key == 0 { key = 1 }
        var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 51)
        while keys[slot] != 0 {
            if keys[slot] == key { return values[slot] }
            slot = (slot + 1) & 8191
        }
        if remembered >= 4096 {
            for slot in keys.indices { keys[slot] = 0 }
            remembered = 0
            slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 51)
        }
        let evidence = read(value, in: bytes)
        keys[slot] = key
        values[slot] = evidence
        remembered += 1
        return evidence
    }

    private func read(_ value: Range<Int>, in bytes: [UInt8]) -> ClassEvidence {
        var all: ClassEvidence = []
        var isBody = false
        var position = value.lowerBound
        while position < value.upperBound {
            while position < value.upperBound, bytes[position].isASCIISpace { position += 1 }
            let start = position
            while position < value.upperBound, !bytes[position].isASCIISpace { position += 1 }
            // Longer words are data, not names.
            guard position > start, position - start <= 80 else { continue }
            let word = read(word: start..<position, in: bytes)
            if word.contains(.body), word.isDisjoint(with: .negative) { isBody = true }
            all.formUnion(word)
        }
        // "article-body has-share-bar": the name of the body outweighs what else is said about it.
        if isBody, !all.isDisjoint(with: [.strongNegative, .navigation]) {
            all.subtract([.strongNegative, .navigation])
            all.insert(.weakNegative)
        }
        return all
    }

    /// One class name: its tokens are cut at hyphens, underscores and inner capitals.
    private func read(word: Range<Int>, in bytes: [UInt8]) -> ClassEvidence {
        var evidence: ClassEvidence = []
        var previous: UInt64 = 0
        var position = word.lowerBound
        var isFirst = true
        while position < word.upperBound {
            guard bytes[position].isASCIIAlphanumeric else {
                position += 1
                continue
            }
            let start = position
            position += 1
            while position < word.upperBound, bytes[position].isASCIIAlphanumeric,
                !(bytes[position].isASCIIUpper && !bytes[position - 1].isASCIIUpper)
            {
                position += 1
            }
            var end = position
            while end > start, bytes[end - 1].isASCIIDigit { end -= 1 }
            guard end > start else { continue }
            let (token, found) = vocabulary.look(up: start..<end, in: bytes)
            var meaning = found
            if meaning.contains(.alone) {
                let endsClean = position == word.upperBound || !bytes[position].isASCIIAlphanumeric || isFirst
                let startsClean = start == word.lowerBound || !bytes[start - 1].isASCIIAlphanumeric
                if !startsClean || !endsClean { meaning = [] }
            }
            if isFirst, meaning.contains(.state) { return [] }
            if previous != 0 { meaning.formUnion(vocabulary.look(upPair: previous, token)) }
            evidence.formUnion(meaning)
            previous = token
            isFirst = false
        }
        if evidence.contains(.articleWord), evidence.contains(.bodyWord) { evidence.insert(.body) }
        evidence.subtract([.articleWord, .bodyWord, .state, .alone])
        return evidence
    }
}
