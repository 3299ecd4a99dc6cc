import Model
import TestSupport
import Testing

@testable import Intake

/// A WARC record as crawlers write it, its separator included.
private func warc(
    _ type: String, _ block: String, id: Int = 0, length: String? = nil, contentType: String = "application/http"
) -> String {
    let fields = [
        "WARC/1.0", "WARC-Type: \(type)", "WARC-Record-ID: <urn:uuid:\(id)>",
        "WARC-Target-URI: http://news.example/\(id)", "Content-Type: \(contentType)",
        "Content-Length: \(length ?? String(block.utf8.count))", "", "",
    ]
    return fields.joined(separator: "\r\n") + block + "\r\n\r\n"
}

private func page(_ number: Int, announced: Int? = nil) -> String {
    let body = "<html><title>Page \(number)</title><p>\(prose(number))</p></html>"
    let length = announced ?? body.utf8.count
    return "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: \(length)\r\n\r\n" + body
}

private func record(_ number: Int, length: String? = nil) -> String {
    warc("response", page(number), id: number, length: length)
}

/// `record(number)` without its separator (two line ends, each one Character in Swift).
private func expected(_ number: Int, length: String? = nil) -> String {
    String(record(number, length: length).dropLast(2))
}

struct CutWARCTests {
    private static let members = (0..<10).map { number in
        number == 0 ? warc("warcinfo", "software: test\r\n", contentType: "application/warc-fields") : record(number)
    }
    private static let numbers = Array(1..<10)
    private static let records = numbers.map { expected($0) }

    @Test(arguments: [1, 13, 256, 65_536])
    func oneMemberPerRecordOneMemberForAllOrNone(block: Int) {
        for bytes in [gzipped(Self.members), gzipped([Self.members.joined()]), Array(Self.members.joined().utf8)] {
            let result = cuttings(of: bytes, block: block)
            #expect(result.records == Self.records)
            #expect(result.auxiliary == ["warcinfo"])
            #expect(result.rejects.isEmpty)
            #expect(result.ids == Self.numbers.map { "urn:uuid:\($0)" })
            #expect(result.ordinals == Array(0..<9))
            #expect(result.offsets.first == Self.members[0].utf8.count)
        }
    }

    @Test func recordsRunOnOverMembersOfAnySize() {
        let bytes = Array(Self.members.joined().utf8)
        let pieces = stride(from: 0, to: bytes.count, by: 211).map { Array(bytes[$0..<min($0 + 211, bytes.count)]) }
        let result = cuttings(of: gzipped(pieces))
        #expect(result.records == Self.records)
        #expect(result.rejects.isEmpty)
    }

    @Test func typesDecideWhatIsARecord() {
        let stream = [
            warc("request", "GET / HTTP/1.1\r\n\r\n"), warc("metadata", "fetchTimeMs: 1\r\n"),
            warc("response", "20240101\nnews.example. A 1.2.3.4\n", contentType: "text/dns"),
            warc("resource", "<html></html>", contentType: "text/html"), warc("revisit", page(1)),
            warc("Conversion", "Title\nText\n", contentType: "text/plain"), warc("continuation", "rest"),
            warc("x-private", "?"),
        ].joined()
        let result = cuttings(of: stream)
        #expect(result.auxiliary == ["request", "metadata", "dns", "x-private"])
        #expect(result.formats == [.warc, .warc, .wet])
        #expect(result.reasons == [.truncatedRecord])
    }

    @Test(arguments: [
        "WARC/1.1\r\nwarc-type:response\r\nCONTENT-LENGTH:5\r\nWARC-Record-ID:urn:uuid:1\r\n\r\nhello\r\n\r\n",
        "WARC/0.18\nWARC-Type: response\nContent-Length: 5\nWARC-Record-ID: <urn:uuid:1>\n\nhello\n\n",
        "WARC/1.0\r\nWARC-Type:  response \r\nX: a\r\n b: c\r\nContent-Length :\t5\r\n"
            + "WARC-Record-ID:\r\n <urn:uuid:1>\r\n\r\nhello\r\n\r\n",
        "WARC/1.0\nWARC-Type: response\r\nno colon\r\nContent-Length: 5\r\nWARC-Record-ID: <urn:uuid:1>\r\n\nhello",
    ])
    func headersComeInManyForms(form: String) {
        let result = cuttings(of: form + Self.members[1])
        #expect(result.ids == ["urn:uuid:1", "urn:uuid:1"])
        #expect(result.records.first?.hasSuffix("hello") ?? false)
        #expect(result.rejects.isEmpty)
    }

    // MARK: - Lengths that lie

    @Test(arguments: [
        "1000000", "9223372036854775807", "99999999999999999999999", "2000", "-1", "abc", "", "0", "1", "60", "200",
    ])
    func aLengthThatLiesCostsNobodyAnything(length: String) {
        let stream = [record(1), record(2, length: length), record(3), record(4)]
        for bytes in [gzipped(stream), gzipped([stream.joined()]), Array(stream.joined().utf8)] {
            for block in [64, 65_536] {
                let result = cuttings(of: bytes, block: block) { $0.limits.maxRecordBytes = 1 << 16 }
                #expect(result.records == [expected(1), expected(2, length: length), expected(3), expected(4)])
                #expect(result.rejects.isEmpty, "\(result.rejects.map(\.detail))")
            }
        }
    }

