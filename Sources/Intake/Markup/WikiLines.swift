internal import Text

/// Puts the lines of rendered wikitext together: wrapped lines to paragraphs, list items and headings to lines of their
/// own.
enum WikiLines {
    static func paragraphs(_ text: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        /// Headings that wait for something to stand under them, innermost last.
        var headings: [(level: Int, title: [UInt8])] = []
        /// The level of the heading whose section is left out.
        var hiddenLevel: Int?
        var isOpen = false

        func begin() {
            for heading in headings {
                if !output.isEmpty { output.append(0x0A) }
                output += heading.title
            }
            headings = []
            if !output.isEmpty { output.append(0x0A) }
        }

        for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
            let words = squeezed(line)
            guard let first = words.first else {
                isOpen = false
                continue
            }
            if let heading = heading(words) {
                isOpen = false
                headings.removeAll { $0.level >= heading.level }
                if let level = hiddenLevel, heading.level > level { continue }
                let name = String(decoding: heading.title, as: UTF8.self).lowercased()
                hiddenLevel = WikiNames.appendices.contains(name) ? heading.level : nil
                if hiddenLevel == nil, !heading.title.isEmpty { headings.append(heading) }
                continue
            }
            if hiddenLevel != nil { continue }
            if words.allSatisfy({ $0 == 0x2D }), words.count >= 4 {
                isOpen = false
                continue
            }
            let isItem = "*#:;".utf8.contains(first)
            let content = isItem ? Array(words.drop { "*#:; ".utf8.contains($0) }) : words
            // What is left of a line of templates and files.
            guard content.contains(where: { $0.isASCIIAlphanumeric || $0 >= 0x80 }) else { continue }
            if isOpen, !isItem {
                output.append(0x20)
            } else {
                begin()
            }
            output += content
            isOpen = !isItem
        }
        return output
    }

    /// `== Title ==`
    private static func heading(_ line: [UInt8]) -> (level: Int, title: [UInt8])? {
        let opening = line.prefix { $0 == 0x3D }.count
        let closing = line.reversed().prefix { $0 == 0x3D }.count
        let level = min(opening, closing, 6)
        guard level >= 1, line.count > 2 * level else { return nil }
        return (level, squeezed(line[level..<line.count - level]))
    }

    private static func squeezed(_ line: some Sequence<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        var pending = false
        for byte in line {
            if byte.isASCIISpace {
                pending = true
            } else {
                if pending, !output.isEmpty { output.append(0x20) }
                pending = false
                output.append(byte)
            }
        }
        return output
    }
}
