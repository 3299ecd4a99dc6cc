internal import Digest
internal import Glibc
internal import Model

/// An open input file. Every byte goes through SHA-256 exactly once, in order, however often it is read.
///
/// `pread` rather than `mmap`: a file that shrinks while it is read, or a failing disk, is an error to report and not a
/// signal that kills the program. A pipe is read in order and can't be looked back into.
final class InputFile: RandomSource {
    private let descriptor: CInt
    private let modified: Int
    private let isPipe: Bool
    var canLookAhead: Bool { !isPipe }
    /// Size when it was opened; nil for a pipe.
    let sizeAtOpening: Int?
    private var digest = SHA256Digest()
    /// All bytes before this one are in the digest.
    private(set) var hashed = 0
    private(set) var failed = false

    init(path: String) throws(ReadError) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw ReadError(offset: 0, code: errno) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            let code = errno
            close(descriptor)
            throw ReadError(offset: 0, code: code)
        }
        modified = Int(status.st_mtim.tv_sec) * 1_000_000_000 + Int(status.st_mtim.tv_nsec)
        isPipe = lseek(descriptor, 0, SEEK_CUR) < 0
        sizeAtOpening = isPipe ? nil : Int(status.st_size)
        if !isPipe { _ = posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL) }
    }

    deinit { close(descriptor) }

    func read(at offset: Int, into room: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int {
        while true {
            let count =
                isPipe
                ? Glibc.read(descriptor, room.baseAddress, room.count)
                : pread(descriptor, room.baseAddress, room.count, off_t(offset))
            if count >= 0 {
                let end = offset + count
                if offset <= hashed, end > hashed {
                    digest.update(UnsafeRawBufferPointer(rebasing: room[(hashed - offset)..<count]))
                    hashed = end
                }
                return count
            }
            if errno == EINTR { continue }
            failed = true
            throw ReadError(offset: offset, code: errno)
        }
    }

    /// Reads what nobody asked for, so that the digest covers the whole file. Nil when the medium fails.
    func identity() -> FileIdentity? {
        guard !failed else { return nil }
        let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 16)
        defer { room.deallocate() }
        do {
            while try read(at: hashed, into: room) > 0 {}
        } catch {
            return nil
        }
        return FileIdentity(size: hashed, modified: modified, sha256: digest.finishHex())
    }
}
