internal import Glibc

/// How much of a run is done and how long the rest will take.
///
/// Work is counted in nanoseconds of one core of the machine that `Cost` was measured on; all that is known of this machine,
/// its load and the run's inputs is in one factor: the time that the phase under way took for the work it has done. A phase
/// that has just begun goes by the factor of the one before.
package struct Forecast: Sendable, Equatable {
    /// Share of the phase's own work that is done, 0...1; nil when it cannot be told.
    package private(set) var phaseShare: Double?
    /// Share of everything, in time.
    package private(set) var share: Double?
    /// Until the end of the run; nil while nothing was measured.
    package private(set) var secondsLeft: Double?

    /// What the parts of a run cost: nanoseconds of one core, measured over web pages and over lines of text (see
    /// `docs/ARCHITECTURE.md`). Their ratios matter alone.
    enum Cost {
        /// Reading, unpacking, parsing and extracting a byte of a record.
        static let recordByte = 12.5
        /// Normalizing and fingerprinting, by the byte of spool that comes of it.
        static let spoolByte = 20.0
        /// Comparing an article with all others; on one thread.
        static let judgedArticle = 20_000.0
        /// Lines and compression, by the byte of spool; for an article also its entities, and adding them up.
        static let publishedByte = 13.0
        static let publishedByteWithEntities = 125.0
    }

    /// Articles that turn out to be duplicates, until it is known, and where no run before tells.
    package static let usualDuplicates = 0.15

    /// A phase under way is believed, instead of the one before, as this share of its work gets done.
    private static let doubt = 0.03

    package init(_ now: Progress.Snapshot) {
        let counters = now.counters
        let publishedByte = Self.publishedByte(now)
        let lanes = Double(max(1, min(now.workers, sysconf(Int32(_SC_NPROCESSORS_ONLN)))))
        // Seconds for a nanosecond of work, before anything is known.
        let usual = 1e-9 / lanes

        switch now.phase {
        case .starting: return
        case .finished:
            (phaseShare, share, secondsLeft) = (1, 1, 0)
        case .ingest:
            guard let done = Self.ingested(counters) else { return }
            phaseShare = done
            let made = Self.ingestWork(counters)
            let fresh = done - Self.part(counters.inputBytesSkipped, of: counters.inputBytes)
            guard fresh > 0, made > 0, now.phaseSeconds > 0 else { return }
            let rest = made / fresh * (1 - done)
            let factor = now.phaseSeconds / made
            let whole = Double(counters.spoolBytes) / done
            let articles = Double(counters.articles) / done
            let later = articles * Cost.judgedArticle * lanes + whole * publishedByte
            conclude(now, left: (rest + later) * factor)
        case .dedupe:
            let factor = Self.factor(of: .ingest, now) ?? usual
            let all = Double(counters.articles) * Cost.judgedArticle * lanes
            phaseShare = Self.part(counters.articlesJudged, of: counters.articles)
            let done = all * (phaseShare ?? 0)
            let own = Self.believed(factor, seconds: now.phaseSeconds, work: done, of: all)
            conclude(now, left: (all - done) * own + Double(counters.spoolBytes) * publishedByte * factor)
        case .publish:
            let factor = Self.factor(of: .ingest, now) ?? usual
            let work = PublishWork(now)
            phaseShare = work.all > 0 ? min(1, work.done / work.all) : 1
            let own = Self.believed(factor, seconds: now.phaseSeconds, work: work.fresh, of: work.all)
            conclude(now, left: max(0, work.all - work.done) * own)
        }
    }

    /// The work of publishing: kept articles get entities, duplicates do not, and they do not come evenly mixed.
    private struct PublishWork {
        var all: Double
        var done: Double
        /// Of `done`, in this process.
        var fresh: Double

        init(_ now: Progress.Snapshot) {
            let counters = now.counters
            let bytes = Double(counters.spoolBytes) / Double(max(1, counters.articles))
            let kept = bytes * (now.findsEntities ? Cost.publishedByteWithEntities : Cost.publishedByte)
            func work(_ articles: Int, _ duplicates: Int) -> Double {
                Double(articles - duplicates) * kept + Double(duplicates) * bytes * Cost.publishedByte
            }
            all = work(counters.articles, counters.duplicates)
            done = work(counters.articlesPublished, counters.duplicatesPublished)
            fresh = done - work(counters.articlesPublishedBefore, counters.duplicatesPublishedBefore)
        }
    }

    /// Mean cost of publishing a byte of spool, before it is known which articles are duplicates.
    private static func publishedByte(_ now: Progress.Snapshot) -> Double {
        guard now.findsEntities else { return Cost.publishedByte }
        let duplicates = min(max(now.expectedDuplicates, 0), 1)
        return duplicates * Cost.publishedByte + (1 - duplicates) * Cost.publishedByteWithEntities
    }

    private mutating func conclude(_ now: Progress.Snapshot, left: Double) {
        guard left.isFinite, left >= 0 else { return }
        secondsLeft = left
        share = now.seconds / max(now.seconds + left, .leastNonzeroMagnitude)
    }

    /// Share of the inputs that the workers are done with: what the reader has read, less what waits behind it.
    private static func ingested(_ counters: Progress.Counters) -> Double? {
        guard counters.inputBytes > 0 else { return nil }
        let read = Double(counters.inputBytesRead - counters.inputBytesSkipped)
        let done = read * (part(counters.recordBytesDone, of: counters.recordBytesCut) ?? 0)
        return min(1, (Double(counters.inputBytesSkipped) + done) / Double(counters.inputBytes))
    }

    private static func ingestWork(_ counters: Progress.Counters) -> Double {
        Double(counters.recordBytesDone) * Cost.recordByte + Double(counters.spoolBytesMade) * Cost.spoolByte
    }

    /// Seconds that a nanosecond of work took in a phase that is over.
    private static func factor(of phase: Progress.Phase, _ now: Progress.Snapshot) -> Double? {
        guard let past = now.phases.last(where: { $0.phase == phase }) else { return nil }
        let work = ingestWork(now.counters)
        return work > 0 && past.seconds > 0 ? past.seconds / work : nil
    }

    /// The factor of a phase that has done `work` in so many seconds, when it was expected to be `factor`.
    private static func believed(_ factor: Double, seconds: Double, work: Double, of all: Double) -> Double {
        let doubt = all * Self.doubt
        guard work + doubt > 0 else { return factor }
        // Before the first work is done the time still counts for something: the phase takes at least that.
        return (factor * doubt + (work > 0 ? seconds : 0)) / (work + doubt)
    }

    private static func part(_ some: Int, of all: Int) -> Double? { all > 0 ? min(1, Double(some) / Double(all)) : nil }

    private static func part(_ some: Int, of all: Int) -> Double { all > 0 ? min(1, Double(some) / Double(all)) : 0 }
}
