internal import Text

/// Language tags in headers (RFC 5646), brought into their usual case.
enum LanguageTag {
    /// `EN_us` gives `en-US`; nil for lists and for what is no tag.
    static func single(_ text: String) -> String? {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }
        guard let primary = parts.first, (2...3).contains(primary.utf8.count), parts.count <= 4,
            primary.utf8.allSatisfy(\.isASCIILetter)
        else { return nil }
        var tag = iso639Part1[primary.lowercased()] ?? primary.lowercased()
        for part in parts.dropFirst() {
            guard (1...8).contains(part.utf8.count), part.utf8.allSatisfy(\.isASCIIAlphanumeric) else { return nil }
            switch part.utf8.count {
            case 2: tag += "-" + part.uppercased()
            case 4: tag += "-" + part.prefix(1).uppercased() + part.dropFirst().lowercased()
            default: tag += "-" + part.lowercased()
            }
        }
        return ["und", "mul", "zxx", "mis"].contains(tag) ? nil : tag
    }

    /// BCP 47 wants the two-letter code where there is one; crawlers' language detectors write three letters.
    private static let iso639Part1: [String: String] = {
        var table: [String: String] = [:]
        for pair in pairs.split(separator: " ") {
            table[String(pair.prefix(3))] = String(pair.suffix(2))
        }
        return table
    }()

    private static let pairs = """
        afr-af amh-am ara-ar aze-az bel-be ben-bn bos-bs bul-bg cat-ca ces-cs cym-cy dan-da deu-de ell-el eng-en epo-eo \
        est-et eus-eu fas-fa fin-fi fra-fr gle-ga glg-gl guj-gu heb-he hin-hi hrv-hr hun-hu hye-hy ind-id isl-is ita-it \
        jpn-ja kan-kn kat-ka kaz-kk khm-km kor-ko kur-ku lao-lo lav-lv lit-lt mal-ml mar-mr mkd-mk mlt-mt mon-mn msa-ms \
        mya-my nep-ne nld-nl nno-nn nob-nb nor-no pan-pa pol-pl por-pt pus-ps ron-ro rus-ru sin-si slk-sk slv-sl som-so \
        spa-es sqi-sq srp-sr swa-sw swe-sv tam-ta tel-te tha-th tur-tr ukr-uk urd-ur uzb-uz vie-vi zho-zh
        """
}
