import Entities
internal import Glibc
package import Model
import Store
package import Text

/// Entities as a Unix filter: texts in, one line of entities for each out, by the same code as in the pipeline.
package struct TagFilter {
    /// What is said about every text that does not say it itself.
    package struct Facts {
        package var language: String?
        package var published: NewsDate?

        package init(language: String?, published: NewsDate?) {
            self.language = language
            self.published = published
        }
    }

    private var finder: EntityFinder
    private var encoder = RecordEncoder()
    private let facts: Facts

    package init(_ facts: Facts) {
        self.facts = facts
        finder = EntityFinder()
    }

    /// A file that cannot be read.
    package struct Unreadable: Error, CustomStringConvertible {
        package var description: String
    }

    /// Calls `body` with the whole of a file; of standard input for nil.
    package static func bytes(of path: String?) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try forEachPiece(of: path) { bytes += $0 }
        return bytes
    }

    /// Reads a file in pieces; standard input for nil.
    private static func forEachPiece(of path: String?, _ body: (ArraySlice<UInt8>) throws -> Void) throws {
        let descriptor = path.map { open($0, O_RDONLY) } ?? STDIN_FILENO
        let name = path ?? "standard input"
        guard descriptor >= 0 else {
            throw Unreadable(description: "cannot open \(name): \(String(cString: strerror(errno)))")
        }
        defer { if path != nil { close(descriptor) } }
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let got = read(descriptor, &buffer, buffer.count)
            if got == 0 { return }
            if got > 0 {
                try body(buffer[..<got])
            } else if errno != EINTR {
                throw Unreadable(description: "cannot read \(name): \(String(cString: strerror(errno)))")
            }
        }
    }

    /// The entities of a text, which is repaired to be valid UTF-8 first.
    package mutating func entities(of text: inout [UInt8]) -> [Entity] {
        _ = UTF8Text.repair(&text)
        return finder.entities(in: text.span, published: facts.published, language: facts.language)
    }

    /// One line of JSON.
    package mutating func line(of text: inout [UInt8]) -> [UInt8] {
        let found = entities(of: &text)
        encoder.clear()
        encoder.append(entities: found, by: finder.method, of: nil)
        return encoder.lines
    }

    /// Reads rows with `text`, and `id`, `language` and `published` where they have them; writes a line for each.
    ///
    /// - Returns: the number of rows that were none; `complain` is told about each.
    package mutating func tagRows(
        of path: String?, write: ([UInt8]) -> Void, complain: (String) -> Void
    ) throws -> Int {
        var pending: [UInt8] = []
        var number = 0
        var bad = 0
        func take(_ line: [UInt8]) {
            number += 1
            guard line.contains(where: { $0 > 0x20 }) else { return }
            guard let row = try? JSONValue(parsing: line), let text = row["text"]?.utf8 else {
                bad += 1
                complain("\(path ?? "standard input"), line \(number): no JSON object with a \"text\"")
                return
            }
            write(self.line(of: text, row))
        }
        try Self.forEachPiece(of: path) { piece in
            var start = piece.startIndex
            while let end = piece[start...].firstIndex(of: 0x0A) {
                pending += piece[start..<end]
                take(pending)
                pending.removeAll(keepingCapacity: true)
                start = end + 1
            }
            pending += piece[start...]
        }
        if !pending.isEmpty { take(pending) }
        return bad
    }

    private mutating func line(of text: [UInt8], _ row: JSONValue) -> [UInt8] {
        let published = row["published"]?.string.flatMap { NewsDate.parse($0) } ?? facts.published
        let found = finder.entities(
            in: text.span, published: published, language: row["language"]?.string ?? facts.language)
        encoder.clear()
        let id = row["id"].flatMap { $0.string ?? $0.integer.map { String($0) } }
        encoder.append(entities: found, by: finder.method, of: id)
        return encoder.lines
    }
}
