/// The learned part of the tagger, read in place from one block of bytes that outlives every tagger.
///
/// All integers are little-endian. The block is a header (`magic`, then the offset and length of each section as 32-bit
/// numbers) and sections that begin at multiples of 64:
/// - weights: rows of 16 signed bytes, one row per feature hash, one byte per label;
/// - transitions: `Transitions.count` 16-bit numbers;
/// - phrases: an open-addressed table of the gazetteer, by phrase hash;
/// - lexicon: an open-addressed table of word clusters and gate classes, by word hash;
/// - places: names of towns and of parts of countries, sorted.
package struct EntityModel: Sendable {
    // Immutable memory that is never freed: the program's own data, or a buffer that the loader gives away.
    nonisolated(unsafe) let base: UnsafeRawPointer
    let weights: Section
    let transitions: Transitions
    let phrases: PhraseTable
    let lexicon: WordLexicon
    let places: PlaceTable
    /// 64 minus the number of bits of a row number.
    let rowShift: UInt64

    static let magic: UInt64 = 0x3130_4D45_4C49_4D4E
    static let sectionCount = 5
    static let alignment = 64

    struct Section: Sendable {
        var offset: Int
        var count: Int
    }

    /// Why a block is no model.
    package enum Fault: Error, Equatable { case notAModel, truncated, badSection(Int) }

    /// - Parameter bytes: stay valid and unchanged for the rest of the program.
    package init(unowned bytes: UnsafeRawBufferPointer) throws(Fault) {
        let header = 8 + Self.sectionCount * 8
        guard let base = bytes.baseAddress, bytes.count >= header,
            base.loadUnaligned(as: UInt64.self) == Self.magic
        else { throw .notAModel }
        var sections: [Section] = []
        for index in 0..<Self.sectionCount {
            let offset = Int(base.loadUnaligned(fromByteOffset: 8 + index * 8, as: UInt32.self))
            let count = Int(base.loadUnaligned(fromByteOffset: 12 + index * 8, as: UInt32.self))
            guard offset % Self.alignment == 0, offset >= header, offset + count <= bytes.count else {
                throw .badSection(index)
            }
            sections.append(Section(offset: offset, count: count))
        }
        self.base = base
        weights = sections[0]
        let rows = weights.count / Label.count
        guard rows.nonzeroBitCount == 1, rows > 1, rows * Label.count == weights.count else { throw .badSection(0) }
        rowShift = UInt64(64 - rows.trailingZeroBitCount)
        guard sections[1].count == Transitions.count * 2 else { throw .badSection(1) }
        transitions = Transitions(reading: base + sections[1].offset)
        guard let phrases = PhraseTable(base + sections[2].offset, bytes: sections[2].count) else {
            throw .badSection(2)
        }
        self.phrases = phrases
        guard let lexicon = WordLexicon(base + sections[3].offset, bytes: sections[3].count) else {
            throw .badSection(3)
        }
        self.lexicon = lexicon
        guard let places = PlaceTable(base + sections[4].offset, bytes: sections[4].count) else {
            throw .badSection(4)
        }
        self.places = places
    }

    /// Puts a model together from its sections.
    static func assemble(_ sections: [[UInt8]]) -> [UInt8] {
        var out: [UInt8] = []
        func append32(_ value: Int) {
            out.append(contentsOf: withUnsafeBytes(of: UInt32(value).littleEndian) { Array($0) })
        }
        out.append(contentsOf: withUnsafeBytes(of: magic.littleEndian) { Array($0) })
        var offset = (8 + sectionCount * 8 + alignment - 1) / alignment * alignment
        for section in sections {
            append32(offset)
            append32(section.count)
            offset += (section.count + alignment - 1) / alignment * alignment
        }
        for section in sections {
            out.append(contentsOf: repeatElement(0, count: (alignment - out.count % alignment) % alignment))
            out.append(contentsOf: section)
        }
        return out
    }

    @inline(__always) func row(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash &>> rowShift) }

    /// The weights of one row.
    @inline(__always) func weights(of row: UInt32) -> LabelSum {
        LabelSum(row: base + (weights.offset &+ Int(row) &* Label.count))
    }
}
