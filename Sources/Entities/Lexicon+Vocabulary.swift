extension Lexicon {
    /// Fills the lexicon. The order does not matter: a word collects every meaning that names it.
    mutating func addVocabulary() {
        addCalendar()
        addPeriods()
        addKeywords()
        addNumbers()
        addAmounts()
        addContext()
        addTense()
        addLanguages()
    }

    private mutating func add(_ words: String, _ roles: Role) { each(words) { $0.roles.formUnion(roles) } }

    private mutating func keyword(_ words: String, _ keyword: Keyword, _ roles: Role = []) {
        each(words) {
            $0.keyword = keyword
            $0.roles.formUnion(roles)
        }
    }

    private mutating func addCalendar() {
        let months = "january february march april may june july august september october november december"
        for (index, name) in months.split(separator: " ").enumerated() {
            each(String(name)) {
                $0.month = UInt8(index + 1)
                $0.roles.formUnion([.fullMonth, .trigger])
            }
        }
        let short = ["jan", "feb", "mar", "apr", "", "jun", "jul", "aug", "sept sep", "oct", "nov", "dec"]
        for (index, names) in short.enumerated() {
            each(names) {
                $0.month = UInt8(index + 1)
                $0.roles.formUnion([.shortMonth, .trigger, .abbreviation])
            }
        }
        add("march april may june august", .doubtfulMonth)
        for (index, names) in Self.foreignMonths.enumerated() {
            each(names) {
                if $0.month == 0 { $0.month = UInt8(index + 1) }
                $0.roles.formUnion([.foreignMonth, .trigger])
            }
        }
        let days = "monday tuesday wednesday thursday friday saturday sunday"
        for (index, name) in days.split(separator: " ").enumerated() {
            each(String(name)) {
                $0.weekday = UInt8(index + 1)
                $0.roles.formUnion([.fullWeekday, .trigger])
            }
            each(name + "s") {
                $0.weekday = UInt8(index + 1)
                $0.roles.formUnion([.weekdays, .trigger])
            }
        }
        let shortDays = ["mon", "tue tues", "wed weds", "thu thur thurs", "fri", "sat", "sun"]
        for (index, names) in shortDays.enumerated() {
            each(names) {
                $0.weekday = UInt8(index + 1)
                $0.roles.formUnion([.shortWeekday, .trigger, .abbreviation])
            }
        }
        add("morning afternoon evening night lunchtime", .partOfDay)
        add("mornings afternoons evenings nights", .partsOfDay)
        add("every each alternate", .recurring)
        add("black ash good super bloody palm easter cyber shrove fat sheffield maundy holy", .beforeNamedDay)
        add("times telegraph mirror express mail herald sport independent service services", .afterNamedDay)
    }

    /// German, French, Spanish, Italian, Portuguese, Dutch, Danish, Norwegian, Swedish; January first.
    private static let foreignMonths = [
        "januar jänner januari janvier enero gennaio janeiro",
        "februar feber februari février fevrier febrero febbraio fevereiro",
        "märz maerz maart mars marzo março marts",
        "april avril abril aprile",
        "mai mayo maggio maio mei maj",
        "juni juin junio giugno junho",
        "juli juillet julio luglio julho",
        "august août aout agosto augustus augusti",
        "september septembre septiembre setiembre settembre setembro",
        "oktober octobre octubre ottobre outubro",
        "november novembre noviembre novembro",
        "dezember december décembre decembre diciembre dicembre dezembro desember",
    ]

    private mutating func addPeriods() {
        func period(_ words: String, _ period: Period, _ roles: Role = []) {
            each(words) {
                $0.period = period
                $0.roles.formUnion(roles)
            }
        }
        period("second seconds", .second, .duration)
        period("minute minutes min mins", .minute, .duration)
        period("hour hours hr hrs", .hour, [.duration, .trigger])
        period("day days", .day, [.duration, .trigger])
        period("week weeks", .week, [.duration, .trigger])
        period("month months", .month, [.duration, .trigger])
        period("year years yr yrs", .year, [.duration, .trigger])
        period("decade decades", .decade, [.duration, .trigger])
        period("century centuries", .century, [.duration, .trigger])
        period("quarter qtr", .quarter)
        add("seconds minutes mins hours hrs days weeks months years yrs decades centuries", .plural)
        period("weekend", .weekend, .trigger)
        period("spring", .spring, .trigger)
        period("summer", .summer, .trigger)
        period("autumn fall", .autumn, .trigger)
        period("winter", .winter, .trigger)
    }

    private mutating func addKeywords() {
        for (word, keyword) in [
            ("the", Keyword.the), ("a", .a), ("an", .an), ("and", .and), ("or", .or), ("of", .of), ("to", .to),
            ("through", .through), ("thru", .through), ("from", .from), ("between", .between), ("on", .on), ("in", .in),
            ("at", .at), ("by", .by), ("until", .until), ("till", .until), ("since", .since), ("over", .over),
            ("per", .per), ("than", .than), ("ago", .ago), ("earlier", .earlier), ("later", .later),
            ("before", .before), ("after", .after), ("now", .now), ("hence", .hence),
            ("few", .few), ("several", .several), ("couple", .couple), ("dozen", .dozen), ("season", .season),
            ("am", .am), ("pm", .pm), ("p", .p), ("m", .m), ("s", .s), ("t", .t), ("o", .o), ("clock", .clock),
            ("hours", .hours), ("hrs", .hours), ("local", .local), ("time", .time), ("percent", .percent),
            ("pct", .percent), ("cent", .cent), ("percentage", .percentage), ("point", .point), ("points", .points),
            ("pts", .points), ("basis", .basis), ("square", .square), ("sq", .square), ("cubic", .cubic),
            ("cu", .cubic), ("nautical", .nautical), ("metric", .metric), ("troy", .troy), ("light", .light),
            ("celsius", .celsius), ("centigrade", .celsius), ("fahrenheit", .fahrenheit), ("c", .c), ("f", .f),
            ("h", .h), ("old", .old), ("us", .us), ("u", .u), ("hong", .hong), ("kong", .kong), ("new", .new),
            ("zealand", .zealand), ("sterling", .sterling), ("day", .day), ("hour", .hour), ("second", .second),
            ("de", .de), ("del", .del), ("di", .de), ("du", .de), ("quarters", .quarters), ("st", .suffix),
            ("nd", .suffix),
            ("rd", .suffix), ("th", .suffix), ("er", .suffix), ("pc", .pc),
        ] {
            self.keyword(word, keyword)
        }
        for (words, keyword) in [
            ("last", Keyword.last), ("next", .next), ("this", .this), ("past", .past), ("previous", .previous),
            ("following", .following), ("coming", .coming), ("early", .early), ("mid", .mid), ("late", .late),
            ("end", .end), ("start beginning", .start), ("middle", .middle), ("half", .half), ("quarter qtr", .quarter),
            ("fiscal fy", .fiscal), ("weekend", .weekend), ("yesterday", .yesterday), ("today", .today),
            ("tomorrow", .tomorrow), ("tonight", .tonight), ("noon midday", .noon), ("midnight", .midnight),
            ("q", .q), ("recent", .recent), ("century", .century),
        ] {
            self.keyword(words, keyword, .trigger)
        }
        add("q rs fy dm", .beforeDigits)
    }

    private mutating func addNumbers() {
        let small =
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
        for (value, word) in small.split(separator: " ").enumerated() {
            each(String(word)) {
                $0.cardinal = Int8(value)
                $0.roles.insert(.trigger)
            }
        }
        for (index, word) in "twenty thirty forty fifty sixty seventy eighty ninety".split(separator: " ").enumerated()
        {
            each(String(word)) {
                $0.cardinal = Int8((index + 2) * 10)
                $0.roles.insert(.trigger)
            }
        }
        let ordinals =
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        for (index, word) in ordinals.split(separator: " ").enumerated() {
            each(String(word)) {
                $0.ordinal = UInt8(index + 1)
                $0.roles.insert(.trigger)
            }
        }
        func power(_ words: String, _ power: UInt8, _ roles: Role) {
            each(words) {
                $0.power = power
                $0.roles.formUnion(roles)
            }
        }
        power("hundred", 2, .trigger)
        power("thousand", 3, .trigger)
        power("lakh", 5, [])
        power("million", 6, .trigger)
        power("mln mn mio", 6, [])
        power("crore", 7, [])
        power("billion", 9, .trigger)
        power("bln bn", 9, [])
        power("trillion", 12, .trigger)
        power("trn tn", 12, [])
        power("k", 3, .gluedPower)
        power("m", 6, .gluedPower)
        power("b", 9, .gluedPower)
    }

    private mutating func addAmounts() {
        for (word, index) in Unit.words { each(word) { $0.unit = UInt8(index) } }
        for (word, index) in Currency.words {
            each(word) {
                $0.currency = UInt8(index)
                $0.roles.insert(.currencySuffix)
            }
        }
        for (word, index) in Currency.codes {
            each(word) {
                $0.currency = UInt8(index)
                $0.roles.formUnion([.currencyPrefix, .trigger, .beforeDigits])
            }
        }
        for (index, names) in Currency.countries.enumerated() {
            each(names) {
                $0.country = UInt8(index)
                $0.roles.insert(.dollarPrefix)
            }
        }
        for (index, zone) in Zone.all.enumerated() where index > 0 {
            each(zone.word) {
                $0.zone = UInt8(index)
                $0.roles.insert(.zone)
            }
        }
        add("sterling stg pence", .sterling)
    }

    private mutating func addContext() {
        add(
            "in on since by until till from to of for before after during through last next this early mid late between "
                + "throughout past around about and or late end start beginning middle every each via",
            .beforeMonth)
        add(
            "in since until till during year circa mid early late back fiscal season throughout around born died founded established "
                + "published released",
            .beforeYear)
        add("by from of to before after through for between and or than vs versus with fiscal end", .beforeLoneYear)
        add(
            "election elections invasion war season budget crisis census film movie report annual fiscal deal agreement "
                + "treaty earthquake campaign attack attacks games olympics world first second third fourth net results "
                + "earnings presidential general crop harvest tsunami coup massacre referendum accord summit conference "
                + "championship championships final finals tournament tour edition uprising revolution protests financial "
                + "calendar tax academic school model vintage bombing bombings hurricane bailout constitution "
                + "law act study survey book novel album play production profits sales revenue revenues forecast",
            .afterYear)
        add(
            "and or but the a an of in on at to from for by with as when while where who which that because although after "
                + "before since until than then he she it they we i his her its their our is was are were has had have will "
                + "would could should may might can did does do said says under against over into during through between "
                + "about if so not nor also vs versus compared only this these those there here",
            .notCounted)
        add(
            "rose fell up down climbed dropped declined increased decreased grew raised cut index jumped slipped gained lost "
                + "widened narrowed doubled slid soared surged plunged rise fall increase",
            .movement)
        add("people men women children police troops staff personnel sheep cattle", .crowd)
        add("first time only once highest lowest biggest largest worst best longest strongest weakest", .superlative)
        add(
            "mr mrs ms dr gen col lt sgt capt sen rep gov rev prof st jr sr inc corp co ltd plc no vs etc sept hon pres vol",
            .abbreviation)
    }

    private mutating func addTense() {
        add(
            "was were had did been ago since rose fell went came began made took gave met held left won lost saw found became "
                + "got ran sent spoke struck hit broke killed died",
            .past)
        add("be being", .infinitiveBe)
        add(
            "starts begins begin opens takes goes closes resumes resume launches returns arrives departs convenes reopens "
                + "kicks",
            .scheduled)
        add("said told says say added announced reported reports warned", .reporting)
        add(
            "will ll shall due scheduled expected planned slated upcoming going until till plans plan intends set would could "
                + "should payable pay matures maturing expires expire effective record forthcoming deadline hopes expects "
                + "ahead starting beginning must",
            .future)
    }

    private mutating func addLanguages() {
        add(
            "the of and to that is was for with said on are it from by has have will be at as were his its he they this "
                + "not but which who had an vs mln dlrs cts pct inc corp billion million says year years company would "
                + "been their we you",
            .english)
        add(
            "der die das und ist nicht mit den dem des ein eine für von zu im auf wird le la les et est une un du dans que "
                + "pour qui sur el los las y en por para con una il di che della per non del sono het een van te niet op dat "
                + "zijn og det att och som är på av til ikke med o os uma não da dos em nie się na jest ne je",
            .otherLanguage)
    }
}
