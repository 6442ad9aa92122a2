/// The boxes of an MP4 file (ISO 14496-12). Only those that picture and sound need are kept; whatever else stands in it,
/// such as what tells of people, places and devices, is emptied where it stands, so that no offset changes.
struct MovieBoxes {
    private static let containers: Set<String> = [
        "moov", "trak", "mdia", "minf", "dinf", "stbl", "edts", "mvex", "moof", "traf", "mfra",
    ]
    /// Numbers alone: sizes, times, places in the file.
    private static let kept: Set<String> = [
        "ftyp", "styp", "sidx", "ssix", "tref", "elst", "elng", "vmhd", "smhd", "nmhd", "stts",
        "ctts", "cslg", "stsc", "stsz", "stz2", "stco", "co64", "stss", "stsh", "padb", "stdp", "sdtp", "sbgp", "sgpd",
        "subs", "saiz", "saio", "mehd", "trex", "leva", "mfhd", "tfhd", "tfdt", "trun", "tfra", "mfro",
    ]
    /// Descriptions of pictures, which have room for the name of the program that coded them.
    private static let pictureCodes: Set<String> = [
        "avc1", "avc3", "hvc1", "hev1", "mp4v", "av01", "vp08", "vp09", "dvh1", "dvhe", "encv", "s263", "mjpa", "jpeg",
    ]
    private static let words: Set<String> = ["text", "sbtl", "subt", "clcp"]
    private static let depth = 8

    private struct Box {
        let name: String
        let start: Int
        let content: Range<Int>
    }

    private var bytes: [UInt8]
    private var isInPieces = false

    static func cleaned(_ bytes: [UInt8]) throws(MediaCleaningError) -> [UInt8] {
        var movie = MovieBoxes(bytes: bytes)
        movie.isInPieces = try movie.boxes(in: bytes.indices).contains { $0.name == "moof" }
        try movie.clean(bytes.indices, depth: 0)
        return movie.bytes
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private mutating func clean(_ range: Range<Int>, depth: Int) throws(MediaCleaningError) {
        guard depth < MovieBoxes.depth else { throw .brokenMovie }
        for box in try boxes(in: range) {
            if box.name == "trak", try !isPictureOrSound(box) {
                guard !isInPieces else { throw .movieWithData }
                try clearSamples(of: box)
                empty(box)
            } else if MovieBoxes.containers.contains(box.name) {
                try clean(box.content, depth: depth + 1)
            } else {
                try cleanLeaf(box, depth: depth)
            }
        }
    }

    private mutating func cleanLeaf(_ box: Box, depth: Int) throws(MediaCleaningError) {
        switch box.name {
        case "mvhd", "tkhd", "mdhd": clearTimes(box)
        case "hdlr":
            // Behind what kind of track it is stand the maker of the program and a name.
            clear(box, from: 12)
        case "dref":
            // Where the data lies: in this file, which takes no words.
            for entry in try entries(in: box) { clear(entry, from: 4) }
        case "stsd": try clearDescriptions(box)
        case "mdat" where depth == 0: break
        default: if !MovieBoxes.kept.contains(box.name) { empty(box) }
        }
    }

    /// How the samples are coded is kept, but not who made the program and what it calls itself (12.1.3).
    private mutating func clearDescriptions(_ box: Box) throws(MediaCleaningError) {
        for entry in try entries(in: box) {
            clear(entry, from: 12, upTo: 16)
            if MovieBoxes.pictureCodes.contains(entry.name) { clear(entry, from: 42, upTo: 74) }
        }
    }

    /// Boxes in a table whose head takes eight bytes.
    private func entries(in box: Box) throws(MediaCleaningError) -> [Box] {
        guard box.content.count >= 8 else { return [] }
        return try boxes(in: box.content.lowerBound + 8..<box.content.upperBound)
    }

    private mutating func empty(_ box: Box) {
        bytes.replaceSubrange(box.start + 4..<box.start + 8, with: "free".utf8)
        clear(box.content)
    }

    private mutating func clear(_ range: Range<Int>) {
        for index in range.clamped(to: bytes.indices) { bytes[index] = 0 }
    }

    /// - Parameter first: where to begin, and `end` where to stop, counted from where its content begins.
    private mutating func clear(_ box: Box, from first: Int, upTo end: Int = .max) {
        let start = box.content.lowerBound
        let length = min(end, box.content.count)
        if first < length { clear(start + first..<start + length) }
    }

    /// When it was made and changed, in four bytes each, or eight in version 1.
    private mutating func clearTimes(_ box: Box) {
        guard let version = box.content.first.map({ bytes[$0] }) else { return }
        let start = box.content.lowerBound + 4
        clear((start..<start + (version == 1 ? 16 : 8)).clamped(to: box.content))
    }

    /// - Throws: ``MediaCleaningError/movieWithText`` for subtitles and chapters.
    private func isPictureOrSound(_ track: Box) throws(MediaCleaningError) -> Bool {
        guard let media = try box("mdia", in: track), let handler = try box("hdlr", in: media),
            handler.content.count >= 12
        else { return false }
        let start = handler.content.lowerBound + 8
        let kind = String(decoding: bytes[start..<start + 4], as: UTF8.self)
        guard !MovieBoxes.words.contains(kind) else { throw .movieWithText }
        return kind == "vide" || kind == "soun"
    }
}

/// Finding boxes and numbers.
extension MovieBoxes {
    private func boxes(in range: Range<Int>) throws(MediaCleaningError) -> [Box] {
        var (found, start): ([Box], Int) = ([], range.lowerBound)
        while start + 8 <= range.upperBound {
            var (size, head) = (number(at: start, bytes: 4), 8)
            if size == 1, start + 16 <= range.upperBound { (size, head) = (number(at: start + 8, bytes: 8), 16) }
            if size == 0 { size = range.upperBound - start }
            guard size >= head, size <= range.upperBound - start else { throw .brokenMovie }
            let name = String(String.UnicodeScalarView(bytes[start + 4..<start + 8].map { Unicode.Scalar($0) }))
            found.append(Box(name: name, start: start, content: start + head..<start + size))
            start += size
        }
        return found
    }

