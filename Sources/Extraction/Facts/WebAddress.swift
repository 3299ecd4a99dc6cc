import Text

/// An http or https URL in its parts (RFC 3986), enough to resolve and tidy what pages declare.
struct WebAddress: Equatable {
    /// `http` or `https`
    var scheme: String
    /// Host in lower case, with a port that is not the scheme's own.
    var authority: String
    /// Starts with `/`, without dot segments.
    var path: String
    /// Without `?`
    var query: String?

    /// Reads an absolute URL; nil when it is none of the web's.
    init?(_ text: String) {
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let scheme = text[..<colon].lowercased()
        guard scheme == "http" || scheme == "https" else { return nil }
        let rest = text[text.index(after: colon)...]
        guard rest.hasPrefix("//") else { return nil }
        self.init(scheme: scheme, afterSlashes: rest.dropFirst(2))
    }

    /// Resolves a reference found in the page at `base` (RFC 3986, 5.2).
    init?(_ reference: String, relativeTo base: WebAddress?) {
        let text = Self.trimmed(reference)
        guard !text.isEmpty else { return nil }
        if let absolute = WebAddress(text) {
            self = absolute
            return
        }
        guard let base else {
            guard text.hasPrefix("//") else { return nil }
            self.init(scheme: "https", afterSlashes: text.dropFirst(2))
            return
        }
        if text.hasPrefix("//") {
            self.init(scheme: base.scheme, afterSlashes: text.dropFirst(2))
            return
        }
        if Self.hasScheme(text) { return nil }
        self = base
        let withoutFragment = text.prefix { $0 != "#" }
        guard !withoutFragment.isEmpty else { return }
        let reference = withoutFragment.prefix { $0 != "?" }
        if !reference.isEmpty {
            let full = reference.hasPrefix("/") ? String(reference) : base.directory + reference
            path = Self.withoutDots(full)
        }
        let query = withoutFragment.dropFirst(reference.count)
        self.query = query.isEmpty ? nil : String(query.dropFirst())
    }

    private init?(scheme: String, afterSlashes rest: Substring) {
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        // Names and passwords have no place in a news URL.
        let host = (authority.split(separator: "@", omittingEmptySubsequences: false).last ?? "").lowercased()
        guard Self.isPlausible(host: host) else { return nil }
        self.scheme = scheme
        let defaultPort = scheme == "http" ? ":80" : ":443"
        self.authority = host.hasSuffix(defaultPort) ? String(host.dropLast(defaultPort.count)) : host
        let tail = rest.dropFirst(authority.count).prefix { $0 != "#" }
        let path = tail.prefix { $0 != "?" }
        self.path = path.isEmpty ? "/" : Self.withoutDots(String(path))
        let query = tail.dropFirst(path.count)
        self.query = query.count > 1 ? String(query.dropFirst()) : nil
    }

    private static func isPlausible(host: String) -> Bool {
        !host.isEmpty
            && host.utf8.allSatisfy {
                $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">")
                    && $0 != UInt8(ascii: "\"")
            }
    }

    private static func hasScheme(_ text: String) -> Bool {
        for byte in text.utf8 {
            if byte == UInt8(ascii: ":") { return true }
            guard
                byte.isASCIIAlphanumeric || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
                    || byte == UInt8(ascii: ".")
            else { return false }
        }
        return false
    }

    /// Without blanks around and line breaks inside, as browsers read an attribute.
    private static func trimmed(_ text: String) -> String {
        var bytes = text.utf8.filter { $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }[...]
        while bytes.first == 0x20 { bytes.removeFirst() }
        while bytes.last == 0x20 { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    private var directory: String {
        guard let slash = path.lastIndex(of: "/") else { return "/" }
        return String(path[...slash])
    }

    private static func withoutDots(_ path: String) -> String {
        guard path.utf8.contains(UInt8(ascii: ".")) else { return path }
        var kept: [Substring] = []
        let segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        for (index, segment) in segments.enumerated() {
            let isLast = index == segments.count - 1
            if segment == ".." {
                if !kept.isEmpty { kept.removeLast() }
                if isLast { kept.append("") }
            } else if segment == "." {
                if isLast { kept.append("") }
            } else {
                kept.append(segment)
            }
        }
        return "/" + kept.joined(separator: "/")
    }

    /// The authority as people name the site.
    var host: String { authority.hasPrefix("www.") ? String(authority.dropFirst(4)) : authority }

    var isHome: Bool { path == "/" && query == nil }

    var string: String { scheme + "://" + authority + path + (query.map { "?" + $0 } ?? "") }

    /// Without the parameters that only say who sent the reader.
    var withoutTracking: WebAddress {
        guard let query else { return self }
        var tidy = self
        let kept = query.split(separator: "&").filter { !URLCleaning.isTracking($0) }
        tidy.query = kept.isEmpty ? nil : kept.joined(separator: "&")
        return tidy
    }
}
