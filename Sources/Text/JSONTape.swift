/// What may be spent on one document.
package struct JSONLimits: Sendable {
    /// Containers that may be open at once.
    package var depth: Int
    /// Values and keys together; each costs 16 bytes.
    package var nodes: Int

    package init(depth: Int = 512, nodes: Int = 1_000_000) {
        self.depth = depth
        self.nodes = nodes
    }

    package static let `default` = JSONLimits()
}

/// A parsed document: its bytes and one flat list of nodes in document order. Never changes after parsing.
///
/// A container is followed by its contents; in an object, keys (string nodes) and values alternate.
final class JSONTape: Sendable {
    let bytes: [UInt8]
    let nodes: [JSONNode]
    /// Malformed UTF-8 sequences and lone surrogate escapes in all strings together.
    let invalidSequences: Int

    init(bytes: [UInt8], nodes: [JSONNode], invalidSequences: Int) {
        self.bytes = bytes
        self.nodes = nodes
        self.invalidSequences = invalidSequences
    }
}

/// One key or value, 16 bytes.
struct JSONNode: Sendable {
    /// Where the value starts in the source; for a string its opening quote.
    var start: UInt32
    /// One past the value's last byte.
    var end: UInt32
    /// Index of the node after this one and all its contents.
    var next: UInt32
    var kind: Kind
    /// A string that has escapes.
    var isEscaped = false
    /// A string that has malformed UTF-8.
    var isDamaged = false

    enum Kind: UInt8, Sendable {
        case null, `true`, `false`, number, string, array, object
    }
}
