import Outreach

/// Turns the bytes of one cell into text: NFC, without white space at either end.
enum CellText {
    /// - Parameter bytes: valid UTF-8.
    static func clean(_ bytes: ArraySlice<UInt8>) -> String {
        let trimmed = withoutSurroundingSpace(bytes)
        let text = String(decoding: trimmed, as: UTF8.self)
        return isSurelyClean(trimmed) ? text : text.normalized.trimmed
    }

    private static func withoutSurroundingSpace(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var (start, end) = (bytes.startIndex, bytes.endIndex)
        while start < end, isSpace(bytes[start]) { start += 1 }
        while start < end, isSpace(bytes[end - 1]) { end -= 1 }
        return bytes[start..<end]
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == .space || (UInt8.tab...UInt8.carriageReturn).contains(byte)
    }

    /// Whether the text is in NFC and free of other white space beyond doubt.
    ///
    /// Normalising is by far the dearest step, and nearly every cell is ASCII or precomposed Vietnamese. What passes:
    /// U+0000–02FF but for the two spaces in it, U+1E80–1EFF, and U+2010–2026.
    private static func isSurelyClean(_ bytes: ArraySlice<UInt8>) -> Bool {
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            if byte < 0x80 {
                index += 1
                continue
            }
            let second = index + 1 < bytes.endIndex ? bytes[index + 1] : 0
            if (0xC2...0xCB).contains(byte) {
                guard byte != 0xC2 || second != 0x85 && second != 0xA0 else { return false }
                index += 2
                continue
            }
            let third = index + 2 < bytes.endIndex ? bytes[index + 2] : 0
            let isVietnamese = byte == 0xE1 && (0xBA...0xBB).contains(second)
            let isPunctuation = byte == 0xE2 && second == 0x80 && (0x90...0xA6).contains(third)
            guard isVietnamese || isPunctuation else { return false }
            index += 3
        }
        return true
    }
}
