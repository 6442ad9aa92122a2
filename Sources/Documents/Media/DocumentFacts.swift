/// What a PDF file says of people, devices and times (ISO 32000-1, 14.3): its document information, its XMP metadata, and
/// the facts in pictures it holds. They are overwritten where they stand, so that no offset changes; a file in which
/// they lie where that cannot be done, or that nobody can look into, is refused.
enum DocumentFacts {
    private static let telling: Set<String> = [
        "Author", "Creator", "Producer", "Keywords", "CreationDate", "ModDate", "Company", "SourceModified",
        "LastModified",
    ]
    private static let files: Set<String> = ["EmbeddedFile", "EmbeddedFiles"]

    static func removed(from bytes: [UInt8]) throws(MediaCleaningError) -> [UInt8] {
        try requireOpen(bytes)
        var cleaned = bytes
        try clearMetadata(in: &cleaned)
        clearPackets(in: &cleaned)
        for name in DocumentName.all(of: telling, in: cleaned[...]) { try clearValue(of: name, in: &cleaned) }
        clearPictures(in: &cleaned)
        return cleaned
    }

    /// No password, no other files inside, and nothing telling in compressed objects.
    private static func requireOpen(_ bytes: [UInt8]) throws(MediaCleaningError) {
        for name in DocumentName.all(of: files.union(["Encrypt", "ObjStm"]), in: bytes[...]) {
            switch name.text {
            case "Encrypt": throw .closedDocument
            case "ObjStm":
                guard let stream = DocumentStream(of: name, in: bytes), stream.isPacked else { continue }
                guard let text = stream.inflated else { throw .closedDocument }
                if let hidden = DocumentName.all(of: telling.union(files), in: text[...]).first {
                    if files.contains(hidden.text) { throw .documentWithFiles }
                    throw .telling(hidden.text)
                }
            default: throw .documentWithFiles
            }
        }
    }

    /// Blanks in the place of the text behind a key: `(…)`, `<…>`, or an object of its own, `5 0 R`.
    private static func clearValue(of name: DocumentName, in bytes: inout [UInt8]) throws(MediaCleaningError) {
        let value = afterSpace(name.end, in: bytes)
        if clearText(at: value, in: &bytes) { return }
        if bytes[value...].starts(with: "null".utf8) { return }
        guard let object = reference(at: value, in: bytes) else { throw .telling(name.text) }
        let found = bytes[...].places(of: object).filter { place in
            place == 0 || !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[place - 1])
        }
        guard !found.isEmpty else { throw .telling(name.text) }
        for place in found {
            let text = afterSpace(place + object.utf8.count, in: bytes)
            guard clearText(at: text, in: &bytes) else { throw .telling(name.text) }
        }
    }

    /// How the object begins to which a reference leads: `5 0 obj` for `5 0 R`.
    private static func reference(at start: Int, in bytes: [UInt8]) -> String? {
        let words = bytes[start...].prefix(32).split(whereSeparator: DocumentName.isSpace).prefix(3).map {
            String(decoding: $0, as: UTF8.self)
        }
        guard words.count == 3, let number = Int(words[0]), let generation = Int(words[1]), words[2].hasPrefix("R")
        else { return nil }
        return "\(number) \(generation) obj"
    }

    private static func afterSpace(_ start: Int, in bytes: [UInt8]) -> Int {
        bytes[start...].firstIndex { !DocumentName.isSpace($0) } ?? bytes.count
    }

    /// - Returns: whether a text stands there.
    private static func clearText(at start: Int, in bytes: inout [UInt8]) -> Bool {
        guard start + 1 < bytes.count else { return false }
        switch bytes[start] {
        case UInt8(ascii: "("):
            clearLiteral(from: start + 1, in: &bytes)
            return true
        case UInt8(ascii: "<") where bytes[start + 1] != UInt8(ascii: "<"):
            var index = start + 1
            while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
                bytes[index] = UInt8(ascii: "0")
                index += 1
            }
            return true
        default: return false
        }
    }

    private static func clearLiteral(from start: Int, in bytes: inout [UInt8]) {
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

    /// Blanks in the place of metadata streams (14.3.2); a compressed one cannot be overwritten.
    private static func clearMetadata(in bytes: inout [UInt8]) throws(MediaCleaningError) {
        let names = DocumentName.all(of: ["Type", "Metadata"], in: bytes[...])
        for (type, name) in zip(names, names.dropFirst()) where type.text == "Type" && name.text == "Metadata" {
            guard bytes[type.end..<name.start].allSatisfy(DocumentName.isSpace),
                let stream = DocumentStream(of: name, in: bytes)
            else { continue }
            guard !stream.isPacked, let content = stream.content else { throw .telling(name.text) }
            for index in content { bytes[index] = 0x20 }
        }
    }

    /// Blanks between the tags of XMP packets (ISO 16684-1, 7.3) that stand elsewhere in the file as they are.
    private static func clearPackets(in bytes: inout [UInt8]) {
        let ends = bytes[...].places(of: "<?xpacket end")
        for start in bytes[...].places(of: "<?xpacket begin") {
            guard let end = ends.first(where: { $0 > start }),
                let content = bytes[start..<end].firstIndex(of: UInt8(ascii: ">"))
            else { continue }
            for index in content + 1..<end { bytes[index] = 0x20 }
        }
    }

    /// The Exif part of JPEG pictures in it: its length stays, its facts go.
    private static func clearPictures(in bytes: inout [UInt8]) {
        for name in ["Exif\0\0", "http://ns.adobe.com/xap/"] {
            for found in bytes[...].places(of: name)
            where found >= 4 && bytes[found - 4] == 0xFF && bytes[found - 3] == 0xE1 {
                let length = Int(bytes[found - 2]) << 8 | Int(bytes[found - 1])
                for index in found..<max(found, min(bytes.count, found - 2 + length)) { bytes[index] = 0 }
            }
        }
    }
}
