internal import Text

/// UTF-16 text as UTF-8, for formats that are cut at single bytes. Half a surrogate pair becomes U+FFFD.
///
/// Events of the stream beneath stay where they are.
final class NarrowingStream: ByteStream {
    private let window: ByteWindow
    private let isBigEndian: Bool
    private var text: [UInt8] = []
    private var taken = 0
    /// A unit that needs its second half.
    private var highSurrogate: UInt16?

    init(_ window: ByteWindow, isBigEndian: Bool) {
        self.window = window
        self.isBigEndian = isBigEndian
    }

    func read(into room: UnsafeMutableRawBufferPointer) -> StreamStep {
        while true {
            if taken < text.count {
                let count = min(room.count, text.count - taken)
                text.withUnsafeBytes {
                    room.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[taken..<taken + count]))
                }
                taken += count
                return .bytes(count)
            }
            text.removeAll(keepingCapacity: true)
            taken = 0
            if window.count >= 2 {
                narrow()
                continue
            }
            let step = window.fill()
            switch step {
            case .bytes: continue
            case .memberEnd: return step
            case .gap, .notice, .failed, .end:
                // What a unit or a pair lacks now will not come.
                if highSurrogate != nil || window.count > 0 { UTF8Text.append(0xFFFD, to: &text) }
                highSurrogate = nil
                window.advance(by: window.count)
                guard !text.isEmpty else { return step }
                window.unread(step)
            }
        }
    }

    private func narrow() {
        let bytes = window.bytes
        let units = min(bytes.count, 64 << 10) / 2
        for index in 0..<units {
            let first = UInt16(bytes[2 * index])
            let second = UInt16(bytes[2 * index + 1])
            append(isBigEndian ? first << 8 | second : second << 8 | first)
        }
        window.advance(by: 2 * units)
    }

    private func append(_ unit: UInt16) {
        if let high = highSurrogate {
            highSurrogate = nil
            if (0xDC00...0xDFFF).contains(unit) {
                return UTF8Text.append(0x10000 + (UInt32(high & 0x3FF) << 10 | UInt32(unit & 0x3FF)), to: &text)
            }
            UTF8Text.append(0xFFFD, to: &text)
        }
        if (0xD800...0xDBFF).contains(unit) {
            highSurrogate = unit
        } else {
            UTF8Text.append(UInt32(unit), to: &text)
        }
    }
}
