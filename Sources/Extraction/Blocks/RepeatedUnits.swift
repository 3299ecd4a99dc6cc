/// Finds the outermost elements inside the container that have two siblings or more of the same style, and two blocks
/// or more: posts of a live blog, teasers of other articles, items of a list of products.
struct RepeatedUnits {
    /// The unit of each node, -1 outside of any.
    private(set) var of: [Int32] = []
    /// How many siblings of its style the node has, itself included, and its place among them; 0 for nodes that are no
    /// candidates.
    private(set) var counts: [Int32] = []
    private(set) var places: [Int32] = []

    private var groups = Groups()
    private var groupOf: [Int32] = []
    private var sizes: [Int32] = []

    mutating func find(_ arena: Arena, container: Int, names: NodeNames) {
        of.removeAll(keepingCapacity: true)
        counts.removeAll(keepingCapacity: true)
        places.removeAll(keepingCapacity: true)
        groupOf.removeAll(keepingCapacity: true)
        sizes.removeAll(keepingCapacity: true)
        groups.begin(expecting: arena.count)
        for node in 0..<arena.count {
            var group: Int32 = -1
            if arena.contains(container, node), node != container, !arena.tag[node].isInline,
                arena.endBlock[node] - arena.firstBlock[node] >= 2
            {
                let key = TokenHash.pair(names.all[node].style, UInt64(arena.parent[node]) &+ 1)
                group = Int32(truncatingIfNeeded: groups.number(of: key))
                if group == sizes.count { sizes.append(0) }
                sizes[Int(group)] += 1
            }
            groupOf.append(group)
            places.append(group < 0 ? 0 : sizes[Int(group)])
        }
        for node in 0..<arena.count {
            let group = groupOf[node]
            counts.append(group < 0 ? 0 : sizes[Int(group)])
            let parent = Int(arena.parent[node])
            let above = parent >= 0 ? of[parent] : -1
            of.append(above >= 0 ? above : counts[node] >= 3 ? Int32(truncatingIfNeeded: node) : -1)
        }
    }
}
