/// How lines begin that belong to the page or to the agency and not to the story, in the languages of many newsrooms.
///
/// Written folded: lower case, words separated by one space, no punctuation. `BoilerplateLines` says what each rule
/// asks of the rest of the line.
enum BoilerplatePhrases {
    /// The phrase is the whole line.
    static let whole = """
        reuter|reuters|afp|ap|dpa|upi|ansa|efe|tass|xinhua|kyodo|pti|ians|ani|afx|lusa|belga|anp|tt|ntb|ritzau|stt|pap
        ends|end|ends here|more|more to come|more to follow|to be continued|advertisement
        advertisement continue reading below|advertising|sponsored|sponsored content|promoted content
        story continues below|story continues below advertisement|article continues below advertisement
        continue reading|continue reading the main story|continue reading below|read more|read more here|learn more
        full story|read full story|read the full story|read the full article|read the full article here|read next
        up next|most read|most popular|trending|trending now|recommended|recommended for you|related|related articles
        related stories|related story|related content|related topics|related coverage|related news|related links
        see also|more stories|more news|more on this story|more on this topic|more from this author|you may also like
        you might also like|you might be interested in|we recommend|editors picks|top stories|latest news|share
        share this|share this article|share this story|share this post|share on facebook|share on twitter
        share on whatsapp|share on linkedin|tweet|tweet this|email this article|email this story|print
        print this article|save article|copy link|leave a comment|leave a reply|add a comment|post a comment
        join the conversation|comments|view comments|show comments|hide comments|no comments|no comments yet
        comments are closed|log in to comment|log in|sign in|sign up|subscribe|subscribe now|register now|follow us
        newsletter|our newsletter|back to top|skip to main content|skip to content|skip advertisement|image source
        image caption|media caption|getty images|file photo|photo gallery|view gallery|watch the video|play video
        watch more|listen to this article|print edition|all rights reserved|terms of use|privacy policy|cookie policy
        terms and conditions|contact us|about us|weiterlesen|mehr lesen|lesen sie auch|lesen sie mehr
        das könnte sie auch interessieren|mehr zum thema|zum thema|anzeige|werbung|lesen sie weiter|artikel teilen
        teilen|kommentare|newsletter abonnieren|drucken|zur startseite|startseite|alle rechte vorbehalten|impressum
        meistgelesen|mehr dazu|auch interessant|lire aussi|lire la suite|lire plus|à lire aussi|à lire également
        voir aussi|sur le même sujet|publicité|partager|partager cet article|commentaires|en savoir plus|articles liés
        tous droits réservés|imprimer|à découvrir aussi|leer más|leer también|lea también|lea más|le puede interesar
        te puede interesar|más información|ver también|seguir leyendo|sigue leyendo|publicidad|compartir|comentarios
        noticias relacionadas|artículos relacionados|todos los derechos reservados|también te puede interesar
        también puedes leer|leggi anche|leggi tutto|leggi di più|leggi l articolo completo|pubblicità|condividi
        commenti|articoli correlati|tutti i diritti riservati|riproduzione riservata|ti potrebbe interessare
        potrebbe interessarti anche|leia também|leia mais|veja também|saiba mais|publicidade|compartilhe|compartilhar
        comentários|continue lendo|notícias relacionadas|todos os direitos reservados|continua após a publicidade
        partilhar|lees ook|lees meer|lees verder|advertentie|reacties|delen|deel dit artikel|bekijk ook
        alle rechten voorbehouden|læs også|læs mere|annonce|del artiklen|kommentarer|se også
        artiklen fortsætter efter annoncen|läs också|läs mer|läs även|annons|dela artikeln|se även
        artikeln fortsätter efter annonsen|les også|les mer|annonse|del artikkelen|saken fortsetter under annonsen
        artikkelen fortsetter under annonsen|lue myös|lue lisää|mainos|jaa artikkeli|juttu jatkuu mainoksen jälkeen
        artikkeli jatkuu mainoksen alla|czytaj też|czytaj także|czytaj więcej|czytaj dalej|zobacz też|zobacz także
        przeczytaj także|przeczytaj też|reklama|udostępnij|komentarze|wszelkie prawa zastrzeżone
        dalszy ciąg materiału pod wideo|čtěte také|čtěte dále|přečtěte si také|čítajte tiež|prečítajte si aj|sdílet
        diskuse|inzerce|reklama|pročitajte i|pročitajte još|pročitaj još|više o temi|preberite tudi|preberite še|oglas
        olvassa el|olvasd el|kapcsolódó cikkek|hirdetés|megosztás|ez is érdekelheti|citește și|citeşte şi
        citește mai mult|vezi și|publicitate|comentarii|articole similare|διαβάστε επίσης|διαβάστε ακόμα
        διαβάστε περισσότερα|δείτε επίσης|διαφήμιση|читайте также|читать далее|читать полностью|подробнее|реклама
        комментарии|смотрите также|поделиться|по теме|материалы по теме|все новости|читайте також|читати далі
        дивіться також|прочетете още|вижте още|още по темата|devamını oku|ayrıca okuyun|ilgili haberler|reklam
        yorumlar|bunlar da ilginizi çekebilir|haberin devamı|baca juga|baca selengkapnya|simak juga|iklan|lihat juga
        artikel terkait|baca lagi|xem thêm|đọc thêm|tin liên quan|quảng cáo|bình luận|chia sẻ|اقرأ أيضا|اقرأ أيضاً
        إقرأ أيضا|اقرأ المزيد|شاهد أيضا|مواضيع ذات صلة|أخبار ذات صلة|إعلان|همچنین بخوانید|بیشتر بخوانید|مطالب مرتبط
        קראו גם|קרא עוד|פרסומת|כתבות נוספות|इसे भी पढ़ें|यह भी पढ़ें|ये भी पढ़ें|और पढ़ें|विज्ञापन|संबंधित खबरें|関連記事
        続きを読む|続きはこちら|あわせて読みたい|広告|関連ニュース|無断転載禁止|相关阅读|相关新闻|阅读更多|延伸阅读|推荐阅读|责任编辑|更多新闻|廣告|延伸閱讀|相關新聞|閱讀更多|广告|관련기사|관련 기사|더보기
        더 보기|광고|무단전재 및 재배포 금지|무단 전재 및 재배포 금지|loading|become a member|become a subscriber|avec afp|avec reuters
        avec l afp|mit dpa|mit material von dpa
        """

