import Gzip
import Model
import TestSupport
import Testing

@testable import Intake

struct CutGzipTests {
    private static let members = (0..<12).map { member in
        (0..<4).map { "{\"id\":\"\(member)-\($0)\",\"text\":\"\(prose(member * 10 + $0))\"}\n" }.joined()
    }
    private static let lines = members.joined().split(separator: "\n").map(String.init)
    private static let packed = gzipped(members)
    private static let starts = memberStarts(members)

    @Test(arguments: [16, 1000, 65_536], [false, true])
    func manyMembersAreOneStream(block: Int, isPipe: Bool) {
        let result = cuttings(of: Self.packed, block: block, isPipe: isPipe)
        #expect(result.records == Self.lines)
        #expect(result.rejects.isEmpty)
    }

    @Test func aHeaderMayHaveEveryField() {
        // FTEXT, FHCRC, FEXTRA (with subfield SL), FNAME, FCOMMENT.
        let plain = gzipped(["{\"a\":1}\n"])
        var header = Array(plain[..<10])
        header[3] = 0x1F
        header += [6, 0, 0x53, 0x4C, 2, 0, 9, 9] + Array("name.jsonl\0comment\0".utf8) + [0xAB, 0xCD]
        let result = cuttings(of: header + plain[10...] + Self.packed)
        #expect(result.records == ["{\"a\":1}"] + Self.lines)
        #expect(result.rejects.isEmpty)
        // Cut at any byte of that header, it is a truncated gzip and nothing worse.
        for length in 3..<header.count {
            #expect(cuttings(of: Array(header[..<length])).reasons == [.gzipTruncated], "cut at \(length)")
        }
    }

    @Test func zeroPaddingIsNothing() {
        let zeros = [UInt8](repeating: 0, count: 1000)
        let middle = Self.starts[5]
        let result = cuttings(of: Self.packed[..<middle] + zeros + Self.packed[middle...] + zeros)
        #expect(result.records == Self.lines)
        #expect(result.rejects.isEmpty)
    }

    @Test func garbageBehindTheLastMemberIsOneReject() {
        let garbage = Array("this is no gzip \u{1F}\u{8}".utf8)
        let result = cuttings(of: Self.packed + garbage)
        #expect(result.records == Self.lines)
        #expect(result.reasons == [.trailingGarbage])
        #expect(result.rejects.first?.bytes == garbage.count)
        #expect(result.rejects.first?.payload == garbage)
    }

    @Test func garbageBetweenMembersIsOneRejectWithItsRange() {
        let garbage = [UInt8](repeating: 0x55, count: 300)
        let middle = Self.starts[5]
        let result = cuttings(of: Self.packed[..<middle] + garbage + Self.packed[middle...])
        #expect(result.records == Self.lines)
        #expect(result.reasons == [.gzipDamage])
        #expect(result.rejects.first?.detail.contains("\(middle)-\(middle + 300)") ?? false)
    }

    @Test func aFileCutAtAnyByteGivesAllLinesBeforeAndOneReject() {
        let packed = gzipped(Array(Self.members[..<3]))
        let starts = Set(memberStarts(Array(Self.members[..<3])))
        for length in stride(from: 3, to: packed.count, by: 7) where !starts.contains(length) {
            let result = cuttings(of: Array(packed[..<length]))
            #expect(Self.lines.starts(with: result.records), "cut at \(length)")
            #expect(result.reasons == [.gzipTruncated], "cut at \(length)")
            #expect(result.rejects.first?.detail.contains("truncated gzip at byte \(length)") ?? false)
            let whole = starts.filter { $0 > 0 && $0 <= length }.count
            #expect(result.records.count >= whole * 4, "cut at \(length)")
        }
    }

