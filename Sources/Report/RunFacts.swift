internal import Store
internal import Text

/// What `run.json` says of a run: the only part of a report that is not the same every time.
struct RunFacts {
    /// Names with dots between their levels, and values, in the order of the file.
    private(set) var values: [(name: String, value: String)] = []

    /// Empty when there is no such file.
    init(run: Int, in output: String) {
        let path = output + "/" + Layout.report("run.json", run: run)
        guard let bytes = try? Disk.read(path), let json = try? JSONValue(parsing: bytes) else { return }
        add(json, "")
    }

    subscript(name: String) -> String? { values.first { $0.name == name }?.value }

    func number(_ name: String) -> Double? { self[name].flatMap { Double($0) } }

    /// The inputs that took longest in the run, slowest first.
    var slowestInputs: [(file: String, seconds: Double)] {
        (0...).lazy.map { "slowest_inputs.\($0)." }.map { (self[$0 + "file"], self.number($0 + "busy_seconds")) }
            .prefix { $0 != nil && $1 != nil }.map { ($0 ?? "", $1 ?? 0) }
    }

    private mutating func add(_ json: JSONValue, _ name: String) {
        switch json.kind {
        case .object:
            json.forEachMember { key, value in
                add(value, name.isEmpty ? key.string ?? "" : "\(name).\(key.string ?? "")")
            }
        case .array:
            for (place, element) in json.elements.enumerated() { add(element, "\(name).\(place)") }
        case .string: values.append((name, json.string ?? ""))
        default: values.append((name, String(decoding: json.source, as: UTF8.self)))
        }
    }
}
