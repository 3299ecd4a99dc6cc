internal import Model

/// How often two entities stand in the same article, as the row of the first. The counts of disjoint sets of articles add up.
struct EntityPair: Sendable, Equatable {
    var entity: EntityID
    var other: EntityID
    var documents: Int
    /// Over these articles, the mentions of the one that has fewer of them: settles which of two pairs ranks first.
    var weight: Int

    static func precedes(_ a: EntityPair, _ b: EntityPair) -> Bool {
        a.entity == b.entity ? a.other < b.other : a.entity < b.entity
    }

    func isOfSame(as other: EntityPair) -> Bool { entity == other.entity && self.other == other.other }
}
