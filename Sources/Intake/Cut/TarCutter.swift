internal import Model

/// Walks through a tar; every regular file in it is a stream of its own, cut as its content asks for.
///
/// Directories, links and devices are counted as auxiliary. Behind a broken header, or bytes that were lost, reading goes
/// on at the next header with a right checksum. Zero blocks are passed over, so concatenated archives are read whole.
final class TarCutter: Cutter {
    let feed: CutFeed
    private let opener: StreamOpener
    private let depth: Int
    private var window: ByteWindow { feed.window }

    private struct Member {
        /// Nil for what is no document.
        var cutter: (any Cutter)?
        var stream: TarMemberStream
        var padding: Int
        var context: CutContext
        var hasItems = false
    }

    private var member: Member?
    /// From extended headers, for the next member.
    private var longName: String?
    private var pax: PaxRecords?
    private var isInStep = true

    /// An extended header that is longer than this holds no path.
    private static let longestExtension = 1 << 20

    /// - Parameter depth: how many containers lie around a member.
    init(_ window: ByteWindow, _ context: CutContext, _ opener: StreamOpener, depth: Int) {
        feed = CutFeed(window, context)
        self.opener = opener
        self.depth = depth
    }

    func cut() -> Bool {
        while feed.isEmpty {
            if let member {
                if let item = member.cutter?.next() {
                    self.member?.hasItems = true
                    feed.append(item)
                } else {
                    closeMember()
                }
                continue
            }
            guard isInStep else {
                resynchronise("the bytes before it were lost")
                continue
            }
            guard fill(TarHeader.blockSize) else {
                if window.isAtEnd, window.count == 0 { return !feed.isEmpty }
                continue
            }
            readHeader()
        }
        return true
    }

    // MARK: - Headers

    private func readHeader() {
        let block = UnsafeRawBufferPointer(rebasing: window.bytes.prefix(TarHeader.blockSize))
        if TarHeader.isZero(block) { return window.advance(by: TarHeader.blockSize) }
        guard let header = TarHeader(block) else {
            return resynchronise("its header has a wrong checksum or an impossible size")
        }
        window.advance(by: TarHeader.blockSize)
        switch header.kind {
        case .pax:
            guard let data = readExtension(header) else { return }
            pax = PaxRecords(data)
        case .longName:
            guard let data = readExtension(header) else { return }
            longName = String(decoding: data.prefix { $0 != 0 }, as: UTF8.self)
        case .paxGlobal, .longLink:
            _ = readExtension(header)
        default:
            openMember(header)
        }
    }

    private func openMember(_ header: TarHeader) {
        defer {
            pax = nil
            longName = nil
        }
        let path = pax?.path ?? longName ?? header.path
        let size = header.size == 0 ? 0 : max(0, pax?.size ?? header.size)
        let stream = TarMemberStream(window, size: size, path: path)
        let padding = -size & (TarHeader.blockSize - 1)
        var kind = header.kind
        if pax?.isSparse ?? false { kind = .unsupported("a sparse file") }
        var context = feed.context
        context.path = path
        context.size = size
        if !context.isRepacked { context.base += window.offset }
        member = Member(cutter: nil, stream: stream, padding: padding, context: context)
        switch kind {
        case .directory: feed.append(.auxiliary("directory"))
        case .link: feed.append(.auxiliary("link"))
        case .special: feed.append(.auxiliary("device"))
        case .unsupported(let what):
            let detail = "\(path) is \(what), which is not read"
            feed.append(context.reject(.malformedTar, detail, at: 0, bytes: size, payload: []))
        default:
            if isAppleDouble(path) {
                feed.append(.auxiliary("apple_double"))
            } else {
                member?.cutter = opener.cutter(for: stream, context, depth: depth)
            }
        }
    }

    /// What macOS's tar puts beside a file to carry its attributes.
    private func isAppleDouble(_ path: String) -> Bool {
        guard path.split(separator: "/").last?.hasPrefix("._") ?? false else { return false }
        window.prefetch(4)
        return window.ahead.holds([0x00, 0x05, 0x16, 0x07], at: 0)
    }

    private func closeMember() {
        guard let member else { return }
        if member.cutter != nil, !member.hasItems {
            feed.append(member.context.reject(.emptyFile, "there is no record in it", at: 0, bytes: 0, payload: []))
        }
        for event in member.stream.drain() {
            switch event {
            case .memberEnd(let fault?): feed.appendKept(fault)
            case .notice(let incident): feed.append(feed.context.reject(incident, at: window.offset))
            case .gap(let incident), .failed(let incident): feed.appendGap(incident, lost: 0, what: "")
            default: break
            }
        }
        self.member = nil
        if member.stream.isBroken {
            isInStep = false
        } else if fill(member.padding) {
            window.advance(by: member.padding)
        }
    }

    private func readExtension(_ header: TarHeader) -> [UInt8]? {
        guard header.size <= Self.longestExtension else {
            resynchronise("an extended header of \(header.size) bytes")
            return nil
        }
        let padded = header.size + (-header.size & (TarHeader.blockSize - 1))
        guard fill(padded) else { return nil }
        defer { window.advance(by: padded) }
        return window.copy(0..<header.size)
    }

    // MARK: - Getting on

    /// Makes `count` bytes visible. When that can't be, what is there is reported and dropped.
    private func fill(_ count: Int) -> Bool {
        while window.count < count {
            switch feed.refill() {
            case .more: continue
            case .memberEnd(let fault): if let fault { feed.appendKept(fault) }
            case .border: continue
            case .gap(let incident):
                feed.appendGap(incident, lost: window.count, what: "the header")
                window.advance(by: window.count)
                isInStep = false
                return false
            case .end:
                reportTail()
                window.advance(by: window.count)
                return false
            }
        }
        return true
    }

    private func reportTail() {
        guard window.bytes.contains(where: { $0 != 0 }) else { return }
        let end = window.offset + window.count
        feed.appendReject(
            .malformedTar, "the tar ends inside a header, bytes \(window.offset)-\(end)", 0..<window.count)
    }

    /// Passes over everything up to the next header that has a magic and a right checksum.
    private func resynchronise(_ complaint: String) {
        isInStep = true
        pax = nil
        longName = nil
        var stretch = SkippedStretch(feed, 0)
        func report() {
            guard stretch.bytes > 0 else { return }
            let range = "bytes \(stretch.offset)-\(stretch.offset + stretch.bytes)"
            stretch.report(.malformedTar, "no tar member in \(range): \(complaint)")
        }
        var searched = TarHeader.magicOffset
        while true {
            while let hit = window.bytes.index(of: TarHeader.magic, from: searched) {
                let start = hit - TarHeader.magicOffset
                guard start + TarHeader.blockSize <= window.count else { break }
                if TarHeader(UnsafeRawBufferPointer(rebasing: window.bytes[start...])) != nil {
                    stretch.skip(start)
                    return report()
                }
                searched = hit + 1
            }
            let done = max(0, window.count - 2 * TarHeader.blockSize)
            stretch.skip(done)
            searched = max(TarHeader.magicOffset, searched - done)
            switch feed.refill() {
            case .more, .border: continue
            case .memberEnd(let fault): if let fault { feed.appendKept(fault) }
            case .gap(let incident):
                stretch.skip(window.count)
                report()
                return feed.appendGap(incident, lost: 0, what: "")
            case .end:
                stretch.skip(window.count)
                return report()
            }
        }
    }
}
