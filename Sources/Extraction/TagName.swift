/// The element names that a rule distinguishes; every other name is `unknown`.
enum TagName: UInt8, CaseIterable, Sendable {
    case unknown
    case html, head, body, title, meta, link, base
    case script, style, noscript, template, svg, math, iframe, textarea, select, video, audio, canvas
    case noembed, noframes, object, embed, applet, map, frame, frameset, datalist, plaintext, xmp
    case br, hr, img, wbr, source, track, param, area, col, keygen, input, basefont, isindex, spacer
    case a, abbr, acronym, b, bdi, bdo, big, cite, code, data, del, dfn, em, font, i, ins, kbd, label, mark
    case nobr, output, picture, q, rb, rp, rt, ruby, s, samp, small, span, strike, strong, sub, sup, time, tt, u
    case `var`
    case address, article, aside, blockquote, button, center, dd, details, dialog, dir, div, dl, dt
    case fieldset, figcaption, figure, footer, form, header, hgroup, legend, li, listing, main, menu, nav, ol
    case optgroup, option, p, pre, search, section, summary, ul
    case h1, h2, h3, h4, h5, h6
    case caption, colgroup, table, tbody, td, tfoot, th, thead, tr
    case marquee, blink, meter, progress

    /// Part of a line of text: starting or ending it does not end a block. Unknown elements are inline, as in HTML.
    var isInline: Bool {
        switch self {
        case .unknown, .img, .wbr, .a, .abbr, .acronym, .b, .bdi, .bdo, .big, .cite, .code, .data, .del, .dfn, .em,
            .font, .i, .ins, .kbd, .label, .mark, .nobr, .output, .picture, .q, .rb, .rp, .rt, .ruby, .s, .samp,
            .small, .span, .strike, .strong, .sub, .sup, .time, .tt, .u, .var, .blink, .map, .object, .applet,
            .meter, .progress, .input:
            true
        default: false
        }
    }

    /// Has no content and no end tag (HTML, 13.1.2), the obsolete ones included.
    var isVoid: Bool {
        switch self {
        case .area, .base, .basefont, .br, .col, .embed, .frame, .hr, .img, .input, .isindex, .keygen, .link, .meta,
            .param, .source, .spacer, .track, .wbr:
            true
        default: false
        }
    }

    /// An open `p` ends where this element starts (HTML, 13.2.6.4.7).
    var closesParagraph: Bool {
        switch self {
        case .address, .article, .aside, .blockquote, .center, .details, .dialog, .dir, .div, .dl, .fieldset,
            .figcaption, .figure, .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6, .header, .hgroup, .hr, .main, .menu,
            .nav, .ol, .p, .pre, .listing, .search, .section, .summary, .table, .ul, .li, .dd, .dt:
            true
        default: false
        }
    }

    /// Open paragraphs outside of this element are out of reach from inside it.
    var limitsParagraphScope: Bool {
        switch self {
        case .applet, .button, .caption, .html, .marquee, .object, .table, .td, .template, .th: true
        default: false
        }
    }

    /// The end tag may be left out, so that a missing one does not mean depth.
    var endsByItself: Bool {
        switch self {
        case .p, .li, .dt, .dd, .tr, .td, .th, .thead, .tbody, .tfoot, .option, .optgroup, .colgroup, .rb, .rp, .rt:
            true
        default: false
        }
    }

    var isHeading: Bool { rawValue >= TagName.h1.rawValue && rawValue <= TagName.h6.rawValue }

    /// Nothing in it is running text, whatever it holds up to its end tag.
    var isSkippedWhole: Bool {
        switch self {
        case .script, .style, .noscript, .template, .svg, .iframe, .textarea, .select, .video, .audio, .canvas,
            .noembed, .noframes, .datalist:
            true
        default: false
        }
    }
}

/// Finds names in a fixed open-addressing table, without regard to ASCII case.
struct TagNameTable: Sendable {
    private var keys = [UInt64](repeating: 0, count: 1024)
    private var names = [TagName](repeating: .unknown, count: 1024)

    static let shared = TagNameTable()

    private init() {
        for name in TagName.allCases where name != .unknown {
            var key = Self.seed
            for byte in "\(name)".utf8 { key = Self.extend(key, by: byte) }
            var slot = Self.slot(of: key)
            while keys[slot] != 0 { slot = (slot + 1) & 1023 }
            keys[slot] = key
            names[slot] = name
        }
    }

    static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

    /// FNV-1a, one byte further. Bit 5 makes upper case lower and leaves digits and hyphens alone.
    @inline(__always) static func extend(_ key: UInt64, by byte: UInt8) -> UInt64 {
        (key ^ UInt64(byte | 0x20)) &* 0x100_0000_01b3
    }

    @inline(__always) private static func slot(of key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 54)
    }

    /// The name whose bytes, fed to `extend` one after the other, gave `key`.
    func name(forKey key: UInt64) -> TagName {
        var slot = Self.slot(of: key)
        while keys[slot] != 0 {
            if keys[slot] == key { return names[slot] }
            slot = (slot + 1) & 1023
        }
        return .unknown
    }
}
