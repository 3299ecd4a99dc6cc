/// What an input file was when it was read: enough to notice that it changed.
package struct FileIdentity: Sendable, Equatable {
    /// Bytes on disk.
    package var size: Int
    /// Time of last modification, nanoseconds since 1970.
    package var modified: Int
    /// SHA-256 of the bytes on disk, 64 hex digits.
    package var sha256: String

    package init(size: Int, modified: Int, sha256: String) {
        self.size = size
        self.modified = modified
        self.sha256 = sha256
    }
}
