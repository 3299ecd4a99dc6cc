/// Days of the week and months in the languages of much news: in template news they change with the date.
struct Calendar {
    /// Open addressing by the upper bits; 0 is a free place.
    private let hashes: [UInt64]
    private let needCapitals: [Bool]
    /// A bit for the upper twelve bits of every hash: nearly all other words are told apart by it (a Bloom filter with one
    /// function).
    let filter: [UInt64]

    private static let bits: UInt64 = 10

    init() {
        let places = 1 << Self.bits
        var (hashes, needCapitals) = ([UInt64](repeating: 0, count: places), [Bool](repeating: false, count: places))
        var filter = [UInt64](repeating: 0, count: 64)
        for (words, needsCapital) in [(Self.capitals, true), (Self.smalls, false)] {
            for word in words.split(separator: " ") {
                let hash = Mixing.hash(Array(word.utf8).span)
                filter[Int(truncatingIfNeeded: hash >> 58)] |= 1 &<< (hash >> 52)
                var place = Int(hash >> (64 - Self.bits))
                while hashes[place] != 0, hashes[place] != hash { place = (place + 1) % places }
                if hashes[place] == 0 { (hashes[place], needCapitals[place]) = (hash, needsCapital) }
            }
        }
        (self.hashes, self.needCapitals, self.filter) = (hashes, needCapitals, filter)
    }

    /// Whether a word passes the filter, as few that are neither day nor month do.
    @inline(__always)
    static func mayHold(_ hash: UInt64, _ filter: Span<UInt64>) -> Bool {
        filter[Int(truncatingIfNeeded: hash >> 58)] &>> (hash >> 52) & 1 == 1
    }

    /// - Parameter hash: of the folded token, as `Tokens` makes it.
    func isDayOrMonth(_ hash: UInt64, isCapital: Bool) -> Bool {
        var place = Int(truncatingIfNeeded: hash >> (64 - Self.bits))
        while hashes[place] != 0 {
            if hashes[place] == hash { return isCapital || !needCapitals[place] }
            place = (place &+ 1) % hashes.count
        }
        return false
    }

    /// English and German write them with a capital, and several are other words without one.
    private static let capitals = """
        monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun \
        january february march april may june july august september october november december \
        jan feb mar apr jun jul aug sep sept oct nov dec \
        montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag \
        januar jänner februar märz mai juni juli oktober dezember
        """

    private static let smalls = """
        lundi mardi mercredi jeudi vendredi samedi dimanche janvier février avril juin juillet août septembre octobre \
        novembre décembre \
        lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto \
        septiembre octubre noviembre diciembre \
        lunedì martedì mercoledì giovedì venerdì sabato domenica gennaio febbraio aprile maggio giugno luglio settembre \
        ottobre dicembre \
        segunda terça quarta quinta sexta janeiro fevereiro março maio junho julho setembro outubro dezembro \
        maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart juni juli augustus \
        понедельник вторник среда четверг пятница суббота воскресенье января февраля марта апреля мая июня июля августа \
        сентября октября ноября декабря
        """
}
