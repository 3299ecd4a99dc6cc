internal import Gzip
internal import Model

/// Finds out what a stream holds, unwraps it as far as it is wrapped, and puts the right cutter on it.
struct StreamOpener {
    let configuration: Configuration
    /// How much is read at a time.
    let block: Int

    /// A gzip in a gzip is a slip that happens; three deep is an attack, and so is a tar in a tar in a tar.
    private static let maxDepth = 4
    private static let maxGzipDepth = 2
    /// How far into unknown content a gzip member is looked for.
    private static let searchedForGzip = 4 << 20

    /// For a file that can be read at any position: a gzip then needs no memory to look back.
    func cutter(for file: any RandomSource, _ context: CutContext) -> any Cutter {
        let window = ByteWindow(PlainStream(file), block: block)
        if mustUnpack(file, window) { return unpacking(file, window, context, depth: 0, gzipDepth: 0) }
        return cutter(for: window, context, depth: 0, gzipDepth: 0)
    }

    /// - Parameter depth: how many containers lie around the stream.
    func cutter(for stream: any ByteStream, _ context: CutContext, depth: Int) -> any Cutter {
        cutter(for: ByteWindow(stream, block: block), context, depth: depth, gzipDepth: 0)
    }

    private func cutter(for window: ByteWindow, _ context: CutContext, depth: Int, gzipDepth: Int) -> any Cutter {
        var detected = FormatDetection.detect(window, name: context.path ?? context.file)
        if let forced = configuration.format, let cut = Self.forced(forced, detected) { detected = cut }
        switch detected {
        case .gzip:
            guard gzipDepth < Self.maxGzipDepth, depth < Self.maxDepth else {
                return unknown(window, context, "gzip in gzip in gzip")
            }
            return unpacking(ReplaySource(window), window, context, depth: depth, gzipDepth: gzipDepth)
        case .tar:
            guard depth < Self.maxDepth else { return unknown(window, context, "archives nested too deep") }
            return TarCutter(window, context, self, depth: depth + 1)
        case .compressed(let compression):
            return RefusingCutter(
                window, context, .unsupportedCompression,
                "compressed with \(compression.name), which is not read here: \(compression.remedy) first")
        case .empty: return WholeFileCutter(window, context.with(.unknown))
        case .warc: return FramedCutter(window, context.with(.warc), WARCFraming())
        case .arc: return FramedCutter(window, context.with(.arc), ARCFraming())
        case .jsonLines: return LineCutter(window, context.with(.jsonl))
        case .json: return JSONCutter(window, context.with(.json))
        case .wideJSON(let isBigEndian):
            guard depth < Self.maxDepth else { return unknown(window, context, "streams nested too deep") }
            return cutter(
                for: ByteWindow(NarrowingStream(window, isBigEndian: isBigEndian), block: block), context,
                depth: depth + 1, gzipDepth: gzipDepth)
        case .markup(let family): return MarkupCutter(window, context.with(family.format), family)
        case .mailbox: return DelimitedCutter(window, context.with(.email), .mailbox)
        case .wire: return DelimitedCutter(window, context.with(.wire), .wire)
        case .whole(let format): return WholeFileCutter(window, context.with(format))
        case .foreign(let complaint), .unknown(let complaint): return unknown(window, context, complaint)
        }
    }

    private func unknown(_ window: ByteWindow, _ context: CutContext, _ complaint: String) -> any Cutter {
        WholeFileCutter(window, context.with(.unknown), complaint: complaint)
    }

    // MARK: - gzip

    private func unpacking(
        _ source: any RandomSource, _ window: ByteWindow, _ context: CutContext, depth: Int, gzipDepth: Int
    ) -> any Cutter {
        do {
            let stream = try GzipStream(source, limits: configuration.limits, block: block)
            var context = context
            if context.path != nil { context.isRepacked = true }
            context.size = nil
            return cutter(
                for: ByteWindow(stream, block: block), context, depth: depth + 1, gzipDepth: gzipDepth + 1)
        } catch {
            return RefusingCutter(window, context, .unreadable, error.description)
        }
    }

    /// A gzip, or what is nothing that is known but holds a sound gzip member near its beginning: a file whose first
    /// bytes were damaged is still a gzip.
    private func mustUnpack(_ file: any RandomSource, _ window: ByteWindow) -> Bool {
        guard file.canLookAhead else { return false }
        switch FormatDetection.detect(window, name: "") {
        case .gzip: return true
        case .unknown:
            guard let search = try? GzipMemberSearch(file),
                let answer = try? search.nextMember(from: 1, before: Self.searchedForGzip)
            else { return false }
            if case .found = answer { return true }
            return false
        default: return false
        }
    }

    /// What the configuration asks for, where it is not about a container that has to be opened first.
    private static func forced(_ format: Format, _ detected: DetectedFormat) -> DetectedFormat? {
        switch detected {
        case .empty, .gzip, .compressed, .tar: return nil
        case .wideJSON where format == .jsonl || format == .json: return nil
        default: break
        }
        switch format {
        case .warc, .wet: return .warc
        case .arc: return .arc
        case .jsonl: return .jsonLines
        case .json: return .json
        case .email: return detected == .mailbox ? .mailbox : .whole(.email)
        case .wire: return .wire
        case .html, .text, .story: return .whole(format)
        case .unknown: return nil
        default: return MarkupFamily.of(format).map { .markup($0) }
        }
    }
}