    /// The phrase and a colon, an arrow or the like; what follows names other stories or sources.
    static let labels = """
        read more|read also|also read|read next|related|related story|related stories|related articles
        related coverage|related link|related links|related news|related content|related reading|see also|more|watch
        watch now|must read|don t miss|you may also like|you might also like|more stories|more news|more on this story
        see more|also on|also see|from the archive|from our archives|editor s picks|keep reading
        continue reading|full coverage|explore more|trending|further reading|read the full story|click here|share this
        share this article|tags|filed under|topics|categories|most read|up next|subscribe|sign up|newsletter|follow us
        listen|listen now|gallery|photos|in pictures|reporting by|editing by|writing by|compiled by
        additional reporting by|photo|photo credit|image credit|photo by|image source|images|image|picture|pictures
        photograph|featured image|contact|contacts|media contact|source|sources|weiterlesen|lesen sie auch
        lesen sie mehr|lesen sie hier|mehr zum thema|mehr dazu|zum thema|auch interessant|lesen sie dazu auch
        das könnte sie auch interessieren|foto|fotos|bild|bilder|quelle|quellen|passend dazu|lire aussi|à lire aussi
        à lire également|lire également|à lire|voir aussi|sur le même sujet|lire la suite|crédit photo|photos
        en images|en vidéo|à voir aussi|pour aller plus loin|écouter aussi|lea también|leer también|lea además|lea más
        le puede interesar|te puede interesar|ver también|vea también|mira también|relacionado|relacionada
        te recomendamos|fotos|foto|fuente|lee también|lee más|también puedes leer|también te puede interesar
        también lee|sigue leyendo|leggi anche|guarda anche|leggi pure|potrebbe interessarti|ti potrebbe interessare
        approfondisci|fonte|leia também|leia mais|veja também|saiba mais|veja mais|confira também|leia ainda|fonte
        foto|assista|lees ook|lees meer|bekijk ook|luister ook|lees verder|zie ook|bron|foto|læs også|læs mere|se også
        kilde|läs också|läs mer|läs även|läs även om|se även|källa|les også|les mer|se også|kilde|bakgrunn|lue myös
        lue lisää|katso myös|lähde|kuva|czytaj też|czytaj także|czytaj więcej|zobacz też|zobacz także|zobacz również
        przeczytaj także|przeczytaj też|przeczytaj również|polecamy|źródło|fot|warto przeczytać|čtěte také|čtěte dále
        přečtěte si také|přečtěte si|více k tématu|zdroj|čítajte aj|čítajte tiež|prečítajte si aj|pročitajte i
        pročitajte još|pročitaj još|izvor|preberite tudi|preberite še|olvassa el|kapcsolódó cikk|forrás|citește și
        citeşte şi|citește mai mult|vezi și|sursa|sursă|citiți și|διαβάστε επίσης|διαβάστε ακόμα|διαβάστε περισσότερα
        δείτε επίσης|πηγή|читайте также|читать далее|смотрите также|подробнее|по теме|источник|фото|читайте також
        дивіться також|джерело|прочетете още|вижте още|още по темата|източник|devamı|ayrıca okuyun|ilgili haber|kaynak
        bunu da okuyun|baca juga|simak juga|lihat juga|baca selengkapnya|sumber|xem thêm|đọc thêm|nguồn|اقرأ أيضا
        اقرأ أيضاً|إقرأ أيضا|اقرأ المزيد|شاهد أيضا|المصدر|همچنین بخوانید|بیشتر بخوانید|منبع|קראו גם|קרא עוד
        इसे भी पढ़ें|यह भी पढ़ें|ये भी पढ़ें|और पढ़ें|関連記事|続きを読む|あわせて読みたい|出典|相关阅读|相关新闻|阅读更多|延伸阅读|推荐阅读|责任编辑|来源|编辑|延伸閱讀
        相關新聞|閱讀更多|責任編輯|來源|관련기사|관련 기사|더보기|출처
        """

