import Testing

@testable import Text

@Suite struct LanguageTagTests {
    @Test(
        "Language tags in the case of BCP 47",
        arguments: [
            ("en", "en"), ("EN_us", "en-US"), ("en-us", "en-US"), ("zh_hans_cn", "zh-Hans-CN"),
            ("de_DE.UTF-8", "de-DE"), ("ca@valencia", "ca"), ("es-419", "es-419"), ("sl-rozaj", "sl-rozaj"),
            ("ger", "de"), ("fre", "fr"), ("English", "en"), ("Français", "fr"), ("iw", "he"),
            ("en-", "en"), ("en--US", "en"), ("pt-br-x-foo", "pt-BR"), (" fr ", "fr"), ("fil", "fil"),
            ("en-US,en", "en-US"), ("fr, en", "fr"), ("de-DE-1996", "de-DE-1996"), ("gsw", "gsw"),
        ])
    func languages(stated: String, tag: String) { #expect(LanguageTag.normalized(stated) == tag) }

    @Test(
        "What names no language is nil",
        arguments: [
            "", "-", "und", "xx", "jp", "unknown", "null", "none", "e", "12", "en US!", "zxx", "qaa", "x-klingon", "🇬🇧",
            "{{lang}}",
        ])
    func junk(tag: String) { #expect(LanguageTag.normalized(tag) == nil) }
}
