/// Lines that news has and annotated text lacks, made from patterns and the gazetteer: datelines, bylines, credits, results.
///
/// In a pattern, `P` is a person, `L` a city, `C` a country, `A` an agency, `T` a club named after its city, `N` a number;
/// `LU` and `PU` are in capitals. Everything else stands as it is.
struct SyntheticLines {
    private var random: SplitMix
    private let names: [GazetteerList: [[UInt8]]]

    init(_ names: [GazetteerList: [[UInt8]]], seed: UInt64) {
        self.names = names
        random = SplitMix(seed: seed)
    }

    private static let agencies = split(
        "Reuters;AP;AFP;Xinhua;UPI;Bloomberg;Associated Press;Agence France-Presse;dpa;Interfax")
    private static let months = split(
        "January;February;March;April;May;June;July;August;September;October;November;December")
    private static let suffixes = split("United;City;Rovers;Town;Athletic;Wanderers;FC;Rangers;Dynamo;Sporting")

    static let credits = split(
        """
        LU ( A ) -;LU , C ( A ) -;LU , M N ( A ) -;L ( A ) -;LU , M N -;LU -;L , C -;By P;By P in L;By P and P;BY PU;P , A;\
        Photo : P / A;Reporting by P in L;Reporting by P and P ; Editing by P;P in L contributed to this report .;\
        ( Additional reporting by P , P and P );-- P;L , M N ( A );Written by P;P is a writer in L .;P , L;Story by P;\
        LU ( A ) : P;( A , L );By P , A
        """)
    static let results = split(
        """
        T N T N;T N , T N;L N L N;C N C N;N. P ( C ) N;P ( C ) beat P ( C ) N-N N-N;P , C , N;T at L;C v C;T v T;\
        N. P ( T );P ( C ) N points;T N - N T;N P ( C ) , T;L vs L;Scorers : P N , P N;T : P , P , P;C : P , P;\
        P bt P N-N N-N;L N N N N N;T N N N N N
        """)

    private static func split(_ text: String) -> [String] {
        text.split(separator: ";", omittingEmptySubsequences: true).map { part in
            String(part.drop { $0 == " " || $0 == "\n" })
        }
    }

    mutating func lines(_ patterns: [String], count: Int) -> [TaggedSentence] {
        (0..<count).map { _ in line(patterns[random.below(patterns.count)]) }
    }

    private mutating func line(_ pattern: String) -> TaggedSentence {
        var line = TaggedSentence(tokens: [], names: [])
        for part in pattern.split(separator: " ") {
            switch part {
            case "P": add(person(), Label.person, &line)
            case "PU": add(Self.upper(person()), Label.person, &line)
            case "L": add(pick(.city), Label.location, &line)
            case "LU": add(Self.upper(pick(.city)), Label.location, &line)
            case "C": add(pick(.country), Label.location, &line)
            case "A": add(choose(Self.agencies), Label.organization, &line)
            case "T":
                add(
                    random.below(2) == 0 ? pick(.city) : pick(.city) + [0x20] + choose(Self.suffixes),
                    Label.organization, &line)
            case "M": line.tokens.append(choose(Self.months))
            case "N": line.tokens.append(Array(String(random.below(30)).utf8))
            case "N.": line.tokens.append(Array("\(1 + random.below(20)).".utf8))
            case "N-N": line.tokens.append(Array("\(random.below(8))-\(random.below(8))".utf8))
            default: line.tokens.append(Array(part.utf8))
            }
        }
        return line
    }

    private mutating func pick(_ list: GazetteerList) -> [UInt8] {
        guard let all = names[list], !all.isEmpty else { return Array("Paris".utf8) }
        return all[random.below(all.count)]
    }

    private mutating func choose(_ list: [String]) -> [UInt8] { Array(list[random.below(list.count)].utf8) }

    private mutating func person() -> [UInt8] {
        let initial = random.below(10) == 0 ? [0x20, UInt8(65 + random.below(26)), UInt8(ascii: ".")] : []
        return pick(.first) + initial + [0x20] + pick(.last)
    }

    private func add(_ name: [UInt8], _ type: Int, _ line: inout TaggedSentence) {
        let start = line.tokens.count
        for token in name.split(separator: 0x20) { line.tokens.append(Array(token)) }
        line.names.append(NameSpan(start: start, end: line.tokens.count, type: type))
    }

    private static func upper(_ name: [UInt8]) -> [UInt8] {
        name.map { $0 &- UInt8(ascii: "a") < 26 ? $0 & ~0x20 : $0 }
    }
}
