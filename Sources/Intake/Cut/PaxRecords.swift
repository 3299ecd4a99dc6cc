/// What a pax extended header says about the member behind it.
struct PaxRecords {
    var path: String?
    var size: Int?
    var isSparse = false

    /// Records are `LENGTH KEY=VALUE\n`, the length counting itself.
    init(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while let blank = rest.firstIndex(of: 0x20), let length = decimalNumber(rest[..<blank]),
            length > blank - rest.startIndex, length <= rest.count
        {
            let end = rest.startIndex + length
            let record = rest[(blank + 1)..<max(blank + 1, end - 1)]
            rest = rest[end...]
            guard let equals = record.firstIndex(of: UInt8(ascii: "=")) else { continue }
            let value = record[(equals + 1)...]
            switch String(decoding: record[..<equals], as: UTF8.self) {
            case "path": path = String(decoding: value, as: UTF8.self)
            case "size": size = decimalNumber(value)
            case let key where key.hasPrefix("GNU.sparse."): isSparse = true
            default: break
            }
        }
    }

}
