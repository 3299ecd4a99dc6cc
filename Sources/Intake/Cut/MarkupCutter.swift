internal import Model
internal import Text

/// Cuts SGML and XML streams at the tags of their record elements, without parsing what is inside.
///
/// A record whose end tag is missing ends where the next record begins, so that no two are ever merged. Declarations,
/// comments and the envelope between records are frame; a piece of a record that stands there alone is a reject.
final class MarkupCutter: Cutter {
    let feed: CutFeed
    private let family: MarkupFamily
    private let tags: MarkupTags
    private var window: ByteWindow { feed.window }
    /// How many of the visible bytes were searched already.
    private var searched = 0
    private var hasBegun = false

    /// The frame is judged, and let go, at this size.
    private static let longestFrame = 1 << 20

    /// What ends a search for a tag.
    private enum Hit {
        case tag(MarkupTags.Tag, at: Int)
        /// The visible bytes are more than may be held.
        case tooMuch
        case border
        case gap(Incident)
        case end
    }

    init(_ window: ByteWindow, _ context: CutContext, _ family: MarkupFamily) {
        feed = CutFeed(window, context)
        self.family = family
        tags = MarkupTags(family: family)
    }

    func cut() -> Bool {
        if !hasBegun {
            hasBegun = true
            if family.isWholeWhenSingle, takeWholeIfSingle() { return true }
        }
        while feed.isEmpty {
            switch nextTag(limit: Self.longestFrame, sections: .comments) {
            case .tag(.start(let element), let position):
                closeFrame(position)
                cutElement(element)
            case .tag(_, let position):
                searched = position + 1
            case .tooMuch, .border: closeFrame(searched)
            case .gap(let incident):
                closeFrame(window.count)
                feed.appendGap(incident, lost: 0, what: "")
            case .end:
                closeFrame(window.count)
                return !feed.isEmpty
            }
        }
        return true
    }

    // MARK: - Between records

    /// Judges the first `end` bytes, which belong to no record, and takes them off.
    private func closeFrame(_ end: Int) {
        let frame = UnsafeRawBufferPointer(rebasing: window.bytes[..<end])
        if let charset = MarkupFrame.declaredCharset(in: frame) { feed.context.declaredCharset = charset }
        if let complaint = MarkupFrame.complaint(about: frame, family: family) {
            feed.appendReject(
                .malformedMarkup, "bytes \(window.offset)-\(window.offset + end) hold \(complaint)", 0..<end)
        }
        window.advance(by: end)
        searched = 0
    }

    // MARK: - One record

    /// The first visible byte begins the record.
    private func cutElement(_ element: Int) {
        searched = 1
        while true {
            switch nextTag(limit: feed.context.limits.maxRecordBytes, sections: family.isXML ? .all : .none) {
            case .tag(.end(element, let end), _):
                return take(end)
            case .tag(.start(element), let position):
                return take(position)
            case .tag(_, let position):
                searched = position + 1
            case .tooMuch: return skipGiant(element)
            case .border, .end: return takeUnfinished()
            case .gap(let incident):
                feed.appendGap(incident, lost: window.count, what: "the record")
                window.advance(by: window.count)
                searched = 0
                return
            }
        }
    }

    private func take(_ end: Int) {
        if end > feed.context.limits.maxRecordBytes {
            SkippedStretch(feed, end).reportTooLarge(what: "the record")
        } else {
            var last = end
            while last > 0, window.bytes[last - 1].isASCIISpace { last -= 1 }
            feed.appendRecord(0..<last)
            window.advance(by: end)
        }
        searched = 0
    }

    private func takeUnfinished() {
        let end = window.offset + window.count
        feed.appendReject(
            .truncatedRecord, "the file ends inside a record, bytes \(window.offset)-\(end)", 0..<window.count)
        window.advance(by: window.count)
        searched = 0
    }

