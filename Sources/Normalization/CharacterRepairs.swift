import Model
import Text

/// The repairs of single characters, in this order: mojibake, character references, controls and spaces, composition.
///
/// Each can uncover work for the others (a reference may stand for a zero-width space, mojibake may hide in a
/// reference), so they run until nothing changes. Clean text costs one scan.
struct CharacterRepairs {
    /// Rounds after which a hostile text is left as it is. Real text needs two.
    private static let maximumRounds = 8

    private let repairsMojibake: Bool
    private var mojibake = MojibakeRepair()
    private var references = EscapedReferences()
    private var cleanup: CharacterCleanup
    private let composition = CanonicalComposition()

    init(repairsMojibake: Bool, joinsDividedWords: Bool) {
        self.repairsMojibake = repairsMojibake
        cleanup = CharacterCleanup(joinsLines: joinsDividedWords)
    }

    /// Returns what the repaired text still contains, and whether it is another text than before.
    mutating func apply(
        to text: inout [UInt8], with rewriter: inout Rewriter, repairs: inout Repairs
    ) -> (left: Suspicion, hasChanged: Bool) {
        var suspicion = Suspicion(scanning: text.span)
        var hasChanged = false
        for _ in 0..<Self.maximumRounds {
            guard repairOnce(&text, suspicion, with: &rewriter, repairs: &repairs) else { break }
            suspicion = Suspicion(scanning: text.span)
            hasChanged = true
        }
        return (suspicion, hasChanged)
    }

    private mutating func repairOnce(
        _ text: inout [UInt8], _ found: Suspicion, with rewriter: inout Rewriter, repairs: inout Repairs
    ) -> Bool {
        var suspicion = found
        var count = 0
        if repairsMojibake, suspicion.contains(.mojibake) {
            count += repairs.add(mojibake.apply(to: &text, with: &rewriter), .mojibake)
        }
        if suspicion.contains(.references) {
            count += repairs.add(references.apply(to: &text, with: &rewriter), .entities)
        }
        // Both can uncover anything, and all mojibake has to be gone before its controls are.
        if count > 0 {
            suspicion = Suspicion(scanning: text.span)
            if repairsMojibake, suspicion.contains(.mojibake) { return true }
        }
        var changed = count > 0
        if !suspicion.isDisjoint(with: .characters) {
            changed = cleanup.apply(to: &text, suspecting: suspicion, with: &rewriter, repairs: &repairs) || changed
        }
        if suspicion.contains(.composition) {
            changed = repairs.add(composition.apply(to: &text, with: &rewriter), .nfc) > 0 || changed
        }
        return changed
    }
}

extension Repairs {
    /// Adds `count` to one kind and returns it.
    mutating func add(_ count: Int, _ repair: Repair) -> Int {
        if count > 0 { self[repair] += count }
        return count
    }
}
