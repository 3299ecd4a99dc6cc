import Glibc

/// Whole files as bytes.
enum FileBytes {
    static func read(_ path: String) throws(TrainingFault) -> [UInt8] {
        guard let file = fopen(path, "rb") else { throw .unreadable(path) }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            if count == 0 { break }
            bytes.append(contentsOf: buffer[..<count])
        }
        guard ferror(file) == 0 else { throw .unreadable(path) }
        return bytes
    }
}

/// Why training or evaluation could not go on.
package enum TrainingFault: Error, Equatable, CustomStringConvertible {
    case unreadable(String)
    /// A line of a tagged file that is not `token TAB tag`.
    case malformed(String, line: Int)

    package var description: String {
        switch self {
        case .unreadable(let path): "cannot read \(path)"
        case .malformed(let path, let line): "\(path), line \(line): expected a token, a tab and a BIO tag"
        }
    }
}
