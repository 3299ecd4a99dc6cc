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

    /// The value of the last member of that name in the object at `container`; nil when there is none, or no object.
    func value(ofLast name: UnsafeBufferPointer<UInt8>, in container: Int) -> Int? {
        nodes.withUnsafeBufferPointer { nodes in
            guard nodes[container].kind == .object else { return nil }
            var found: Int?
            var key = container + 1
            let end = Int(nodes[container].next)
            while key < end {
                if isKey(nodes[key], name) { found = key + 1 }
                key = Int(nodes[key + 1].next)
            }
            return found
        }
    }

    private func isKey(_ node: JSONNode, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
        if node.isEscaped || node.isDamaged { return decoded(node).elementsEqual(name) }
        guard node.content.count == name.count else { return false }
        return bytes.withUnsafeBytes { all in
            all[node.content].elementsEqual(name)
        }
    }

    /// The UTF-8 of a string that has escapes or damage.
    func decoded(_ node: JSONNode) -> [UInt8] {
        let content = bytes[node.content]
        var text = node.isEscaped ? content.withUnsafeBufferPointer { JSONEscape.unescaped($0) } : Array(content)
        if node.isDamaged { _ = UTF8Text.repair(&text) }
        return text
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

    /// Where a string's characters lie: between its quotes.
    var content: Range<Int> { Int(start) + 1..<Int(end) - 1 }

    enum Kind: UInt8, Sendable {
        case null, `true`, `false`, number, string, array, object
    }
}
