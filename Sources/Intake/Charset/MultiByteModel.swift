/// How likely bytes are as text in one of the East Asian double-byte encodings, in bits (0 is certain, less is worse).
///
/// Each encoding is laid out by use: frequent characters share some lead bytes, rare ones others.
struct MultiByteModel {
    let encoding: CharacterEncoding
    private let frequent: Set<UInt16>

    static let all: [MultiByteModel] = [
        MultiByteModel(.shiftJIS, ""),
        MultiByteModel(.eucJP, ""),
        MultiByteModel(.gb18030, "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年发"),
        MultiByteModel(.big5, "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年發"),
        MultiByteModel(.eucKR, "이다는을의에가하고지로은한를사기도서자대인어나리시그해아라부일전정제수보있과만것상원성들스국"),
    ]

    private init(_ encoding: CharacterEncoding, _ characters: String) {
        self.encoding = encoding
        var pairs: Set<UInt16> = []
        if let converter = IconvConverter(to: encoding) {
            for character in characters.unicodeScalars {
                let bytes = converter.encode(character)
                if bytes.count == 2 { pairs.insert(UInt16(bytes[0]) << 8 | UInt16(bytes[1])) }
            }
        }
        frequent = pairs
    }

    /// Sum over the characters that begin with a byte above 0x7F.
    func score(_ bytes: Span<UInt8>) -> Float {
        var sum: Float = 0
        var index = 0
        while index < bytes.count {
            let lead = bytes[index]
            guard lead >= 0x80 else {
                index &+= 1
                continue
            }
            let trail = index + 1 < bytes.count ? bytes[index + 1] : 0
            let (bits, length) = character(lead, trail, after: index + 2 < bytes.count ? bytes[index + 2] : 0)
            sum += bits
            index &+= length
        }
        return sum
    }

    private static let illegal: (Float, Int) = (-24, 1)

    private func character(_ lead: UInt8, _ trail: UInt8, after: UInt8) -> (bits: Float, length: Int) {
        if frequent.contains(UInt16(lead) << 8 | UInt16(trail)) { return (-7, 2) }
        switch encoding {
        case .shiftJIS: return shiftJIS(lead, trail)
        case .eucJP: return eucJP(lead, trail, after)
        case .big5: return big5(lead, trail)
        case .eucKR: return eucKR(lead, trail)
        default: return gb18030(lead, trail)
        }
    }

    private func shiftJIS(_ lead: UInt8, _ trail: UInt8) -> (Float, Int) {
        if (0xA1...0xDF).contains(lead) { return (-13, 1) }
        guard (0x81...0x9F).contains(lead) || (0xE0...0xFC).contains(lead), (0x40...0xFC).contains(trail), trail != 0x7F
        else { return Self.illegal }
        switch lead {
        case 0x82 where trail >= 0x9F: return (-7, 2)
        case 0x83 where trail <= 0x96: return (-9, 2)
        case 0x81: return (trail <= 0x42 || trail == 0x5B ? -5 : -9, 2)
        case 0x88...0x97: return (-12.5, 2)
        case 0x82, 0x98...0x9F, 0xE0...0xEA: return (-17, 2)
        default: return (-21, 2)
        }
    }

    private func eucJP(_ lead: UInt8, _ trail: UInt8, _ after: UInt8) -> (Float, Int) {
        if lead == 0x8F, trail >= 0xA1, after >= 0xA1 { return (-22, 3) }
        if lead == 0x8E, (0xA1...0xDF).contains(trail) { return (-14, 2) }
        guard lead >= 0xA1, lead != 0xFF, trail >= 0xA1, trail != 0xFF else { return Self.illegal }
        switch lead {
        case 0xA4: return (-7, 2)
        case 0xA5: return (-9, 2)
        case 0xA1: return (trail <= 0xA3 || trail == 0xBC ? -5 : -9, 2)
        case 0xB0...0xCF: return (-12.5, 2)
        case 0xA3, 0xD0...0xF4: return (-17, 2)
        default: return (-21, 2)
        }
    }

    private func gb18030(_ lead: UInt8, _ trail: UInt8) -> (Float, Int) {
        if lead == 0x80 || lead == 0xFF { return Self.illegal }
        if (0x30...0x39).contains(trail) { return (-22, 2) }
        guard trail >= 0x40, trail != 0x7F, trail != 0xFF else { return Self.illegal }
        if lead < 0xA1 || trail < 0xA1 { return (-20, 2) }
        switch lead {
        case 0xA3 where trail == 0xAC: return (-4.5, 2)
        case 0xA1: return (trail <= 0xA3 ? -5 : -9, 2)
        case 0xA3: return (-10, 2)
        case 0xB0...0xD7: return (-11.5, 2)
        case 0xD8...0xF7: return (-17, 2)
        default: return (-20, 2)
        }
    }

    private func big5(_ lead: UInt8, _ trail: UInt8) -> (Float, Int) {
        guard lead >= 0x81, lead != 0xFF, (0x40...0x7E).contains(trail) || (0xA1...0xFE).contains(trail) else {
            return Self.illegal
        }
        switch lead {
        case 0xA1: return (trail <= 0x43 ? -5 : -9, 2)
        case 0xA2, 0xA3: return (-12, 2)
        case 0xA4...0xC6: return (-12, 2)
        case 0xC9...0xF9: return (-17, 2)
        default: return (-21, 2)
        }
    }

    private func eucKR(_ lead: UInt8, _ trail: UInt8) -> (Float, Int) {
        guard lead >= 0x81, lead != 0xFF else { return Self.illegal }
        if lead >= 0xA1, trail >= 0xA1, trail != 0xFF {
            switch lead {
            case 0xB0...0xC8: return (-11.5, 2)
            case 0xA1...0xAF: return (-11, 2)
            case 0xCA...0xFD: return (-18, 2)
            default: return (-21, 2)
            }
        }
        let isExtension =
            lead <= 0xC6 && (trail &- 0x41 < 26 || trail &- 0x61 < 26 || (0x81...0xFE).contains(trail))
        return isExtension ? (-19, 2) : Self.illegal
    }
}
