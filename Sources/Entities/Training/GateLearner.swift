/// Learns which words without capitals may be part of a name, and where.
struct GateLearner {
    private struct Counts {
        var total = 0
        var connecting = 0
        var trailing = 0
        var leading = 0
        var alone = 0
        var isSign = false
        /// Occurrences right behind and right before a word with a capital.
        var behind = 0
        var before = 0
    }
    private var counts: [UInt64: Counts] = [:]

    mutating func count(_ document: borrowing DocumentWords, _ labels: [UInt8]) {
        func record(_ place: Int) -> WordRecord { document.table.records[Int(document.records[place])] }
        let words = document.words
        for place in words.indices {
            let word = record(place)
            guard !word.traits.contains(.hasUpper), !word.traits.contains(.hasDigit) else { continue }
            let isSign = !word.traits.contains(.hasLetter)
            var entry = counts[word.hash] ?? Counts()
            entry.total += 1
            entry.isSign = isSign
            if place > 0, record(place - 1).traits.contains(.hasUpper) { entry.behind += 1 }
            if place + 1 < words.count, record(place + 1).traits.contains(.hasUpper) { entry.before += 1 }
            if labels[place] != Label.outside {
                let upperBefore = Self.hasUpper(place, -1, document, labels)
                let upperAfter = Self.hasUpper(place, 1, document, labels)
                switch (upperBefore, upperAfter) {
                case (true, true): entry.connecting += 1
                case (true, false): entry.trailing += 1
                case (false, true): entry.leading += 1
                case (false, false): entry.alone += 1
                }
            }
            counts[word.hash] = entry
        }
    }

    /// Whether the name that a word is in has a capital to one side of the word.
    private static func hasUpper(
        _ place: Int, _ step: Int, _ document: borrowing DocumentWords, _ labels: [UInt8]
    ) -> Bool {
        let edges: [Label.Part] = step < 0 ? [.begin, .unit] : [.last, .unit]
        var place = place
        while let part = Label.part(labels[place]), !edges.contains(part) {
            place += step
            guard labels.indices.contains(place), labels[place] != Label.outside else { return false }
            if document.table.records[Int(document.records[place])].traits.contains(.hasUpper) { return true }
        }
        return false
    }

    /// The classes, at most a few hundred words.
    var classes: [UInt64: GateClass] {
        var classes: [UInt64: GateClass] = [:]
        for (hash, entry) in counts {
            var gate: GateClass = []
            // A hyphen joins names oftener than a comma does.
            if entry.connecting >= 3, entry.connecting * (entry.isSign ? 25 : 500) >= entry.total {
                gate.insert(.connector)
            }
            if entry.trailing >= 3, entry.trailing * 50 >= entry.behind { gate.insert(.trailing) }
            if entry.leading >= 3, entry.leading * 50 >= entry.before { gate.insert(.leading) }
            if entry.alone >= 3, entry.alone * 4 >= entry.total { gate.insert(.name) }
            if !gate.isEmpty { classes[hash] = gate }
        }
        return classes
    }
}
