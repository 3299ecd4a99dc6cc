import Intake
import Model
import Store

/// A stretch of consecutive records as the reader cut it: the work that one worker takes in hand.
package struct RawSegment: Sendable {
    var number: Int
    var items: [(input: Int, item: IntakeItem)] = []
    /// Parts of containers that are no records, by input.
    var auxiliary: [Int: [String: Int]] = [:]
    var end = Position(input: 0, ordinal: 0)
    var completed: [Int: FileIdentity] = [:]
    var unreadable: [Int] = []
    /// Bytes of the records.
    var cost = 0
}
