extension NewsDate {
    /// The first date that `bytes` states in any of the forms that dumps and pages use, with the time that stands by
    /// it.
    ///
    /// Machine forms: ISO 8601 (extended, basic, ordinal, week), RFC 822 to 5322, RFC 850, asctime, `date(1)`, Common
    /// Log, `20170717170300` (and with up to four digits of fractions), `19940519`, `920527`, `26-FEB-1987
    /// 15:01:01.79`, epochs of ten and thirteen digits. Visible forms: day, month name (over 20 languages) and year in
    /// any usual order, `12.03.2024`, `2024年3月12日`, `03/24/87`. Words before and after are passed over; only the first
    /// 512 bytes are looked at.
    ///
    /// Never guesses: no year, no day, a day that does not exist, or `04/05/2024` (which continent?) give nil; so does
    /// a four-digit year outside 1600...2199. Names of zones with several meanings (IST, AST) leave the offset open.
    /// Two-digit years follow RFC 5322: 00 to 49 are 20xx.
    ///
    /// `monthFirst` says how the caller's source writes `04/05/2024`; nil when it is not known. Allocates nothing.
    package static func parse(_ bytes: Span<UInt8>, monthFirst: Bool? = nil) -> NewsDate? {
        bytes.withUnsafeBufferPointer { buffer in
            var scanner = DateScanner(UnsafeBufferPointer(rebasing: buffer.prefix(512)), monthFirst: monthFirst)
            return scanner.scan()
        }
    }

    /// See `parse(_:monthFirst:)` over bytes.
    package static func parse(_ text: String, monthFirst: Bool? = nil) -> NewsDate? {
        var text = text
        return text.withUTF8 { buffer in
            var scanner = DateScanner(UnsafeBufferPointer(rebasing: buffer.prefix(512)), monthFirst: monthFirst)
            return scanner.scan()
        }
    }

    /// Seconds since 1970-01-01T00:00:00Z. Nil outside the years 1 to 9999.
    package init?(unixSeconds: Int) {
        let second = unixSeconds % 86_400 + (unixSeconds % 86_400 < 0 ? 86_400 : 0)
        let day = unixSeconds / 86_400 - (unixSeconds % 86_400 < 0 ? 1 : 0)
        self.init(
            daysSinceEpoch: day,
            time: Time(hour: second / 3600, minute: second / 60 % 60, second: second % 60, offset: 0))
    }

    /// Seconds, milliseconds, microseconds or nanoseconds since 1970, told apart by magnitude: below 10^11 are seconds
    /// (until the year 5138), below 10^14 milliseconds, below 10^17 microseconds.
    package init?(epoch: Int) {
        switch epoch.magnitude {
        case ..<100_000_000_000: self.init(unixSeconds: epoch)
        case ..<100_000_000_000_000: self.init(unixSeconds: epoch / 1000)
        case ..<100_000_000_000_000_000: self.init(unixSeconds: epoch / 1_000_000)
        default: self.init(unixSeconds: epoch / 1_000_000_000)
        }
    }
}
