import Outreach

/// The encodings in which offices save tables as text.
public enum TextEncoding: String, Sendable, Hashable, CaseIterable {
    case utf8 = "UTF-8"
    case utf8WithMark = "UTF-8 with BOM"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    case windowsVietnamese = "CP1258"
    case tcvn3 = "TCVN3"
    case vni = "VNI"
}

/// A text file brought to UTF-8, and the encoding it was in.
struct DecodedText {
    let encoding: TextEncoding
    /// Where Unicode text was written with a font from before Unicode.
    let legacyFont: LegacyFont?
    /// UTF-8, valid, without byte order mark.
    let bytes: ArraySlice<UInt8>
}

extension DecodedText {
    /// Recognises the encoding by its byte order mark, else by what the bytes can be.
    static func of(_ file: [UInt8]) throws(TableError) -> DecodedText {
        if let kind = ForeignFile.recognised(in: file) { throw .notText(kind) }
        if file.starts(with: [0xEF, 0xBB, 0xBF]) {
            let text = file.dropFirst(3)
            if let offset = firstInvalidUTF8(in: text) { throw unreadable(file, at: offset) }
            return unicode(text, .utf8WithMark)
        }
        if file.starts(with: [0xFF, 0xFE]) { return try utf16(file, .utf16LittleEndian) }
        if file.starts(with: [0xFE, 0xFF]) { return try utf16(file, .utf16BigEndian) }
        guard let offset = firstInvalidUTF8(in: file[...]) else { return unicode(file[...], .utf8) }
        guard let text = singleByte(file) else { throw unreadable(file, at: offset) }
        return text
    }

    private static func unicode(_ text: ArraySlice<UInt8>, _ encoding: TextEncoding) -> DecodedText {
        guard text.contains(where: { $0 >= 0x80 }),
            let (font, decoded) = LegacyFont.found(in: String(decoding: text, as: UTF8.self))
        else { return DecodedText(encoding: encoding, legacyFont: nil, bytes: text) }
        return DecodedText(encoding: encoding, legacyFont: font, bytes: Array(decoded.utf8)[...])
    }

    /// The reading that gives the most Vietnamese. CP1258 is also taken where nothing else fits, for it holds foreign
    /// names too; no reading turns text into wrong letters in silence.
    private static func singleByte(_ file: [UInt8]) -> DecodedText? {
        guard !file.contains(0) else { return nil }
        let codes = file.lazy.map { Unicode.Scalar($0) }
        let readings: [(TextEncoding, String?)] = [
            (.windowsVietnamese, WindowsVietnamese.decoded(file).map { String(decoding: $0, as: UTF8.self) }),
            (.tcvn3, TCVN3.decoded(codes)), (.vni, VNI.decoded(codes)),
        ]
        var best: (encoding: TextEncoding, text: String, evidence: VietnameseSyllable.Evidence)?
        for case (let encoding, let text?) in readings {
            let evidence = VietnameseSyllable.evidence(in: text)
            guard encoding == .windowsVietnamese || evidence.isConvincing else { continue }
            if let found = best, found.evidence.balance >= evidence.balance { continue }
            best = (encoding, text, evidence)
        }
        return best.map { DecodedText(encoding: $0.encoding, legacyFont: nil, bytes: Array($0.text.utf8)[...]) }
    }

    /// The offset of the first byte that cannot be UTF-8 text; a zero byte counts, for it means UTF-16 without a mark.
    private static func firstInvalidUTF8(in bytes: ArraySlice<UInt8>) -> Int? {
        if String(validating: bytes, as: UTF8.self) != nil { return bytes.firstIndex(of: 0) }
        var parser = Unicode.UTF8.ForwardParser()
        var iterator = bytes.makeIterator()
        var offset = bytes.startIndex
        while true {
            switch parser.parseScalar(from: &iterator) {
            case .valid(let scalar): offset += scalar.count
            case .error: return offset
            case .emptyInput: return nil
            }
        }
    }

    private static func utf16(_ file: [UInt8], _ encoding: TextEncoding) throws(TableError) -> DecodedText {
        let high = encoding == .utf16BigEndian ? 0 : 1
        let units = stride(from: 2, to: file.count - 1, by: 2).map { index in
            UInt16(file[index + high]) << 8 | UInt16(file[index + 1 - high])
        }
        guard file.count.isMultiple(of: 2) else { throw unreadable(file, at: file.count - 1) }
        if let unit = units.firstIndex(of: 0) { throw unreadable(file, at: 2 + 2 * unit) }
        guard let text = String(validating: units, as: UTF16.self) else {
            throw unreadable(file, at: 2 + 2 * firstLoneSurrogate(in: units))
        }
        return unicode(Array(text.utf8)[...], encoding)
    }

    private static func firstLoneSurrogate(in units: [UInt16]) -> Int {
        var index = 0
        while index < units.count {
            guard UTF16.isSurrogate(units[index]) else {
                index += 1
                continue
            }
            guard UTF16.isLeadSurrogate(units[index]), index + 1 < units.count,
                UTF16.isTrailSurrogate(units[index + 1])
            else { return index }
            index += 2
        }
        return index
    }

    private static func unreadable(_ file: [UInt8], at offset: Int) -> TableError {
        .unreadableByte(file[offset], offset: offset, line: file[..<offset].count { $0 == UInt8(ascii: "\n") } + 1)
    }
}
