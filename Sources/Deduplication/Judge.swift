internal import Model

/// The rules by which a likeness makes a duplicate.
///
/// Template news (weather, scores, share prices) differs in numbers, days and names that stand between the same words: a
/// *conflict*. A copy that was cut, lengthened, reworded or given another headline has none; a real update changes a few
/// figures and leaves most. So it is not what two texts share that parts them, but what they contradict each other in.
/// Texts of one site may share their footers, and stories of one affair their background; copies share their beginning.
struct Judge {
    /// Jaccard similarity that is enough when nothing speaks against it.
    private let similarity: Double
    /// Jaccard similarity from which the beginning, names and numbers are heard.
    private let similarityWithFacts = 0.4
    /// Containment that is enough when the shorter text's beginning is contained too.
    private let containment: Double

    init(similarity: Double, containment: Double) {
        self.similarity = similarity
        self.containment = containment
    }

    /// What connects two articles besides their texts.
    struct Ties {
        var address = false
        var identifier = false
        /// The later article calls itself a new version.
        var isMarkedRevision = false
    }

    /// Texts of fewer shingles say too little.
    private static let fewest = 8
    /// Texts below this need more than a half-similar text or a part of one.
    private static let few = 24
    /// Earlier stories that a text contradicts in the same words, from which on it passes for template news.
    private static let templateStories = 2

    /// Whom a text repeats: the first of the stories that fit, in the order in which they are given.
    func choose(_ stories: [(likeness: Likeness, ties: Ties)])
        -> (place: Int, kind: DuplicateKind, rule: DuplicateRule)?
    {
        let contradicted = stories.reduce(0) {
            $0 + ($1.likeness.containment >= 0.4 && contradicts($1.likeness) ? 1 : 0)
        }
        // The longer a template is in use, the more likely is an earlier story that differs in one figure only.
        let isTemplate = contradicted >= Self.templateStories
        for (place, story) in stories.enumerated() {
            let likeness = story.likeness
            if isTemplate, likeness.figures.conflicting + likeness.names.conflicting > 0 { continue }
            if let (kind, rule) = verdict(likeness, story.ties) { return (place, kind, rule) }
        }
        return nil
    }

    func verdict(_ likeness: Likeness, _ ties: Ties) -> (kind: DuplicateKind, rule: DuplicateRule)? {
        guard likeness.smaller >= Self.fewest, !contradicts(likeness) else { return nil }
        if ties.address || ties.identifier, likeness.jaccard >= 0.2 || likeness.containment >= 0.5 {
            return (.revision, ties.address ? .sameAddress : .sameIdentifier)
        }
        guard let rule = rule(likeness) else { return nil }
        if ties.isMarkedRevision { return (.revision, rule) }
        return (rule == .containment ? .contained : .near, rule)
    }

    private func rule(_ likeness: Likeness) -> DuplicateRule? {
        if likeness.smaller < Self.few {
            return likeness.jaccard >= 0.8 && likeness.figures.conflicting == 0 ? .similarity : nil
        }
        if likeness.jaccard >= similarity { return .similarity }
        guard likeness.head >= 0.5 else { return nil }
        if likeness.containment >= containment { return .containment }
        let (figures, names) = (likeness.figures, likeness.names)
        let agreeing = figures.agreeing + names.agreeing
        let conflicting = figures.conflicting + names.conflicting
        if likeness.jaccard >= similarityWithFacts, agreeing >= 3, conflicting * 8 <= agreeing { return .similarFacts }
        return nil
    }

    /// Other numbers or names in the same places, and too few that are the same.
    private func contradicts(_ likeness: Likeness) -> Bool {
        let (figures, names) = (likeness.figures, likeness.names)
        if figures.conflicting * 2 > figures.agreeing {
            // One corrected figure in a text that has hardly another: the names have to tell.
            if figures.conflicting > 1 || names.conflicting > 0 || names.agreeing < 10 { return true }
        }
        let conflicting = figures.conflicting + names.conflicting
        let agreeing = figures.agreeing + names.agreeing
        return conflicting >= 3 && conflicting * 2 > agreeing
    }
}
