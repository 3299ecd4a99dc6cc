internal import Digest
internal import Gzip
internal import Model
internal import Text

/// Checks an output directory against its journal, without changing anything.
package struct Verification {
    package enum Depth: Sendable {
        /// Names, sizes, checksums, sums.
        case checksums
        /// Also unpacks and parses every line, and counts where each input's records ended up.
        case lines
    }

    /// What is wrong, as sentences; empty when all is well.
    package private(set) var problems: [String] = []
    package private(set) var shards = 0
    package private(set) var records = 0
    package private(set) var bytes = 0
    private let output: String
    private let ledger: Ledger

    /// - Throws: when the journal itself cannot be read.
    package init(_ output: String, depth: Depth) throws(StoreError) {
        self.output = output
        ledger = try Ledger(of: output)
        checkManifest()
        for shard in ledger.shards {
            shards += 1
            records += shard.records
            bytes += shard.file.bytes
            check(shard.file)
        }
        for shard in ledger.rollup.shards { check(shard.file) }
        for file in ledger.index + ledger.rollup.tables { check(file) }
        checkStrangers()
        checkSums()
        if depth == .lines { checkLines() }
    }

    private mutating func checkManifest() {
        guard ledger.active == nil, !ledger.finished.isEmpty else { return }
        guard let manifest = try? Disk.read(output + "/" + Layout.manifest) else {
            problems.append("\(Layout.manifest) is missing or cannot be read; `newsmill run` writes it again")
            return
        }
        if manifest != Manifest.render(ledger) {
            problems.append("\(Layout.manifest) does not agree with the journal; `newsmill run` writes it again")
        }
    }

    private mutating func check(_ file: StoredFile) {
        let path = output + "/" + file.path
        guard let size = Disk.size(path) else {
            problems.append("\(file.path) is missing")
            return
        }
        guard size == file.bytes else {
            problems.append("\(file.path) has \(size) bytes, the journal says \(file.bytes)")
            return
        }
        var digest = SHA256Digest()
        do {
            var position = 0
            while position < size {
                let block = try Disk.read(path, from: position, count: min(1 << 20, size - position))
                digest.update(block.span)
                position += block.count
            }
        } catch {
            problems.append("\(error)")
            return
        }
        if digest.finishHex() != file.sha256 { problems.append("\(file.path) is damaged: its SHA-256 has changed") }
    }

    /// Shards that nobody committed would be counted by a reader who takes the whole directory.
    private mutating func checkStrangers() {
        let counts = ledger.rollup.shards + (ledger.active?.rollup?.shards ?? [])
        let named = Set(ledger.shards.map(\.file.path) + counts.map(\.file.path))
        for directory in ShardKind.allCases.map(\.rawValue) + [Layout.entities] {
            for name in Disk.names(in: "\(output)/\(directory)") where !name.hasSuffix(".tmp") {
                let path = "\(directory)/\(name)"
                if !named.contains(path) { problems.append("\(path) is not in the manifest") }
            }
        }
    }

    private mutating func checkSums() {
        for run in ledger.finished {
            let total = run.total
            if total.records != total.articles + total.duplicates + total.rejects {
                problems.append(
                    "run \(run.number): \(total.records) records in, but \(total.articles) articles + "
                        + "\(total.duplicates) duplicates + \(total.rejects) rejects out")
            }
            let expected: [(ShardKind, Int)] = [
                (.articles, total.articles), (.duplicates, total.duplicates), (.rejects, total.rejects),
            ]
            for (kind, count) in expected {
                let written = ledger.shards.reduce(0) {
                    $0 + ($1.run == run.number && $1.kind == kind ? $1.records : 0)
                }
                if written != count {
                    problems.append(
                        "run \(run.number): \(count) records were due in \(kind.rawValue)/, \(written) are there")
                }
            }
        }
    }

    // MARK: Every line

    /// Every line of `entities/` is one, and their ids ascend.
    private mutating func checkEntities() {
        var last: String?
        for shard in ledger.rollup.shards {
            do {
                var number = 0
                try ShardReader(output + "/" + shard.file.path).forEachLine { line in
                    number += 1
                    guard let id = (try? JSONValue(parsing: line))?["id"]?.string, last ?? "" < id else {
                        problems.append("\(shard.file.path) line \(number) is no entity, or stands in the wrong place")
                        return
                    }
                    last = id
                }
                if number != shard.records {
                    problems.append("\(shard.file.path) holds \(number) lines, the journal says \(shard.records)")
                }
            } catch {
                problems.append("\(error)")
            }
        }
    }

    private struct Origin: Hashable {
        var file: String
        var run: Int
    }

    private mutating func checkLines() {
        var found: [ShardKind: [Origin: Int]] = [:]
        for shard in ledger.shards {
            do {
                var number = 0
                try ShardReader(output + "/" + shard.file.path).forEachLine { line in
                    number += 1
                    guard let value = try? JSONValue(parsing: line), let file = value["source"]?["file"]?.string else {
                        problems.append("\(shard.file.path) line \(number) is no record")
                        return
                    }
                    found[shard.kind, default: [:]][Origin(file: file, run: shard.run), default: 0] += 1
                }
                if number != shard.records {
                    problems.append("\(shard.file.path) holds \(number) lines, the journal says \(shard.records)")
                }
            } catch {
                problems.append("\(error)")
            }
        }
        checkEntities()
        let replays = ledger.finished.filter(\.isReplay).map(\.number)
        for (file, input) in ledger.inputs.sorted(by: { $0.key < $1.key }) {
            func records(_ kind: ShardKind, _ run: Int) -> Int { found[kind]?[Origin(file: file, run: run)] ?? 0 }
            let tally = input.tally
            let expected: [(ShardKind, Int)] = [
                (.articles, tally.articles), (.duplicates, tally.duplicates), (.rejects, tally.rejects),
            ]
            for (kind, count) in expected {
                // What a replay rescued stands twice: where it was written as a reject, and where it is now.
                let rescued = replays.filter { $0 > input.run }.reduce(0) { sum, run in
                    switch kind {
                    case .articles, .duplicates: sum + records(kind, run)
                    case .rejects: sum - records(.articles, run) - records(.duplicates, run)
                    }
                }
                let written = records(kind, input.run) + rescued
                if written != count {
                    problems.append("\(file): \(count) records were due in \(kind.rawValue)/, \(written) are there")
                }
            }
        }
    }
}
