import Glibc
import Text

/// What the names of each element have meant elsewhere, and which elements are of the same style.
struct NodeNames {
    struct Names {
        var own = TokenScores()
        var near = TokenScores()
        var far = TokenScores()
        /// Equal for elements with the same tag and the same classes (numbers in them apart).
        var style: UInt64 = 0
    }

    private(set) var all: [Names] = []
    /// Scores of `far` tokens of an element and everything above it.
    private(set) var farAbove: [TokenScores] = []

    // What was read before: a site's pages say the same words again and again.
    private var keys = [UInt64](repeating: 0, count: 8192)
    private var values = [Names](repeating: Names(), count: 8192)
    private var remembered = 0

    mutating func read(_ arena: Arena, _ parts: PageParts, _ model: BlockModel) {
        all.removeAll(keepingCapacity: true)
        farAbove.removeAll(keepingCapacity: true)
        for node in 0..<arena.count {
            var names = Names()
            names.style = UInt64(arena.tag[node].rawValue) + 1
            let source = Int(arena.source[node])
            if source >= 0 {
                for attribute in parts.attributes[parts.attributes(ofTag: source)]
                where Self.isName(attribute.name, of: arena.tag[node]) {
                    let value = self.value(attribute.value.bounds, parts.attributeBytes, model)
                    names.own.add(value.own)
                    names.near.add(value.near)
                    names.far.add(value.far)
                    if attribute.name == .class { names.style = TokenHash.pair(value.style, names.style) }
                }
            }
            all.append(names)
            var above = names.far
            if arena.parent[node] >= 0 { above.add(farAbove[Int(arena.parent[node])]) }
            farAbove.append(above)
        }
    }

    /// The attributes whose values are names. A heading's id is made from its text.
    static func isName(_ name: Attribute.Name, of tag: TagName) -> Bool {
        switch name {
        case .class, .mark, .role, .itemprop: true
        case .id: !tag.isHeading
        default: false
        }
    }

    private mutating func value(_ range: Range<Int>, _ bytes: [UInt8], _ model: BlockModel) -> Names {
        let key = Self.hash(range, bytes)
        var slot = Int(truncatingIfNeeded: key >> 51)
        while keys[slot] != 0 {
            if keys[slot] == key { return values[slot] }
            slot = (slot + 1) & 8191
        }
        if remembered >= 4096 {
            for slot in keys.indices { keys[slot] = 0 }
            remembered = 0
            slot = Int(truncatingIfNeeded: key >> 51)
        }
        var names = Names()
        NameTokens.forEach(of: range, in: bytes) { token, isPair in
            if let score = model.score(of: token, in: .own) { names.own.add(score) }
            if let score = model.score(of: token, in: .near) { names.near.add(score) }
            if let score = model.score(of: token, in: .far) { names.far.add(score) }
            if !isPair { names.style = TokenHash.pair(names.style, token) }
        }
        keys[slot] = key
        values[slot] = names
        remembered += 1
        return names
    }

    /// Eight bytes a step; never 0.
    private static func hash(_ range: Range<Int>, _ bytes: [UInt8]) -> UInt64 {
        bytes.withUnsafeBytes { bytes in
            var hash = UInt64(range.count) &+ 0x9E37_79B9_7F4A_7C15
            var position = range.lowerBound
            while position < range.upperBound {
                var word: UInt64 = 0
                let count = min(8, range.upperBound - position)
                if count == 8 {
                    word = bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
                } else {
                    for index in 0..<count { word |= UInt64(bytes[position + index]) << UInt64(index * 8) }
                }
                let (high, low) = (hash ^ UInt64(littleEndian: word)).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
                hash = high ^ low ^ (hash &* 31)
                position += 8
            }
            hash = (hash ^ (hash >> 29)) &* 0x9E37_79B9_7F4A_7C15
            return hash == 0 ? 1 : hash
        }
    }
}
