import Deduplication
import Entities
import Extraction
import Glibc
import Intake
import Model
import Normalization
import Text

/// Entry of libFuzzer: `scripts/fuzz` builds and runs it. `FUZZ_TARGET` says which reader gets the bytes.
///
/// What counts as a failure is a trap, a hang or memory beyond the limit; for whole files, a record that is lost: every ordinal
/// from 0 has to turn up once; for articles, a mention outside the text.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: data, count: count))
    switch target {
    case "json": _ = try? JSONValue(parsing: bytes)
    case "configuration": _ = try? Configuration.load(json: bytes, file: "fuzz")
    case "file": readFile(bytes)
    case "names": findEntities(in: String(decoding: bytes, as: UTF8.self).utf8.map { $0 }, language: "en")
    default:
        guard let format = Format(rawValue: target) else { fatalError("FUZZ_TARGET=\(target) is no target") }
        parse(bytes, as: format)
    }
    return 0
}

/// The package manager makes `<target>_main` the program's entry, so libFuzzer's own `main` stays out and its driver is called
/// here.
@_cdecl("fuzzing_main")
public func runFuzzer(
    _ argumentCount: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> CInt {
    var argumentCount = argumentCount
    var arguments = arguments
    return driveFuzzer(&argumentCount, &arguments, fuzzOneInput)
}

@_silgen_name("LLVMFuzzerRunDriver")
private func driveFuzzer(
    _ argumentCount: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ callback: @convention(c) (UnsafePointer<UInt8>, Int) -> CInt
) -> CInt

private let target = getenv("FUZZ_TARGET").map { String(cString: $0) } ?? "file"

private var configuration: Configuration {
    var configuration = Configuration()
    configuration.limits.maxRecordBytes = 1 << 16
    return configuration
}

/// A whole input file: containers, compression, detection, cutting, and the parsing of every record.
private func readFile(_ bytes: [UInt8]) {
    var name = Array("/dev/shm/newsmill-fuzz-XXXXXX".utf8CString)
    let descriptor = mkstemp(&name)
    unlink(name)
    precondition(descriptor >= 0 && write(descriptor, bytes, bytes.count) == bytes.count)
    defer { close(descriptor) }
    let reader = InputReader(path: "/proc/self/fd/\(descriptor)", name: "fuzz", configuration: configuration)
    var parser = RecordParser(configuration: configuration)
    var ordinal = 0
    while let item = reader.next() {
        switch item {
        case .record(let record):
            precondition(record.source.ordinal == ordinal, "a record was lost")
            ordinal += 1
            finish(parser.parse(record))
        case .reject(let reject):
            precondition(reject.source.ordinal == ordinal, "a reject was lost")
            ordinal += 1
        case .auxiliary: break
        }
    }
    precondition(reader.finish()?.size == bytes.count)
}

/// The bytes as one record of a format, all the way to a normalized article.
private func parse(_ bytes: [UInt8], as format: Format) {
    var parser = RecordParser(configuration: configuration)
    finish(parser.parse(RawRecord(source: Source(file: "fuzz", format: format, ordinal: 0, offset: 0), bytes: bytes)))
}

private func finish(_ result: ParseResult) {
    guard case .draft(let draft) = result else { return }
    var extractor = PageExtractor(configuration: configuration)
    var normalizer = Normalizer(configuration: configuration)
    guard case .article(var article) = extractor.extract(draft) else { return }
    _ = normalizer.normalize(&article)
    precondition(UTF8Text.isValid(article.text.span), "the text is not UTF-8")
    let fingerprinter = Fingerprinter()
    _ = fingerprinter.fingerprint(article)
    findEntities(in: article.text, language: article.language)
}

/// One finder for all inputs: that its buffers are reused is part of what is tried.
nonisolated(unsafe) private var finder = EntityFinder()

private func findEntities(in text: [UInt8], language: String?) {
    let scalars = String(decoding: text, as: UTF8.self).unicodeScalars.count
    let published = NewsDate(year: 2026, month: 3, day: 31)
    for entity in finder.entities(in: text.span, published: published, language: language) {
        for mention in entity.mentions {
            precondition(
                mention.start >= 0 && mention.start < mention.end && mention.end <= scalars,
                "a mention lies outside the text")
        }
    }
}
