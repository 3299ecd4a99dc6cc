/// A file as it lies on the disk, from its first byte to its last.
final class PlainStream: ByteStream {
    private let source: any RandomSource
    private var position = 0
    private var failed = false

    init(_ source: any RandomSource) { self.source = source }

    func read(into room: UnsafeMutableRawBufferPointer) -> StreamStep {
        if let incident = source.takeIncident() { return .notice(incident) }
        guard !failed else { return .end }
        do {
            let count = try source.read(at: position, into: room)
            position += count
            return count == 0 ? .end : .bytes(count)
        } catch {
            failed = true
            return .failed(error.incident)
        }
    }
}
