internal import Model
internal import Text

extension Commit {
    /// The commit as the members of one JSON object, written into an object that is already open.
    func write(into json: inout JSONWriter) {
        switch self {
        case .opened(let contentKey):
            json.entry("commit", "opened")
            json.key("schema")
            json.integer(Self.schema)
            json.key("configuration")
            json.string(utf8: contentKey.span)
        case .began(let run, let inputs), .replayBegan(let run, let inputs):
            json.entry("commit", name)
            json.entry("run", run)
            json.key("inputs")
            json.array(inputs) { json, input in
                json.beginObject()
                json.entry("file", input.file)
                json.entry("size", input.size)
                json.entry("modified", input.modified)
                json.endObject()
            }
        case .ingested(let run, let segment):
            json.entry("commit", "ingested")
            json.entry("run", run)
            segment.write(into: &json)
        case .ingestEnded(let run, let segments):
            json.entry("commit", "ingest_ended")
            json.entry("run", run)
            json.entry("segments", segments)
        case .decided(let run, let file, let duplicates, let index):
            json.entry("commit", "decided")
            json.entry("run", run)
            json.key("file")
            file.write(into: &json)
            json.entry("duplicates", duplicates)
            json.key("index")
            json.array(index) { $1.write(into: &$0) }
        case .published(let run, let publish):
            json.entry("commit", "published")
            json.entry("run", run)
            publish.write(into: &json)
        case .rolledUp(let run, let rollup):
            json.entry("commit", "rolled_up")
            json.entry("run", run)
            rollup.write(into: &json)
        case .finished(let run):
            json.entry("commit", "finished")
            json.entry("run", run)
        case .abandoned(let run):
            json.entry("commit", "abandoned")
            json.entry("run", run)
        }
    }

    private var name: String {
        if case .replayBegan = self { "replay_began" } else { "began" }
    }

    /// Version of the journal's and the manifest's layout.
    static let schema = 1

    /// Reads a commit back; nil for one that this version does not know.
    init?(_ json: JSONValue) {
        guard let name = json["commit"]?.string else { return nil }
        let run = json["run"]?.integer
        switch (name, run) {
        case ("opened", _):
            guard json["schema"]?.integer == Self.schema, let key = json["configuration"]?.utf8 else { return nil }
            self = .opened(contentKey: key)
        case ("began", let run?):
            guard let inputs = json["inputs"]?.all(PlannedInput.init) else { return nil }
            self = .began(run: run, inputs: inputs)
        case ("replay_began", let run?):
            guard let inputs = json["inputs"]?.all(PlannedInput.init) else { return nil }
            self = .replayBegan(run: run, inputs: inputs)
        case ("ingested", let run?):
            guard let segment = SegmentCommit(json) else { return nil }
            self = .ingested(run: run, segment)
        case ("ingest_ended", let run?):
            guard let segments = json["segments"]?.integer else { return nil }
            self = .ingestEnded(run: run, segments: segments)
        case ("decided", let run?):
            guard let file = json["file"].flatMap(StoredFile.init), let count = json["duplicates"]?.integer,
                let index = json["index"]?.all(StoredFile.init)
            else { return nil }
            self = .decided(run: run, file: file, duplicates: count, index: index)
        case ("published", let run?):
            guard let publish = PublishCommit(json) else { return nil }
            self = .published(run: run, publish)
        case ("rolled_up", let run?):
            guard let rollup = Rollup(json) else { return nil }
            self = .rolledUp(run: run, rollup)
        case ("finished", let run?): self = .finished(run: run)
        case ("abandoned", let run?): self = .abandoned(run: run)
        default: return nil
        }
    }
}

extension PlannedInput {
    fileprivate init?(_ json: JSONValue) {
        guard let file = json["file"]?.string, let size = json["size"]?.integer,
            let modified = json["modified"]?.integer
        else { return nil }
        self.init(file: file, size: size, modified: modified)
    }
}

extension StoredFile {
    func write(into json: inout JSONWriter) {
        json.beginObject()
        json.entry("path", path)
        json.entry("bytes", bytes)
        json.entry("sha256", sha256)
        json.endObject()
    }

    fileprivate init?(_ json: JSONValue) {
        guard let path = json["path"]?.string, let bytes = json["bytes"]?.integer,
            let sha256 = json["sha256"]?.string
        else { return nil }
        self.init(path: path, bytes: bytes, sha256: sha256)
    }
}

extension SegmentCommit {
    fileprivate func write(into json: inout JSONWriter) {
        json.entry("segment", number)
        json.key("file")
        file.write(into: &json)
        json.entry("articles", articles)
        json.entry("rejects", rejects)
        json.key("end")
        json.beginArray()
        json.integer(end.input)
        json.integer(end.ordinal)
        json.endArray()
        json.key("inputs")
        let touched = Set(tallies.keys).union(completed.keys).union(unreadable).sorted()
        json.array(touched) { json, input in
            let tally = tallies[input] ?? Tally()
            json.beginObject()
            json.entry("input", input)
            json.entry("records", tally.records)
            json.entry("articles", tally.articles)
            json.entry("rejects", tally.rejects)
            if !tally.auxiliary.isEmpty {
                json.key("auxiliary")
                tally.writeAuxiliary(into: &json)
            }
            if let identity = completed[input] {
                json.entry("size", identity.size)
                json.entry("modified", identity.modified)
                json.entry("sha256", identity.sha256)
            }
            if unreadable.contains(input) {
                json.key("unreadable")
                json.bool(true)
            }
            json.endObject()
        }
    }

