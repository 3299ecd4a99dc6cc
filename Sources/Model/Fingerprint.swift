/// What the dedupe phase needs to know of an article.
package struct Fingerprint: Sendable, Equatable {
    package var id: RecordID
    /// 128-bit hash of the folded text.
    package var text: RecordID
    /// Hashes of what an article may be recognised by besides its text: its address, its native identifier without the
    /// version. Zero where there is none.
    package var address: UInt64
    package var identifier: UInt64
    /// Seconds since 1970 of the publication, in UTC where a zone is known; nil without a date.
    package var published: Int64?
    /// Bytes of the text.
    package var length: Int
    /// Whether the headline says that the article replaces an earlier version.
    package var isMarkedRevision: Bool
    /// Keys under which similar texts meet, one for each band of the sketch.
    package var bands: [UInt64]
    /// What similarity is checked on, in the coding of the dedupe room.
    package var evidence: [UInt8]

    package init(
        id: RecordID, text: RecordID, address: UInt64 = 0, identifier: UInt64 = 0, published: Int64? = nil,
        length: Int = 0, isMarkedRevision: Bool = false, bands: [UInt64] = [], evidence: [UInt8] = []
    ) {
        self.id = id
        self.text = text
        self.address = address
        self.identifier = identifier
        self.published = published
        self.length = length
        self.isMarkedRevision = isMarkedRevision
        self.bands = bands
        self.evidence = evidence
    }
}