    /// The phrase opens a short line.
    static let openings = """
        click here to|click here for|click here if|click on the|click the link|tap here to|tap here for
        for more news visit|for more news|for more stories|for more information visit|for more on this story
        for more from|for the latest news|read more about|read more on|read more at|read more here|read more from
        read more stories|read more of our|read more news|read the full story|read the full article
        read the original article|read the original story|read the rest of this|to read more about|to read more on
        to read more click|to read the full
        to continue reading|continue reading at|more on this story at|this article was originally published
        this story was originally published|this article originally appeared|this story originally appeared
        this article first appeared|this story first appeared|this article was first published
        this story was first published|this article was published in|this post originally appeared
        this article appeared in the print edition|this article is republished from|this story has been updated
        this article has been updated|this is a developing story|this story is developing|this story was produced by
        this story was translated|a version of this article appears|a version of this article appeared
        a version of this story appeared|an earlier version of this|the associated press contributed
        associated press contributed|reuters contributed to this|afp contributed to this|with additional reporting by
        with reporting by|have something to say about|got a news tip|got a story|got a tip|have a news tip
        do you have a story|send tips to|send your tips|email the author|contact the author|contact the reporter
        contact the writer|reach the reporter|follow the author|write to us|have your say|tell us what you think
        let us know what you think|what do you think share|join the conversation|leave a comment below
        share your thoughts in the comments|sound off in the comments|please enable javascript
        your browser does not support|you need to enable|please log in|please sign in|already a subscriber
        you have reached your limit|support our journalism|support independent journalism|download our app
        download the app|get our app|get the app|download our free app|we use cookies|this site uses cookies
        this website uses cookies|by using this site you agree|by continuing to use|advertisement scroll to continue
        hier klicken|klicken sie hier|lesen sie hier|mehr zum thema|hier finden sie weitere
        dieser artikel erschien zuerst|dieser artikel ist zuerst|dieser text erschien zuerst
        dieser beitrag erschien zuerst|mehr nachrichten aus|bitte aktivieren sie javascript|jetzt abonnieren
        jetzt anmelden|cliquez ici|cet article a été publié|cet article est paru|retrouvez toute l actualité
        retrouvez tous nos|inscrivez vous à|la rédaction vous conseille|haga clic aquí|haz clic aquí|pulse aquí
        haga click aquí|este artículo fue publicado originalmente|este artículo se publicó originalmente
        para más información visite|clicca qui|questo articolo è stato pubblicato|questo articolo è apparso
        continua a leggere|clique aqui|este artigo foi publicado originalmente|esta reportagem foi publicada|klik hier
        dit artikel verscheen eerder|dit artikel is eerder verschenen|klik her|artiklen blev først bragt|klicka här
        artikeln publicerades först|klikk her|saken ble først publisert|klikkaa tästä|kliknij tutaj
        artykuł pierwotnie ukazał się|klikněte zde|kattintson ide|click aici|κάντε κλικ εδώ|нажмите здесь
        подписывайтесь на|следите за нашими новостями|подпишитесь на|підписуйтесь на|читайте нас в
        haberin devamı için tıklayın|buraya tıklayın|klik di sini|simak berita|cek berita dan artikel|dapatkan update
        bấm vào đây|اضغط هنا|انقر هنا|本文来自|本文首发于|本文轉自|转载自|本文由|この記事は
        """

