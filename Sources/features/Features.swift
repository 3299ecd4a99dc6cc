import Extraction
import Glibc
import Model
import Text

/// `features rows [MODEL]` and `features extract [MODEL]`: what `scripts/train-extraction` learns from, and what a
/// model makes of pages. Standard input is pages, each after a line `BYTES ID URL` (URL may be missing).
@main struct Features {
    static func main() {
        let arguments = CommandLine.arguments
        guard arguments.count >= 2 else { fail("usage: features names|rows|extract [MODEL] < PAGES") }
        if arguments[1] == "names" {
            print(PageExtractor.featureNames.joined(separator: "\n"))
            return
        }
        var input = PageInput()
        var extractor = extractor(arguments.count > 2 ? arguments[2] : nil)
        while let page = input.next() {
            switch arguments[1] {
            case "rows": writeRows(page, &extractor)
            case "extract": writeArticle(page, &extractor)
            default: fail("unknown command \(arguments[1])")
            }
        }
    }

    private static func extractor(_ path: String?) -> PageExtractor {
        guard let path else { return PageExtractor(configuration: Configuration()) }
        guard let file = fopen(path, "rb") else { fail("cannot read \(path)") }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
        guard let extractor = PageExtractor(configuration: Configuration(), modelBytes: bytes) else {
            fail("\(path) is no model for these features")
        }
        return extractor
    }

    /// Per page: its id as a line; number of blocks; per block length of its text, score (32 bits), flags, four
    /// counts of tokens (16 bits), features, tokens, text. Little-endian.
    private static func writeRows(_ page: PageInput.Page, _ extractor: inout PageExtractor) {
        let blocks = extractor.trainingBlocks(page: page.bytes, url: page.url)
        var out = Array("\(page.id)\n".utf8)
        append(UInt32(truncatingIfNeeded: blocks.count), &out)
        for block in blocks {
            let tokens = [block.ownTokens, block.nearTokens, block.farTokens, block.wordTokens].map {
                $0.prefix(65_535)
            }
            append(UInt32(truncatingIfNeeded: block.text.count), &out)
            append(block.score, &out)
            append(UInt16((block.isChosen ? 1 : 0) | (block.isKept ? 2 : 0)), &out)
            for list in tokens { append(UInt16(list.count), &out) }
            out += block.features
            for list in tokens {
                for token in list { append(token, &out) }
            }
            out += block.text
        }
        write(out)
    }

    private static func writeArticle(_ page: PageInput.Page, _ extractor: inout PageExtractor) {
        var article = Article(
            id: RecordID(high: 0, low: 0), source: Source(file: page.id, format: .html, ordinal: 0, offset: 0))
        article.url = page.url
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("id")
        writer.string(page.id)
        if case .article(let found) = extractor.extract(Draft(article: article, body: .page(page.bytes))) {
            writer.key("text")
            writer.string(utf8: found.text.span)
        }
        writer.endObject()
        write(writer.bytes + [0x0A])
    }

    private static func append(_ number: some FixedWidthInteger, _ out: inout [UInt8]) {
        withUnsafeBytes(of: number.littleEndian) { out += $0 }
    }

    private static func write(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            guard count > 0 else { fail("cannot write") }
            rest = rest.dropFirst(count)
        }
    }

    private static func fail(_ message: String) -> Never {
        let line = Array("features: \(message)\n".utf8)
        _ = Glibc.write(STDERR_FILENO, line, line.count)
        exit(64)
    }
}

/// Pages from standard input.
struct PageInput {
    struct Page {
        var id: String
        var url: String?
        var bytes: [UInt8]
    }

    private var buffer: [UInt8] = []

    mutating func next() -> Page? {
        var end = buffer.firstIndex(of: 0x0A)
        while end == nil, fill() { end = buffer.firstIndex(of: 0x0A) }
        guard let end else { return nil }
        let fields = String(decoding: buffer[..<end], as: UTF8.self).split(separator: " ", maxSplits: 2).map(
            String.init)
        guard fields.count >= 2, let count = Int(fields[0]), count >= 0, count <= 1 << 30 else { return nil }
        while buffer.count < end + 1 + count, fill() {}
        var bytes = Array(buffer[(end + 1)...].prefix(count))
        buffer.removeFirst(end + 1 + bytes.count)
        _ = UTF8Text.repair(&bytes)
        return Page(id: fields[1], url: fields.count > 2 ? fields[2] : nil, bytes: bytes)
    }

    private mutating func fill() -> Bool {
        var chunk = [UInt8](repeating: 0, count: 1 << 20)
        let count = read(STDIN_FILENO, &chunk, chunk.count)
        guard count > 0 else { return false }
        buffer += chunk[..<count]
        return true
    }
}
