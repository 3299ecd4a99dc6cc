/// Finds the legacy encoding under which bytes read most like text of some language.
enum CharsetStatistics {
    /// Bytes above 0x7F that are looked at; a few hundred decide.
    private static let sampleSize = 400

    /// The most likely encoding of bytes that are not UTF-8.
    ///
    /// A declared encoding has the benefit of the doubt: another one must explain the bytes better by a bit for each
    /// and by 30 in all. Without a declaration the same holds, weaker, for windows-1252.
    static func decide(_ bytes: Span<UInt8>, declared: [CharacterEncoding]) -> CharacterEncoding {
        let (text, high) = sample(bytes)
        var best: [CharacterEncoding: Float] = [:]
        for model in SingleByteModel.all {
            let score = model.score(text.span)
            best[model.encoding] = max(best[model.encoding] ?? -.infinity, score)
        }
        for model in MultiByteModel.all { best[model.encoding] = model.score(text.span) }
        best[.gbk] = best[.gb18030]

        var winner = CharacterEncoding.windows1252
        var winning = -Float.infinity
        for encoding in candidates(declared) {
            // An encoding without a model can't be judged: a declaration is all there is.
            guard var score = best[encoding] else { return encoding }
            if encoding == declared.first {
                score += 30 + Float(high)
            } else if declared.contains(encoding) {
                score += 20 + Float(high) / 2
            } else if declared.isEmpty, encoding == .windows1252 {
                // A sign or two prove nothing.
                score += high < 4 ? 20 : 8
            }
            if score > winning { (winner, winning) = (encoding, score) }
        }
        return winner
    }

    /// The bytes above 0x7F with their neighbours: one byte before (is it a letter?), two after (trail bytes).
    private static func sample(_ bytes: Span<UInt8>) -> (text: [UInt8], high: Int) {
        var text: [UInt8] = []
        var high = 0
        var copied = 0
        var index = 0
        while index < bytes.count, high < sampleSize {
            guard bytes[index] >= 0x80 else {
                index = HighBytes.next(in: bytes, from: index)
                continue
            }
            if copied + 1 < index { text.append(0x20) }
            if copied < index { text.append(bytes[index - 1]) }
            var end = index
            while end < bytes.count, bytes[end] >= 0x80, high < sampleSize {
                text.append(bytes[end])
                high &+= 1
                end &+= 1
            }
            var after = 0
            while after < 2, end < bytes.count, bytes[end] < 0x80 {
                text.append(bytes[end])
                end &+= 1
                after &+= 1
            }
            copied = end
            index = end
        }
        return (text, high)
    }

    /// Declared ones first, then the others by use: of equals, the first is taken.
    private static func candidates(_ declared: [CharacterEncoding]) -> [CharacterEncoding] {
        var list = declared
        let others =
            [.windows1252, .windows1251] + SingleByteModel.all.map(\.encoding) + MultiByteModel.all.map(\.encoding)
        for encoding in others where !list.contains(encoding) { list.append(encoding) }
        return list
    }
}