    fileprivate init?(_ json: JSONValue) {
        guard let number = json["segment"]?.integer, let file = json["file"].flatMap(StoredFile.init),
            let articles = json["articles"]?.integer, let rejects = json["rejects"]?.integer,
            let end = json["end"]?.elements.compactMap(\.integer), end.count == 2,
            let inputs = json["inputs"]?.elements
        else { return nil }
        var tallies: [Int: Tally] = [:]
        var completed: [Int: FileIdentity] = [:]
        var unreadable: [Int] = []
        for entry in inputs {
            guard let input = entry["input"]?.integer else { return nil }
            tallies[input] = Tally(entry)
            if let size = entry["size"]?.integer, let modified = entry["modified"]?.integer,
                let sha256 = entry["sha256"]?.string
            {
                completed[input] = FileIdentity(size: size, modified: modified, sha256: sha256)
            }
            if entry["unreadable"]?.bool == true { unreadable.append(input) }
        }
        self.init(
            number: number, file: file, articles: articles, rejects: rejects,
            end: Position(input: end[0], ordinal: end[1]), tallies: tallies, completed: completed,
            unreadable: unreadable)
    }
}

extension Tally {
    func writeAuxiliary(into json: inout JSONWriter) {
        json.beginObject()
        for (kind, count) in auxiliary.sorted(by: { $0.key < $1.key }) { json.entry(named: kind, count) }
        json.endObject()
    }

    fileprivate init(_ json: JSONValue) {
        self.init()
        records = json["records"]?.integer ?? 0
        articles = json["articles"]?.integer ?? 0
        rejects = json["rejects"]?.integer ?? 0
        for member in json["auxiliary"]?.members ?? [] { auxiliary[member.key] = member.value.integer ?? 0 }
    }
}

extension PublishCommit {
    fileprivate func write(into json: inout JSONWriter) {
        json.entry("segments", segments)
        json.key("duplicates")
        json.array(duplicates.sorted { $0.key < $1.key }) { json, entry in
            json.beginArray()
            json.integer(entry.key)
            json.integer(entry.value)
            json.endArray()
        }
        json.key("shards")
        json.array(shards) { json, shard in
            json.beginObject()
            json.entry("kind", shard.kind.rawValue)
            json.entry("number", shard.number)
            json.entry("path", shard.path)
            json.entry("records", shard.records)
            json.entry("bytes", shard.bytes)
            if let sha256 = shard.sha256 { json.entry("sha256", sha256) }
            json.endObject()
        }
        if rollupBytes > 0 { json.entry("rollup_bytes", rollupBytes) }
    }

    fileprivate init?(_ json: JSONValue) {
        guard let segments = json["segments"]?.integer, let duplicates = json["duplicates"]?.elements,
            let shards = json["shards"]?.all(ShardState.init)
        else { return nil }
        var counts: [Int: Int] = [:]
        for entry in duplicates {
            let pair = entry.elements.compactMap(\.integer)
            guard pair.count == 2 else { return nil }
            counts[pair[0]] = pair[1]
        }
        self.init(
            segments: segments, duplicates: counts, shards: shards,
            rollupBytes: json["rollup_bytes"]?.integer ?? 0)
    }
}

extension Rollup {
    fileprivate func write(into json: inout JSONWriter) {
        json.key("shards")
        json.array(shards) { $1.write(into: &$0) }
        json.key("tables")
        json.array(tables) { $1.write(into: &$0) }
    }

    fileprivate init?(_ json: JSONValue) {
        guard let shards = json["shards"]?.all(Shard.init), let tables = json["tables"]?.all(StoredFile.init) else {
            return nil
        }
        self.init(shards: shards, tables: tables)
    }
}

extension Rollup.Shard {
    func write(into json: inout JSONWriter) {
        json.beginObject()
        json.entry("path", file.path)
        json.entry("records", records)
        json.entry("bytes", file.bytes)
        json.entry("sha256", file.sha256)
        json.endObject()
    }

    fileprivate init?(_ json: JSONValue) {
        guard let records = json["records"]?.integer, let file = StoredFile(json) else { return nil }
        self.init(records: records, file: file)
    }
}

extension ShardState {
    fileprivate init?(_ json: JSONValue) {
        guard let kind = json["kind"]?.string.flatMap(ShardKind.init), let number = json["number"]?.integer,
            let path = json["path"]?.string, let records = json["records"]?.integer,
            let bytes = json["bytes"]?.integer
        else { return nil }
        self.init(
            kind: kind, number: number, path: path, records: records, bytes: bytes, sha256: json["sha256"]?.string)
    }
}

extension JSONWriter {
    mutating func entry(_ name: StaticString, _ value: String) {
        key(fixed: name)
        string(value)
    }

    mutating func entry(_ name: StaticString, _ value: Int) {
        key(fixed: name)
        integer(value)
    }

    mutating func entry(named name: String, _ value: Int) {
        key(name)
        integer(value)
    }

    mutating func array<Element>(_ elements: [Element], write: (inout JSONWriter, Element) -> Void) {
        beginArray()
        for element in elements { write(&self, element) }
        endArray()
    }
}

extension JSONValue {
    /// Every element read by `read`; nil when one cannot be.
    fileprivate func all<Element>(_ read: (JSONValue) -> Element?) -> [Element]? {
        var all: [Element] = []
        for element in elements {
            guard let value = read(element) else { return nil }
            all.append(value)
        }
        return all
    }
}
