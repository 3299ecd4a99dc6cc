/// Web addresses reduced to what names the page (RFC 3986, 6.2.2 and 6.2.3, and the habits of news sites).
package enum URLCleaning {
    /// The address without what does not change the page; nil when it is no absolute http or https address.
    ///
    /// Scheme and host in lower case, no default port, no fragment (but `#!`, which names a page), no tracking
    /// parameters, no session id in the path, no empty query. The other parameters keep their order and spelling.
    package static func canonical(_ url: String) -> String? {
        if isPlain(url) { return url }
        guard let parts = Parts(url) else { return nil }
        var result = parts.scheme + "://" + parts.authority
        let path = withoutSession(parts.path)
        result += path.isEmpty ? "/" : path
        let query = parts.query.split(separator: "&").filter { !isTracking($0) }.joined(separator: "&")
        if !query.isEmpty { result += "?" + query }
        if parts.fragment.hasPrefix("!") { result += "#" + parts.fragment }
        return result
    }

    /// Whether an address is canonical at a glance, as most are: `https://`, a plain host, and a path and a query without
    /// anything that may have to be cut or encoded.
    private static func isPlain(_ url: String) -> Bool {
        var url = url
        return url.withUTF8 { bytes in
            guard let slash = plainHost(bytes)?.upperBound else { return false }
            let question = bytes[slash...].firstIndex(of: 0x3F) ?? bytes.endIndex
            guard bytes[slash..<question].allSatisfy({ isPlain($0) && $0 != 0x3B }) else { return false }
            return question == bytes.endIndex
                || isPlain(query: UnsafeBufferPointer(rebasing: bytes[(question + 1)...]))
        }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte < 0x7F && byte != 0x23 && byte != 0x3E && byte != 0x5C
    }

    /// Whether a query stays as it is.
    private static func isPlain(query: UnsafeBufferPointer<UInt8>) -> Bool {
        guard query.allSatisfy({ isPlain($0) }) else { return false }
        var start = 0
        while true {
            let end = query[start...].firstIndex(of: 0x26) ?? query.endIndex
            if isTracking(UnsafeBufferPointer(rebasing: query[start..<end])) { return false }
            if end == query.endIndex { return true }
            start = end + 1
        }
    }

    /// The host of an absolute http or https address, without `www.`.
    package static func site(_ url: String) -> String? {
        var address = url
        let plain = address.withUTF8 { bytes in
            plainHost(bytes).map { String(decoding: UnsafeBufferPointer(rebasing: bytes[$0]), as: UTF8.self) }
        }
        guard let host = plain ?? Parts(url)?.host, !host.isEmpty else { return nil }
        let bare = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
        return bare.isEmpty ? nil : bare
    }

    /// Where the host of small letters, digits, dots and hyphens lies between `https://` and a slash; nil for any other
    /// address.
    private static func plainHost(_ url: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        let start =
            "https://".utf8.elementsEqual(url.prefix(8)) ? 8 : "http://".utf8.elementsEqual(url.prefix(7)) ? 7 : 0
        guard start > 0, let slash = url[start...].firstIndex(of: 0x2F), url[start].isASCIIAlphanumeric,
            url[slash - 1] != 0x2E,
            url[start..<slash].allSatisfy({ $0.isASCIIDigit || $0.isASCIILower || $0 == 0x2E || $0 == 0x2D })
        else { return nil }
        return start..<slash
    }

    // MARK: -

    private struct Parts {
        var scheme: String
        /// User information (rare) and port, if it is not the default, included.
        var authority: String
        var host: String
        var path: String
        var query: String
        var fragment: String

        init?(_ url: String) {
            let bytes = Parts.trimmed(url)
            guard let colon = bytes.firstIndex(of: 0x3A) else { return nil }
            scheme = String(decoding: bytes[..<colon], as: UTF8.self).lowercased()
            guard scheme == "http" || scheme == "https", bytes[colon...].starts(with: [0x3A, 0x2F, 0x2F]) else {
                return nil
            }
            let rest = bytes[(colon + 3)...]
            let end = rest.firstIndex { $0 == 0x2F || $0 == 0x3F || $0 == 0x23 || $0 == 0x5C } ?? rest.endIndex
            guard let (authority, host) = Parts.authority(rest[..<end], scheme: scheme) else { return nil }
            self.authority = authority
            self.host = host
            let hash = rest[end...].firstIndex(of: 0x23) ?? rest.endIndex
            let question = rest[end..<hash].firstIndex(of: 0x3F) ?? hash
            path = String(decoding: rest[end..<question], as: UTF8.self)
            query = question < hash ? String(decoding: rest[(question + 1)..<hash], as: UTF8.self) : ""
            fragment = hash < rest.endIndex ? String(decoding: rest[(hash + 1)...], as: UTF8.self) : ""
        }

        /// Without spaces and angle brackets around, and without line ends and tabs inside; spaces inside are encoded.
        private static func trimmed(_ url: String) -> [UInt8] {
            var bytes: [UInt8] = []
            for byte in url.utf8 where byte >= 0x20 && byte != 0x7F {
                if bytes.isEmpty, byte == 0x20 || byte == 0x3C { continue }
                bytes.append(byte)
            }
            while let last = bytes.last, last == 0x20 || last == 0x3E { bytes.removeLast() }
            guard bytes.contains(0x20) else { return bytes }
            return bytes.flatMap { $0 == 0x20 ? [0x25, 0x32, 0x30] : [$0] }
        }

        private static func authority(_ bytes: ArraySlice<UInt8>, scheme: String) -> (authority: String, host: String)?
        {
            let at = bytes.lastIndex(of: 0x40).map { $0 + 1 } ?? bytes.startIndex
            var host = bytes[at...]
            var port: ArraySlice<UInt8> = []
            // An IPv6 address has colons of its own, in brackets.
            if let colon = host.lastIndex(of: 0x3A), host[colon...].allSatisfy({ $0 != 0x5D }) {
                port = host[(colon + 1)...]
                guard port.allSatisfy(\.isASCIIDigit) else { return nil }
                host = host[..<colon]
            }
            while host.last == 0x2E { host.removeLast() }
            guard !host.isEmpty, !host.contains(0x25) || host.contains(0x2E) else { return nil }
            let name = String(decoding: host, as: UTF8.self).lowercased()
            let number = String(decoding: port, as: UTF8.self)
            let isDefault = number.isEmpty || number == (scheme == "http" ? "80" : "443")
            let user = String(decoding: bytes[..<at], as: UTF8.self)
            return (user + name + (isDefault ? "" : ":" + number), name)
        }
    }

    /// Cuts `;jsessionid=...` and its like out of a path.
    private static func withoutSession(_ path: String) -> String {
        guard path.utf8.contains(0x3B) else { return path }
        let bytes = Array(path.utf8)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == 0x3B, sessions.contains(where: { starts(bytes[(index + 1)...], with: $0) }) {
                index += 1
                while index < bytes.count, bytes[index] != 0x3B, bytes[index] != 0x2F { index += 1 }
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Whether a parameter of a query (`name=value` or `name`) only says who sent the reader.
    package static func isTracking(_ parameter: Substring) -> Bool {
        var parameter = parameter
        return parameter.withUTF8 { isTracking($0) }
    }

    private static func isTracking(_ parameter: UnsafeBufferPointer<UInt8>) -> Bool {
        var name = parameter.prefix { $0 != 0x3D }
        // `?amp;utm_source=` comes from an address that was escaped twice.
        if starts(name, with: "amp;") { name = name.dropFirst(4) }
        return name.isEmpty || prefixes.contains { starts(name, with: $0) }
            || name.count <= longestTracking
                && tracking.contains(String(decoding: name.lazy.map(\.asciiLowered), as: UTF8.self))
    }

    /// ASCII case does not count; `word` is in lower case.
    private static func starts(_ bytes: some Collection<UInt8>, with word: StaticString) -> Bool {
        word.withUTF8Buffer { word in
            bytes.count >= word.count && zip(bytes, word).allSatisfy { $0.asciiLowered == $1 }
        }
    }

    private static let sessions: [StaticString] = ["jsessionid=", "phpsessid=", "sid=", "sessionid="]

    private static let prefixes: [StaticString] = [
        "utm_", "ns_", "pk_", "piwik_", "mtm_", "matomo_", "hsa_", "at_custom", "fb_action_", "action_", "oly_",
        "vero_",
    ]

    private static let tracking = Set(
        """
        fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ysclid twclid ttclid igshid igsh li_fat_id mc_cid mc_eid
        mkt_tok _hsenc _hsmi hsctatracking wickedid __s s_cid rb_clickid cmpid cmp ncid ocid ito icid smid smtyp sref
        ref_src ref_url _ga _gl gi xtor spm share_id guccounter guce_referrer guce_referrer_sig phpsessid jsessionid
        mbid
        wt_mc wt.mc_id wt.zmc dicbo zanpid epik trk trkcampaign fb_source fb_ref sr_share soc_src soc_trk at_medium
        at_campaign at_link_id at_link_type at_link_origin at_ptr_name at_format at_bbc_team campaign_id_utm
        __twitter_impression
        amp_js_v usqp taid tblci obicmp sfmc_id elqtrackid elqtrack elqcampaignid assetid_utm irclickid cvid srsltid
        sfnsn mibextid wtmc spref
        """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))

    private static let longestTracking = tracking.lazy.map(\.utf8.count).max() ?? 0
}
