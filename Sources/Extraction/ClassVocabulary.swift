/// The tokens of class names that carry evidence, chosen for what they mean on news sites of many languages.
struct ClassVocabulary: Sendable {
    static let shared = ClassVocabulary()

    private var keys = [UInt64](repeating: 0, count: 4096)
    private var meanings = [ClassEvidence](repeating: [], count: 4096)

    private init() {
        for (words, meaning) in Self.table {
            for word in words.split(separator: " ") { insert(word, meaning) }
        }
        for (words, meaning) in Self.prefixes {
            for word in words.split(separator: " ") { insert("^" + word, meaning) }
        }
    }

    /// A word of the table: a token, or two joined by a hyphen that stand side by side.
    private mutating func insert(_ word: some StringProtocol, _ meaning: ClassEvidence) {
        let tokens = word.split(separator: "-").map { Self.hash($0.utf8) }
        let key = tokens.count == 2 ? Self.pair(tokens[0], tokens[1]) : tokens[0]
        var slot = Self.slot(of: key)
        while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & 4095 }
        keys[slot] = key
        meanings[slot].formUnion(meaning)
    }

    private static func slot(of key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 52)
    }

    private func meaning(of key: UInt64) -> ClassEvidence? {
        var slot = Self.slot(of: key)
        while keys[slot] != 0 {
            if keys[slot] == key { return meanings[slot] }
            slot = (slot + 1) & 4095
        }
        return nil
    }

    /// The hash of the token at `range`, and what it means.
    func look(up range: Range<Int>, in bytes: [UInt8]) -> (token: UInt64, meaning: ClassEvidence) {
        var hash = Self.seed
        var prefix = Self.extend(Self.seed, by: UInt8(ascii: "^"))
        var fromPrefix: ClassEvidence = []
        for (length, position) in range.enumerated() {
            let byte = bytes[position] | 0x20
            hash = Self.extend(hash, by: byte)
            prefix = Self.extend(prefix, by: byte)
            if length >= 4, let meaning = meaning(of: prefix) { fromPrefix = meaning }
        }
        return (hash, meaning(of: hash) ?? fromPrefix)
    }

    func look(upPair first: UInt64, _ second: UInt64) -> ClassEvidence { meaning(of: Self.pair(first, second)) ?? [] }

    private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

    private static func extend(_ hash: UInt64, by byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }

    private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
        bytes.reduce(seed) { extend($0, by: $1) }
    }

    private static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
        (first &* 0x9E37_79B9_7F4A_7C15) ^ (second &* 0xC2B2_AE3D_27D4_EB4F) | 1
    }

    // MARK: Words

    private static let table: [(String, ClassEvidence)] = [
        // sharing, following
        (
            """
            share sharing shares shared sharebar sharethis sharedaddy social socials addthis addtoany follow followus \
            teilen partage partager compartir compartilhar condividi udostepnij like-box fb-like follow-us
            """, .strongNegative
        ),
        // other articles
        (
            """
            related relateds recirc recirculation recommended recommendation recommendations recommend trending \
            popular mostread mostpopular morefrom seealso upnext readnext readmore relacionadas relacionados \
            relacionada verwandt verwandte correlati aussi weitere most-read most-popular most-viewed read-more \
            read-next read-also see-also also-read also-like more-from more-stories more-news more-articles \
            next-article next-story next-post prev-next previous-next up-next latest-news latest-stories top-stories \
            other-news other-articles other-stories you-may might-like post-navigation similar zergnet taboola \
            outbrain revcontent mgid dianomi plista criteo ligatus nativo infinite-scroll next-up
            """, .strongNegative
        ),
        // sign-ups, selling
        (
            """
            newsletter newsletters signup promo promos promotion promoted sponsor sponsored sponsors advert adverts \
            advertisement advertisements advertising advertorial adunit adslot adsense adbox adcontainer adwrapper \
            dfp gpt werbung anzeige anzeigen publicite publicidad publicidade reklama reklam reklame annonse annons \
            donate donation donations sign-up call-to cta donate-box subscribe subscription membership shopping \
            coupon coupons affiliate marketing
            """, .strongNegative
        ),
        ("ad ads", [.strongNegative, .alone]),
        // readers
        (
            """
            comment comments commentlist disqus kommentar kommentare commentaire commentaires comentarios comentario \
            comentarii commenti livefyre coral respond replies
            """, [.strongNegative, .comments]
        ),
        ("infobox factbox faktaboks fact-box expandable-box", .strongNegative),
        ("poll quiz survey rating ratings vote votes feedback", .strongNegative),
        // about the article
        (
            """
            byline bylines author authors bio biography auteur auteurs autor autores autoren autore contributor \
            contributors journalist author-bio about-author
            """, [.strongNegative, .byline]
        ),
        ("reporter writer creator", .byline),
        (
            """
            caption captions credit credits wp-caption photo-credit image-credit legende bildunterschrift \
            image-description img-description image-meta img-caption image-text picture-text
            """,
            [.strongNegative, .caption]
        ),
        ("copyright imagecredit photocredit attribution", [.weakNegative, .caption]),
        (
            """
            tags taglist tagcloud tag-list tags-list post-tags entry-tags keywords topics entry-footer post-footer \
            article-footer entry-meta post-meta article-meta entry-utility article-tools
            """, .strongNegative
        ),
        // around the article
        (
            """
            masthead sidebar siderail rightrail rail toolbar login logon signin register registration \
            searchform searchbox skip skiplink skip-link skip-to sr-only visually-hidden visuallyhidden \
            screen-reader screenreader modal popup popover lightbox tooltip dropdown offcanvas ticker \
            marquee scroll-top back-top print-only
            """, .strongNegative
        ),
        (
            """
            nav navigation navbar navi subnav sitenav menu menus submenu breadcrumb breadcrumbs pagination pager paging \
            pagenav search toc tableofcontents table-of weather jobs stocks
            """, .navigation
        ),
        ("cookie cookies consent gdpr gating gated-overlay regwall", .strongNegative),
        ("footer siteinfo colophon", [.strongNegative, .footer]),
        (
            """
            onetrust didomi usercentrics cookiebot cybot truste cookieconsent borlabs complianz cmplz iubenda \
            klaro osano \
            evidon tarteaucitron axeptio sp-message qc-cmp cookie-banner cookie-notice cookie-law cookie-bar \
            cookie-consent consent-banner gdpr-banner fc-consent privacy-manager
            """, [.strongNegative, .consent]
        ),
        // players, pictures
        (
            "gallery slideshow carousel slider playlist player jwplayer brightcove videoplayer swiper slick",
            .weakNegative
        ),
        ("pullquote pull-quote pulledquote", .weakNegative),
        // weak: what bodies are called, too
        (
            """
            paywall teaser teasers meta metadata metas tag embed embedded widget widgets label labels info infos \
            tools tool actions action button buttons btn more latest next prev previous extra icon icons category \
            categories kicker eyebrow overline rubric topic source sources disclaimer correction legal callout hidden \
            media video videos image images photo photos picture figure audio podcast banner \
            premium subscriber support member alert message notification tabs contact profile avatar user \
            links thumbnail thumb thumbs aside inset box sidebox hint notice print badge counter \
            views readtime reading-time time-read listen hidden-print location dateline edition
            """, .weakNegative
        ),
        (
            "date time timestamp datetime published updated pubdate datum fecha zeit uhrzeit data-pub publish-date",
            [.weakNegative, .date]
        ),
        (
            "tweet twitter-tweet twitter-embed instagram-media instagram-embed tiktok-embed fb-post bluesky-embed",
            .post
        ),
        ("headline headlines title", .headline),
        (
            """
            dek standfirst subtitle strapline subhead subheadline summary excerpt lede chapo sapo lead intro \
            vorspann abstract sottotitolo bajada entradilla
            """,
            .standfirst
        ),
        ("accordion collapse collapsible collapsed toggle faq faqs expandable foldable akkordeon", .foldable),
        // the article itself
        (
            """
            article articles story post entry news blog single artikel articulo articolo noticia nota materia \
            artigo clanek detail
            """,
            .articleWord
        ),
        ("body content text texte texto copy contents inner paragraphs fulltext", .bodyWord),
        (
            """
            articlebody storybody articletext storytext articlecontent storycontent postcontent postbody entrycontent \
            bodytext newstext newsbody contentbody bodycopy body-copy body-text body-content rich-text richtext \
            content-body articlebodycontent artikeltext text-block
            """, .body
        ),
        // "has-sidebar", "no-ads": about the page, not about the element
        ("has no with without is not enable enabled disable hide show js wf overflow justify align", .state),
    ]

    /// Beginnings of words that are written together: `socialbuttons`, `relatedposts`. At least five letters.
    private static let prefixes: [(String, ClassEvidence)] = [
        (
            """
            sharebutton shareicon sharelink sharetool social related newsletter advert breadcrumb recommend \
            sponsor sidebar taboola outbrain
            """,
            .strongNegative
        ),
        ("comment", [.strongNegative, .comments]),
        ("caption", [.strongNegative, .caption]),
        ("byline", [.strongNegative, .byline]),
        (
            "onetrust didomi usercentric cookiebanner cookieconsent cookienotice cookielaw cookiebot",
            [.strongNegative, .consent]
        ),
    ]
}
