internal import Model
internal import Store
internal import Text

extension ReportPage {
    private static let sizes = [(2, 2), (3, 3), (4, 4), (5, 9), (10, 19), (20, 49), (50, Int.max)]

    func addDuplicates(to html: inout Markup) {
        guard scope.total.duplicates > 0 else { return }
        let clusters = facts.clusters.ranked
        html.element("section", ["id": "duplicates"]) { html in
            html.element("h2", text: "Stories told more than once")
            html.element(
                "p", ["class": "note"],
                text:
                    "\(Wording.count(scope.total.duplicates, "duplicate")) in \(Wording.count(clusters.count, "cluster")), "
                    + "each led by a published article.")
            var rows: [Markup.Bar] = []
            for (low, high) in Self.sizes {
                let count = clusters.count { (low...high).contains($0.count + 1) }
                let label = low == high ? "\(low) copies" : high == .max ? "\(low) and more" : "\(low) – \(high) copies"
                rows.append(Markup.Bar(label: label, count: count, colour: .duplicates))
            }
            while rows.last?.count == 0 { rows.removeLast() }
            html.bars(
                "Clusters by size, the article included", rows, whole: clusters.count, scale: rows.map(\.count).max())
            html.element("h3", ["style": "margin-top:2rem;padding-bottom:.5rem"], text: "The largest")
            for example in facts.examples { add(example, to: &html) }
        }
    }

    private func add(_ example: ReportFacts.ClusterExample, to html: inout Markup) {
        let shown = example.leader ?? example.duplicate
        html.element("div", ["class": "story"]) { html in
            html.element("p") { html in
                html.element("strong", text: "\(Wording.number(example.size)) × ")
                html.foreign(Wording.beginning(Self.headline(shown), 120))
            }
            html.element("p", ["class": "note"]) { html in
                html.foreign(((shown?.facts ?? []) + [example.id.description]).joined(separator: " · "))
                if example.isSame { html.text(" · every copy is the same text") }
                if example.leader == nil { html.text(" · led by an article of an earlier run") }
            }
            guard let leader = example.leader, let duplicate = example.duplicate, !example.isSame else { return }
            html.fold("How one of them differs: \(example.judgement)") { html in
                html.element("p", ["class": "note"]) { html in
                    html.foreign((duplicate.facts + [duplicate.id.description]).joined(separator: " · "))
                }
                html.element("p", ["class": "diff"]) { WordDifferencePassage.add(leader.text, duplicate.text, to: &$0) }
            }
        }
    }

    private static func headline(_ member: ReportFacts.Member?) -> String {
        guard let member else { return "(not in these runs)" }
        return member.title.isEmpty ? Wording.beginning(member.text, 100) : member.title
    }
}

/// The words in which two texts differ, with a few words around them.
enum WordDifferencePassage {
    /// Words before and behind a difference.
    private static let context = 8
    private static let longestText = 40_000
    private static let longestPart = 600
    private static let parts = 60

    static func add(_ old: String, _ new: String, to html: inout Markup) {
        guard old.utf8.count < longestText, new.utf8.count < longestText else {
            html.text("The texts are too long to be compared here.")
            return
        }
        let parts = WordDifference(from: old, to: new).parts
        guard parts.contains(where: { if case .same = $0 { false } else { true } }) else {
            html.text("Not in its words.")
            return
        }
        for (place, part) in parts.prefix(Self.parts).enumerated() {
            switch part {
            case .same(let text): same(text, isFirst: place == 0, isLast: place == parts.count - 1, &html)
            case .removed(let text): html.element("del") { $0.foreign(Wording.beginning(text, longestPart)) }
            case .added(let text): html.element("ins") { $0.foreign(Wording.beginning(text, longestPart)) }
            }
            html.raw(" ")
        }
        if parts.count > Self.parts { html.element("span", ["class": "gap"], text: "… and further differences") }
    }

    private static func same(_ text: String, isFirst: Bool, isLast: Bool, _ html: inout Markup) {
        let words = text.split { $0 == " " || $0 == "\n" }
        if words.count <= 2 * context { return html.foreign(words.joined(separator: " ")) }
        if !isFirst { html.foreign(words.prefix(context).joined(separator: " ")) }
        html.element("span", ["class": "gap"], text: " … ")
        if !isLast { html.foreign(words.suffix(context).joined(separator: " ")) }
    }
}
