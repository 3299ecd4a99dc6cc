/// Reads lists of names (`list TAB name`) into the phrase table.
struct GazetteerBuilder {
    private(set) var entries: [UInt64: PhraseTable.Entry] = [:]
    /// Names by list, in the order of the file: for synthetic lines.
    private(set) var names: [GazetteerList: [[UInt8]]] = [:]
    private var tokenizer = Tokenizer()
    private let cutter = WordCutter()
    private var words: [Word] = []

    init(path: String) throws(TrainingFault) {
        let bytes = try FileBytes.read(path)
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            let fields = line.split(separator: UInt8(ascii: "\t"))
            guard fields.count == 2,
                let list = GazetteerList(name: String(decoding: fields[0], as: UTF8.self))
            else { continue }
            add(Array(fields[1]), list)
        }
        for name in KnownNames.names(KnownNames.organizations) { add(name, .organization) }
        for name in KnownNames.names(KnownNames.things) { add(name, .thing) }
    }

    mutating func add(_ name: [UInt8], _ list: GazetteerList) {
        names[list, default: []].append(name)
        tokenizer.tokenize(name.span)
        let tokens = tokenizer.tokens
        name.withUnsafeBufferPointer { text in
            cutter.cut(tokens, of: text, into: &words)
            guard (1...8).contains(words.count) else { return }
            var hash: UInt64 = 0
            for (place, word) in words.enumerated() {
                let bytes = UnsafeBufferPointer(rebasing: text[Int(word.start)..<Int(word.end)])
                hash = WordHash.phrase(hash, adding: WordHash.of(bytes))
                if place + 1 < words.count {
                    entries[hash, default: .init()].isPrefix = true
                } else {
                    entries[hash, default: .init()].lists |= list.bit
                }
            }
        }
    }
}
