import Deduplication
import Model
import Store

/// The fingerprints of a run's spool, segment after segment.
final class SpooledRun: FingerprintSource {
    private let output: String
    private let segments: [SegmentCommit]
    /// Place of every segment's first document in the run, and the number of documents.
    private let firsts: [Int]
    /// The segment whose evidence was asked for last, and a stretch of that.
    private var current: (segment: Int, prints: SpoolFingerprints)?
    private var stretch: SpoolFingerprints.Stretch?
    private var last = -1
    private let watch: @Sendable (Int) throws -> Void

    /// - Parameter watch: told of every step, with the number of documents that it is about to take; an error ends the phase.
    init(_ run: Ledger.ActiveRun, in output: String, watch: @escaping @Sendable (Int) throws -> Void) {
        self.output = output
        self.watch = watch
        segments = run.orderedSegments
        var firsts = [0]
        for segment in segments { firsts.append(firsts[firsts.count - 1] + segment.articles) }
        self.firsts = firsts
    }

    var count: Int { firsts[segments.count] }

    func forEach(in range: Range<Int>, _ visit: (Int, Fingerprint) throws -> Void) throws {
        for (segment, first) in zip(segments.indices, firsts) {
            let part = range.clamped(to: first..<firsts[segment + 1])
            if part.isEmpty { continue }
            try watch(part.count)
            let prints = try SpoolFingerprints(segments[segment].file, in: output)
            for document in part { try visit(document, prints.prints[document - first]) }
        }
    }

    func evidence(of document: Int) throws -> [UInt8] {
        try watch(0)
        let segment = segment(of: document)
        if current?.segment != segment {
            stretch = nil
            current = (segment, try SpoolFingerprints(segments[segment].file, in: output))
        }
        let isNext = document == last + 1
        last = document
        let place = document - firsts[segment]
        if let stretch, stretch.articles.contains(place) { return stretch[place] }
        guard let prints = current?.prints else { return [] }
        guard isNext else { return try prints.evidence(place) }
        // Who asks for one document after the other gets them from memory.
        let next = try prints.stretch(from: place)
        stretch = next
        return next[place]
    }

    /// The segment that holds a document.
    private func segment(of document: Int) -> Int {
        var (low, high) = (0, segments.count)
        while low < high {
            let middle = (low + high) / 2
            if firsts[middle + 1] <= document { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
