/// Weights of the sixteen labels being added up.
///
/// Labels with even numbers are apart from those with odd ones: that is how a row of bytes becomes two vectors of 16-bit lanes
/// with three shifts.
struct LabelSum {
    private(set) var even = SIMD8<Int16>.zero
    private(set) var odd = SIMD8<Int16>.zero

    static let zero = LabelSum()

    private init() {}

    /// One signed byte per label.
    @inline(__always) init(row: UnsafeRawPointer) {
        let pairs = row.load(as: SIMD8<Int16>.self)
        let byte = SIMD8<Int16>(repeating: 8)
        even = (pairs &<< byte) &>> byte
        odd = pairs &>> byte
    }

    @inline(__always) static func &+= (sum: inout LabelSum, other: LabelSum) {
        sum.even &+= other.even
        sum.odd &+= other.odd
    }
}

/// The scores of a word's labels: those that begin a name, and so on, the four types side by side.
struct LabelScores {
    let begin: SIMD4<Int32>
    let inside: SIMD4<Int32>
    let last: SIMD4<Int32>
    let unit: SIMD4<Int32>

    @inline(__always) init(_ sum: LabelSum) {
        func four(_ start: Int) -> SIMD4<Int32> {
            SIMD4(Int32(sum.even[start]), Int32(sum.odd[start]), Int32(sum.even[start + 1]), Int32(sum.odd[start + 1]))
        }
        begin = four(0)
        inside = four(2)
        last = four(4)
        unit = four(6)
    }

    /// By the labels' numbers.
    init(_ scores: [Int16]) {
        func four(_ start: Int) -> SIMD4<Int32> { SIMD4((start..<start + 4).map { Int32(scores[$0]) }) }
        begin = four(0)
        inside = four(4)
        last = four(8)
        unit = four(12)
    }
}
