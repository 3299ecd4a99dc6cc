import Model
import Testing

@testable import Intake

/// A ustar header and its data, padded.
private func member(
    _ path: String, _ data: [UInt8] = [], type: Character = "0", size: [UInt8]? = nil, magic: String = "ustar\u{0}00"
) -> [UInt8] {
    var block = [UInt8](repeating: 0, count: 512)
    func put(_ text: [UInt8], at start: Int) { block.replaceSubrange(start..<(start + text.count), with: text) }
    func octal(_ value: Int, _ width: Int) -> [UInt8] {
        let digits = Array(String(value, radix: 8).utf8)
        return [UInt8](repeating: 0x30, count: width - digits.count) + digits
    }
    put(Array(path.utf8.prefix(100)), at: 0)
    put(octal(0o644, 7), at: 100)
    put(size ?? octal(data.count, 11), at: 124)
    put([UInt8](repeating: 0x20, count: 8), at: 148)
    put(Array(String(type).utf8), at: 156)
    put(Array(magic.utf8), at: 257)
    put(octal(block.reduce(0) { $0 + Int($1) }, 6) + [0, 0x20], at: 148)
    return block + data + [UInt8](repeating: 0, count: -data.count & 511)
}

private func member(_ path: String, _ text: String, type: Character = "0") -> [UInt8] {
    member(path, Array(text.utf8), type: type)
}

private let end = [UInt8](repeating: 0, count: 1024)
private let page = "<html><body><p>\(prose(1))</p></body></html>"

struct CutTarTests {
    @Test(arguments: [1, 100, 512, 65_536], [false, true])
    func everyFileIsCutAsItsContentAsks(block: Int, isPacked: Bool) {
        let lines = "{\"a\":1}\n{\"a\":2}\n"
        let tar =
            member("dump/", type: "5") + member("dump/a.html", page) + member("dump/link", type: "2")
            + member("dump/b.jsonl", lines) + member("dump/c.html.gz", gzipped([page]))
            + member("dump/d.jsonl.gz", gzipped([lines])) + member("dump/e.txt", "Title\n\nText.\n") + end
        let result = cuttings(of: isPacked ? gzipped([tar]) : tar, block: block)
        #expect(result.formats == [.html, .jsonl, .jsonl, .html, .jsonl, .jsonl, .text])
        #expect(result.ids == ["dump/a.html", nil, nil, "dump/c.html.gz", nil, nil, "dump/e.txt"])
        #expect(result.records[0] == page)
        #expect(result.records[3] == page)
        #expect(result.auxiliary == ["directory", "link"])
        #expect(result.offsets == [1024, 2560, 2568, 3584, 4608, 4608, 5632])
        #expect(result.rejects.isEmpty)
        #expect(result.ordinals == Array(0..<7))
    }

    @Test func longNamesComeInThreeWays() {
        let long = String(repeating: "archive/", count: 30) + "a.html"
        let pax = "\(long.utf8.count + 10) path=\(long)\n"
        #expect(pax.utf8.count == long.utf8.count + 10)
        var prefixed = member("a.html", page)
        let prefix = Array("some/deep/folder".utf8)
        prefixed.replaceSubrange(345..<(345 + prefix.count), with: prefix)
        prefixed.replaceSubrange(148..<156, with: [UInt8](repeating: 0x20, count: 8))
        let sum = String(prefixed[..<512].reduce(0) { $0 + Int($1) }, radix: 8)
        prefixed.replaceSubrange(148..<156, with: Array(("00" + sum).utf8.suffix(6)) + [0, 0x20])
        let tar =
            member("PaxHeaders/x", pax, type: "x") + member("short", page)
            + member("././@LongLink", long + "\0", type: "L") + member("short", page) + prefixed + member("b", page)
        #expect(cuttings(of: tar).ids == [long, long, "some/deep/folder/a.html", "b"])
    }

