import Store

extension Run {
    /// Tries all rejects once more, say with a version of the program that understands more of them. Those that become articles
    /// are deduplicated and published as a run of their own; the others stay as they are, and nothing is written about them.
    ///
    /// A record is taken from the payload that its reject has kept, where that is all of it; otherwise from its input, if
    /// that is still the file that was read.
    package func replay(note: (String) -> Void) throws -> Outcome {
        guard var done = try finishInterrupted(note: note) else { return .stopped }
        let rejects = try RejectSurvey(output.path, output.ledger)
        progress.enter(.starting)
        var writer = ReplayWriter(output, inputs: rejects.inputs, configuration: configuration)
        do {
            try rejects.forEachRecord(configuration, stop: stop) { try writer.tryAgain($0) }
            try writer.end()
        } catch is RejectSurvey.Stopped {
            if let run = writer.run { try giveUp(run) }
            return .stopped
        }
        note(
            "\(rejects.count) rejects: \(writer.rescued) are articles now, \(writer.failed) are refused again, "
                + "\(rejects.count - writer.rescued - writer.failed) cannot be read again (their input is gone or "
                + "changed, or they were damage and no record)")
        guard writer.run != nil else {
            try output.publishManifest()
            return .finished(runs: done)
        }
        guard try finish(note: note) else { return .stopped }
        done += output.ledger.finished.suffix(1)
        return .finished(runs: done)
    }
}
