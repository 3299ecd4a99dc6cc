internal import Text

/// The elements and character data of one record, in document order, in one flat array.
///
/// Never fails: end tags without a start tag are passed over, elements that were left open are closed by their parent's
/// end. Names are compared without their prefix and without regard to case, because SGML does not tell cases apart and
/// no news format uses two names that differ in nothing else. Depth and size are bounded; see `isCut`.
struct MarkupTree {
    enum Dialect {
        /// End tags are trusted.
        case xml
        /// End tags may be missing: an element whose name has more start than end tags in the record ends where the
        /// next element of its kind of rank begins (a paragraph at the next block, a field at the next field).
        case sgml
    }

    struct Node {
        enum Kind: UInt8 {
            case element, text, cdata
        }

        var kind: Kind
        /// Index into `names`; -1 for character data.
        var name: Int32
        /// Character data: its bytes. Elements: from the first byte after the start tag to the first of the end tag.
        var start: Int32
        var end: Int32
        var parent: Int32
        /// The last node inside of this one: itself when there is none.
        var last: Int32
        /// Elements: where the attributes are.
        var attributes: Int32
        var attributesEnd: Int32
    }

    /// The document itself, which every other node is inside of.
    static let root = 0

    let bytes: [UInt8]
    private(set) var nodes: [Node]
    /// There was more markup than the limits allow; what came after them is missing.
    private(set) var isCut = false

    private var names = MarkupNames()

    static let maxNodes = 400_000
    static let maxDepth = 256

    /// `bytes` are UTF-8. Records beyond 2 GiB are cut there.
    init(_ bytes: [UInt8], _ dialect: Dialect) {
        self.bytes = bytes
        nodes = [
            Node(
                kind: .element, name: -1, start: 0, end: Int32(clamping: bytes.count), parent: 0, last: 0,
                attributes: 0, attributesEnd: 0)
        ]
        nodes.reserveCapacity(min(Self.maxNodes, bytes.count / 32 + 8))
        bytes.withUnsafeBufferPointer { buffer in
            let readable = UnsafeBufferPointer(rebasing: buffer.prefix(Int(Int32.max)))
            isCut = readable.count < buffer.count
            let sloppy = dialect == .sgml ? sloppyNames(readable) : []
            build(readable, sloppy)
        }
    }

    // MARK: - building

    /// Names with more start tags than end tags.
    private mutating func sloppyNames(_ buffer: UnsafeBufferPointer<UInt8>) -> Set<Int32> {
        var balance: [Int32: Int] = [:]
        var scanner = MarkupScanner(buffer)
        while let token = scanner.next() {
            switch token {
            case .startTag(let name, _, let isEmpty) where !isEmpty:
                if let number = intern(name, buffer) { balance[number, default: 0] += 1 }
            case .endTag(let name) where !name.isEmpty:
                if let number = intern(name, buffer) { balance[number, default: 0] -= 1 }
            default: break
            }
        }
        return Set(balance.filter { $0.value > 0 }.keys)
    }

    private mutating func build(_ buffer: UnsafeBufferPointer<UInt8>, _ sloppy: Set<Int32>) {
        var scanner = MarkupScanner(buffer)
        var open: [Int32] = [0]
        var openCounts: [Int32] = []
        /// Start tags beyond the depth limit that wait for their end tags.
        var tooDeep = 0
        func close(at end: Int) {
            guard open.count > 1 else { return }
            let index = Int(open.removeLast())
            nodes[index].end = Int32(end)
            nodes[index].last = Int32(nodes.count - 1)
            openCounts[Int(nodes[index].name)] -= 1
        }
        while let token = scanner.next() {
            guard nodes.count < Self.maxNodes else {
                isCut = true
                break
            }
            switch token {
            case .text(let range):
                add(.text, range, Int(open[open.count - 1]))
            case .cdata(let range):
                add(.cdata, range, Int(open[open.count - 1]))
            case .startTag(let name, let attributes, let isEmpty):
                guard let number = intern(name, buffer) else { continue }
                if !sloppy.isEmpty {
                    let level = MarkupRank(of: buffer, local(name, buffer))
                    while open.count > 1 {
                        let top = nodes[Int(open[open.count - 1])]
                        guard sloppy.contains(top.name), let topRange = range(ofName: top.name),
                            level.closes(MarkupRank(of: buffer, topRange))
                        else { break }
                        close(at: name.lowerBound - 1)
                    }
                }
                if open.count >= Self.maxDepth {
                    if !isEmpty { tooDeep += 1 }
                    isCut = true
                    continue
                }
                let index = Int32(nodes.count)
                nodes.append(
                    Node(
                        kind: .element, name: number, start: Int32(scanner.position), end: Int32(scanner.position),
                        parent: open[open.count - 1], last: index, attributes: Int32(attributes.lowerBound),
                        attributesEnd: Int32(attributes.upperBound)))
                if isEmpty { continue }
                open.append(index)
                while openCounts.count <= Int(number) { openCounts.append(0) }
                openCounts[Int(number)] += 1
            case .endTag(let name):
                if tooDeep > 0 {
                    tooDeep -= 1
                    continue
                }
                let tag = name.lowerBound - 2
                if name.isEmpty {
                    close(at: tag)
                    continue
                }
                guard let number = intern(name, buffer), Int(number) < openCounts.count, openCounts[Int(number)] > 0
                else { continue }
                while open.count > 1 {
                    let isWanted = nodes[Int(open[open.count - 1])].name == number
                    close(at: tag)
                    if isWanted { break }
                }
            case .other:
                continue
            }
        }
        while open.count > 1 { close(at: scanner.position) }
        nodes[0].last = Int32(nodes.count - 1)
    }