    @Test func aLastRecordWhosePageIsWholeIsDeliveredThoughItsLengthSaysMore() {
        let result = cuttings(of: record(1) + record(2, length: "99999"))
        #expect(result.records.count == 2)
        #expect(result.rejects.isEmpty)
        let cut = cuttings(of: record(1) + warc("response", page(2, announced: 5000), id: 2, length: "5200"))
        #expect(cut.records == [expected(1)])
        #expect(cut.reasons == [.truncatedRecord])
    }

    @Test func aRecordThatIsCutShortBeforeTheNextHeaderIsARejectAndTheNextIsRead() {
        let half = warc("response", page(2, announced: 5000), id: 2, length: "5100")
        let result = cuttings(of: record(1) + half + record(3))
        #expect(result.records == [expected(1), expected(3)])
        #expect(result.reasons == [.truncatedRecord])
        #expect(result.rejects.first?.source.recordID == "urn:uuid:2")
        #expect(result.ordinals == [0, 1, 2])
    }

    @Test func aRecordThatTellsOfWARCsIsNotCutInTwo() {
        let block = "<p>A header:\r\n\r\nWARC/1.0\r\nWARC-Type: response\r\nContent-Length: 3\r\n\r\nabc\r\n\r\n</p>"
        let result = cuttings(of: warc("resource", block) + record(1))
        #expect(result.records.count == 2)
        #expect(result.records.first?.hasSuffix("</p>") ?? false)
    }

    @Test func aBrokenHeaderIsARejectWithItsRange() {
        let broken = "WARC/1.0\r\nContent-Length: 5\r\n\r\nhello\r\n\r\n"
        let result = cuttings(of: record(1) + broken + record(2) + "junk\r\n" + record(3))
        #expect(result.records == [expected(1), expected(2), expected(3)])
        #expect(result.reasons == [.malformedWARC, .malformedWARC])
        let start = record(1).utf8.count
        #expect(result.rejects.first?.detail.contains("bytes \(start)-\(start + broken.utf8.count)") ?? false)
        #expect(result.rejects.last?.bytes == 6)
    }

    @Test(arguments: [128, 65_536])
    func aRecordThatIsTooLargeIsPassedOver(block: Int) {
        let giant = warc("response", String(repeating: "x", count: 50_000), id: 2)
        let request = warc("request", String(repeating: "x", count: 50_000), id: 2)
        let result = cuttings(of: record(1) + giant + request + record(3), block: block) {
            $0.limits.maxRecordBytes = 10_000
        }
        #expect(result.records == [expected(1), expected(3)])
        #expect(result.reasons == [.recordTooLarge])
        #expect(result.rejects.first?.source.recordID == "urn:uuid:2")
        #expect(result.auxiliary == ["request"])
    }

    @Test func aFileCutAtAnyByteLosesOnlyItsLastRecord() {
        let bytes = Array(Self.members[..<4].joined().utf8)
        var borders: Set<Int> = []
        for count in 1...4 {
            let end = Self.members[..<count].joined().utf8.count
            borders.formUnion([end, end - 1, end - 2, end - 3, end - 4])
        }
        for length in stride(from: 20, to: bytes.count, by: 3) {
            let result = cuttings(of: Array(bytes[..<length]))
            #expect(Self.records.starts(with: result.records), "cut at \(length)")
            if borders.contains(length) {
                #expect(result.rejects.isEmpty, "cut at \(length)")
            } else {
                #expect(result.reasons == [.truncatedRecord], "cut at \(length)")
            }
        }
    }

    // MARK: - Damaged members

    @Test func aByteFlippedInAnyMemberCostsThatMemberAndNothingElse() {
        let packed = gzipped(Self.members)
        let starts = memberStarts(Self.members)
        for index in stride(from: 0, to: packed.count, by: 3) {
            var broken = packed
            broken[index] ^= 0x10
            let member = starts.lastIndex { $0 <= index } ?? 0
            let result = cuttings(of: broken, block: 4096)
            if result.rejects.isEmpty {
                #expect(result.count == 10, "byte \(index)")
                continue
            }
            // A flip near its end can make the last member ask for more than the file has: a truncated file, of which
            // the records that are complete stay.
            if member == 9, result.rejects[0].detail.hasPrefix("truncated gzip") {
                #expect(result.records.starts(with: Self.numbers.dropLast().map { expected($0) }))
                #expect(result.rejects[0].detail.contains("from byte \(starts[member]) on"))
                continue
            }
            let place: Comment = "byte \(index) of member \(member): \(result.rejects.map(\.detail))"
            #expect(result.records == Self.numbers.filter { $0 != member }.map { expected($0) }, place)
            #expect(result.rejects.count == 1, place)
            #expect(result.rejects[0].detail.contains("\(starts[member])-\(starts[member + 1])"), place)
        }
    }