    /// The phrase opens a very short line, as no sentence of a story does.
    static let brief = """
        photo by|photos by|photograph by|photo courtesy of|image courtesy of|image via|photo via|image by|picture by
        with input from|with inputs from|with agency inputs|with files from|con información de|com informações da
        com informações do|com informações de|avec afp|avec reuters|avec l afp|reporting by|editing by|writing by
        compiled by|edited by|mit material von|mit informationen von|a cura di|foto von|photo de
        """

    /// The phrase opens a very short line with a figure in it.
    static let dated = """
        published on|posted on|posted by|posted in|first published on|originally published on|originally published at
        last updated|last modified|publié le|mis à jour le|dernière mise à jour|publicado el|actualizado el
        última actualización|atualizado em|zuletzt aktualisiert|aktualisiert am|updated|updated on|updated at
        published|publicado em|pubblicato il|aggiornato il|gepubliceerd op|bijgewerkt|opublikowano|aktualizacja
        опубликовано|обновлено|dernière modification|stand|erstellt am|veröffentlicht am
        """

    /// The phrase opens a line that also speaks of a newsletter, an app or the like (`offers`).
    static let invitations = """
        sign up|subscribe|subscribe to|get our|get the latest|get all the|join our|join the|follow us
        follow our|follow me|like us|find us|join us|connect with us|keep up with|stay up to date|stay informed
        stay connected|never miss|don t miss|enjoyed this|melden sie sich|abonnieren sie|folgen sie|folge uns
        folgt uns|bleiben sie|abonnez vous|inscrivez vous|suivez|suivez nous|recevez|rejoignez|retrouvez|suscríbete
        suscríbase|síguenos|síganos|sigue a|recibe|recibí|únete|regístrate|iscriviti|seguici|segui|ricevi|unisciti
        abbonati|assine|inscreva se|siga|receba|acompanhe|siga nos|schrijf je in|meld je aan|volg ons|abonneer
        tilmeld dig|følg os|prenumerera|följ oss|anmäl dig|meld deg på|følg oss|tilaa|seuraa|zapisz się|subskrybuj
        obserwuj nas|dołącz do|sledujte nás|odebírejte|přihlaste se|pratite nas|iratkozzon fel|kövessen minket
        abonează te|abonați vă|urmărește ne|urmăriți ne|εγγραφείτε|ακολουθήστε|подписывайтесь|подпишитесь
        присоединяйтесь|підписуйтесь|абонирайте се|последвайте ни|abone ol|abone olun|bizi takip edin|takip edin
        berlangganan|ikuti|đăng ký|theo dõi|اشترك|اشتركوا|تابعوا|تابعونا|تابعنا|सब्सक्राइब|フォロー|订阅|关注|訂閱|關注|구독
        for more information|for more updates|for more news|for more stories|receive our|receive the latest
        receive daily|receive breaking|like this article|like this story|want more news|want more stories|download our
        download the|listen to our|listen to the podcast|register for|register now|jetzt abonnieren|jetzt anmelden
        jetzt folgen
        """

