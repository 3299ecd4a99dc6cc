import Mill
import Text

/// A cluster as lines for a terminal: its members, then the wanted ones word for word against the kept copy.
struct ClusterPage {
    var isColoured: Bool

    func lines(_ explanation: ClusterExplanation) -> [String] {
        var lines = explanation.members.enumerated().map { place, member in
            line(member, isWanted: explanation.wanted.contains(place))
        }
        for place in explanation.wanted {
            let member = explanation.members[place]
            guard !member.isPublished, let kept = explanation.kept(for: member) else { continue }
            lines += ["", "\(kept.id) -> \(member.id):"]
            lines += difference(kept, member)
        }
        return lines
    }

    private func line(_ member: ClusterExplanation.Member, isWanted: Bool) -> String {
        let columns =
            [isWanted ? ">" : " ", member.isPublished ? "kept     " : "duplicate", member.id] + member.judgement
            + member.facts
        let text = Self.shown(columns.joined(separator: " "))
        return isWanted && isColoured ? "\u{1B}[1m\(text)\u{1B}[0m" : text
    }

    private func difference(_ kept: ClusterExplanation.Member, _ member: ClusterExplanation.Member) -> [String] {
        let words = WordDifference(from: kept.text, to: member.text).parts.map { part in
            switch part {
            case .same(let text): Self.shown(text)
            case .removed(let text): marked(text, "31;9", "[-", "-]")
            case .added(let text): marked(text, "32", "{+", "+}")
            }
        }
        // A paragraph's end is a word of its own.
        return words.joined(separator: " ").split(separator: "\n").map { String($0.drop { $0 == " " }) }
    }

    /// As `git diff --word-diff` marks them, with colours where there are any.
    private func marked(_ text: String, _ colour: String, _ open: String, _ close: String) -> String {
        let lines = Self.shown(text).split(separator: "\n", omittingEmptySubsequences: false)
        return lines.map { line in
            let words = line.drop { $0 == " " }
            if words.isEmpty { return "" }
            return isColoured ? "\u{1B}[\(colour)m\(words)\u{1B}[0m" : "\(open)\(words)\(close)"
        }.joined(separator: "\n")
    }

    /// What an article says must not move a terminal's cursor: controls but the line feed become spaces.
    static func shown(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isControl = scalar.value < 0x20 && scalar != "\n" || (0x7F..<0xA0).contains(scalar.value)
            scalars.append(isControl ? " " : scalar)
        }
        return String(scalars)
    }
}