    /// Passes over a record that is too large, to its end or the beginning of the next.
    private func skipGiant(_ element: Int) {
        var giant = SkippedStretch(feed, window.count)
        searched = 0
        while true {
            switch nextTag(limit: 64 << 10, sections: .none) {
            case .tag(.end(element, let end), _):
                giant.skip(end)
                searched = 0
                return giant.reportTooLarge(what: "the record")
            case .tag(.start(element), let position):
                giant.skip(position)
                searched = 0
                return giant.reportTooLarge(what: "the record")
            case .tag(_, let position):
                searched = position + 1
            case .tooMuch:
                giant.skip(searched)
                searched = 0
            case .border, .end:
                giant.skip(window.count)
                searched = 0
                return giant.reportTooLarge(what: "the record")
            case .gap(let incident):
                giant.skip(window.count)
                searched = 0
                giant.reportTooLarge(what: "the record", isWhole: false)
                return feed.appendGap(incident, lost: 0, what: "")
            }
        }
    }

    // MARK: - Search

    private enum Sections {
        case none, comments, all
    }

    /// The next tag of a record element at or behind `searched`.
    private func nextTag(limit: Int, sections: Sections) -> Hit {
        while true {
            if let hit = scan(sections) { return hit }
            if window.count > limit { return .tooMuch }
            switch feed.refill() {
            case .more: continue
            case .memberEnd(let fault): if let fault { feed.appendKept(fault) }
            case .border: return .border
            case .gap(let incident): return .gap(incident)
            case .end:
                if searched == window.count { return .end }
                // A section that never ends, or a tag that is cut off, hides nothing.
                searched += 1
            }
        }
    }

    private func scan(_ sections: Sections) -> Hit? {
        let bytes = window.bytes
        while let position = bytes.index(of: UInt8(ascii: "<"), from: searched) {
            searched = position
            switch tags.tag(in: bytes, at: position) {
            case .incomplete: return nil
            case .comment where sections != .none:
                guard skipSection("<!--", "-->", in: bytes) else { return nil }
            case .cdata where sections == .all:
                guard skipSection("<![CDATA[", "]]>", in: bytes) else { return nil }
            case .start(let element): return .tag(.start(element: element), at: position)
            case .end(let element, let next): return .tag(.end(element: element, next: next), at: position)
            default: searched = position + 1
            }
        }
        searched = bytes.count
        return nil
    }

    /// Passes over a section that begins at `searched`; false when its end is not visible yet.
    ///
    /// A section in which another one begins was not closed, and hides nothing.
    private func skipSection(_ opening: StaticString, _ closing: StaticString, in bytes: UnsafeRawBufferPointer) -> Bool
    {
        let inner = searched + opening.utf8CodeUnitCount
        // Looked for first, so that a file of nothing but openings is not searched to its end for each of them.
        let next = bytes.index(of: opening.bytes, from: inner)
        let reach = UnsafeRawBufferPointer(rebasing: bytes[..<(next ?? bytes.count)])
        if let end = reach.index(of: closing.bytes, from: inner) {
            searched = end + closing.utf8CodeUnitCount
        } else if next != nil {
            searched = inner
        } else {
            return false
        }
        return true
    }

    // MARK: - Single documents

    /// Takes the whole stream as one record when it holds no more than one record element.
    private func takeWholeIfSingle() -> Bool {
        let limit = feed.context.limits.maxRecordBytes
        window.prefetch(limit + 1)
        guard window.ahead.count <= limit, window.isEndAhead, !window.hasGapAhead else { return false }
        let ahead = window.ahead
        var starts = 0
        var position = 0
        while let next = ahead.index(of: UInt8(ascii: "<"), from: position) {
            if case .start = tags.tag(in: ahead, at: next) { starts += 1 }
            position = next + 1
        }
        guard starts <= 1 else { return false }
        feed.context.declaredCharset =
            MarkupFrame.declaredCharset(in: UnsafeRawBufferPointer(rebasing: ahead.prefix(4096)))
        let whole = WholeFileCutter(window, feed.context)
        while let item = whole.next() { feed.append(item) }
        return true
    }
}

extension StaticString {
    fileprivate var bytes: [UInt8] { withUTF8Buffer { Array($0) } }
}
