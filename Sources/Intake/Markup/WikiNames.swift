/// Names in wikitext that decide what is text and what is not.
enum WikiNames {
    /// Which parameter of a template is the text that it shows.
    enum Shown {
        case first, second, last, firstTwo
        /// The first, as a paragraph of its own.
        case block
        case literal(String)
    }

    static let textTemplates: [String: Shown] = [
        "w": .last, "wikipedia": .last, "link": .last, "s": .last, "wikt": .last, "foreign name": .first,
        "lang": .second, "langue": .second, "lien": .first, "nowrap": .first, "nobr": .first, "small": .first,
        "big": .first, "abbr": .first, "convert": .firstTwo, "unité": .firstTwo, "unit": .firstTwo,
        "quote": .block, "cquote": .block, "blockquote": .block, "bquote": .block, "zitat": .block,
        "citation bloc": .block,
        "nbsp": .literal("\u{A0}"), "spaces": .literal(" "), "ndash": .literal("–"), "mdash": .literal("—"),
        "–": .literal("–"), "—": .literal("—"), "'": .literal("'"), "!": .literal("|"), "=": .literal("="),
    ]

    static let dateTemplates: Set<String> = [
        "date", "byline", "datum", "data", "fecha", "дата", "dato", "päivämäärä", "dateline",
    ]

    /// Prefixes that lead to other projects and so are no language codes.
    static let sisterPrefixes: Set<String> = ["w", "n", "wp", "b", "q", "s", "m", "v", "d", "voy", "mw"]

    static func isFileOrCategory(_ prefix: String) -> Bool { hidden.contains(prefix.trimmingSpaces()) }

    private static let hidden: Set<String> = [
        "file", "image", "media", "category", "datei", "bild", "kategorie", "fichier", "catégorie", "archivo", "imagen",
        "categoría", "immagine", "categoria", "ficheiro", "imagem", "bestand", "afbeelding", "categorie", "plik",
        "grafika",
        "kategoria", "файл", "изображение", "категория", "зображення", "категорія", "soubor", "fil", "kategori",
        "tiedosto",
        "kuva", "luokka", "dosya", "fájl", "kép", "kategória", "fitxer", "imatge", "ファイル", "画像", "カテゴリ", "文件",
        "图像", "檔案", "圖像", "分类", "分類", "파일", "그림", "분류", "ملف", "صورة", "تصنيف", "קובץ", "תמונה", "קטגוריה", "αρχείο",
        "εικόνα",
        "κατηγορία", "слика", "датотека", "категорија", "berkas", "gambar", "tập tin", "hình", "thể loại", "पर्दा", "चित्र",
        "श्रेणी",
    ]

    /// Headings of sections that hold links and credits.
    static let appendices: Set<String> = [
        "sources", "source", "references", "external links", "external link", "related news", "related articles",
        "see also",
        "notes", "sister links", "sister projects", "further reading", "quellen", "quelle", "weblinks",
        "einzelnachweise",
        "siehe auch", "themenverwandte artikel", "themenverwandte nachrichten", "fuentes", "fuente", "referencias",
        "enlaces externos", "véase también", "noticias relacionadas", "références", "liens externes", "voir aussi",
        "articles connexes", "fonti", "fonte", "note", "collegamenti esterni", "articoli correlati", "fontes",
        "ligações externas", "ver também", "notícias relacionadas", "bronnen", "bron", "źródła", "źródło",
        "linki zewnętrzne",
        "источники", "ссылки", "примечания", "см. также", "джерела", "посилання", "källor", "kilder", "lähteet",
        "kaynaklar",
        "kaynak", "情報源", "出典", "関連記事", "消息来源", "消息來源", "相关新闻", "相關新聞",
    ]
}

extension String {
    fileprivate func trimmingSpaces() -> String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}
