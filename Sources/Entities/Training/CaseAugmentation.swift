/// Copies of sentences as headlines, captions and shouting write them.
struct CaseAugmentation {
    private var random: SplitMix

    init(seed: UInt64) { random = SplitMix(seed: seed) }

    /// Copies of a part of a document's sentences: 6% in capitals, 3.5% with capitals on all words, 2.5% with names in capitals.
    mutating func copies(of sentences: [TaggedSentence]) -> [TaggedSentence] {
        var copies: [TaggedSentence] = []
        for sentence in sentences where sentence.tokens.count > 3 {
            let draw = random.below(1000)
            switch draw {
            case 0..<60: copies.append(Self.changed(sentence, Self.upper) { _ in true })
            case 60..<95: copies.append(Self.changed(sentence, Self.title) { Self.isCapitalised(sentence, $0) })
            case 95..<120:
                copies.append(
                    Self.changed(sentence, Self.upper) { place in
                        sentence.names.contains { $0.start <= place && place < $0.end }
                    })
            default: break
            }
        }
        return copies
    }

    private static let small = Set(
        "a an the and or but of in on at to for by with from as".split(separator: " ").map { Array($0.utf8) })

    /// Title Case leaves short function words small.
    private static func isCapitalised(_ sentence: TaggedSentence, _ place: Int) -> Bool {
        place == 0 || !small.contains(sentence.tokens[place])
    }

    private static func changed(
        _ sentence: TaggedSentence, _ change: ([UInt8]) -> [UInt8], where applies: (Int) -> Bool
    ) -> TaggedSentence {
        let tokens = sentence.tokens.enumerated().map { applies($0.offset) ? change($0.element) : $0.element }
        return TaggedSentence(tokens: tokens, names: sentence.names)
    }

    private static func upper(_ token: [UInt8]) -> [UInt8] {
        token.map { $0 &- UInt8(ascii: "a") < 26 ? $0 & ~0x20 : $0 }
    }

    private static func title(_ token: [UInt8]) -> [UInt8] {
        guard let first = token.first, first &- UInt8(ascii: "a") < 26 else { return token }
        return [first & ~0x20] + token.dropFirst()
    }
}
