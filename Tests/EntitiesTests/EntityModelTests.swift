import Entities
import Testing

/// Models that are none.
@Suite struct EntityModelTests {
    @Test func `bytes that are no model are refused`() {
        #expect(throws: EntityModel.Fault.self) { try EntityModel(copying: []) }
        #expect(throws: EntityModel.Fault.notAModel) { try EntityModel(copying: [UInt8](repeating: 7, count: 4096)) }
    }

    @Test func `a header that points beyond the end is refused`() {
        var bytes: [UInt8] = Array("NMILEM01".utf8)
        for _ in 0..<5 { bytes += [64, 0, 0, 0, 255, 255, 255, 127] }
        bytes += [UInt8](repeating: 0, count: 64)
        #expect(throws: EntityModel.Fault.self) { try EntityModel(copying: bytes) }
    }
}
