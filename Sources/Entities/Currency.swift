/// Currencies as news names them: signs, words, codes, and the countries that tell one franc from another.
struct Currency: Sendable {
    /// ISO 4217 (withdrawn codes such as DEM included); nil where the word alone does not say.
    var code: String?
    /// The hundredth part: cents, pence.
    var isMinor = false
    /// The word's stem, which a country's adjective can make definite.
    var family = ""

    static let dollar = 1
    static let cent = 2
    static let poundSign = 3
    static let yenSign = 4

    /// Entry 0 is no currency.
    static let all: [Currency] = table.entries
    /// Small-letter words, each with its place in `all`.
    static let words: [(word: String, index: Int)] = table.words
    /// Codes and abbreviations before or after a number, each with its place in `all`.
    static let codes: [(word: String, index: Int)] = table.codes
    /// Adjectives and prefixes that name a country, from 1.
    static let countries: [String] = [""] + countryTable.map(\.names)

    private static let table = buildTable()

    /// A sign by the third byte of U+20A0...U+20BF in UTF-8.
    static func sign(_ third: UInt8) -> Int? {
        let code: String? =
            switch third {
            case 0xAC: "EUR"
            case 0xB9: "INR"
            case 0xA9: "KRW"
            case 0xBD: "RUB"
            case 0xBA: "TRY"
            case 0xAA: "ILS"
            case 0xAB: "VND"
            case 0xB4: "UAH"
            case 0xA6: "NGN"
            case 0xB1: "PHP"
            case 0xB8: "KZT"
            default: nil
            }
        return code.flatMap { code in signs[code] }
    }

    private static let signs: [String: Int] = {
        var signs: [String: Int] = [:]
        for (index, currency) in all.enumerated() where !currency.isMinor && currency.family.isEmpty {
            if let code = currency.code, signs[code] == nil { signs[code] = index }
        }
        return signs
    }()

    /// The ISO code of a family's currency in one country: ("franc", Swiss) is CHF.
    static func code(family: String, country: Int) -> String? {
        guard country > 0, country <= countryTable.count else { return nil }
        return countryTable[country - 1].codes.first { $0.family == family }?.code
    }

    /// The place of a country by one of its names.
    static func country(_ name: String) -> Int {
        countries.firstIndex { $0.split(separator: " ").contains(Substring(name)) } ?? 0
    }

    private static func buildTable() -> (
        entries: [Currency], words: [(word: String, index: Int)], codes: [(word: String, index: Int)]
    ) {
        var entries = [
            Currency(), Currency(code: "USD", family: "dollar"),
            Currency(code: "USD", isMinor: true, family: "cent"), Currency(code: "GBP", family: "pound sign"),
            Currency(code: "JPY", family: "yen sign"),
        ]
        var words = [("cent", cent), ("cents", cent), ("cts", cent)]
        words += ["dollar", "dollars", "dlr", "dlrs"].map { ($0, dollar) }
        for line in wordTable.split(separator: "\n") {
            let fields = line.split(separator: " ").map(String.init)
            let minor = fields[0].hasSuffix("/100")
            let code = fields[0].prefix(3)
            entries.append(
                Currency(code: code == "---" ? nil : String(code), isMinor: minor, family: fields[1]))
            words += fields[1...].map { ($0, entries.count - 1) }
        }
        var codes: [(word: String, index: Int)] = []
        for code in codeList.split(separator: " ") {
            entries.append(Currency(code: String(code)))
            codes.append((code.lowercased(), entries.count - 1))
        }
        for (abbreviation, code) in [("dm", "DEM"), ("ffr", "FRF"), ("sfr", "CHF")] {
            entries.append(Currency(code: code))
            codes.append((abbreviation, entries.count - 1))
        }
        entries.append(Currency(code: nil, family: "rupee"))
        codes += [("rs", entries.count - 1)]
        return (entries, words, codes)
    }

