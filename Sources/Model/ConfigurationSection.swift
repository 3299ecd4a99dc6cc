/// Fields that belong together: one object of the configuration file.
package struct ConfigurationSection: Sendable {
    /// Key of the object; empty for the fields that stand at the top.
    package let name: String
    /// One sentence for the user.
    package let summary: String
    package let fields: [ConfigurationField]
}

extension ConfigurationSection {
    private static let mebibyte = 1 << 20

    /// Every setting there is, in the order in which people meet them.
    package static let all: [ConfigurationSection] = [
        ConfigurationSection(
            name: "", summary: "What Newsmill reads, where it writes, and how.",
            fields: [
                .texts(
                    "inputs", \.inputs, shapesOutput: false,
                    "Files, directories (searched recursively) and glob patterns to read."),
                .text("output", \.output, shapesOutput: false, "Directory that the run writes into."),
                .format("format", \.format, "What the inputs are; \"auto\" finds out from their bytes."),
                .integer(
                    "workers", \.workers, 0...1024, shapesOutput: false,
                    "Number of workers; 0 takes one per processor core."),
            ]),
        ConfigurationSection(
            name: "fields",
            summary:
                "Which field of a JSON record fills which of ours, before the known layouts are tried. Dots descend "
                + "into objects, numbers into arrays.",
            fields: [
                .optionalText("fields.id", \.fields.id, "Field with the record's own identifier."),
                .optionalText("fields.url", \.fields.url, "Field with the article's address."),
                .optionalText("fields.title", \.fields.title, "Field with the headline."),
                .optionalText("fields.text", \.fields.text, "Field with the text."),
                .optionalText("fields.html", \.fields.html, "Field with a web page or the article's markup."),
                .optionalText("fields.published", \.fields.published, "Field with the date of publication."),
                .optionalText("fields.modified", \.fields.modified, "Field with the date of the last change."),
                .optionalText("fields.authors", \.fields.authors, "Field with the authors: text or a list."),
                .optionalText("fields.site", \.fields.site, "Field with the name of the publication."),
                .optionalText("fields.section", \.fields.section, "Field with the section or category."),
                .optionalText("fields.language", \.fields.language, "Field with the language (BCP 47)."),
                .optionalText("fields.description", \.fields.description, "Field with the summary."),
                .optionalText("fields.image", \.fields.image, "Field with the address of the lead image."),
            ]),
        ConfigurationSection(
            name: "limits", summary: "Where hostile or broken input stops being read.",
            fields: [
                .bytes(
                    "limits.max_record_bytes", \.limits.maxRecordBytes, 1024...1024 * mebibyte,
                    "A larger record becomes a reject."),
                .integer(
                    "limits.max_inflate_ratio", \.limits.maxInflateRatio, 2...1_000_000,
                    "A gzip member that unpacks to more than this many times its size, and to over 256 MiB, is left."),
                .ratio(
                    "limits.max_reject_ratio", \.limits.maxRejectRatio, shapesOutput: false,
                    "A run that is done exits with 65 if a larger share of its records was rejected."),
                .bytes(
                    "limits.reject_payload_bytes", \.limits.rejectPayloadBytes, 0...1024 * mebibyte,
                    "How much of a rejected record is kept with the reject."),
            ]),
        ConfigurationSection(
            name: "resources", summary: "What the run may take from the machine.",
            fields: [
                .bytes(
                    "resources.memory", \.resources.memory, 64 * mebibyte...1 << 50, shapesOutput: false,
                    "Peak memory to stay under."),
                .integer(
                    "resources.segment_records", \.resources.segmentRecords, 1...1_000_000,
                    "Records that a worker takes in hand at a time: what an interruption can cost each of them."),
            ]),
        ConfigurationSection(
            name: "extraction", summary: "What of a web page counts as its article.",
            fields: [
                .choice(
                    "extraction.extractor", \.extraction.extractor,
                    "What decides: the learned block model on top of the rules, or the rules alone."),
                .flag("extraction.captions", \.extraction.captions, "Keep the captions of pictures."),
                .flag("extraction.headings", \.extraction.headings, "Keep the headings inside the article."),
                .flag("extraction.posts", \.extraction.posts, "Keep quoted posts of social networks."),
                .flag(
                    "extraction.standfirst", \.extraction.standfirst,
                    "Keep the summary between headline and text."),
            ]),
        ConfigurationSection(
            name: "normalize", summary: "Repairs to the text; each is counted in the record.",
            fields: [
                .flag(
                    "normalize.mojibake", \.normalize.mojibake,
                    "Mend text that was decoded with the wrong character encoding."),
                .flag(
                    "normalize.hyphenation", \.normalize.hyphenation, "Join words that were hyphenated at line ends."),
                .flag(
                    "normalize.quotes", \.normalize.quotes,
                    "Make quotation marks consistent and put back those torn from their paragraph."),
                .flag(
                    "normalize.repeated_paragraphs", \.normalize.repeatedParagraphs,
                    "Keep a paragraph that repeats inside one article only once."),
                .flag(
                    "normalize.boilerplate_lines", \.normalize.boilerplateLines,
                    "Drop agency taglines, \"read more\" lines and the like."),
                .flag(
                    "normalize.dateline", \.normalize.dateline, "Move the dateline from the text into its own field."),
            ]),
        ConfigurationSection(
            name: "filters", summary: "What is not wanted; all off unless set. Dropped records are listed as rejects.",
            fields: [
                .optionalInteger(
                    "filters.min_characters", \.filters.minCharacters, 0...Int.max,
                    "Drop articles with fewer Unicode characters of text."),
                .optionalInteger(
                    "filters.max_characters", \.filters.maxCharacters, 1...Int.max,
                    "Drop articles with more Unicode characters of text."),
                .optionalTexts(
                    "filters.languages", \.filters.languages, .language,
                    "Languages to keep, as BCP 47 primary subtags; records without a known language stay."),
                .optionalRatio(
                    "filters.max_symbol_ratio", \.filters.maxSymbolRatio,
                    "Drop articles with a larger share of characters that are no letters, digits, spaces or common "
                        + "punctuation."),
            ]),
        ConfigurationSection(
            name: "dedupe", summary: "Which duplicates are set apart.",
            fields: [
                .flag("dedupe.exact", \.dedupe.exact, "Articles with the same text."),
                .flag(
                    "dedupe.url", \.dedupe.url,
                    "Versions of one article: similar texts with the same address or native identifier."),
                .flag("dedupe.near", \.dedupe.near, "Articles with nearly the same text, or a part of another's."),
                .ratio(
                    "dedupe.similarity", \.dedupe.similarity,
                    "Share of word shingles in common that makes two texts the same, if nothing contradicts."),
                .ratio(
                    "dedupe.containment", \.dedupe.containment,
                    "Share of the shorter text in the longer one that makes it a part, if nothing contradicts."),
                .choice(
                    "dedupe.keep", \.dedupe.keep, "Which copy of a story is published, of those that came in one run."),
                .choice("dedupe.revisions", \.dedupe.revisions, "Which version of an article is published."),
                .flag(
                    "dedupe.cut_boilerplate", \.dedupe.cutBoilerplate,
                    "Cut paragraphs that many stories of a site have; needs dedupe.near."),
            ]),
        ConfigurationSection(
            name: "entities", summary: "What is found in the text.",
            fields: [
                .flag("entities.enabled", \.entities.enabled, "Find entities and write them into the record.")
            ]),
        ConfigurationSection(
            name: "shards", summary: "How the output is cut into files.",
            fields: [
                .integer(
                    "shards.records", \.shards.records, 1...1_000_000_000,
                    "A shard ends before it would hold more records."),
                .bytes(
                    "shards.bytes", \.shards.bytes, 64 << 10...1 << 40,
                    "A shard ends when its file has reached this size."),
                .choice("shards.compression", \.shards.compression, "How shards are compressed."),
                .integer("shards.level", \.shards.level, 1...12, "Compression level of libdeflate."),
            ]),
        ConfigurationSection(
            name: "monitoring", summary: "What a machine is told about the runs.",
            fields: [
                .optionalText(
                    "monitoring.metrics_file", \.monitoring.metricsFile, shapesOutput: false,
                    "File that gets the metrics of every run, in the text format of Prometheus.")
            ]),
    ]

    /// Every field of every section, in order.
    package static let fields: [ConfigurationField] = all.flatMap(\.fields)
}
