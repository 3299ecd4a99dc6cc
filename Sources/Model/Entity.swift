/// Something that an article names, with every place where it does.
package struct Entity: Sendable, Equatable {
    package var name: String
    package var type: Kind
    package var mentions: [Mention]
    /// DATE and TIME: the resolved ISO 8601 date, time or interval. MONEY, PERCENT and QUANTITY: a plain
    /// decimal number, or two with a slash between them for a range ("5 to 6 percent" is `5/6`).
    package var value: String?
    /// MONEY: ISO 4217 code. QUANTITY: the unit.
    package var unit: String?

    package init(name: String, type: Kind, mentions: [Mention], value: String? = nil, unit: String? = nil) {
        self.name = name
        self.type = type
        self.mentions = mentions
        self.value = value
        self.unit = unit
    }

    package enum Kind: String, Sendable, CaseIterable {
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
        case grammar
    }
}
