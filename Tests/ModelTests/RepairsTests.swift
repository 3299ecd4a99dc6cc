import Model
import Testing

struct RepairsTests {
    @Test("counts are kept by kind, in the order of the kinds, and zero is none")
    func counts() {
        var repairs = Repairs()
        #expect(repairs.isEmpty)
        repairs[.quotes] += 2
        repairs[.charset] += 1
        repairs[.dateline] = 3
        repairs[.quotes] += 1
        repairs[.dateline] = 0
        #expect(repairs[.quotes] == 3)
        #expect(repairs[.dateline] == 0)
        #expect(repairs.nonZero.map(\.repair) == [.charset, .quotes])
        var other = Repairs()
        other[.charset] = 1
        other[.quotes] = 3
        #expect(repairs == other)
        repairs[.quotes] = 0
        repairs[.charset] = 0
        #expect(repairs.isEmpty)
    }

    @Test(
        "an id is 32 hex digits and is read back",
        arguments: [(0, 0), (1, .max), (0x0123_4567_89AB_CDEF, 0xFEDC_BA98_7654_3210)] as [(UInt64, UInt64)])
    func hex(high: UInt64, low: UInt64) {
        let id = RecordID(high: high, low: low)
        #expect(id.description.utf8.count == 32)
        #expect(RecordID(id.description) == id)
        #expect(RecordID(high: 1, low: 10).description == "0000000000000001000000000000000a")
    }
}
