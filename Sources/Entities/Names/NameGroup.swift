/// Forms that name the same thing.
struct NameGroup {
    var name: String
    var type: Int
    var isPeople = false
    /// In the order of the text.
    var mentions: [NameMention] = []
    var country: UInt8 = 0
    var geonameID: UInt32 = 0
    var probable: [String] = []
}