    @Test func aWrongChecksumTakesTheRecordOfItsMember() {
        var packed = gzipped(Self.members)
        let starts = memberStarts(Self.members)
        packed[starts[6] - 7] ^= 1
        let result = cuttings(of: packed)
        #expect(result.records == Self.numbers.filter { $0 != 5 }.map { expected($0) })
        #expect(result.reasons == [.gzipChecksum])
        #expect(result.ordinals == Array(0..<9))
        // In one member for all there is no telling which record is wrong.
        var single = gzipped([Self.members.joined()])
        single[single.count - 7] ^= 1
        let kept = cuttings(of: single)
        #expect(kept.records == Self.records)
        #expect(kept.reasons == [.gzipChecksum])
    }

    @Test func aGzipCutAtAnyByteLosesOnlyItsLastRecord() {
        let members = Array(Self.members[..<4])
        let packed = gzipped(members)
        let starts = memberStarts(members)
        for length in 20..<packed.count where !starts.contains(length) {
            let result = cuttings(of: Array(packed[..<length]))
            #expect(Self.records.starts(with: result.records), "cut at \(length)")
            #expect(result.reasons == [.gzipTruncated], "cut at \(length): \(result.rejects.map(\.detail))")
            let whole = starts.lastIndex { $0 <= length } ?? 0
            #expect(result.count >= whole, "cut at \(length)")
        }
    }

    @Test func noiseNeverCrashes() {
        let packed = gzipped(Self.members)
        let plain = Array(Self.members.joined().utf8)
        var random = SplitMix(state: 11)
        for round in 0..<200 {
            var bytes = round % 2 == 0 ? packed : plain
            for _ in 0..<Int.random(in: 1...20, using: &random) {
                let index = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.removeSubrange(index..<min(bytes.count, index + Int.random(in: 1...200, using: &random)))
                default: bytes.insert(contentsOf: bytes[..<min(bytes.count, 50)], at: index)
                }
            }
            let result = cuttings(of: bytes, block: 512) { $0.limits.maxRecordBytes = 4000 }
            #expect(result.ordinals == Array(0..<result.ordinals.count), "round \(round)")
        }
    }
}

struct CutARCTests {
    private static func arc(
        _ url: String, _ block: String, length: String? = nil, date: String = "20140216050221"
    ) -> String {
        "\(url) 93.184.216.119 \(date) text/html \(length ?? String(block.utf8.count))\n\(block)\n"
    }

    private static let filedesc: String = {
        let block = "1 0 Test\nURL IP-address Archive-date Content-type Archive-length\n"
        return "filedesc://a.arc 0.0.0.0 20140216050221 text/plain \(block.utf8.count)\n\(block)\n"
    }()

    @Test(arguments: [1, 100, 65_536])
    func recordsWithBlanksInTheirURLsAndLongDates(block: Int) {
        let records = [
            Self.arc("http://a.example/", page(1)),
            Self.arc("http://a.example/x?t=From The Web 1.2.3.4&y=1", page(2), date: "201402160502210000"),
            Self.arc("https://b.example/", page(3)),
        ]
        for bytes in [
            Array((Self.filedesc + records.joined()).utf8), gzipped([Self.filedesc] + records),
            gzipped([Self.filedesc + records.joined()]),
        ] {
            let result = cuttings(of: bytes, block: block)
            #expect(result.auxiliary == ["filedesc"])
            #expect(result.records == records.map { String($0.dropLast()) })
            #expect(result.formats == [.arc, .arc, .arc])
            #expect(result.rejects.isEmpty)
        }
    }

    @Test(arguments: ["-1", "abc", "1", "100", "999999", "0"])
    func aLengthThatLiesCostsNobodyAnything(length: String) {
        let middle = Self.arc("http://a.example/2", page(2), length: length)
        let records = [Self.arc("http://a.example/1", page(1)), middle, Self.arc("http://a.example/3", page(3))]
        for bytes in [Array((Self.filedesc + records.joined()).utf8), gzipped([Self.filedesc] + records)] {
            let result = cuttings(of: bytes)
            #expect(result.auxiliary == ["filedesc"])
            #expect(result.records == records.map { String($0.dropLast()) })
            #expect(result.rejects.isEmpty)
        }
    }

    @Test func versionTwoHasMoreFields() {
        let block = page(1)
        let line = "http://a.example/ 1.2.3.4 20140216050221 text/html 200 ABCDEF - 1234 a.arc \(block.utf8.count)\n"
        #expect(cuttings(of: Self.filedesc + line + block + "\n").records == [line + block])
    }

    @Test func linesThatAreNoHeaderAreRejects() {
        let result = cuttings(of: "what is this\n" + Self.arc("http://a.example/", page(1))) { $0.format = .arc }
        #expect(result.records.count == 1)
        #expect(result.reasons == [.malformedARC])
    }
}
