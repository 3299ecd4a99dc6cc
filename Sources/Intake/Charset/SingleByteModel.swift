internal import Glibc

/// How likely bytes are as text of one language in one single-byte encoding, in bits (0 is certain, less is worse).
struct SingleByteModel {
    let encoding: CharacterEncoding
    private let script: LanguageProfile.Script
    private let kinds: [Kind]
    private let bits: [Float]

    private enum Kind: UInt8 {
        case lower, upper, mark, apostrophe, sign, void
        var isLetter: Bool { self == .lower || self == .upper || self == .mark }
    }

    /// Every language in each of its encodings, in the order of `LanguageProfile.all`.
    static let all: [SingleByteModel] = LanguageProfile.all.flatMap { profile in
        profile.encodings.map { SingleByteModel(profile, $0) }
    }

    private init(_ profile: LanguageProfile, _ encoding: CharacterEncoding) {
        self.encoding = encoding
        script = profile.script
        let ranks = Self.ranks(profile.letters)
        let letterShare = 1 - profile.signShare
        let total = (0..<ranks.count).reduce(0.0) { $0 + exp(-profile.falloff * Double($1)) }
        var kinds: [Kind] = []
        var bits: [Float] = []
        for scalar in SingleByteTable.scalars(of: encoding) {
            let character = Unicode.Scalar(scalar) ?? "\u{FFFD}"
            let properties = character.properties
            var probability = 1e-4
            var kind = Kind.sign
            if scalar == 0xFFFD || (0x80..<0xA0).contains(scalar) {
                (kind, probability) = (.void, 1e-6)
            } else if let rank = Self.signs[scalar] {
                kind = scalar == 0x2019 ? .apostrophe : .sign
                probability = profile.signShare * exp(-0.2 * Double(rank)) * (1 - exp(-0.2))
            } else if properties.isAlphabetic || properties.generalCategory == .nonspacingMark {
                kind = properties.isUppercase ? .upper : properties.isAlphabetic ? .lower : .mark
                if let rank = ranks[Self.folded(character)] {
                    probability = letterShare * exp(-profile.falloff * Double(rank)) / total
                    // Capitals are about one letter in twelve; where they stand is judged in `score`.
                    if kind == .upper { probability *= 0.08 }
                } else {
                    probability = 2e-4
                }
            }
            kinds.append(kind)
            bits.append(Float(log2(probability)))
        }
        self.kinds = kinds
        self.bits = bits
    }

    /// Sum over the bytes above 0x7F.
    func score(_ bytes: Span<UInt8>) -> Float {
        var sum: Float = 0
        var previous = Kind.sign
        var previousIsASCII = true
        var run = 0
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            index &+= 1
            if byte < 0x80 {
                previous = Self.asciiKind(byte)
                previousIsASCII = true
                run = 0
                continue
            }
            run &+= 1
            let kind = kinds[Int(byte & 0x7F)]
            let next = index < bytes.count ? bytes[index] : 0x20
            let nextKind = next < 0x80 ? Self.asciiKind(next) : kinds[Int(next & 0x7F)]
            sum += bits[Int(byte & 0x7F)]
            if kind.isLetter {
                if kind == .upper, previous == .lower { sum -= 7 }
                if kind == .upper, previous == .upper { sum += 2.5 }
                if kind == .lower, previous == .upper, previousIsASCII == false, nextKind == .upper { sum -= 4 }
                switch script {
                case .latin:
                    if !previous.isLetter, !nextKind.isLetter { sum -= 2.5 }
                    if run >= 3 { sum -= 4 }
                case .cased, .uncased:
                    if previousIsASCII, previous.isLetter { sum -= 5 }
                    if next < 0x80, nextKind.isLetter { sum -= 5 }
                }
            } else if kind == .sign, previous.isLetter, nextKind.isLetter {
                sum -= 5
            }
            previous = kind
            previousIsASCII = false
        }
        return sum
    }

    private static func asciiKind(_ byte: UInt8) -> Kind {
        byte &- 0x61 < 26 ? .lower : byte &- 0x41 < 26 ? .upper : .sign
    }

    private static func ranks(_ letters: String) -> [Unicode.Scalar: Int] {
        var ranks: [Unicode.Scalar: Int] = [:]
        for (rank, letter) in letters.unicodeScalars.enumerated() { ranks[letter] = rank }
        return ranks
    }

    private static func folded(_ letter: Unicode.Scalar) -> Unicode.Scalar {
        let mapping = letter.properties.lowercaseMapping.unicodeScalars
        // İ folds to i with a dot above; Turkish counts it with its own small letter.
        return letter == "\u{130}" ? "ı" : mapping.first ?? letter
    }

    /// Signs that text of any language has, most frequent first.
    private static let signs: [UInt32: Int] = {
        var ranks: [UInt32: Int] = [:]
        for (rank, sign) in "’“”\u{A0}–«»—‘…„©€·°®•№™£§¿¡\u{AD}‚½ªº".unicodeScalars.enumerated() {
            ranks[sign.value] = rank
        }
        return ranks
    }()
}
