/// Days of the week and months in the languages of much news: in template news they change with the date.
enum Calendar {
    /// - Parameter hash: of the folded token, as `Tokens` makes it.
    static func isDayOrMonth(_ hash: UInt64, isCapital: Bool) -> Bool {
        var place = Int(truncatingIfNeeded: hash >> 54)
        while true {
            let entry = table[place]
            if entry.hash == hash { return isCapital || !entry.needsCapital }
            if entry.hash == 0 { return false }
            place = (place + 1) & 1023
        }
    }

    private struct Entry {
        var hash: UInt64
        var needsCapital: Bool
    }

    /// Open addressing by the upper ten bits.
    private static let table: [Entry] = {
        var table = [Entry](repeating: Entry(hash: 0, needsCapital: false), count: 1024)
        for (words, needsCapital) in [(capitals, true), (smalls, false)] {
            for word in words.split(separator: " ") {
                let hash = Mixing.hash(Array(word.utf8))
                var place = Int(truncatingIfNeeded: hash >> 54)
                while table[place].hash != 0, table[place].hash != hash { place = (place + 1) & 1023 }
                if table[place].hash == 0 { table[place] = Entry(hash: hash, needsCapital: needsCapital) }
            }
        }
        return table
    }()

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
