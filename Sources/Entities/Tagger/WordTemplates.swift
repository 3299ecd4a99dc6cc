/// Where a word stands relative to the one that is to be labelled.
enum Slot: Int, CaseIterable {
    case current, previous, next, beforePrevious, afterNext
    /// Beside another occurrence of the word in the document.
    case documentPrevious, documentNext
    /// First and last word of the run of capitals that the word is in, and the words around that run.
    case runFirst, runLast, beforeRun, afterRun
}

/// The features that depend on one word and its slot alone, as hashes.
enum WordTemplates {
    /// Calls `add` with the hash of every feature of a word in a slot.
    static func each(
        _ slot: Slot, _ word: WordRecord, affixes: Affixes, _ add: (UInt64) -> Void
    ) {
        var template = UInt64(slot.rawValue) &* 64
        func put(_ value: UInt64) {
            template &+= 1
            add(feature(template, value))
        }
        func skip(_ count: UInt64) { template &+= count }
        switch slot {
        case .current:
            put(0)
            put(word.hash)
            put(word.lower)
            put(word.shape)
            put(word.collapsed)
            for hash in affixes.prefixes { put(hash) }
            for hash in affixes.suffixes { put(hash) }
            put(UInt64(affixes.hyphens))
            put(UInt64(word.coarse))
            put(UInt64(word.fine))
            lists(word, 200, withShape: true, add)
        case .previous, .next:
            put(word.lower)
            put(word.collapsed)
            put(affixes.suffixes[2])
            put(UInt64(word.coarse))
            put(UInt64(word.fine))
            lists(word, slot == .previous ? 220 : 240, withShape: false, add)
        case .beforePrevious, .afterNext, .documentPrevious, .documentNext:
            put(word.lower)
            put(word.collapsed)
            put(UInt64(word.coarse))
            put(UInt64(word.fine))
        case .runFirst, .runLast:
            put(word.lower)
            put(affixes.suffixes[2])
            put(UInt64(word.fine))
            put(UInt64(word.lists))
        case .beforeRun, .afterRun:
            put(word.lower)
            put(UInt64(word.fine))
        }
    }

    private static func lists(_ word: WordRecord, _ template: UInt64, withShape: Bool, _ add: (UInt64) -> Void) {
        var left = word.lists
        while left != 0 {
            let bit = UInt64(left.trailingZeroBitCount)
            left &= left &- 1
            add(feature(template, bit))
            if withShape { add(feature(template &+ 1, WordHash.pair(bit, word.collapsed))) }
        }
        add(feature(template &+ 2, UInt64(word.lists)))
    }

    /// The hash of a feature: its template's number and its value.
    @inline(__always) static func feature(_ template: UInt64, _ value: UInt64) -> UInt64 {
        ((value &+ template &* 0xA24B_AED4_963E_E407) ^ (value &>> 31)) &* 0x9FB2_1C65_1E98_DF25
    }
}

/// Hashes of the beginnings and ends of a word, of one to four bytes of its lower-case form.
struct Affixes {
    var prefixes: [UInt64]
    var suffixes: [UInt64]
    var hyphens: Int

    init(lower: [UInt8]) {
        prefixes = (1...4).map { WordHash.of(Array(lower.prefix($0))) }
        suffixes = (1...4).map { WordHash.of(Array(lower.suffix($0))) }
        hyphens = min(2, lower.lazy.filter { $0 == UInt8(ascii: "-") }.count)
    }
}
