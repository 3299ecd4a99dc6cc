/// Turns trained weights into the bytes of a model.
enum Quantizer {
    /// Weights beyond this many standard deviations (of those that are not 0) are cut.
    private static let clip: Float = 16

    static func sections(_ weights: Perceptron.Weights) -> (rows: [UInt8], transitions: [UInt8]) {
        var squares: Double = 0
        var count: Double = 0
        for row in weights.rows where row != .zero {
            for lane in 0..<16 {
                squares += Double(row[lane] * row[lane])
                count += 1
            }
        }
        let deviation = Float((squares / max(1, count)).squareRoot())
        let scale = deviation > 0 ? 127 / (deviation * clip) : 1
        var rows: [UInt8] = []
        rows.reserveCapacity(weights.rows.count * 16)
        for row in weights.rows {
            for lane in 0..<16 {
                let value = max(-127, min(127, (row[lane] * scale).rounded()))
                rows.append(UInt8(bitPattern: Int8(value)))
            }
        }
        var transitions: [UInt8] = []
        for weight in weights.transitions {
            let value = max(-32000, min(32000, (weight * scale).rounded()))
            withUnsafeBytes(of: Int16(value).littleEndian) { transitions.append(contentsOf: $0) }
        }
        return (rows, transitions)
    }
}
