/// Everything a user can decide, checked. Defaults are the values here; `docs/configuration.md` explains each.
///
/// The JSON spelling of a key is its name here in snake_case (`maxRecordBytes` is `max_record_bytes`).
package struct Configuration: Sendable, Equatable {
    /// Files, directories (searched recursively) or glob patterns.
    package var inputs: [String] = []
    package var output = "out"
    /// Read every input as this instead of looking at its bytes.
    package var format: Format?
    /// Number of workers; 0 takes one per core.
    package var workers = 0
    /// For JSON records: which source field (dots descend) fills which of ours, before the presets are asked.
    package var fields = Fields()
    package var limits = Limits()
    package var resources = Resources()
    package var extraction = Extraction()
    package var normalize = Normalize()
    package var filters = Filters()
    package var dedupe = Dedupe()
    package var entities = Entities()
    package var shards = Shards()
    package var monitoring = Monitoring()

    package init() {}

    package struct Fields: Sendable, Equatable {
        package var id: String?
        package var url: String?
        package var title: String?
        package var text: String?
        package var html: String?
        package var published: String?
        package var modified: String?
        package var authors: String?
        package var site: String?
        package var section: String?
        package var language: String?
        package var description: String?
        package var image: String?
        package init() {}
    }

    package struct Limits: Sendable, Equatable {
        /// A record above this becomes a reject, bytes.
        package var maxRecordBytes = 16 << 20
        /// A gzip member that unpacks to more than this many times its size (and to over 256 MiB) is not read further.
        package var maxInflateRatio = 500
        /// Share of rejects (0...1) above which a run that is done exits with 65.
        package var maxRejectRatio = 1.0
        /// How much of a rejected record is kept in `rejects/`, bytes.
        package var rejectPayloadBytes = 64 << 10
        package init() {}
    }

    package struct Resources: Sendable, Equatable {
        /// Peak memory to stay under, bytes.
        package var memory = 512 << 20
        /// Records that a worker takes in hand at a time (or 8 MiB of them): what an interruption can cost each worker.
        package var segmentRecords = 2048
        package init() {}
    }

    /// What of a web page is its article.
    package struct Extraction: Sendable, Equatable {
        package var extractor = Extractor.model
        /// Captions of pictures.
        package var captions = false
        package var headings = true
        /// Quoted posts of social networks.
        package var posts = true
        /// The summary between headline and text.
        package var standfirst = true
        package init() {}

        package enum Extractor: String, Sendable, CaseIterable {
            /// The learned block model, on top of the rules.
            case model
            case rules
        }
    }

    package struct Normalize: Sendable, Equatable {
        package var mojibake = true
        package var hyphenation = true
        package var quotes = true
        package var repeatedParagraphs = true
        package var boilerplateLines = true
        package var dateline = true
        package init() {}
    }

    /// All off by default; what they drop goes to `rejects/` under the filter's name.
    package struct Filters: Sendable, Equatable {
        /// Unicode scalars in `text`.
        package var minCharacters: Int?
        package var maxCharacters: Int?
        /// BCP 47 primary languages to keep; records without a known language are kept.
        package var languages: [String]?
        /// Highest share (0...1) of scalars that are neither letters, digits, spaces nor common punctuation.
        package var maxSymbolRatio: Double?
        package init() {}
    }

    package struct Dedupe: Sendable, Equatable {
        package var exact = true
        package var url = true
        package var near = true
        /// Jaccard similarity of word shingles (0...1) that is enough by itself.
        package var similarity = 0.7
        /// Share of the shorter text (0...1) that is enough by itself.
        package var containment = 0.8
        package var keep = Keep.firstSeen
        package var revisions = Revisions.first
        /// Take paragraphs out that many stories of a site have.
        package var cutBoilerplate = false
        package init() {}

        /// Which copy of a story is published.
        package enum Keep: String, Sendable, CaseIterable {
            case firstSeen = "first_seen"
            case earliest, longest
        }

        /// Which version of an article is published.
        package enum Revisions: String, Sendable, CaseIterable {
            /// The one that was published before all others.
            case first
            /// Every one, naming the version that it supersedes.
            case newest
        }
    }

    package struct Entities: Sendable, Equatable {
        package var enabled = true
        package init() {}
    }

    package struct Monitoring: Sendable, Equatable {
        /// Besides the run's own `metrics.prom`: a file in the directory of node_exporter's textfile collector, say.
        package var metricsFile: String?
        package init() {}
    }

    package struct Shards: Sendable, Equatable {
        /// A shard ends before it would hold more records ...
        package var records = 50_000
        /// ... or when its file has reached this size, bytes.
        package var bytes = 256 << 20
        package var compression = Compression.gzip
        /// libdeflate's level, 1...12. Level 1 packs news as small as zlib's level 3.
        package var level = 1
        package init() {}

        package enum Compression: String, Sendable, CaseIterable {
            case gzip, none
        }
    }
}
