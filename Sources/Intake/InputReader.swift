package import Model

/// What a file gives, one after the other.
package enum IntakeItem: Sendable {
    case record(RawRecord)
    case reject(Reject)
    /// A record of the container that is no document (a WARC request, a directory in a tar): counted by its kind.
    case auxiliary(String)
}

/// Reads one file from its first record to its last, in bounded memory, whatever it is packed in.
///
/// Every byte of the file ends in a record, in an auxiliary record or in a reject, frame between records aside. Damage is
/// reported where it lies and reading goes on behind it. Not Sendable: one reader, one thread.
package final class InputReader {
    private let file: InputFile?
    private let cutter: (any Cutter)?
    private let context: CutContext
    private var failure: Reject?
    /// Records and rejects handed out so far.
    private var ordinal = 0
    private var hasItems = false

    /// True when the file could not be opened or not be read to its end; the reject `unreadable` says why.
    package private(set) var ioFailed = false

    /// Never throws: a file that can't be opened gives one reject.
    ///
    /// - Parameters:
    ///   - path: what to open.
    ///   - name: what to call it in `Source.file`.
    package convenience init(path: String, name: String, configuration: Configuration) {
        do throws(ReadError) {
            let file = try InputFile(path: path)
            self.init(source: file, file: file, name: name, configuration: configuration)
        } catch {
            self.init(failure: error, name: name, configuration: configuration)
        }
    }

    /// - Parameter block: how much is read at a time; tests use small ones.
    init(
        source: any RandomSource, file: InputFile? = nil, name: String, configuration: Configuration,
        block: Int = 256 << 10
    ) {
        self.file = file
        context = CutContext(
            file: name, limits: configuration.limits, format: .unknown, size: file?.sizeAtOpening)
        cutter = StreamOpener(configuration: configuration, block: block).cutter(for: source, context)
    }

    private init(failure: ReadError, name: String, configuration: Configuration) {
        file = nil
        cutter = nil
        context = CutContext(file: name, limits: configuration.limits, format: .unknown)
        var incident = failure.incident
        incident.detail = "the file can't be opened: \(ReadError.text(of: failure.code))"
        self.failure = context.reject(incident, at: 0)
    }

    /// The next item; nil at the end.
    package func next() -> IntakeItem? {
        if let failure {
            self.failure = nil
            return number(.reject(failure))
        }
        if let item = cutter?.next() { return number(item) }
        guard !hasItems else { return nil }
        return number(.reject(context.reject(.emptyFile, "there is no record in it", at: 0, bytes: 0, payload: [])))
    }

    private func number(_ item: consuming IntakeItem) -> IntakeItem {
        hasItems = true
        switch consume item {
        case .auxiliary(let kind): return .auxiliary(kind)
        case .record(var record):
            record.source.ordinal = ordinal
            ordinal += 1
            return .record(consume record)
        case .reject(var reject):
            reject.source.ordinal = ordinal
            ordinal += 1
            if reject.reason == .unreadable { ioFailed = true }
            return .reject(reject)
        }
    }

    /// Bytes of the file read so far, packed as they lie on the disk.
    package var fileBytesRead: Int { file?.hashed ?? 0 }

    /// Reads on to the end of the file, if the records did not need it all, and says what the file was. Nil when reading
    /// failed.
    package func finish() -> FileIdentity? {
        guard !ioFailed, let file else { return nil }
        guard let identity = file.identity() else {
            ioFailed = true
            return nil
        }
        return identity
    }
}
