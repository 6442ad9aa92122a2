/// A text with its escapes resolved, that still knows where each byte came from.
struct DecodedView {
    private(set) var bytes: [UInt8] = []
    /// For each byte where its source begins and ends; empty in a text as it is, where each byte is its own source.
    private var starts: [Int] = []
    private var ends: [Int] = []

    private init(capacity: Int) {
        bytes.reserveCapacity(capacity)
        starts.reserveCapacity(capacity)
        ends.reserveCapacity(capacity)
    }

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The text as it is, and as it reads behind each encoding it may be in; those that change nothing are left out.
    static func all(of text: [UInt8]) -> [DecodedView] {
        let plain = DecodedView(text)
        guard text.contains(where: Escape.mayBegin) else { return [plain] }
        let nested: [[Escape]] = [
            [.percent], [.percent, .percent], [.form], [.json], [.json, .json], [.json, .percent], [.json, .form],
            [.json, .html], [.html], [.html, .percent],
        ]
        return [plain]
            + nested.compactMap { escapes in
                var view = plain
                for escape in escapes {
                    guard let decoded = view.decoded(escape) else { return nil }
                    view = decoded
                }
                return view
            }
    }

    /// The range of the original text behind a range of this one, which is not empty.
    func source(_ range: Range<Int>) -> Range<Int> {
        starts.isEmpty ? range : starts[range.lowerBound]..<ends[range.upperBound - 1]
    }

    /// The view behind one more encoding, or nil where nothing is encoded.
    private func decoded(_ escape: Escape) -> DecodedView? {
        guard bytes.contains(where: escape.begins) else { return nil }
        var view = DecodedView(capacity: bytes.count)
        var index = 0
        while index < bytes.count {
            var count = 1
            if escape.begins(bytes[index]), let (output, length) = escape.read(bytes[index...]) {
                count = length
                let range = source(index..<(index + count))
                for byte in output { view.append(byte, from: range.lowerBound, to: range.upperBound) }
            } else {
                let range = source(index..<(index + 1))
                view.append(bytes[index], from: range.lowerBound, to: range.upperBound)
            }
            index += count
        }
        return view
    }

    private mutating func append(_ byte: UInt8, from start: Int, to end: Int) {
        bytes.append(byte)
        starts.append(start)
        ends.append(end)
    }
}
