import TestSupport
import Testing

@testable import Text

@Suite struct BylineTests {
    @Test(
        arguments: [
            ("", []), ("   ", []), ("Ann Lee", ["Ann Lee"]), ("By Ann Lee", ["Ann Lee"]), ("BY ANN LEE", ["ANN LEE"]),
            ("by: Ann Lee", ["Ann Lee"]), ("Written by Ann Lee", ["Ann Lee"]), ("Von Hans Maier", ["Hans Maier"]),
            ("Von Miller", ["Von Miller"]), ("Par Luc Petit", ["Luc Petit"]), ("Peter and Jane", ["Peter", "Jane"]),
            ("By Ann Lee, Bo Diaz and Cy Young", ["Ann Lee", "Bo Diaz", "Cy Young"]),
            ("By Ann Lee, Bo Diaz, and Cy Young", ["Ann Lee", "Bo Diaz", "Cy Young"]),
            ("Ann, Bo and Cy", ["Ann", "Bo", "Cy"]), ("Ann Lee; Bo C.F. Diaz", ["Ann Lee", "Bo C.F. Diaz"]),
            ("Ann Lee & Bo Diaz", ["Ann Lee", "Bo Diaz"]), ("Ann Lee with Bo Diaz", ["Ann Lee", "Bo Diaz"]),
            ("Lee, Ann", ["Lee, Ann"]), ("Lee, Ann; Diaz, Bo", ["Lee, Ann", "Diaz, Bo"]),
            ("von der Heide, Eva Maria", ["von der Heide, Eva Maria"]),
            ("Lee, Ann and Diaz, Bo", ["Lee, Ann", "Diaz, Bo"]),
            ("Ann Lee, Bo Diaz", ["Ann Lee", "Bo Diaz"]), ("Ann Lee, Staff Writer", ["Ann Lee"]),
            ("Lee, Reporter", ["Lee"]), ("Ann Lee, Associated Press", ["Ann Lee"]), ("Ann Lee (Reuters)", ["Ann Lee"]),
            ("Ann Lee | Reuters", ["Ann Lee"]), ("Ann Lee – Capital Correspondent", ["Ann Lee"]),
            ("Reuters", ["Reuters"]),
            ("By The Associated Press", ["The Associated Press"]), ("Reuters, AP", ["Reuters", "AP"]),
            ("Ann Lee in Rome and Bo Diaz in New York", ["Ann Lee", "Bo Diaz"]),
            ("By Ann Lee for Example News", ["Ann Lee"]),
            ("John Smith, Jr.", ["John Smith Jr."]), ("John Smith Jr., Bo Diaz", ["John Smith Jr.", "Bo Diaz"]),
            ("Smith, Jr.", ["Smith Jr."]), ("Ann Lee, MD", ["Ann Lee"]),
            ("Ann Lee ann@example.com @annlee", ["Ann Lee"]),
            ("ann@example.com (Ann Lee)", ["Ann Lee"]), ("ann@example.com", []),
            ("Ann Lee <ann@example.com>", ["Ann Lee"]),
            ("José Ortega y Gasset", ["José Ortega y Gasset"]), ("Ana Ruiz y Juan Gil", ["Ana Ruiz", "Juan Gil"]),
            ("Hans Maier und Eva Kurz", ["Hans Maier", "Eva Kurz"]), ("Ann Lee\nBo Diaz", ["Ann Lee", "Bo Diaz"]),
            ("Ann\u{A0}Lee · Bo Diaz", ["Ann Lee", "Bo Diaz"]), ("Ann Lee, ann lee", ["Ann Lee"]),
            ("Ann Lee.", ["Ann Lee"]),
            ("None", []), ("NaN", []), ("---", []), ("By", []), ("By ,", []), ("and", []), ("((", []),
            ("https://example.com/ann", []),
            ("Anne-Marie O'Neill", ["Anne-Marie O'Neill"]), ("Staff", []),
            ("Ann is a reporter who writes about energy and lives with two cats in a small town", []),
            ("山田太郎", ["山田太郎"]),
        ] as [(String, [String])])
    func namesAreFound(_ byline: String, expected: [String]) {
        #expect(Bylines.split(byline) == expected)
    }

    @Test("a name at a glance is what a closer look finds")
    func plainNames() {
        var random = SplitMix(state: 11)
        let words =
            Bylines.vocabulary.sorted().map { $0.prefix(1).uppercased() + $0.dropFirst() }
            + ["Ann", "Lee", "Bo", "Diaz", "McDonald", "ann", "LEE", "J", "Of", "Für", "Jean-Luc", "O'Neill", "Nº"]
        for word in words {
            for _ in 0..<20 {
                let count = Int.random(in: 1...4, using: &random)
                var parts = (0..<count).map { _ in ["Ann", "Lee", word, words.randomElement(using: &random) ?? ""] }
                    .map { $0.randomElement(using: &random) ?? "" }
                if Int.random(in: 0..<4, using: &random) == 0 {
                    parts.insert("", at: Int.random(in: 0...count, using: &random))
                }
                let byline = parts.joined(separator: " ")
                // A space behind it is reason enough to look closely.
                #expect(Bylines.split(byline) == Bylines.split(byline + " "), "\(byline)")
            }
        }
    }

    @Test func hugeBylinesAreNone() {
        #expect(Bylines.split(String(repeating: "a, ", count: 100_000)).isEmpty)
        #expect(Bylines.split(String(repeating: "a y ", count: 499)).count <= 64)
        #expect(Bylines.split((0..<200).map { "Ann L\($0)" }.joined(separator: ";")).count == 64)
    }
}
