/// Language tags as BCP 47 (RFC 5646) writes them: `en`, `pt-BR`, `zh-Hans-CN`.
package enum LanguageTag {
    /// The tag in its usual case, with the shortest code of its language; nil for what names no language.
    ///
    /// Takes POSIX locales (`en_US.UTF-8`), ISO 639-2 codes (`ger`), and English names of common languages. What
    /// follows the first subtag that is none is dropped.
    package static func normalized(_ text: String) -> String? {
        // What nearly every page and record declares.
        if text.utf8.count == 2, twoLetters.contains(text) { return text }
        let end = text.utf8.firstIndex { $0 == 0x2E || $0 == 0x40 || $0 == 0x2C || $0 == 0x3B } ?? text.utf8.endIndex
        let subtags = text.utf8[..<end].split(omittingEmptySubsequences: false) { $0 == 0x2D || $0 == 0x5F }
            .map { lowered($0) }
        guard let first = subtags.first, let language = primary(first) else { return nil }
        var parts = [language]
        var stage = Stage.language
        for subtag in subtags.dropFirst() {
            guard let (part, next) = part(subtag, after: stage) else { break }
            parts.append(part)
            stage = next
        }
        return parts.joined(separator: "-")
    }

    /// The tag of a header that should name one language (Content-Language); nil for a list and for names in words.
    package static func single(_ text: String) -> String? {
        guard text.utf8.allSatisfy({ $0.isASCIIAlphanumeric || $0 == 0x2D || $0 == 0x5F || $0 == 0x20 }) else {
            return nil
        }
        let primary = text.utf8.drop { $0 == 0x20 }.prefix { $0.isASCIIAlphanumeric }
        return primary.count <= 3 ? normalized(text) : nil
    }

    /// The first subtag: `zh` of `zh-Hans-CN`.
    package static func primary(of tag: String) -> Substring { tag.prefix { $0 != "-" } }

    // MARK: -

    /// Subtags come in this order, each kind at most once but the variants.
    private enum Stage: Int { case language, script, region, variant }

    private static func part(_ subtag: String, after stage: Stage) -> (String, Stage)? {
        let bytes = Array(subtag.utf8)
        let isAlphabetic = bytes.allSatisfy { $0 >= 0x61 && $0 <= 0x7A }
        let isNumeric = bytes.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
        switch bytes.count {
        case 4 where isAlphabetic && stage.rawValue < Stage.script.rawValue:
            return (subtag.prefix(1).uppercased() + subtag.dropFirst(), .script)
        case 2 where isAlphabetic && stage.rawValue < Stage.region.rawValue: return (subtag.uppercased(), .region)
        case 3 where isNumeric && stage.rawValue < Stage.region.rawValue: return (subtag, .region)
        case 5...8 where bytes.allSatisfy({ $0 < 0x80 }), 4 where bytes[0] >= 0x30 && bytes[0] <= 0x39:
            return (subtag, .variant)
        default: return nil
        }
    }

    private static func primary(_ code: String) -> String? {
        switch code.utf8.count {
        case 2:
            if let current = replaced[code] { return current }
            return twoLetters.contains(code) ? code : nil
        case 3:
            guard code.utf8.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }), !special.contains(code),
                !(code >= "qaa" && code <= "qtz")
            else { return nil }
            return threeLetters[code] ?? code
        default: return names[code]
        }
    }

    /// Lower case, without spaces at the ends. Anything but ASCII letters and digits makes it no subtag.
    private static func lowered(_ bytes: Substring.UTF8View) -> String {
        var bytes = bytes[...]
        while bytes.first == 0x20 { bytes.removeFirst() }
        while bytes.last == 0x20 { bytes.removeLast() }
        return String(Substring(bytes)).lowercased()
    }

    private static func pairs(_ list: String) -> [String: String] {
        var result: [String: String] = [:]
        for pair in list.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            let halves = pair.split(separator: "=")
            if halves.count == 2 { result[String(halves[0])] = String(halves[1]) }
        }
        return result
    }

    /// Withdrawn codes of ISO 639-1 that are still met.
    private static let replaced = ["iw": "he", "in": "id", "ji": "yi", "jw": "jv", "mo": "ro"]

    /// Undetermined, several, none, uncoded.
    private static let special: Set<String> = ["und", "mul", "zxx", "mis", "unk", "xxx", "nil"]

    /// ISO 639-1.
    private static let twoLetters = Set(
        """
        aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee
        el en
        eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu
        ja jv
        ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb
        nd ne
        ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq
        sr ss
        st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
        """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))

    /// ISO 639-2 codes, terminological and bibliographic, of languages that have a code of two letters.
    private static let threeLetters = pairs(
        """
        aar=aa abk=ab afr=af aka=ak amh=am ara=ar arg=an asm=as ava=av ave=ae aym=ay aze=az bak=ba bam=bm bel=be ben=bn
        bis=bi bod=bo tib=bo bos=bs bre=br bul=bg cat=ca ces=cs cze=cs cha=ch che=ce chu=cu chv=cv cor=kw cos=co cre=cr
        cym=cy wel=cy dan=da deu=de ger=de div=dv dzo=dz ell=el gre=el eng=en epo=eo est=et eus=eu baq=eu ewe=ee fao=fo
        fas=fa per=fa fij=fj fin=fi fra=fr fre=fr fry=fy ful=ff gla=gd gle=ga glg=gl glv=gv grn=gn guj=gu hat=ht hau=ha
        heb=he her=hz hin=hi hmo=ho hrv=hr hun=hu hye=hy arm=hy ibo=ig ido=io iii=ii iku=iu ile=ie ina=ia ind=id ipk=ik
        isl=is ice=is ita=it jav=jv jpn=ja kal=kl kan=kn kas=ks kat=ka geo=ka kau=kr kaz=kk khm=km kik=ki kin=rw kir=ky
        kom=kv kon=kg kor=ko kua=kj kur=ku lao=lo lat=la lav=lv lim=li lin=ln lit=lt ltz=lb lub=lu lug=lg mah=mh mal=ml
        mar=mr mkd=mk mac=mk mlg=mg mlt=mt mon=mn mri=mi mao=mi msa=ms may=ms mya=my bur=my nau=na nav=nv nbl=nr nde=nd
        ndo=ng nep=ne nld=nl dut=nl nno=nn nob=nb nor=no nya=ny oci=oc oji=oj ori=or orm=om oss=os pan=pa pli=pi pol=pl
        por=pt pus=ps que=qu roh=rm ron=ro rum=ro run=rn rus=ru sag=sg san=sa sin=si slk=sk slo=sk slv=sl sme=se smo=sm
        sna=sn snd=sd som=so sot=st spa=es sqi=sq alb=sq srd=sc srp=sr ssw=ss sun=su swa=sw swe=sv tah=ty tam=ta tat=tt
        tel=te tgk=tg tgl=tl tha=th tir=ti ton=to tsn=tn tso=ts tuk=tk tur=tr twi=tw uig=ug ukr=uk urd=ur uzb=uz ven=ve
        vie=vi vol=vo wln=wa wol=wo xho=xh yid=yi yor=yo zha=za zho=zh chi=zh zul=zu
        """)

    private static let names = pairs(
        """
        english=en german=de deutsch=de french=fr français=fr spanish=es español=es castellano=es italian=it italiano=it
        portuguese=pt português=pt dutch=nl nederlands=nl danish=da dansk=da swedish=sv svenska=sv norwegian=no norsk=no
        finnish=fi suomi=fi polish=pl polski=pl czech=cs slovak=sk slovenian=sl croatian=hr serbian=sr bosnian=bs
        hungarian=hu magyar=hu romanian=ro bulgarian=bg greek=el russian=ru ukrainian=uk turkish=tr arabic=ar hebrew=he
        persian=fa farsi=fa urdu=ur hindi=hi bengali=bn tamil=ta telugu=te marathi=mr gujarati=gu punjabi=pa
        malayalam=ml
        kannada=kn thai=th vietnamese=vi indonesian=id malay=ms chinese=zh japanese=ja korean=ko swahili=sw catalan=ca
        basque=eu galician=gl estonian=et latvian=lv lithuanian=lt albanian=sq macedonian=mk icelandic=is irish=ga
        welsh=cy
        afrikaans=af amharic=am somali=so hausa=ha yoruba=yo tagalog=tl filipino=fil
        """)
}