    private mutating func add(_ kind: Node.Kind, _ range: Range<Int>, _ parent: Int) {
        let index = Int32(nodes.count)
        nodes.append(
            Node(
                kind: kind, name: -1, start: Int32(range.lowerBound), end: Int32(range.upperBound),
                parent: Int32(parent), last: index, attributes: 0, attributesEnd: 0))
    }

    private func local(_ name: Range<Int>, _ buffer: UnsafeBufferPointer<UInt8>) -> Range<Int> {
        guard let colon = buffer[name].lastIndex(of: 0x3A), colon + 1 < name.upperBound else { return name }
        return colon + 1..<name.upperBound
    }

    private func range(ofName number: Int32) -> Range<Int>? {
        number >= 0 ? names.range(of: number) : nil
    }

    /// The number of a name, nil when there are absurdly many different ones.
    private mutating func intern(_ name: Range<Int>, _ buffer: UnsafeBufferPointer<UInt8>) -> Int32? {
        names.intern(buffer, local(name, buffer))
    }

    // MARK: - asking

    /// The number of an element name given in lower case, for comparing with `Node.name`; -2 when no element has it.
    func number(_ name: StaticString) -> Int32 {
        name.withUTF8Buffer { names.find($0) ?? -2 }
    }

    func isElement(_ node: Int, _ name: StaticString) -> Bool {
        nodes[node].name >= 0 && nodes[node].name == number(name)
    }

    /// The first element called `name` inside of `node`, at any depth, in document order.
    func first(_ name: StaticString, in node: Int = root) -> Int? {
        let wanted = number(name)
        guard wanted >= 0 else { return nil }
        var index = node + 1
        let last = Int(nodes[node].last)
        while index <= last {
            if nodes[index].name == wanted { return index }
            index += 1
        }
        return nil
    }

    /// The first of several names that occurs, tried in the order given.
    func first(of names: [StaticString], in node: Int = root) -> Int? {
        for name in names {
            if let found = first(name, in: node) { return found }
        }
        return nil
    }

    /// All elements called `name` inside of `node`, at any depth; those inside of another such are left out.
    func all(_ name: StaticString, in node: Int = root) -> [Int] {
        let wanted = number(name)
        guard wanted >= 0 else { return [] }
        var found: [Int] = []
        var index = node + 1
        let last = Int(nodes[node].last)
        while index <= last {
            if nodes[index].name == wanted {
                found.append(index)
                index = Int(nodes[index].last)
            }
            index += 1
        }
        return found
    }

    /// The direct children of `node`, character data included.
    func children(of node: Int) -> [Int] {
        var found: [Int] = []
        var index = node + 1
        let last = Int(nodes[node].last)
        while index <= last {
            found.append(index)
            index = Int(nodes[index].last) + 1
        }
        return found
    }

    func child(_ name: StaticString, of node: Int) -> Int? {
        let wanted = number(name)
        guard wanted >= 0 else { return nil }
        var index = node + 1
        let last = Int(nodes[node].last)
        while index <= last {
            if nodes[index].name == wanted { return index }
            index = Int(nodes[index].last) + 1
        }
        return nil
    }

    /// Follows a path of child names.
    func descend(_ path: StaticString..., from node: Int) -> Int? {
        var at = node
        for name in path {
            guard let next = child(name, of: at) else { return nil }
            at = next
        }
        return at
    }

    /// Whether one of the elements around `node`, up to but not including `limit`, is called `name`.
    func isInside(_ name: StaticString, _ node: Int, upTo limit: Int = root) -> Bool {
        let wanted = number(name)
        var at = Int(nodes[node].parent)
        while at != Self.root, at != limit {
            if nodes[at].name == wanted { return true }
            at = Int(nodes[at].parent)
        }
        return false
    }

    /// The name of an element without its prefix, in lower case.
    func name(of node: Int) -> String {
        guard let range = range(ofName: nodes[node].name) else { return "" }
        return String(decoding: bytes[range].map(\.asciiLowered), as: UTF8.self)
    }

    /// The bytes between an element's tags, as they stand in the record.
    func inner(_ node: Int) -> Range<Int> { Int(nodes[node].start)..<max(Int(nodes[node].start), Int(nodes[node].end)) }
}
