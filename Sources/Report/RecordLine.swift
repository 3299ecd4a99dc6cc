/// Parts of a line of `articles/` or `duplicates/`, cut out before anything is parsed: texts and entities are most of what
/// is in a shard, and most readers of the report's facts want neither.
///
/// A key is found as the bytes `,"key":`, which occur in no string, where its quotation marks would be escaped.
enum RecordLine {
    /// What a line of `duplicates/` says about the duplicate, from `cluster` on; the whole line when it is none.
    static func verdict(of line: [UInt8]) -> [UInt8] {
        guard let place = last(",\"cluster\":", in: line) else { return line }
        return [UInt8(ascii: "{")] + line[(place + 1)...]
    }

    /// A line of `articles/` without its entities, which end it.
    static func withoutEntities(_ line: [UInt8]) -> [UInt8] {
        guard line.suffix(2).elementsEqual("]}".utf8), let place = last(",\"entities\":[", in: line) else {
            return line
        }
        return line[..<place] + [UInt8(ascii: "}")]
    }

    private static func last(_ key: StaticString, in line: [UInt8]) -> Int? {
        key.withUTF8Buffer { key in
            line.withUnsafeBufferPointer { bytes in
                for place in bytes.indices.reversed() where bytes[place] == key[0] {
                    if bytes[place...].starts(with: key) { return place }
                }
                return nil
            }
        }
    }
}