    @Test func sizesComeInOctalAndInBinary() {
        let binary: [UInt8] = [
            0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, UInt8(page.utf8.count >> 8), UInt8(page.utf8.count & 255),
        ]
        let blanks = Array(("        " + String(page.utf8.count, radix: 8) + " ").utf8.prefix(12))
        for size in [binary, blanks] {
            let tar = member("a.html", Array(page.utf8), size: size) + member("b.html", page)
            #expect(cuttings(of: tar).ids == ["a.html", "b.html"])
        }
        let huge = member("a.html", Array(page.utf8), size: [UInt8](repeating: 0xFF, count: 12))
        #expect(cuttings(of: member("b", page) + huge + member("c", page)).ids == ["b", "c"])
        let lie: [UInt8] = [0x80, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]
        let cut = cuttings(of: member("b", page) + member("a", Array(page.utf8), size: lie))
        #expect(cut.ids == ["b"])
        #expect(cut.reasons == [.truncatedRecord])
    }

    @Test func olderAndConcatenatedArchivesAreRead() {
        let old = member("a.html", Array(page.utf8), magic: "") + member("b.html", Array(page.utf8), magic: "")
        #expect(cuttings(of: old + end + member("c.html", page) + end + end).ids == ["a.html", "b.html", "c.html"])
    }

    @Test func aBrokenHeaderCostsItsMember() {
        var broken = member("b.html", page)
        broken[10] ^= 0x40
        let result = cuttings(of: member("a.html", page) + broken + member("c.html", page) + end)
        #expect(result.ids == ["a.html", "c.html"])
        #expect(result.reasons == [.malformedTar])
        #expect(result.rejects.first?.bytes == broken.count)
        #expect(result.ordinals == [0, 1, 2])
    }

    @Test func anArchiveCutAtAnyByteLosesOnlyItsLastMember() {
        let tar = member("a.html", page) + member("b.html", page) + member("c.html", page)
        for length in stride(from: 513, to: tar.count, by: 13) {
            let result = cuttings(of: Array(tar[..<length]), block: 300)
            #expect(["a.html", "b.html", "c.html"].starts(with: result.ids), "cut at \(length)")
            #expect(result.rejects.count <= 1, "cut at \(length): \(result.reasons)")
        }
    }

    @Test func damageInAPackedArchiveCostsTheMembersInIt() {
        let members = (0..<30).map { member("\($0).html", "<html><p>\(prose($0))</p></html>") }
        let pieces = stride(from: 0, to: 30, by: 5).map { Array(members[$0..<($0 + 5)].joined()) }
        var packed = gzipped(pieces)
        let starts = pieces.reduce(into: [0]) { $0.append(($0.last ?? 0) + gzipped([$1]).count) }
        packed[starts[2]] = 0
        let result = cuttings(of: packed)
        #expect(result.ids == [0..<10, 15..<30].joined().map { "\($0).html" })
        #expect(result.reasons.contains(.gzipDamage))
    }

    @Test func whatIsInsideMayBeWrongInItsOwnWay() {
        let tar =
            member("empty.html") + member("x.zip", "PK\u{3}\u{4}....")
            + member("noise", (0..<200).map { UInt8($0 % 32) })
            + member("._a.html", [0, 5, 0x16, 7, 0, 2]) + member("none.json", "[ ]\n")
            + member("big.html", "<html>" + String(repeating: "x", count: 3000)) + member("a.html", page)
        let result = cuttings(of: tar) { $0.limits.maxRecordBytes = 2000 }
        #expect(result.ids == ["a.html"])
        #expect(
            result.reasons == [
                .emptyFile, .unsupportedCompression, .unrecognizedFormat, .emptyFile, .recordTooLarge,
            ])
        #expect(result.rejects.map(\.source.recordID) == ["empty.html", "x.zip", "noise", "none.json", "big.html"])
        #expect(result.auxiliary == ["apple_double"])
    }

    @Test func archivesInArchivesEndSomewhere() {
        var tar = member("a.html", page)
        for depth in 0..<8 { tar = member("\(depth).tar", tar) + end }
        let result = cuttings(of: tar)
        #expect(result.records.count + result.rejects.count == 1)
    }
}
