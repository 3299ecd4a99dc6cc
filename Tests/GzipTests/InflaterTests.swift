import Gzip
import Testing

/// The text `news ` x 40 as other programs pack it (Python's zlib), so that both sides are not our own.
private enum Known {
    static let text = Array(String(repeating: "news ", count: 40).utf8)
    static let zlib: [UInt8] = [
        0x78, 0x9C, 0xCB, 0x4B, 0x2D, 0x2F, 0x56, 0xC8, 0x1B, 0xFA, 0x04, 0x00, 0x5B, 0x0F, 0x4A, 0x89,
    ]
}

/// `#expect` can't hold a span, so the tests unpack arrays.
private func unpacked(_ bytes: [UInt8], _ wrapper: Inflater.Wrapper = .automatic, limit: Int) -> Inflater.Result {
    Inflater.inflateAll(bytes.span, wrapper: wrapper, limit: limit)
}

struct InflaterTests {
    @Test func zlibAndBareStreamsAreToldApartWithoutAName() {
        let bare = Array(Known.zlib[2..<(Known.zlib.count - 4)])
        for bytes in [Known.zlib, bare] {
            let result = unpacked(bytes, limit: 1 << 20)
            #expect(result.outcome == .complete)
            #expect(result.bytes == Known.text)
        }
        #expect(unpacked(Known.zlib, .raw, limit: 1 << 20).outcome != .complete)
    }

    @Test func membersThatFollowEachOtherComeOutAsOne() {
        var packed: [UInt8] = []
        let compressor = GzipCompressor(level: 6)
        for word in ["one ", "two ", ""] { compressor.appendMember(Array(word.utf8).span, to: &packed) }
        let members = packed.count
        packed += Array("junk".utf8)
        let result = unpacked(packed, limit: 100)
        #expect(result.bytes == Array("one two ".utf8))
        #expect(result.consumed == members)
        #expect(result.outcome == .complete)
    }

    @Test(arguments: [0, 1, 199, 200, 201])
    func noMoreThanTheLimitComesOut(limit: Int) {
        let result = unpacked(Known.zlib, limit: limit)
        #expect(result.bytes == Array(Known.text.prefix(limit)))
        #expect(result.outcome == (limit < 200 ? .limit : .complete))
    }

    @Test func aStreamCutAtAnyByteIsTruncatedAndGivesABeginningOfTheText() {
        var packed: [UInt8] = []
        let text = (0..<3000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3) }
        GzipCompressor(level: 6).appendMember(text.span, to: &packed)
        for length in 2..<packed.count {
            let result = unpacked(Array(packed[..<length]), limit: 1 << 20)
            #expect(result.outcome == .truncated)
            #expect(text.starts(with: result.bytes))
        }
    }

    @Test func aFlippedBitAnywhereInTheDataOrTheChecksumIsNoticed() {
        var packed: [UInt8] = []
        let text = Array(String(repeating: "Shares rose 3 percent on Monday. ", count: 30).utf8)
        GzipCompressor(level: 6).appendMember(text.span, to: &packed)
        for index in 10..<packed.count {
            for bit in 0..<8 {
                var broken = packed
                broken[index] ^= 1 << bit
                let result = unpacked(broken, limit: 1 << 16)
                // The bits that fill up the last byte of the data mean nothing.
                #expect(result.outcome != .complete || result.bytes == text, "byte \(index), bit \(bit)")
            }
        }
    }

    @Test(arguments: [1, 2, 7, 100_000])
    func piecesOfAnySizeGiveTheSameBytes(size: Int) throws {
        let text = (0..<20_000).map { UInt8(truncatingIfNeeded: ($0 &* 31) >> 4) }
        var packed: [UInt8] = []
        GzipCompressor(level: 9).appendMember(text.span, to: &packed)
        packed += [1, 2, 3]

        let inflater = try Inflater(.gzip)
        let room = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 1)
        defer { room.deallocate() }
        for _ in 0..<2 {
            var unpacked: [UInt8] = []
            var position = 0
            var status = Inflater.Status.ok
            while status == .ok || status == .needsInput {
                let piece = Array(packed[position..<min(position + size, packed.count)])
                let step = piece.withUnsafeBytes { inflater.inflate($0, into: room) }
                position += step.consumed
                unpacked += room[..<step.produced]
                status = step.status
            }
            #expect(status == .end)
            #expect(unpacked == text)
            #expect(position == packed.count - 3, "bytes after the member were touched")
            inflater.reset()
        }
    }

    @Test func damageIsNamed() throws {
        let inflater = try Inflater(.raw)
        let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 64, alignment: 1)
        defer { room.deallocate() }
        let step = [UInt8]([0xFF, 0xFF, 0xFF, 0xFF]).withUnsafeBytes { inflater.inflate($0, into: room) }
        #expect(step.status == .damaged("invalid block type"))
    }

    @Test func nothingCrashesOnNoise() {
        var state: UInt64 = 42
        for _ in 0..<2000 {
            var noise: [UInt8] = []
            for _ in 0..<64 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                noise.append(UInt8(truncatingIfNeeded: state >> 33))
            }
            for wrapper in Inflater.Wrapper.allCases {
                #expect(unpacked(noise, wrapper, limit: 4096).bytes.count <= 4096)
            }
        }
        #expect(unpacked([], limit: 10).outcome == .truncated)
    }
}
