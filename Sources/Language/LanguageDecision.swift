import Text

/// The language of an article, after its letters and its declaration were heard.
package struct LanguageDecision: Sendable, Equatable {
    /// BCP 47; nil when neither knows.
    package var tag: String?
    /// The declaration named another language and was overruled.
    package var isContradiction = false
}

extension LanguageIdentifier {
    /// Letters, in bytes, below which a declaration is believed. In 700 news articles the first 240 bytes never told
    /// another language than the whole; of the first 120, two did.
    private static let shortText = 240
    /// Letters, in bytes, below which nothing is told from letters alone.
    private static let tinyText = 40
    /// Percent below which a text is mixed.
    private static let mixedShare = 60

    /// Decides between the letters of `text` and the `declared` tag (BCP 47, normalized).
    ///
    /// The declaration wins where the text is short, mixed or unclear, and where it is only more exact: a region
    /// (`pt-BR`), or a member of the language that the letters tell (`nb` for `no`).
    package mutating func decide(_ text: Span<UInt8>, declared: String?) -> LanguageDecision {
        guard let found = identify(text, declared: declared), found.isReliable else {
            return LanguageDecision(tag: declared)
        }
        guard let declared else {
            return LanguageDecision(tag: found.letters >= Self.tinyText ? found.tag : nil)
        }
        if Self.agree(declared, found.tag) { return LanguageDecision(tag: declared) }
        guard found.letters >= Self.shortText, found.percent >= Self.mixedShare else {
            return LanguageDecision(tag: declared)
        }
        return LanguageDecision(tag: found.tag, isContradiction: true)
    }

    static func agree(_ declared: String, _ found: String) -> Bool {
        if declared == found { return true }
        let declared = String(LanguageTag.primary(of: declared))
        let found = String(LanguageTag.primary(of: found))
        return declared == found || (macrolanguage[declared] ?? declared) == (macrolanguage[found] ?? found)
    }

    /// Members of macrolanguages (ISO 639-3) that news declares: letters tell them apart badly or not at all.
    private static let macrolanguage: [String: String] = [
        "nb": "no", "nn": "no",
        "bs": "sh", "hr": "sh", "sr": "sh", "cnr": "sh",
        "fil": "tl",
        "cmn": "zh", "yue": "zh", "wuu": "zh", "nan": "zh", "hak": "zh", "lzh": "zh",
        "arb": "ar", "arz": "ar", "ary": "ar", "apc": "ar", "ajp": "ar", "acm": "ar", "aeb": "ar", "afb": "ar",
        "pes": "fa", "prs": "fa", "ckb": "ku", "kmr": "ku", "sdh": "ku", "pbt": "ps", "pbu": "ps",
        "azj": "az", "azb": "az", "uzn": "uz", "uzs": "uz", "khk": "mn", "ekk": "et", "lvs": "lv", "ltg": "lv",
        "als": "sq", "aln": "sq", "gsw": "de", "npi": "ne", "ory": "or", "zsm": "ms", "swh": "sw", "swc": "sw",
        "gaz": "om", "plt": "mg", "ydd": "yi", "bih": "bh", "bho": "bh", "mai": "bh",
    ]
}