    /// What an invitation must mention.
    static let offers = """
        newsletter|news letter|e-mail|email|inbox|alerts|podcast| app | app.| app!|our app|whatsapp|telegram|twitter
        facebook
        instagram|youtube|linkedin|tiktok|pinterest|snapchat|google news|social media|rss|our channel|push|infolettre
        boletín|boletin|correo electrónico|canal de|notiziario|boletim|nieuwsbrief|nyhedsbrev|nyhetsbrev|uutiskirje
        newslettera|zpravodaj|hírlevél|telegramm|рассылк|телеграм|вконтакте|ютуб|дзен|facebooku|bülten|kanal|канал
        νέα μας|النشرة|تويتر|فيسبوك|تلغرام|واتساب|メルマガ|ニュースレター|ツイッター|公众号|微信|微博|뉴스레터|카카오
        """

    /// The phrase opens a line that names a social network (`networks`).
    static let followings = """
        follow|find|like|join|folgen sie|folge|suivez|sigue|siga|segui|volg|følg|följ|seuraa|obserwuj|sledujte
        takip edin
        """

    /// What an invitation to follow somebody must mention.
    static let networks = """
        on twitter|on facebook|on instagram|on linkedin|on youtube|on tiktok|on telegram|on whatsapp|on threads
        on bluesky
        on mastodon|on social media|on google news|on x at|on x @|twitter @|auf twitter|auf facebook|auf instagram
        sur twitter|sur facebook|sur instagram|en twitter|en facebook|en instagram|no twitter|no facebook|no instagram
        su twitter|su facebook|su instagram|op twitter|op facebook|på twitter|på facebook|på instagram|na twitterze
        na facebooku|na twitteru
        """

    /// The phrase opens a line in brackets.
    static let credits = """
        reporting by|reporting and writing by|reporting and editing by|additional reporting by|writing by|editing by
        edited by|written by|compiled by|story by|with reporting by|this story has|this story was|this story corrects
        this story refiles|this version corrects|corrects|refiles|adds|updates|recasts|source|reuters messaging|photo
        photos|for the latest|our standards|see also|file photo|with inputs from|with input from|with inputs
        inputs from|pti|reuters|afp|ap|dpa|ians|ani|mit material|mit dpa|mit afp|quelle|redaktion|avec|avec afp
        reportage|rédigé par|édité par|reporte|reporte de|editado por|reportaje|información de|con información
        reportagem|edição|servizio di|a cura di|redazione|bewerking|bron|auteur|текст|фото|автор|редактор|источник
        责任编辑|编辑|記者|记者|編集
        """

    /// The phrase opens a notice of rights.
    static let rights = """
        all rights reserved|all content copyright|this material may not be published|this content is protected
        no part of this publication|no part of this article|no part of this material|reprinted with permission
        the material on this site may not be|alle rechte vorbehalten|urheberrechtlich geschützt|tous droits réservés
        tous droits de reproduction|todos los derechos reservados|prohibida su reproducción
        queda prohibida la reproducción|tutti i diritti riservati|riproduzione riservata|todos os direitos reservados
        é proibida a reprodução|alle rechten voorbehouden|alle rettigheder forbeholdes|alla rättigheter förbehållna
        alle rettigheter|wszelkie prawa zastrzeżone|všechna práva vyhrazena|všetky práva vyhradené|sva prava pridržana
        sva prava zadržana|minden jog fenntartva|toate drepturile rezervate|все права защищены|перепечатка
        усі права захищені|всички права запазени|her hakkı saklıdır|tüm hakları saklıdır|hak cipta dilindungi
        bản quyền thuộc về|جميع الحقوق محفوظة|حقوق النشر محفوظة|版权所有|版權所有|未经授权|未經授權|無断転載|無断複製|저작권자|무단전재|무단 전재
        """

    /// The phrase opens a notice of rights when a name, a year or a sign follows.
    static let copyright = """
        copyright|©|c copyright
        """
}
