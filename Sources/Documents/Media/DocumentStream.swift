import CZlib

/// A stream of a PDF file (ISO 32000-1, 7.3.8), found by a name in its dictionary.
struct DocumentStream {
    /// Larger than this is nobody's poster.
    private static let mostInflated = 32 << 20
    /// A dictionary of a stream is shorter.
    private static let longestDictionary = 2000

    let dictionary: ArraySlice<UInt8>
    /// Where its bytes begin.
    let start: Int
    private let bytes: [UInt8]

    /// Nil where the name stands in no dictionary of a stream.
    init?(of name: DocumentName, in bytes: [UInt8]) {
        let before = max(0, name.start - DocumentStream.longestDictionary)
        let after = min(bytes.count, name.end + DocumentStream.longestDictionary)
        guard let keyword = bytes[name.end..<after].places(of: "stream").first else { return nil }
        let object = bytes[before..<name.start].places(of: "obj").last ?? before
        var start = keyword + 6
        while start < bytes.count, bytes[start] == 0x0D || bytes[start] == 0x0A { start += 1 }
        dictionary = bytes[object..<keyword]
        self.start = start
        self.bytes = bytes
    }

    var isPacked: Bool { !DocumentName.all(of: ["Filter"], in: dictionary).isEmpty }

    /// Its bytes up to the keyword that ends it, without the line's end before that; nil where it has no end.
    var content: Range<Int>? {
        guard var end = bytes[start...].places(of: "endstream").first else { return nil }
        while end > start, bytes[end - 1] == 0x0D || bytes[end - 1] == 0x0A { end -= 1 }
        return start..<end
    }

    /// What it holds when it is unpacked; nil where it is packed in another way than by Flate alone, or is too large.
    var inflated: [UInt8]? {
        guard DocumentName.all(of: ["DecodeParms", "DP"], in: dictionary).isEmpty else { return nil }
        let text = bytes[start...].prefix(DocumentStream.mostInflated).withUnsafeBufferPointer { input in
            [UInt8](unsafeUninitializedCapacity: DocumentStream.mostInflated) { output, count in
                count = zlib_inflate_prefix(input.baseAddress, input.count, output.baseAddress, output.count)
            }
        }
        return text.isEmpty || text.count == DocumentStream.mostInflated ? nil : text
    }
}

extension ArraySlice<UInt8> {
    /// Where a word stands in it.
    func places(of word: String) -> [Int] {
        let word = Array(word.utf8)
        guard let first = word.first, count >= word.count else { return [] }
        var found: [Int] = []
        withUnsafeBufferPointer { area in
            for index in 0...(area.count - word.count) where area[index] == first {
                if word.indices.allSatisfy({ area[index + $0] == word[$0] }) { found.append(startIndex + index) }
            }
        }
        return found
    }
}
