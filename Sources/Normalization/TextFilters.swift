import Model
import Text

/// The configured filters, in the order length, language, symbols. What one drops becomes a reject with the measure.
struct TextFilters {
    let filters: Configuration.Filters

    /// Nil keeps the article.
    func reject(_ article: Article) -> Reject? {
        length(article) ?? language(article) ?? symbols(article)
    }

    private func length(_ article: Article) -> Reject? {
        guard filters.minCharacters != nil || filters.maxCharacters != nil else { return nil }
        let count = UTF8Text.scalarCount(article.text.span)
        if let least = filters.minCharacters, count < least {
            return article.filtered(.filterLength, "\(count) characters; min_characters is \(least)")
        }
        if let most = filters.maxCharacters, count > most {
            return article.filtered(.filterLength, "\(count) characters; max_characters is \(most)")
        }
        return nil
    }

    private func language(_ article: Article) -> Reject? {
        guard let wanted = filters.languages, let language = article.language else { return nil }
        let primary = Self.primary(language)
        if wanted.contains(where: { Self.primary($0) == primary }) { return nil }
        return article.filtered(
            .filterLanguage, "language \(language); languages are \(wanted.joined(separator: ", "))")
    }

    /// `zh` of `zh-Hans-CN`; configured languages may be written in any case or with a region.
    private static func primary(_ tag: String) -> String {
        String(LanguageTag.primary(of: LanguageTag.normalized(tag) ?? tag))
    }

    private func symbols(_ article: Article) -> Reject? {
        guard let most = filters.maxSymbolRatio else { return nil }
        let (symbols, count) = Self.countSymbols(in: article.text.span)
        guard count > 0 else { return nil }
        let ratio = Double(symbols) / Double(count)
        guard ratio > most else { return nil }
        let thousandths = (symbols * 1000 + count / 2) / count
        let digits = String(1000 + thousandths).dropFirst()
        let shown = thousandths >= 1000 ? "1.000" : "0.\(digits)"
        return article.filtered(
            .filterSymbols, "symbol ratio \(shown) (\(symbols) of \(count)); max_symbol_ratio is \(most)")
    }

    /// Scalars that are neither letters (with their marks), digits, spaces nor punctuation.
    static func countSymbols(in text: Span<UInt8>) -> (symbols: Int, count: Int) {
        var symbols = 0
        var count = 0
        var index = 0
        while index < text.count {
            let (scalar, length) = UTF8Text.decode(text, at: index)
            index += length
            count += 1
            if isSymbol(scalar) { symbols += 1 }
        }
        return (symbols, count)
    }

    private static func isSymbol(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x20, 0x0A: return false
        // ! " $ % & ' ( ) , - . / : ; ?
        case 0x21, 0x22, 0x24...0x29, 0x2C...0x2F, 0x3A, 0x3B, 0x3F: return false
        case 0..<0x80: return true
        case 0xA3, 0xB0, 0x20AC: return false
        default: break
        }
        guard let category = Unicode.Scalar(scalar)?.properties.generalCategory else { return true }
        switch category {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber, .spaceSeparator,
            .dashPunctuation,
            .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation, .otherPunctuation:
            return false
        default: return true
        }
    }
}

extension Article {
    fileprivate func filtered(_ reason: Reject.Reason, _ detail: String) -> Reject {
        Reject(source: source, stage: .filter, reason: reason, detail: detail, bytes: text.count)
    }
}
