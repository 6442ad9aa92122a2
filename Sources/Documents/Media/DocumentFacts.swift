import CZlib

/// What a PDF file says of people, devices and times (ISO 32000-1, 14.3): its document information, its XMP packet, and the facts in
/// pictures it holds. They are overwritten where they stand, so that no offset changes.
enum DocumentFacts {
    private static let keys = [
        "Author", "Creator", "Producer", "Keywords", "CreationDate", "ModDate", "Company", "SourceModified",
        "LastModified",
    ]
    /// An object stream larger than this is nobody's poster.
    private static let mostInflated = 32 << 20

    static func removed(from bytes: [UInt8]) throws(MediaCleaningError) -> [UInt8] {
        if let key = hiddenKey(in: bytes) { throw .telling(key) }
        var cleaned = bytes
        for key in keys { clearValues(of: key, in: &cleaned) }
        clearPackets(in: &cleaned)
        clearPictures(in: &cleaned)
        return cleaned
    }

    /// Blanks in the place of every text behind a key: `(…)` or `<…>`.
    private static func clearValues(of key: String, in bytes: inout [UInt8]) {
        for found in places(of: Array("/\(key)".utf8), in: bytes) {
            var index = found + key.utf8.count + 1
            while index < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
            guard index + 1 < bytes.count else { continue }
            if bytes[index] == UInt8(ascii: "(") {
                clearText(from: index + 1, in: &bytes)
            } else if bytes[index] == UInt8(ascii: "<"), bytes[index + 1] != UInt8(ascii: "<") {
                index += 1
                while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
                    bytes[index] = UInt8(ascii: "0")
                    index += 1
                }
            }
        }
    }

    private static func clearText(from start: Int, in bytes: inout [UInt8]) {
        var (index, open) = (start, 1)
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\\") where index + 1 < bytes.count:
                bytes[index] = 0x20
                index += 1
            case UInt8(ascii: "("): open += 1
            case UInt8(ascii: ")"): open -= 1
            default: break
            }
            if open == 0 { return }
            bytes[index] = 0x20
            index += 1
        }
    }

    /// Blanks between the tags of XMP packets (ISO 16684-1, 7.3), which stand in the file as they are.
    private static func clearPackets(in bytes: inout [UInt8]) {
        let ends = places(of: Array("<?xpacket end".utf8), in: bytes)
        for start in places(of: Array("<?xpacket begin".utf8), in: bytes) {
            guard let end = ends.first(where: { $0 > start }),
                let content = bytes[start..<end].firstIndex(of: UInt8(ascii: ">"))
            else { continue }
            for index in content + 1..<end { bytes[index] = 0x20 }
        }
    }

    /// The Exif part of JPEG pictures in it: its length stays, its facts go.
    private static func clearPictures(in bytes: inout [UInt8]) {
        for name in [Array("Exif\0\0".utf8), Array("http://ns.adobe.com/xap/".utf8)] {
            for found in places(of: name, in: bytes)
            where found >= 4 && bytes[found - 4] == 0xFF && bytes[found - 3] == 0xE1 {
                let length = Int(bytes[found - 2]) << 8 | Int(bytes[found - 1])
                for index in found..<min(bytes.count, found - 2 + length) { bytes[index] = 0 }
            }
        }
    }

    /// A telling key inside a compressed object stream, where it cannot be overwritten.
    private static func hiddenKey(in bytes: [UInt8]) -> String? {
        for found in places(of: Array("/ObjStm".utf8), in: bytes) {
            guard let stream = places(of: Array("stream".utf8), in: bytes[found..<min(bytes.count, found + 2000)]).first
            else { continue }
            var start = stream + 6
            while start < bytes.count, bytes[start] == 0x0D || bytes[start] == 0x0A { start += 1 }
            let text = inflated(bytes[start...])
            for key in keys where !places(of: Array("/\(key)".utf8), in: text[...]).isEmpty {
                return key
            }
        }
        return nil
    }

    private static func inflated(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        bytes.prefix(mostInflated).withUnsafeBufferPointer { input in
            [UInt8](unsafeUninitializedCapacity: mostInflated) { output, count in
                count = zlib_inflate_prefix(input.baseAddress, input.count, output.baseAddress, output.count)
            }
        }
    }

    private static func places(of name: [UInt8], in bytes: [UInt8]) -> [Int] { places(of: name, in: bytes[...]) }

    private static func places(of name: [UInt8], in bytes: ArraySlice<UInt8>) -> [Int] {
        guard let first = name.first, bytes.count >= name.count else { return [] }
        var found: [Int] = []
        bytes.withUnsafeBufferPointer { area in
            for index in 0...(area.count - name.count) where area[index] == first {
                if name.indices.allSatisfy({ area[index + $0] == name[$0] }) { found.append(index + bytes.startIndex) }
            }
        }
        return found
    }
}
