import Entities
import Model
import Testing
import Text

/// Names in whole little articles, written for these tests.
@Suite struct NameResolutionTests {
    static func entities(_ text: String, language: String? = "en") -> [Entity] {
        var finder = EntityFinder()
        return finder.entities(in: Array(text.utf8).span, published: day("2015-02-02"), language: language)
    }

    static func named(_ name: String, _ entities: [Entity]) -> Entity? { entities.first { $0.name == name } }

    static let people = """
        General Maria Lopez arrived in Paris on Monday. Mrs Lopez, who had met French officials, spoke of progress.
        “Lopez has done well,” said German Chancellor Angela Merkel. Merkel later met Prime Minister Manuel Valls.
        Valls thanked Gen. Lopez.
        """

    @Test func `a surname is its only bearer's, and titles stand apart from names`() throws {
        let entities = Self.entities(Self.people)
        let lopez = try #require(Self.named("Maria Lopez", entities))
        #expect(lopez.type == .person)
        #expect(lopez.mentions.map(\.text) == ["Maria Lopez", "Lopez", "Lopez", "Lopez"])
        #expect(lopez.title == "General")
        let merkel = try #require(Self.named("Angela Merkel", entities))
        #expect(merkel.mentions.count == 2)
        #expect(merkel.role == "Chancellor")
        #expect(Self.named("Manuel Valls", entities)?.role == "Prime Minister")
    }

    @Test func `a surname that two people bear is merged with neither`() throws {
        let entities = Self.entities(
            """
            Bill Clinton spoke in New York on Monday. His wife, Hillary Clinton, was in Washington.
            The president said that Clinton had his support.
            """)
        let bare = try #require(Self.named("Clinton", entities))
        #expect(bare.probable == ["Bill Clinton", "Hillary Clinton"])
        #expect(Self.named("Bill Clinton", entities)?.mentions.count == 1)
    }

    @Test func `a likely misspelling is offered and not merged`() throws {
        let entities = Self.entities(
            """
            Gen David Rodriguez said on Monday that troops would stay. Gen Rodriguez spoke in Baghdad.
            Gen Rodricks added that the work was hard.
            """)
        #expect(Self.named("Rodricks", entities)?.probable == ["David Rodriguez"])
        #expect(Self.named("David Rodriguez", entities)?.mentions.count == 2)
    }

    @Test func `countries have codes, whatever they are called, and so have their people`() throws {
        let entities = Self.entities(
            """
            The United States and Britain will send help to Iraq. The US said that Iraqi forces, backed by the UK, had asked
            for it. Many Iraqis were grateful.
            """)
        let america = try #require(Self.named("United States", entities))
        #expect(america.country == "US")
        #expect(america.mentions.map(\.text) == ["United States", "US"])
        #expect(entities.first { $0.mentions[0].text == "Britain" }?.country == "GB")
        let iraqis = try #require(entities.first { $0.type == .people })
        #expect(iraqis.country == "IQ")
        #expect(iraqis.mentions.map(\.text) == ["Iraqi", "Iraqis"])
    }

    @Test func `a town that several countries have is the one whose country is named`() throws {
        let british = Self.entities(
            "A man was held in Birmingham on Monday, police in England said. Birmingham is in Britain.")
        #expect(british.first { $0.name == "Birmingham" }?.country == "GB")
        let american = Self.entities(
            "A man was held in Birmingham, Alabama, on Monday, police in the United States said.")
        #expect(american.first { $0.name == "Birmingham" }?.country == "US")
        let baghdad = try #require(Self.entities("Bombs went off in Baghdad on Monday.").first { $0.name == "Baghdad" })
        #expect(baghdad.country == "IQ")
        #expect(baghdad.geonameID == 98182)
    }

    @Test func `an acronym in brackets is the name before it`() throws {
        let entities = Self.entities(
            """
            Fighters of the Islamic State of Iraq and the Levant (ISIL) took the town on Monday. ISIL said it would stay.
            """)
        let entity = try #require(entities.first { $0.mentions.contains { $0.text == "ISIL" } })
        #expect(entity.name == "Islamic State of Iraq and the Levant")
        #expect(entity.mentions.count == 3)
    }

    @Test func `in a language that the tagger does not know only places are names`() throws {
        let text = "Bundeskanzlerin Angela Merkel ist am Montag nach Paris gereist. Der Minister bleibt in Frankreich."
        var finder = EntityFinder()
        let entities = finder.entities(in: Array(text.utf8).span, published: day("2015-02-02"), language: "de")
        #expect(finder.method == .gazetteer)
        #expect(entities.allSatisfy { $0.type != .person })
        #expect(entities.flatMap(\.mentions).allSatisfy { $0.by == .gazetteer || $0.by == .grammar })
        _ = finder.entities(in: Array("He spoke on Monday.".utf8).span, published: nil, language: "en")
        #expect(finder.method == .tagger)
    }

    @Test func `a name that holds a date is a name, and a date that holds a name a date`() {
        let entities = Self.entities("He read the Sunday Times on Sunday.")
        #expect(entities.filter { $0.type == .date }.flatMap(\.mentions).map(\.text) == ["Sunday"])
    }
}
