import Glibc

/// A directory of its own for a test. It goes with everything in it when nothing holds the value any more.
package final class TemporaryDirectory {
    package let path: String

    package struct Failure: Error {
        package var path: String
        package var code: Int32
    }

    package init() throws {
        var template = Array("/tmp/newsmill-test-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw Failure(path: "/tmp", code: errno) }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Writes a file and the directories above it.
    package func write(_ name: String, _ bytes: [UInt8]) throws {
        var directory = path
        for part in name.split(separator: "/").dropLast() {
            directory += "/" + part
            mkdir(directory, 0o700)
        }
        let path = path + "/" + name
        guard let file = fopen(path, "wb") else { throw Failure(path: path, code: errno) }
        let written = fwrite(bytes, 1, bytes.count, file)
        guard fclose(file) == 0, written == bytes.count else { throw Failure(path: path, code: errno) }
    }

    deinit { Self.remove(path) }

    /// Removes what has the name, with everything in it; links are not followed.
    private static func remove(_ path: String) {
        guard unlink(path) != 0, let directory = opendir(path) else { return }
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { remove(path + "/" + name) }
        }
        closedir(directory)
        rmdir(path)
    }
}