    @Test func aByteFlippedAnywhereCostsAtMostItsMember() {
        let damage: Set<Reject.Reason> = [.gzipDamage, .gzipChecksum, .trailingGarbage]
        var random = SplitMix(state: 7)
        for _ in 0..<300 {
            let index = Int.random(in: 0..<Self.packed.count, using: &random)
            var broken = Self.packed
            broken[index] ^= UInt8.random(in: 1...255, using: &random)
            let member = Self.starts.lastIndex { $0 <= index } ?? 0
            let result = cuttings(of: broken)
            let before = Self.lines[..<(member * 4)]
            let after = Self.lines[(member * 4 + 4)...]
            let place: Comment = "byte \(index): \(result.rejects.map(\.detail))"
            #expect(result.records.starts(with: before), place)
            #expect(result.records.suffix(after.count) == after, place)
            // One reject, or none where the byte means nothing (time, system, the last bits of the data).
            let isSilent = result.rejects.isEmpty && result.records == Self.lines
            let isOne = result.rejects.count == 1 && damage.contains(result.reasons[0])
            #expect(isSilent || isOne, place)
            if isOne, result.reasons == [.gzipDamage] {
                #expect(
                    result.rejects[0].detail.contains("\(Self.starts[member])-\(Self.starts[member + 1])"),
                    "byte \(index)")
                #expect(result.rejects[0].bytes == Self.starts[member + 1] - Self.starts[member])
            }
        }
    }

    @Test func aWrongChecksumKeepsLinesAndFlagsTheFile() {
        var broken = Self.packed
        broken[Self.starts[3] - 6] ^= 0xFF
        let result = cuttings(of: broken)
        #expect(result.records == Self.lines)
        #expect(result.reasons == [.gzipChecksum])
        #expect(result.rejects.first?.detail.contains("member 3, bytes \(Self.starts[2])-\(Self.starts[3])") ?? false)
        #expect(result.rejects.first?.detail.contains("kept") ?? false)
    }

    @Test(arguments: [300, 1000, 2000, 3001])
    func aMemberThatWasNeverFinishedCostsTheLineThatItBreaksOffIn(length: Int) {
        let text = (0..<100).map { "{\"id\":\($0),\"text\":\"\(prose($0))\"}\n" }.joined()
        let packed = gzipped([text])[..<length] + gzipped(["{\"id\":\"next\"}\n", "{\"id\":\"last\"}\n"])
        let result = cuttings(of: Array(packed), block: 4096)
        let whole = text.split(separator: "\n").map(String.init)
        #expect(result.records.suffix(2) == ["{\"id\":\"next\"}", "{\"id\":\"last\"}"])
        // What comes out behind the break, before the decoder notices, may be noise.
        let sound = zip(result.records, whole).prefix { $0 == $1 }.count
        #expect(sound >= (length - 200) / 80)
        #expect(result.reasons == [.gzipDamage])
        #expect(result.rejects.first?.detail.contains("the line that was cut") ?? false)
    }

    @Test func aGzipInAGzipIsUnwrappedOnce() {
        let twice = gzipped([Self.packed])
        #expect(cuttings(of: twice).records == Self.lines)
        #expect(cuttings(of: gzipped([twice])).reasons == [.unrecognizedFormat])
    }

    @Test func damageInsideANestedGzipCostsItsMember() {
        var inner = Self.packed
        inner[Self.starts[4] + 30] ^= 0x55
        inner[Self.starts[4] + 31] ^= 0x55
        let result = cuttings(of: gzipped([inner]))
        #expect(result.records.starts(with: Self.lines[..<16]))
        #expect(result.records.suffix(28) == Self.lines[20...])
        #expect(result.rejects.count == 1)
    }

    @Test func aFileWhoseFirstBytesAreGoneIsStillAGzip() {
        var broken = Self.packed
        broken[0] = 0
        broken[1] = 0x7F
        let result = cuttings(of: broken)
        #expect(result.records == Array(Self.lines[4...]))
        #expect(result.reasons == [.gzipDamage])
    }

    @Test func nothingUnpacksToOneReject() {
        #expect(cuttings(of: [UInt8]()).reasons == [.emptyFile])
        #expect(cuttings(of: gzipped([""])).reasons == [.emptyFile])
        #expect(cuttings(of: gzipped(["", "", ""])).reasons == [.emptyFile])
        #expect(cuttings(of: gzipped([" \n\t\n"])).reasons == [.emptyFile])
        #expect(cuttings(of: gzipped(["", "{\"a\":1}\n", ""])).records == ["{\"a\":1}"])
    }

    @Test func aBombEndsAtTheRecordLimit() {
        let bomb = gzipped(Array(repeating: [UInt8](repeating: 0, count: 8 << 20), count: 6))
        let result = cuttings(of: bomb) { $0.limits.maxRecordBytes = 1 << 20 }
        #expect(result.reasons == [.recordTooLarge])
        #expect(result.count == 0)
        let small = gzipped([[UInt8](repeating: 0, count: 5000)])
        #expect(cuttings(of: small).reasons == [.unrecognizedFormat])
    }

    @Test func membersNestedInMembersDoNotMakeTheWorkExplode() {
        // Stored blocks that hold headers of further members, each of which would unpack a while before it fails.
        let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
        var hostile: [UInt8] = []
        for _ in 0..<3000 {
            let length = 60_000
            hostile += header
            hostile += [0, UInt8(length & 255), UInt8(length >> 8), ~UInt8(length & 255), ~UInt8(length >> 8)]
        }
        let result = cuttings(of: hostile)
        #expect(!result.rejects.isEmpty)
    }

    @Test(
        arguments: [
            ([0x28, 0xB5, 0x2F, 0xFD, 0, 0], "zstd"), ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "xz"),
            ([0x42, 0x5A, 0x68, 0x39, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59], "bzip2"), ([0x04, 0x22, 0x4D, 0x18], "lz4"),
            ([0x1F, 0x9D, 0x90], "uncompress"), ([0x50, 0x4B, 0x03, 0x04], "unzip"),
            ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "7z"),
        ] as [([UInt8], String)])
    func otherCompressionsNameTheirTool(magic: [UInt8], tool: String) {
        for bytes in [magic, magic + [UInt8](repeating: 0xA7, count: 100)] {
            let result = cuttings(of: bytes)
            #expect(result.reasons == [.unsupportedCompression])
            #expect(result.rejects.first?.detail.contains("`\(tool)") ?? false)
        }
    }

    @Test func aReadErrorInsideAGzipGivesWhatCameBefore() {
        let result = cuttings(of: Self.packed, block: 512, failsAt: Self.starts[6])
        #expect(Self.lines.starts(with: result.records))
        #expect(result.records.count >= 20)
        #expect(result.reasons == [.unreadable])
        #expect(result.ioFailed)
    }
}
