/// Where a word stands relative to the one that is to be labelled.
enum Slot: Int, CaseIterable {
    case current, previous, next, beforePrevious, afterNext
    /// Beside another occurrence of the word in the document.
    case documentPrevious, documentNext
    /// First and last word of the run of capitals that the word is in, and the words around that run.
    case runFirst, runLast, beforeRun, afterRun

    static let count = 11
}

/// The features that depend on one word and its slot alone, as hashes.
enum WordTemplates {
    /// Calls `add` with the hash of every feature of the word that is to be labelled.
    ///
    /// - Parameter lower: its lower-case form with every digit 0.
    @inline(__always) static func current(
        _ word: WordRecord, lower: UnsafeBufferPointer<UInt8>, _ add: (UInt64) -> Void
    ) {
        var template = UInt64(Slot.current.rawValue) &* 64
        func put(_ value: UInt64) {
            template &+= 1
            add(feature(template, value))
        }
        put(0)
        put(word.hash)
        put(word.lower)
        put(word.shape)
        put(word.collapsed)
        for length in 1...4 { put(Affixes.beginning(lower, length)) }
        for length in 1...4 { put(Affixes.ending(lower, length)) }
        put(UInt64(Affixes.hyphens(lower)))
        put(UInt64(word.coarse))
        put(UInt64(word.fine))
        lists(word, 200, withShape: true, add)
    }

    /// Calls `add` with the hash of every feature of a word in a slot beside the one that is to be labelled.
    ///
    /// - Parameter ending: the hash of its last three letters.
    @inline(__always) static func each(
        _ slot: Slot, _ word: WordRecord, ending: UInt64, _ add: (UInt64) -> Void
    ) {
        var template = UInt64(slot.rawValue) &* 64
        func put(_ value: UInt64) {
            template &+= 1
            add(feature(template, value))
        }
        switch slot {
        case .current:
            preconditionFailure("the features of the word itself need all of its letters")
        case .previous, .next:
            put(word.lower)
            put(word.collapsed)
            put(ending)
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
            put(ending)
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

/// Hashes of the beginnings and ends of a word's lower-case form, by length in bytes.
enum Affixes {
    static func beginning(_ lower: UnsafeBufferPointer<UInt8>, _ length: Int) -> UInt64 {
        WordHash.of(UnsafeBufferPointer(rebasing: lower.prefix(length)))
    }

    static func ending(_ lower: UnsafeBufferPointer<UInt8>, _ length: Int) -> UInt64 {
        WordHash.of(UnsafeBufferPointer(rebasing: lower.suffix(length)))
    }

    /// Up to two.
    static func hyphens(_ lower: UnsafeBufferPointer<UInt8>) -> Int {
        var count = 0
        for byte in lower where byte == UInt8(ascii: "-") { count += 1 }
        return min(2, count)
    }
}
