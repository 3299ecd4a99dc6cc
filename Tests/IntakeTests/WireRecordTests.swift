import Model
import Testing
import Text

@testable import Intake

@Suite struct WireRecordTests {
    /// An agency message after IPTC 7901.
    static let iptc =
        "\u{1}xyz062 4 i 211 ccccb   xyz 061\r\n\nHarbour-storm/\r\n\u{2}1ST LEAD\r\nStorm closes ports along\r\nthe northern coast\r\n"
        + "By Jane Doe, dpa =\r\n\n   Northport (xyz) - The ports stayed closed on\r\nMonday after a storm.\r\n\n"
        + "   Ferries will not sail\r\nbefore Wednesday.\r\n\n# Notebook\r\n\n## Contacts\r\n- Tel: 0\r\n\r\n\u{3}131137 GMT Nov 13 \r\n"
        + "\u{7F}\n\u{7F}\u{4}"

    /// An American one after ANPA 1312.
    static let anpa =
        "\u{16}\u{16}\u{1}W2870\u{1F}zone\r\nf s\u{13}\u{11} BC-XX--Harbour     11-13 1049\r\n\u{2}^BC-XX--Harbour Storm,466<\r\n"
        + "^Storm closes ports <\r\n^AP Photo XYZ101<\r\n^Eds: With photo.<\r\n^A storm closed all ports in the north.<\r\n"
        + "^By JANE DOE and BOB ROE=\r\n^Associated Press=\r\n\t   NORTHPORT (AP) _ ``Ports are closed,'' he said.\r\n \r\n"
        + "\t   Ferries wait\r\nfor the divers. \r\n \r\n\t   ___\r\n^THE TABLE=\r\n\u{8}North\u{10} Port;6;3{;_\u{10} \r\n\r\n"
        + "\t   \u{3}AP-WF-11-13-13 1509GMT<\r\n\r\n\u{C}\r\n\u{4}"

    @Test func aMessageOfIPTC7901IsRead() throws {
        let article = try #require(RecordFixture.parse(Self.iptc, as: .wire).article)
        #expect(article.title == "Storm closes ports along the northern coast")
        #expect(article.authors == ["Jane Doe"])
        #expect(article.published?.iso8601 == "2013-11-13T11:37:00Z")
        #expect(article.section == "international" && article.source.recordID == "xyz062")
        #expect(
            String(decoding: article.text, as: UTF8.self)
                == "Northport (xyz) - The ports stayed closed on Monday after a storm.\nFerries will not sail before Wednesday."
        )
    }

    @Test func aMessageOfANPA1312IsRead() throws {
        let article = try #require(RecordFixture.parse(Self.anpa, as: .wire).article)
        #expect(article.title == "Storm closes ports")
        #expect(article.authors == ["JANE DOE", "BOB ROE"])
        #expect(article.description == "A storm closed all ports in the north.")
        #expect(article.published?.iso8601 == "2013-11-13T15:09:00Z")
        #expect(article.section == "sports" && article.source.recordID == "W2870")
        #expect(
            String(decoding: article.text, as: UTF8.self)
                == "NORTHPORT (AP) — “Ports are closed,” he said.\nFerries wait for the divers.\nTHE TABLE\nNorth Port 6 3½ —"
        )
    }

    @Test(
        arguments: [
            ("131137 GMT Nov 13", "2013-11-13T11:37:00Z"), ("071341 GMT Okt 15", "2015-10-07T13:41:00Z"),
            ("311200 CET Dez 98", "1998-12-31T12:00:00+01:00"), ("AP-WF-02-29-16 0337GMT<", "2016-02-29T03:37:00Z"),
            ("AP-NY-07-04-99 2359EDT<", "1999-07-04T23:59:00-04:00"), ("131137 Nov 2013", "2013-11-13T11:37:00"),
            ("991137 GMT Nov 13", nil), ("AP-WF-13-45-13", nil), ("", nil), ("131137 GMT", nil),
            ("131137 GMT Xyz 13", nil),
        ] as [(String, String?)])
    func trailersTellTheTime(trailer: String, date: String?) {
        #expect(WireDate.find(in: trailer)?.iso8601 == date)
    }

    @Test func textWithoutAnyFrameIsStillText() throws {
        let article = try #require(RecordFixture.parse("\u{1}zzz\r\nJust a line of text\r\n\u{4}", as: .wire).article)
        #expect(String(decoding: article.text, as: UTF8.self).contains("Just a line of text"))
    }

    @Test func emptyMessagesAreRejected() {
        for message in ["", "\u{1}\u{2}\u{3}\u{4}", "\u{16}\u{16}", "\u{1}abc1 4 i 5\r\n\u{2}\r\n\u{3}"] {
            #expect(RecordFixture.parse(message, as: .wire).reject?.reason == .noText)
        }
    }

    @Test func legacyBytesAreConverted() {
        let bytes =
            Array("\u{1}abc1 4 i 5\r\n\u{2}Headline =\r\n\n   Herr M".utf8) + [0xFC] + Array("ller kam.\r\n\u{3}".utf8)
        #expect(RecordFixture.parse(bytes, as: .wire).text == "Herr Müller kam.")
    }

    @Test func hostileMessagesNeverCrash() {
        #expect(expectTotal(Array(Self.iptc.utf8), as: .wire))
        #expect(expectTotal(Array(Self.anpa.utf8), as: .wire, seed: 3))
    }
}
