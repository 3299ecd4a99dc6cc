import Text

/// A byte automaton over the beginnings of lines: one walk tells which phrases a line starts with.
struct PhraseTrie: Sendable {
    /// What a phrase asks of the line it opens.
    struct Rules: OptionSet, Sendable {
        let rawValue: UInt16
        static let whole = Rules(rawValue: 1)
        static let label = Rules(rawValue: 1 << 1)
        static let opening = Rules(rawValue: 1 << 2)
        static let invitation = Rules(rawValue: 1 << 3)
        static let credit = Rules(rawValue: 1 << 4)
        static let rights = Rules(rawValue: 1 << 5)
        static let copyright = Rules(rawValue: 1 << 6)
        static let brief = Rules(rawValue: 1 << 7)
        static let dated = Rules(rawValue: 1 << 8)
        static let following = Rules(rawValue: 1 << 9)
    }

    private struct Node {
        var byte: UInt8
        var rules: Rules = []
        /// A bit for the low five bits of each child's byte: most misses are told without a look at the children.
        var childBits: UInt32 = 0
        /// Positions in `nodes`; 0 is none, since nothing leads back to the root.
        var child: Int32 = 0
        var sibling: Int32 = 0
    }

    private var nodes = [Node(byte: 0)]
    /// Children of the root by byte: the one place with many of them.
    private var roots = [Int32](repeating: 0, count: 256)

    /// A bit for the first three letters of each phrase that begins with three: most lines are told by theirs.
    private var heads = [UInt64](repeating: 0, count: 512)

    static let root: Int32 = 0

    /// Adds the phrases of a table: separated by bars and line feeds. They are folded like the lines they meet.
    mutating func insert(_ table: String, _ rules: Rules) {
        let bytes = table.utf8.span
        var (node, index) = (Self.root, 0)
        var head: [UInt8] = []
        var character: [UInt8] = []
        while index <= bytes.count {
            let (scalar, length) = index < bytes.count ? UTF8Text.decode(bytes, at: index) : (0x0A, 1)
            index += length
            if scalar == 0x7C || scalar == 0x0A {
                if node != Self.root { nodes[Int(node)].rules.formUnion(rules) }
                if let head = Self.head(of: head.span) { heads[head >> 6] |= 1 << UInt64(head & 63) }
                head.removeAll(keepingCapacity: true)
                node = Self.root
                continue
            }
            let fold = scalar == 0xA9 ? scalar : TextFolding.folded(scalar)
            character.removeAll(keepingCapacity: true)
            UTF8Text.append(fold == 0 ? 0x20 : fold, to: &character)
            for byte in character { node = descend(from: node, by: byte) }
            if head.count < 3 { head += character }
        }
    }

    /// Whether a line may begin with a phrase, by its first three letters.
    func mayBegin(_ line: Span<UInt8>) -> Bool {
        guard let head = Self.head(of: line) else { return true }
        return heads[head >> 6] >> UInt64(head & 63) & 1 != 0
    }

    /// The first three bytes as a number of fifteen bits, if they are letters of ASCII. Case does not count.
    private static func head(of bytes: Span<UInt8>) -> Int? {
        guard bytes.count >= 3, bytes[0].isASCIILetter, bytes[1].isASCIILetter, bytes[2].isASCIILetter else {
            return nil
        }
        return Int(bytes[0] & 31) << 10 | Int(bytes[1] & 31) << 5 | Int(bytes[2] & 31)
    }

    /// The node behind `byte`, or nil.
    func next(from node: Int32, by byte: UInt8) -> Int32? {
        if node == Self.root { return roots[Int(byte)] == 0 ? nil : roots[Int(byte)] }
        guard nodes[Int(node)].childBits & Self.bit(of: byte) != 0 else { return nil }
        var child = nodes[Int(node)].child
        while child != 0 {
            if nodes[Int(child)].byte == byte { return child }
            child = nodes[Int(child)].sibling
        }
        return nil
    }

    func rules(at node: Int32) -> Rules { nodes[Int(node)].rules }

    private static func bit(of byte: UInt8) -> UInt32 { 1 &<< UInt32(byte & 31) }

    private mutating func descend(from node: Int32, by byte: UInt8) -> Int32 {
        if let known = next(from: node, by: byte) { return known }
        let new = Int32(nodes.count)
        nodes.append(Node(byte: byte))
        if node == Self.root {
            roots[Int(byte)] = new
        } else {
            nodes[Int(new)].sibling = nodes[Int(node)].child
            nodes[Int(node)].child = new
            nodes[Int(node)].childBits |= Self.bit(of: byte)
        }
        return new
    }
}
