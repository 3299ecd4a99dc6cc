/// Units of measure and the names they go by in output: the singular common name, SI names in their BIPM spelling.
enum Unit {
    /// Place 0 is no unit.
    static let names: [String] = [""] + rows.map { String($0[0]) } + compoundNames
    /// Small-letter words, each with its place in `names`.
    static let words: [(word: String, index: Int)] = rows.enumerated().flatMap { row, fields in
        fields.dropFirst().map { (String($0), row + 1) }
    }

    static let degree = index("degree")

    static func index(_ name: String) -> Int { names.firstIndex(of: name) ?? 0 }

    /// The unit that a leading word makes of another: "square" kilometre, "nautical" mile.
    static func compound(_ prefix: String, _ unit: Int) -> Int {
        let name = "\(prefix) \(names[unit])"
        return index(name)
    }

    /// `unit` per hour, per day or per second, where that is a unit.
    static func rate(_ unit: Int, per: String) -> Int { index("\(names[unit]) per \(per)") }

    private static let rows: [[Substring]] = table.split(separator: "\n").map { line in
        let halves = line.split(separator: ":")
        return [halves[0]] + (halves.count > 1 ? halves[1].split(separator: " ") : [])
    }

    private static let table = """
        second: second seconds sec secs
        minute: minute minutes min mins
        hour: hour hours hr hrs
        day: day days
        week: week weeks
        month: month months
        year: year years yr yrs
        decade: decade decades
        century: century centuries
        kilometre: kilometre kilometres kilometer kilometers km kms
        metre: metre metres meter meters
        centimetre: centimetre centimetres centimeter centimeters cm cms
        millimetre: millimetre millimetres millimeter millimeters mm
        mile: mile miles
        yard: yard yards
        foot: foot feet ft
        inch: inch inches
        fathom: fathom fathoms
        light-year: lightyear lightyears
        hectare: hectare hectares ha
        acre: acre acres
        kilogram: kilogram kilograms kilogramme kilogrammes kilo kilos kg kgs
        gram: gram grams gramme grammes
        milligram: milligram milligrams mg
        tonne: tonne tonnes
        ton: ton tons
        kilotonne: kilotonne kilotonnes kiloton kilotons
        megatonne: megatonne megatonnes megaton megatons
        pound: lb lbs
        ounce: ounce ounces oz
        carat: carat carats
        litre: litre litres liter liters
        millilitre: millilitre millilitres milliliter milliliters ml
        gallon: gallon gallons
        pint: pint pints
        barrel: barrel barrels bbl bbls
        barrel per day: bpd
        bushel: bushel bushels
        bag: bag bags
        bale: bale bales
        kilometre per hour: kph kmh
        mile per hour: mph
        knot: knot knots
        watt: watt watts
        kilowatt: kilowatt kilowatts kw
        megawatt: megawatt megawatts mw
        gigawatt: gigawatt gigawatts gw
        kilowatt-hour: kwh
        megawatt-hour: mwh
        volt: volt volts
        hertz: hertz hz
        kilohertz: kilohertz khz
        megahertz: megahertz mhz
        gigahertz: gigahertz ghz
        byte: byte bytes
        kilobyte: kilobyte kilobytes kb
        megabyte: megabyte megabytes mb
        gigabyte: gigabyte gigabytes gb
        terabyte: terabyte terabytes tb
        calorie: calorie calories kcal
        decibel: decibel decibels
        degree: degree degrees
        basis point
        """

    private static let compoundNames: [String] = {
        var names: [String] = []
        for unit in ["kilometre", "metre", "centimetre", "mile", "yard", "foot", "inch"] {
            names.append("square \(unit)")
            names.append("cubic \(unit)")
        }
        names += ["nautical mile", "troy ounce", "degree Celsius", "degree Fahrenheit"]
        names += ["metre per second", "foot per second", "litre per day", "gallon per day", "tonne per day"]
        names += ["cubic metre per second", "cubic foot per second", "cubic foot per day", "cubic metre per day"]
        return names
    }()
}
