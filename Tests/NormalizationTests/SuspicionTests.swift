import TestSupport
import Testing

@testable import Normalization

@Suite struct SuspicionTests {
    /// Characters outside ASCII whose meaning depends on no neighbour.
    private static let others: [(character: Unicode.Scalar, meaning: Suspicion)] = [
        ("\u{151}", []), ("ш", []), ("“", []), ("東", []), ("\u{A0}", .oddSpaces), ("\u{2028}", .oddSpaces),
        ("\u{AD}", .invisible), ("\u{200B}", .invisible), ("\u{301}", .composition), ("\u{E000}", .privateUse),
        ("א", .rightToLeft), ("\u{FFFF}", .controls), ("\u{2033}", .quotes), ("´", .quotes),
        ("\u{85}", [.mojibake, .controls]),
    ]

    private static let ordinary = Array("abcdefghij ABCDEFGHIJ 0123456789 .,;:!?()-".unicodeScalars)
    private static let telling = Array("\n\n\n  \t\r\u{B}\u{0}\u{1F}\u{7F}&\\`\"\"''-!#".unicodeScalars)

    /// The rules one scalar after another, as they read.
    private static func plainScan(_ text: [Unicode.Scalar]) -> Suspicion {
        var found: Suspicion = []
        var previous: Unicode.Scalar = "\n"
        for scalar in text {
            switch (scalar, previous) {
            case (" ", " "), (" ", "\n"), ("\n", " "), ("\t", _): found.insert(.spacing)
            case ("\n", "\n"): found.insert(.blankLines)
            case ("\n", "-"): found.insert(.hyphens)
            case ("\u{B}", _), ("\u{C}", _), ("\r", _): found.insert(.oddSpaces)
            case ("&", _): found.insert(.references)
            case ("`", _), ("\"", "\""), ("'", "'"), ("\"", "\\"), ("'", "\\"): found.insert(.quotes)
            case ("\n", _): break
            case ("\0"..."\u{1F}", _), ("\u{7F}", _): found.insert(.controls)
            default: found.formUnion(others.first { $0.character == scalar }?.meaning ?? [])
            }
            previous = scalar
        }
        if previous == " " { found.insert(.spacing) }
        if previous == "\n", !text.isEmpty { found.insert(.blankLines) }
        return found
    }

    private static func scan(_ text: [Unicode.Scalar]) -> Suspicion {
        var string = ""
        string.unicodeScalars.append(contentsOf: text)
        return Suspicion(scanning: Array(string.utf8).span)
    }

    @Test("Sixteen bytes at a time find what one after another finds", arguments: 0..<40)
    func random(block: UInt64) {
        for seed in block * 100..<block * 100 + 100 {
            var random = SplitMix(state: seed)
            // From texts that are nothing but dirt to such as hardly have any.
            let cleanliness = Int.random(in: 0...60, using: &random)
            let text = (0..<Int.random(in: 0...120, using: &random)).map { _ -> Unicode.Scalar in
                switch Int.random(in: 0...cleanliness, using: &random) {
                case 0: Self.telling.randomElement(using: &random) ?? "a"
                case 1: Self.others.randomElement(using: &random)?.character ?? "a"
                default: Self.ordinary.randomElement(using: &random) ?? "a"
                }
            }
            #expect(Self.scan(text) == Self.plainScan(text), "seed \(seed): \(text)")
        }
    }

    @Test("One thing is found wherever it stands in the sixteen bytes")
    func everyPlace() {
        let things: [(thing: String, meaning: Suspicion)] = [
            ("  ", .spacing), ("\n ", .spacing), (" \n", .spacing), ("\t", .spacing), ("\n\n", .blankLines),
            ("-\n", .hyphens), ("\r", .oddSpaces), ("\u{0}", .controls), ("\u{7F}", .controls), ("&", .references),
            ("\"\"", .quotes), ("''", .quotes), ("\\\"", .quotes), ("`", .quotes), ("’’", .quotes), ("Ã©", .mojibake),
            ("Ã ", .mojibake), ("\u{A0}", .oddSpaces), ("\u{1F600}", []), ("!!", []), ("##", []), ("“", []), ("é", []),
        ]
        for (thing, meaning) in things {
            for place in 0..<40 {
                let text =
                    "x" + String(repeating: "y", count: place) + thing + String(repeating: "z", count: 40 - place)
                #expect(
                    Suspicion(scanning: Array(text.utf8).span) == meaning, "\(thing.debugDescription) at \(place + 1)")
            }
        }
    }
}
