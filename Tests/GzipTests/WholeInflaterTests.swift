import Gzip
import Testing

struct WholeInflaterTests {
    private static let text = (0..<5000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 5) }
    private static let member: [UInt8] = {
        var packed: [UInt8] = []
        GzipCompressor(level: 6).appendMember(text.span, to: &packed)
        return packed
    }()

    /// What a member gives with so much room.
    private func unpacked(_ input: [UInt8], room: Int) -> (bytes: [UInt8], consumed: Int)? {
        var bytes = [UInt8](repeating: 0, count: room)
        let member = input.withUnsafeBytes { input in
            bytes.withUnsafeMutableBytes { WholeInflater().inflateMember(input, into: $0) }
        }
        return member.map { (Array(bytes[..<$0.produced]), $0.consumed) }
    }

    @Test func aMemberComesOutWholeAndWhatFollowsIsLeftAlone() throws {
        let result = try #require(unpacked(Self.member + Self.member, room: 10_000))
        #expect(result.bytes == Self.text)
        #expect(result.consumed == Self.member.count)
        #expect(try #require(unpacked(Self.member, room: Self.text.count)).bytes == Self.text)
    }

    @Test func aBareStreamEndsBeforeItsTrailer() throws {
        var bytes = [UInt8](repeating: 0, count: 10_000)
        let stream = Array(Self.member[10...])
        let member = stream.withUnsafeBytes { input in
            bytes.withUnsafeMutableBytes { WholeInflater().inflate(input, into: $0) }
        }
        #expect(member?.consumed == stream.count - 8)
        #expect(member?.produced == Self.text.count)
        #expect(Array(bytes[..<Self.text.count]) == Self.text)
    }

    @Test func thereIsNothingWithoutRoom() {
        #expect(unpacked(Self.member, room: Self.text.count - 1) == nil)
        #expect(unpacked(Self.member, room: 0) == nil)
        #expect(unpacked([], room: 10) == nil)
    }

    @Test func aMemberCutAtAnyByteIsRefused() {
        for length in 0..<Self.member.count {
            #expect(unpacked(Array(Self.member[..<length]), room: 10_000) == nil, "cut at \(length)")
        }
    }

    @Test func aFlippedBitInDataOrTrailerIsRefused() {
        for place in 10..<Self.member.count {
            var damaged = Self.member
            damaged[place] ^= 1 << UInt8(place % 8)
            #expect(unpacked(damaged, room: 10_000) == nil, "flipped at \(place)")
        }
    }
}
