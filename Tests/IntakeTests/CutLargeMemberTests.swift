import Model
import TestSupport
import Testing

@testable import Intake

/// What a gzip gave: its text, broken where something was reported.
private struct Unpacked: Equatable {
    var pieces: [[UInt8]] = [[]]
    var incidents: [String] = []
}

/// Members that are too large to be unpacked in one go are unpacked by the fast inflater, where the source can be wound
/// back, and otherwise by zlib. Nobody must be able to tell.
struct CutLargeMemberTests {
    private static let text: [UInt8] = {
        var random = SplitMix(state: 5)
        var text: [UInt8] = []
        while text.count < 1_300_000 {
            text += Array("{\"id\":\(text.count),\"text\":\"\(prose(text.count, words: 400))\"}\n".utf8)
            for _ in 0..<200 { text.append(UInt8.random(in: 32...126, using: &random)) }
        }
        return text
    }()
    private static let packed = gzipped([text])
    private static let behind = gzipped(["{\"id\":\"next\"}\n", "{\"id\":\"last\"}\n"])

    private func unpacked(
        _ bytes: [UInt8], isFast: Bool, failsAt: Int? = nil, room: Int = 300_000
    ) throws -> Unpacked {
        let source = MemorySource(bytes, failsAt: failsAt)
        source.canLookAhead = isFast
        let stream = try GzipStream(source, limits: Configuration.Limits(), block: 4096)
        var result = Unpacked()
        let room = UnsafeMutableRawBufferPointer.allocate(byteCount: room, alignment: 16)
        defer { room.deallocate() }
        func note(_ incident: Incident) {
            result.incidents.append("\(incident.reason) \(incident.range) \(incident.detail)")
            result.pieces.append([])
        }
        while true {
            switch stream.read(into: room) {
            case .bytes(let count): result.pieces[result.pieces.count - 1] += room[..<count]
            case .memberEnd(let fault): if let fault { note(fault) }
            case .gap(let incident), .notice(let incident), .failed(let incident): note(incident)
            case .end: return result
            }
        }
    }

    @Test(arguments: [1, 777, 300_000])
    func aSoundMemberComesOutWhole(room: Int) throws {
        let result = try unpacked(Self.packed + Self.behind, isFast: true, room: room)
        #expect(result.pieces == [Self.text + Array("{\"id\":\"next\"}\n{\"id\":\"last\"}\n".utf8)])
        #expect(result.incidents.isEmpty)
    }

    @Test func damageGivesTheSameTextAndTheSameReportAsWithZlib() throws {
        var random = SplitMix(state: 21)
        for trial in 0..<120 {
            var bytes = Self.packed
            let place = Int.random(in: 10..<bytes.count, using: &random)
            switch trial % 6 {
            case 0: bytes.removeLast(bytes.count - place)
            case 1: bytes.removeSubrange(place..<min(place + 100, bytes.count))
            case 2: bytes[bytes.count - 1 - trial % 8] ^= 1
            case 3:
                for index in place..<min(place + 500, bytes.count) {
                    bytes[index] = UInt8.random(in: 0...255, using: &random)
                }
            default: bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
            }
            if trial % 4 > 0 { bytes += Self.behind }
            let fast = try unpacked(bytes, isFast: true)
            #expect(try fast == unpacked(bytes, isFast: false), "trial \(trial), byte \(place): \(fast.incidents)")
        }
    }

    @Test func aMemberCutInItsLastBytesOrOfABadMediumIsToldAlike() throws {
        for missing in 1..<40 {
            let bytes = Array(Self.packed.dropLast(missing))
            #expect(try unpacked(bytes, isFast: true) == unpacked(bytes, isFast: false), "\(missing) bytes missing")
        }
        for place in stride(from: 100, to: Self.packed.count, by: 50_000) + [Self.packed.count - 3] {
            let fast = try unpacked(Self.packed, isFast: true, failsAt: place)
            #expect(try fast == unpacked(Self.packed, isFast: false, failsAt: place), "fails at \(place)")
            #expect(fast.incidents.count == 1)
        }
    }

    /// A bit in a block's header can make a Huffman code incomplete, which zlib refuses and ISA-L takes until it meets a
    /// code without a meaning. What came out in that step is not given out.
    @Test func aMalformedCodeIsReportedByZlib() throws {
        for bit in stride(from: 0, to: 80 * 8, by: 7) {
            var bytes = Self.packed
            bytes[10 + bit / 8] ^= 1 << UInt8(bit % 8)
            let fast = try unpacked(bytes + Self.behind, isFast: true)
            #expect(try fast == unpacked(bytes + Self.behind, isFast: false), "bit \(bit)")
        }
    }

    @Test func aBombGoesOffAtTheSameStep() throws {
        let zeros = gzipped([[UInt8](repeating: 0, count: 257 << 20)])
        let fast = try unpacked(zeros + Self.behind, isFast: true)
        let exact = try unpacked(zeros + Self.behind, isFast: false)
        // The blocks that are read may have other borders, and a step ends at them.
        #expect(abs(fast.pieces[0].count - exact.pieces[0].count) <= 128 << 10)
        #expect(fast.pieces[1] == exact.pieces[1] && !fast.pieces[1].isEmpty)
        #expect(fast.incidents.count == 1 && exact.incidents.count == 1)
    }
}
