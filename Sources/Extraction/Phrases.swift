import Text

/// Short phrases that announce what is not the article any more, in the languages of the world's news sites.
struct Phrases: Sendable {
    static let shared = Phrases()

    private var whole = Set<UInt64>()
    private var beginnings = Set<UInt64>()
    /// Beginnings that only a colon makes one.
    private var beforeColon = Set<UInt64>()

    private init() {
        for phrase in Self.headings { whole.insert(Self.hash(phrase)) }
        for phrase in Self.leads {
            if phrase.hasSuffix(":") {
                beforeColon.insert(Self.hash(phrase))
            } else {
                beginnings.insert(Self.hash(phrase))
                whole.insert(Self.hash(phrase))
            }
        }
    }

    /// The text is a heading over other articles, comments, sign-ups or the author's portrait.
    func isTailHeading(_ range: Range<Int>, of text: [UInt8]) -> Bool {
        var key = Self.seed
        for position in range { key = Self.extend(key, by: text[position]) }
        return whole.contains(key) || beginsWithLead(range, of: text)
    }

    /// The text begins like a reference to another article: "Read more:", "Lesen Sie auch".
    func beginsWithLead(_ range: Range<Int>, of text: [UInt8]) -> Bool {
        var key = Self.seed
        for position in range.prefix(48) {
            let byte = text[position]
            if !byte.isASCIIAlphanumeric, byte < 0x80, beginnings.contains(key) { return true }
            if byte == UInt8(ascii: ":"), beforeColon.contains(key) { return true }
            key = Self.extend(key, by: byte)
        }
        return false
    }

    private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

    /// Letters and digits of any script, ASCII in lower case; blanks and punctuation do not count.
    private static func extend(_ key: UInt64, by byte: UInt8) -> UInt64 {
        byte >= 0x80 || byte.isASCIIAlphanumeric ? (key ^ UInt64(byte.asciiLowered)) &* 0x100_0000_01b3 : key
    }

    private static func hash(_ phrase: String) -> UInt64 { phrase.utf8.reduce(seed) { extend($0, by: $1) } }

