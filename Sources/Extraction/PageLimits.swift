/// How much of a page is taken. What goes beyond is flattened or cut, and recorded as `Repair.limits`.
struct PageLimits: Sendable {
    /// Open elements. Deeper tags are dropped, their text stays (in the element that is open at this depth).
    /// libxml2 looks through all open elements for some end tags, so this also bounds the time of hostile pages.
    var depth = 2_000
    /// Elements of a page; further tags are dropped, their text stays. Real pages have 1,000 to 50,000.
    var elements = 500_000
    /// Bytes of visible text, of attribute values that are looked at, and of one attribute value.
    var textBytes = 24 << 20
    var attributeBytes = 8 << 20
    var attributeValueBytes = 16 << 10
    /// Bytes of structured data (`application/ld+json`) of a page.
    var structuredDataBytes = 4 << 20
    /// Bytes of other data in scripts.
    var scriptStateBytes = 8 << 20
}
