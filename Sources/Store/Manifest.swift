internal import Digest
internal import Model
internal import Text

/// `manifest.json`: the ledger of an output directory as a document for its readers.
///
/// A pure function of the ledger, without times or host names: equal inputs and configuration give equal bytes.
package enum Manifest {
    package static func render(_ ledger: Ledger) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.entry("schema_version", Commit.schema)
        json.entry("configuration_sha256", hash(ledger.contentKey ?? []))
        json.key("totals")
        ledger.total.write(into: &json)
        json.key("runs")
        json.array(ledger.finished) { json, run in
            json.beginObject()
            json.entry("run", run.number)
            json.entry("inputs", run.inputs)
            if run.isReplay {
                json.key("replay")
                json.bool(true)
            }
            json.key("totals")
            run.total.write(into: &json)
            json.endObject()
        }
        json.key("inputs")
        let inputs = ledger.inputs.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        json.array(inputs) { json, input in
            json.beginObject()
            json.entry("file", input.key)
            json.entry("run", input.value.run)
            json.entry("size", input.value.identity.size)
            json.entry("sha256", input.value.identity.sha256)
            if input.value.unreadable {
                json.key("unreadable")
                json.bool(true)
            }
            json.key("totals")
            input.value.tally.write(into: &json)
            json.endObject()
        }
        json.key("shards")
        json.array(ledger.shards) { json, shard in
            json.beginObject()
            json.entry("path", shard.file.path)
            json.entry("run", shard.run)
            json.entry("records", shard.records)
            json.entry("bytes", shard.file.bytes)
            json.entry("sha256", shard.file.sha256)
            json.endObject()
        }
        json.key("entities")
        json.array(ledger.rollup.shards) { $1.write(into: &$0) }
        json.key("index")
        json.array(ledger.index + ledger.rollup.tables) { $1.write(into: &$0) }
        json.endObject()
        return json.bytes + [0x0A]
    }

    private static func hash(_ bytes: [UInt8]) -> String {
        var digest = SHA256Digest()
        digest.update(bytes.span)
        return digest.finishHex()
    }
}

extension Tally {
    fileprivate func write(into json: inout JSONWriter) {
        json.beginObject()
        json.entry("records", records)
        json.entry("articles", articles)
        json.entry("duplicates", duplicates)
        json.entry("rejects", rejects)
        if !auxiliary.isEmpty {
            json.key("auxiliary")
            writeAuxiliary(into: &json)
        }
        json.endObject()
    }
}
