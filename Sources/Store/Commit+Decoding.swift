// How commits are read back from lines of the journal.

internal import Model
internal import Text

extension Commit {
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
            let boilerplate = json["boilerplate"].map(BoilerplateCommit.init)
            if case .some(nil) = boilerplate { return nil }
            self = .decided(
                run: run, file: file, duplicates: count, boilerplate: boilerplate.flatMap { $0 }, index: index)
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
    fileprivate init?(_ json: JSONValue) {
        guard let path = json["path"]?.string, let bytes = json["bytes"]?.integer,
            let sha256 = json["sha256"]?.string
        else { return nil }
        self.init(path: path, bytes: bytes, sha256: sha256)
    }
}

extension SpoolFile {
    fileprivate init?(_ json: JSONValue) {
        guard let path = json["path"]?.string, let bytes = json["bytes"]?.integer,
            let crc32 = json["crc32"]?.integer.flatMap(UInt32.init(exactly:))
        else { return nil }
        self.init(path: path, bytes: bytes, crc32: crc32)
    }
}

extension SegmentCommit {
    fileprivate init?(_ json: JSONValue) {
        guard let number = json["segment"]?.integer, let file = json["file"].flatMap(SpoolFile.init),
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

extension BoilerplateCommit {
    fileprivate init?(_ json: JSONValue) {
        guard let file = json["file"].flatMap(StoredFile.init), let counts = BoilerplateCounts(json) else { return nil }
        self.init(file: file, counts: counts)
    }
}

extension BoilerplateCounts {
    fileprivate init?(_ json: JSONValue) {
        self.init()
        guard let records = json["records"]?.integer, let paragraphs = json["paragraphs"]?.integer,
            let learned = json["learned"]?.integer, let published = json["published"]?.integer
        else { return nil }
        (self.records, self.paragraphs, self.learned, self.published) = (records, paragraphs, learned, published)
    }
}

extension Tally {
    fileprivate init(_ json: JSONValue) {
        self.init()
        records = json["records"]?.integer ?? 0
        articles = json["articles"]?.integer ?? 0
        rejects = json["rejects"]?.integer ?? 0
        for member in json["auxiliary"]?.members ?? [] { auxiliary[member.key] = member.value.integer ?? 0 }
    }
}

extension PublishCommit {
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
    fileprivate init?(_ json: JSONValue) {
        guard let shards = json["shards"]?.all(Shard.init), let tables = json["tables"]?.all(StoredFile.init) else {
            return nil
        }
        self.init(shards: shards, tables: tables)
    }
}

extension Rollup.Shard {
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