    private static let headings: [String] = [
        "related", "related articles", "related stories", "related posts", "related news", "related content",
        "related topics", "related links", "related coverage", "related reading", "recommended", "recommended for you",
        "recommended stories", "recommended articles", "recommended reading", "most popular", "most read",
        "most viewed", "popular",
        "popular stories", "popular posts", "popular now", "trending", "trending now", "trending stories",
        "latest news", "latest stories",
        "latest", "latest articles", "latest posts", "recent posts", "recent articles", "top stories", "top news",
        "other news",
        "other stories", "you may also like", "you might also like", "you may like", "you may also be interested in",
        "what to read next",
        "you might also be interested in", "up next", "next up", "editors picks", "editor's choice", "comments",
        "comment", "leave a comment",
        "leave a reply", "leave a response", "join the conversation", "add a comment", "post a comment", "top comments",
        "top rated comments",
        "0 comments", "about the author", "about the authors", "about author", "author", "share", "share this",
        "share this article",
        "share this story", "share this post", "newsletter", "newsletters", "sign up for our newsletter",
        "subscribe to our newsletter",
        "stay informed", "stay connected", "follow us", "tags", "topics", "keywords", "filed under", "in this article",
        "current issue", "advertisement", "sponsored", "sponsored content", "partner content", "promoted content",
        "similar articles",
        "similar posts", "similar stories", "more stories", "more news", "more articles", "more posts",
        "privacy overview", "cookie settings",
        "you might be interested in", "keep reading", "explore more", "most popular in the section", "contact us",
        "get in touch",
        "mehr zum thema", "zum thema", "weitere artikel", "weitere themen", "weitere nachrichten", "kommentare",
        "kommentar schreiben",
        "das könnte sie auch interessieren", "das könnte dich auch interessieren", "auch interessant",
        "verwandte themen",
        "verwandte artikel", "über den autor", "über die autorin", "meistgelesen", "meistgelesene artikel",
        "ähnliche artikel",
        "themen", "schlagwörter", "schlagworte", "newsletter abonnieren", "empfehlungen", "top themen",
        "à lire aussi", "lire aussi", "sur le même sujet", "sur le même thème", "commentaires", "les plus lus",
        "voir aussi", "à voir aussi",
        "articles similaires", "articles liés", "vous aimerez aussi", "à propos de l'auteur", "dans la même rubrique",
        "thèmes", "mots clés",
        "te puede interesar", "le puede interesar", "más noticias", "noticias relacionadas", "comentarios",
        "artículos relacionados",
        "lo más leído", "lo más visto", "sobre la firma", "archivado en", "etiquetas", "temas", "más información",
        "relacionados",
        "leia também", "leia mais", "veja também", "comentários", "notícias relacionadas", "mais lidas",
        "artigos relacionados", "tópicos",
        "leggi anche", "potrebbe interessarti", "commenti", "articoli correlati", "ti potrebbe interessare",
        "i più letti", "argomenti",
        "lees ook", "reacties", "lees meer", "meest gelezen", "gerelateerd", "gerelateerde artikelen", "czytaj także",
        "czytaj również",
        "zobacz także", "zobacz też", "komentarze", "polecane", "najczęściej czytane", "läs också", "läs mer",
        "mest läst", "kommentarer",
        "les også", "les mer", "mest lest", "læs også", "læs mere", "mest læste", "lue myös", "luetuimmat", "kommentit",
        "relaterade artiklar", "čtěte také", "související", "diskuze", "související články", "olvass tovább",
        "kapcsolódó cikkek",
        "citește și", "ilgili haberler", "yorumlar", "baca juga", "berita terkait", "artikel terkait", "terkait",
        "tin liên quan", "xem thêm",
        "bài viết liên quan", "Читайте также", "По теме", "Комментарии", "Похожие новости", "Читайте також",
        "Коментарі", "Свързани",
        "Διαβάστε επίσης", "Σχετικά άρθρα", "関連記事", "関連キーワード", "関連ニュース", "おすすめ記事", "おすすめ", "あわせて読みたい", "人気記事", "コメント",
        "アクセスランキング", "相关阅读", "相关新闻", "延伸阅读", "推荐阅读", "相關新聞", "延伸閱讀", "相關文章", "推薦閱讀", "관련기사", "관련 기사",
        "많이 본 뉴스", "댓글",
        "اقرأ أيضا", "مواضيع ذات صلة", "موضوعات ذات صلة", "التعليقات", "קראו גם", "यह भी पढ़ें", "ये भी पढ़ें",
    ]

    /// Also as the beginning of a longer line, before a blank or a colon.
    private static let leads: [String] = [
        "read more", "read next", "read also", "also read", "see also", "more from", "more on", "more in", "more about",
        "related:",
        "don't miss", "must read", "recommended reading", "read the full", "click here", "continue reading", "watch:",
        "listen:",
        "lesen sie auch", "lesen sie mehr", "lesen sie hier", "mehr dazu", "mehr zum", "siehe auch", "lire aussi",
        "à lire aussi", "lire la suite", "voir aussi",
        "lee también", "lea también", "leer más", "lea más", "te puede interesar", "le puede interesar", "leia também",
        "leia mais",
        "veja também", "saiba mais", "leggi anche", "leggi qui", "lees ook", "lees meer", "lees verder", "czytaj także",
        "czytaj też", "czytaj również",
        "czytaj więcej", "zobacz także", "zobacz też", "läs också", "läs även", "läs mer", "les også", "læs også",
        "lue myös", "lue lisää",
        "čtěte také", "baca juga", "xem thêm", "Читайте также", "Читайте також", "funda olunye udaba lapha", "also:",
    ]
}