    private func box(_ name: String, in parent: Box) throws(MediaCleaningError) -> Box? {
        try boxes(in: parent.content).first { $0.name == name }
    }

    private func number(at index: Int, bytes count: Int) -> Int {
        guard index >= 0, index + count <= bytes.count else { return 0 }
        return bytes[index..<index + count].reduce(0) { $0 << 8 | Int($1) } & Int.max
    }

    /// Clears what a track of data points to in the film itself.
    private mutating func clearSamples(of track: Box) throws(MediaCleaningError) {
        guard let media = try box("mdia", in: track), let information = try box("minf", in: media),
            let table = try box("stbl", in: information)
        else { return }
        guard let chunks = try chunks(in: table), let sizes = try sizes(in: table), let runs = try runs(in: table)
        else {
            throw .movieWithData
        }
        var sample = 0
        for (index, offset) in chunks.enumerated() {
            let count = runs.last { $0.first <= index + 1 }?.samples ?? 0
            var position = offset
            for _ in 0..<count where sample < sizes.count {
                let end = position &+ sizes[sample]
                guard end >= position, end <= bytes.count else { throw .brokenMovie }
                clear(position..<end)
                (position, sample) = (end, sample + 1)
            }
        }
        guard sample == sizes.count else { throw .movieWithData }
    }

    private func chunks(in table: Box) throws(MediaCleaningError) -> [Int]? {
        if let box = try box("stco", in: table) { return entries(of: box, from: 4, width: 4) }
        return try box("co64", in: table).flatMap { entries(of: $0, from: 4, width: 8) }
    }

    private func sizes(in table: Box) throws(MediaCleaningError) -> [Int]? {
        guard let box = try box("stsz", in: table), box.content.count >= 12 else { return nil }
        let (start, same) = (box.content.lowerBound, number(at: box.content.lowerBound + 4, bytes: 4))
        guard same > 0 else { return entries(of: box, from: 8, width: 4) }
        let count = number(at: start + 8, bytes: 4)
        return count <= bytes.count ? Array(repeating: same, count: count) : nil
    }

    private func runs(in table: Box) throws(MediaCleaningError) -> [(first: Int, samples: Int)]? {
        guard let box = try box("stsc", in: table), let numbers = entries(of: box, from: 4, width: 4, each: 3) else {
            return nil
        }
        return stride(from: 0, to: numbers.count, by: 3).map { (numbers[$0], numbers[$0 + 1]) }
    }

    /// The numbers of a table whose count stands before them.
    private func entries(of box: Box, from: Int, width: Int, each: Int = 1) -> [Int]? {
        let start = box.content.lowerBound + from
        let count = number(at: start, bytes: 4) * each
        guard count >= 0, start + 4 + count * width <= box.content.upperBound else { return nil }
        return (0..<count).map { number(at: start + 4 + $0 * width, bytes: width) }
    }
}
