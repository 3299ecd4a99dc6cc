/// Words before a name that are no part of it.
struct TitleWords: Sendable {
    static let shared = TitleWords()

    enum Kind: Sendable {
        /// Rank or form of address: Gen, Mrs, Dr.
        case title
        /// Office or job: President, spokesman.
        case role
        /// Part of a role when one follows: "prime" minister, "vice" president.
        case modifier
    }

    private var kinds: [UInt64: Kind] = [:]

    private init() {
        add(
            """
            mr mr. mrs mrs. ms ms. miss dr dr. prof prof. sir dame lord lady rev rev. hon hon. gen gen. general lt lt. lieutenant
            col col. colonel maj maj. major capt capt. captain sgt sgt. sergeant staff cpl cpl. corporal pvt pvt. private spc spc.
            adm adm. admiral brig brig. brigadier cmdr cmdr. cdr. marshal pfc pfc. sheikh sheik ayatollah imam mullah rabbi saint
            professor doctor sen sen. rep rep. gov gov. pres pres. insp insp. supt supt. det det. const. cardinal archbishop father
            sister mother
            """, .title)
        add(
            """
            president minister premier secretary chancellor king queen prince princess pope emperor empress sultan emir governor
            mayor ambassador judge justice commander chief chairman chairwoman chairperson chair director spokesman spokeswoman
            spokesperson senator congressman congresswoman representative deputy mp coach manager captain editor lawyer attorney
            leader founder ceo cfo officer analyst economist author actor actress singer striker midfielder defender goalkeeper
            bishop commissioner envoy diplomat speaker treasurer inspector detective superintendent constable sheriff prosecutor
            counsel adviser advisor aide official executive head boss teacher scientist historian councillor baroness baron duke
            duchess earl count countess
            """, .role)
        add(
            """
            prime foreign vice deputy defence defense interior finance first former acting interim assistant home health education
            justice trade energy environment transport economy culture labour labor agriculture attorney under chief senior managing
            executive press police supreme crown shadow opposition party national security majority minority house general
            """, .modifier)
    }

    private mutating func add(_ words: String, _ kind: Kind) {
        for word in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            let hash = WordHash.of(Array(word.utf8))
            if kinds[hash] == nil { kinds[hash] = kind }
        }
    }

    /// Of a word by the hash of its lower-case form.
    func kind(_ lower: UInt64) -> Kind? { kinds[lower] }

    /// Beyond being titles of their own, these can stand inside a role: "chief" executive, attorney "general".
    func isModifier(_ lower: UInt64) -> Bool { Self.both.contains(lower) || kinds[lower] == .modifier }

    private static let both: Set<UInt64> = Set(
        ["chief", "deputy", "general", "justice", "attorney", "head", "commander"].map { WordHash.of(Array($0.utf8)) })
}
