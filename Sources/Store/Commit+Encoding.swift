// How commits are written into lines of the journal.

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
        case .decided(let run, let file, let duplicates, let boilerplate, let index):
            json.entry("commit", "decided")
            json.entry("run", run)
            json.key("file")
            file.write(into: &json)
            json.entry("duplicates", duplicates)
            boilerplate?.write(into: &json)
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
}

extension StoredFile {
    func write(into json: inout JSONWriter) {
        json.beginObject()
        json.entry("path", path)
        json.entry("bytes", bytes)
        json.entry("sha256", sha256)
        json.endObject()
    }
}

extension SpoolFile {
    fileprivate func write(into json: inout JSONWriter) {
        json.beginObject()
        json.entry("path", path)
        json.entry("bytes", bytes)
        json.entry("crc32", Int(crc32))
        json.endObject()
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
}

extension BoilerplateCommit {
    fileprivate func write(into json: inout JSONWriter) {
        json.key("boilerplate")
        json.beginObject()
        json.key("file")
        file.write(into: &json)
        for (name, count) in counts.named { json.entry(named: name, count) }
        json.endObject()
    }
}

extension Tally {
    func writeAuxiliary(into json: inout JSONWriter) {
        json.beginObject()
        for (kind, count) in auxiliary.sorted(by: { $0.key < $1.key }) { json.entry(named: kind, count) }
        json.endObject()
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
}

extension Rollup {
    fileprivate func write(into json: inout JSONWriter) {
        json.key("shards")
        json.array(shards) { $1.write(into: &$0) }
        json.key("tables")
        json.array(tables) { $1.write(into: &$0) }
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