    /// ISO 4217 code (`---` where the word alone does not say, `/100` for the minor unit), then the words, the family's
    /// name first.
    private static let wordTable = """
        --- pound pounds
        GBP sterling stg
        GBP/100 pence
        JPY yen
        DEM mark marks deutschemark deutschemarks deutschmark deutschmarks
        --- franc francs
        EUR euro euros
        ITL lire
        --- lira liras
        --- crown crowns kronor kroner krona krone koruna korunas
        --- guilder guilders
        --- peso pesos
        --- rupee rupees
        RUB rouble roubles ruble rubles
        CNY yuan renminbi
        KRW won
        ZAR rand rands
        --- dinar dinars
        --- riyal riyals
        --- rial rials
        --- dirham dirhams
        --- schilling schillings
        --- shilling shillings
        ESP peseta pesetas
        PTE escudo escudos
        GRD drachma drachmas
        FIM markka markkaa
        THB baht
        MYR ringgit ringgits
        IDR rupiah rupiahs
        PLN zloty zlotys zlotych
        HUF forint forints
        ILS shekel shekels
        BRL reais
        BRL cruzado cruzados
        ARS austral australs
        NGN naira
        UAH hryvnia hryvnias
        VND dong
        BDT taka
        KZT tenge
        VEF bolivar bolivars
        """

    private static let codeList = """
        EUR USD GBP JPY CHF CAD AUD NZD HKD SGD CNY RMB INR KRW SEK NOK DKK RUB ZAR BRL MXN PLN CZK HUF ILS \
        SAR AED THB MYR IDR PHP TWD VND UAH NGN KZT PKR EGP KES DEM FRF ITL ESP NLG BEF ATS IEP
        """

    /// Words for a country, and what its currency of each family is.
    private static let countryTable: [(names: String, codes: [(family: String, code: String)])] =
        countryLines
        .split(separator: "\n").map { line in
            let fields = line.split(separator: " ")
            let codes = fields.dropFirst().map { pair in
                let halves = pair.split(separator: "=")
                return (family: String(halves[0]), code: String(halves[1]))
            }
            return (names: String(fields[0].map { $0 == "," ? " " : $0 }), codes: codes)
        }

    private static let countryLines = """
        us,american dollar=USD
        canadian,c,ca,can,cdn dollar=CAD
        australian,a,au,aust dollar=AUD cent=AUD
        nz dollar=NZD
        hk dollar=HKD
        singapore,s,sg dollar=SGD
        taiwan,nt dollar=TWD
        jamaican,j dollar=JMD
        zimbabwean,zimbabwe,z dollar=ZWD
        liberian dollar=LRD
        fijian dollar=FJD
        british,uk pound=GBP
        egyptian pound=EGP
        irish pound=IEP
        lebanese pound=LBP lira=LBP
        syrian pound=SYP lira=SYP
        sudanese pound=SDG
        cypriot,cyprus pound=CYP
        turkish lira=TRY
        maltese lira=MTL pound=MTL
        swiss franc=CHF
        french franc=FRF
        belgian franc=BEF
        luxembourg franc=LUF
        rwandan franc=RWF
        congolese franc=CDF
        cfa franc=XOF
        german mark=DEM
        finnish mark=FIM
        swedish crown=SEK krona=SEK
        norwegian crown=NOK
        danish crown=DKK
        czech crown=CZK
        icelandic crown=ISK
        estonian crown=EEK
        dutch guilder=NLG
        mexican peso=MXN
        philippine peso=PHP
        argentine peso=ARS
        chilean peso=CLP
        colombian peso=COP
        cuban peso=CUP
        uruguayan peso=UYU
        dominican peso=DOP
        indian rupee=INR
        pakistani,pakistan rupee=PKR
        nepalese,nepali rupee=NPR
        lankan rupee=LKR
        kuwaiti dinar=KWD
        iraqi dinar=IQD
        jordanian dinar=JOD
        bahraini,bahrain dinar=BHD
        tunisian dinar=TND
        libyan dinar=LYD
        algerian dinar=DZD
        serbian dinar=RSD
        yugoslav dinar=YUD
        saudi riyal=SAR rial=SAR
        qatari riyal=QAR
        omani rial=OMR riyal=OMR
        iranian rial=IRR
        yemeni rial=YER riyal=YER
        uae dirham=AED
        moroccan dirham=MAD
        austrian schilling=ATS
        kenyan,kenya shilling=KES
        ugandan,uganda shilling=UGX
        tanzanian,tanzania shilling=TZS
        somali shilling=SOS
        spanish peseta=ESP
        italian lira=ITL
        japanese yen=JPY
        chinese yuan=CNY
        korean won=KRW
        russian rouble=RUB
        brazilian,r reais=BRL dollar=BRL
        """
}
