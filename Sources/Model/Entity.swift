/// Something that an article names, with every place where it does.
package struct Entity: Sendable, Equatable {
    /// The fullest of the forms in which the text writes it, the first of equals.
    package var name: String
    package var type: Kind
    /// Its row in the roll-up; nil for dates and amounts, and where nothing is rolled up.
    package var id: EntityID?
    package var mentions: [Mention]
    /// DATE and TIME: the resolved ISO 8601 date, time or interval. MONEY, PERCENT and QUANTITY: a plain
    /// decimal number, or two with a slash between them for a range ("5 to 6 percent" is `5/6`).
    package var value: String?
    /// MONEY: ISO 4217 code. QUANTITY: the unit.
    package var unit: String?
    /// PERSON: rank or form of address as the text first writes it: `Gen`.
    package var title: String?
    /// PERSON: office or job as the text first writes it: `Prime Minister`.
    package var role: String?
    /// LOC and NORP: ISO 3166-1 alpha-2 code of the country that it is, lies in or belongs to.
    package var country: String?
    /// LOC: the place's number in GeoNames.
    package var geonameID: Int?
    /// Names of other entities of the article that this may well be: a likely misspelling, or a surname that several share.
    package var probable: [String] = []

    package init(name: String, type: Kind, mentions: [Mention], value: String? = nil, unit: String? = nil) {
        self.name = name
        self.type = type
        self.mentions = mentions
        self.value = value
        self.unit = unit
    }

    package enum Kind: String, Sendable, CaseIterable {
        case person = "PERSON"
        case organization = "ORG"
        case location = "LOC"
        case miscellaneous = "MISC"
        /// Nationalities, faiths, political groups.
        case people = "NORP"
        case date = "DATE"
        case time = "TIME"
        case money = "MONEY"
        case percent = "PERCENT"
        case quantity = "QUANTITY"
    }

    package struct Mention: Sendable, Equatable {
        /// Unicode scalar positions in the article's text: Python's `text[start:end]`.
        package var start: Int
        package var end: Int
        package var text: String
        package var by: Decider

        package init(start: Int, end: Int, text: String, by: Decider) {
            self.start = start
            self.end = end
            self.text = text
            self.by = by
        }
    }

    /// What decided that a mention is one.
    package enum Decider: String, Sendable, CaseIterable {
        case tagger, gazetteer, grammar
        /// The same name is a mention elsewhere in the article.
        case coreference
    }

    /// What looked for the names of an article.
    package enum Method: String, Sendable, CaseIterable {
        /// The statistical tagger knows the article's language.
        case tagger
        /// It does not: names are those of the gazetteer alone.
        case gazetteer
    }
}
