import Model
import Testing

@testable import Entities

@Suite struct EntityIdentityTests {
    private func key(
        _ name: String, _ type: Entity.Kind, country: String? = nil, geonameID: Int? = nil
    ) -> String? {
        var entity = Entity(name: name, type: type, mentions: [])
        entity.country = country
        entity.geonameID = geonameID
        return EntityIdentity.key(of: entity).map { String(decoding: $0, as: UTF8.self) }
    }

    @Test(
        "spellings of one name have one key",
        arguments: [
            (.person, ["J.K. Rowling", "J. K. Rowling", "J K ROWLING"]),
            (.person, ["Haider al-Abadi", "Haider Al Abadi", "HAIDER AL-ABADI"]),
            (.person, ["Conan O’Brien", "Conan O'Brien"]), (.person, ["Beyoncé Knowles", "Beyonce Knowles"]),
            (.organization, ["The Boeing Co.", "BOEING CO", "Boeing"]),
            (.organization, ["Marks & Spencer plc", "Marks and Spencer"]),
            (.organization, ["Apple Inc.", "Apple", "APPLE"]), (.miscellaneous, ["the World Cup", "World Cup"]),
        ] as [(Entity.Kind, [String])])
    func spellings(type: Entity.Kind, names: [String]) {
        #expect(Set(names.map { key($0, type) }).count == 1, "\(names.map { key($0, type) })")
    }

    @Test(
        "different things have different keys",
        arguments: [
            (.person, ["Rodriguez", "David Rodriguez", "George Bush", "George W. Bush"]),
            (.organization, ["News Corp of Australia", "News of Australia", "Inc"]),
        ] as [(Entity.Kind, [String])])
    func differences(type: Entity.Kind, names: [String]) {
        #expect(Set(names.map { key($0, type) }).count == names.count)
    }

    @Test("a country is one however it is called, and so are its people; nations of a state stay themselves")
    func countries() {
        #expect(key("US", .location, country: "US") == "LOC\niso:US")
        #expect(key("UNITED STATES", .location, country: "US") == "LOC\niso:US")
        #expect(key("Iraqis", .people, country: "IQ") == "NORP\niso:IQ")
        #expect(key("Mosul", .location, country: "IQ", geonameID: 99072) == "LOC\ngeonames:99072")
        #expect(key("Anbar", .location, country: "IQ") == "LOC\nIQ anbar")
        #expect(key("Springfield", .location) == "LOC\nspringfield")
        #expect(key("Scotland", .location, country: "GB") == "LOC\nGB scotland")
        #expect(key("Scots", .people, country: "GB") == "NORP\nGB scotland")
    }

    @Test("dates and amounts have none, names of signs alone keep them")
    func oddities() {
        #expect(key("Tuesday", .date) == nil && key("5 %", .percent) == nil)
        #expect(key("+++", .organization) == "ORG\n+++" && key("", .miscellaneous) == "MISC\n")
        #expect(key("北京", .location) == "LOC\n北京")
    }
}
