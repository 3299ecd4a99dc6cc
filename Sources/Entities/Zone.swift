/// Time zones that news names by letters.
enum Zone {
    /// Small-letter abbreviations, each with its minutes east of UTC; nil where the letters alone do not say (ET is EST or
    /// EDT, IST Indian, Irish or Israeli).
    static let all: [(word: String, minutes: Int?)] = [
        ("", nil), ("gmt", 0), ("utc", 0), ("z", 0), ("est", -300), ("edt", -240), ("cst", -360), ("cdt", -300),
        ("mst", -420), ("mdt", -360), ("pst", -480), ("pdt", -420), ("bst", 60), ("cet", 60), ("cest", 120),
        ("eet", 120), ("eest", 180), ("msk", 180), ("jst", 540), ("aest", 600), ("aedt", 660), ("et", nil), ("ct", nil),
        ("mt", nil), ("pt", nil), ("ist", nil),
    ]

    /// `Z`, `-05:00`, or nothing for an unknown offset.
    static func suffix(_ index: Int) -> String {
        guard all.indices.contains(index), let minutes = all[index].minutes else { return "" }
        if minutes == 0 { return "Z" }
        let size = abs(minutes)
        return (minutes < 0 ? "-" : "+") + twoDigits(size / 60) + ":" + twoDigits(size % 60)
    }
}

/// 7 as "07".
func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
