import Documents
import Foundation
import Outreach
import Storage

/// Writes the files people put beside the data into an export: texts as they are, and photos, films, sound and PDF
/// without what they say of places, people and devices.
struct ExportedFiles {
    /// What is kept here was cleaned when it came in.
    let known: MediaStore
    private(set) var count = 0
    private(set) var leftOut: [String] = []

    init(known: MediaStore) { self.known = known }

    mutating func write(_ folder: URL, as prefix: String, to writer: ArchiveWriter) throws {
        for path in try ExportedFiles.paths(below: folder) {
            let bytes = Array(try Data(contentsOf: folder.appending(path: path)))
            if let kept = kept(bytes) {
                try writer.add(prefix + path, kept)
                count += 1
            } else {
                leftOut.append("\(folder.lastPathComponent)/\(path)")
            }
        }
    }

    /// Nil for what is neither a text nor a file that can be cleaned.
    private func kept(_ bytes: [UInt8]) -> [UInt8]? {
        guard let type = MediaType(of: bytes) else {
            return String(validating: bytes, as: UTF8.self) != nil && !bytes.contains(0) ? bytes : nil
        }
        if known.has(.sha256(of: bytes)) { return bytes }
        guard bytes.count <= type.maximum else { return nil }
        return try? PhotoQueue.keptAtOnce(bytes, of: type)
    }

    /// Every file below a folder, in the order of their names; nothing that leads elsewhere.
    static func paths(below folder: URL) throws -> [String] {
        let all = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []
        return try all.sorted().filter { path in
            let values = try folder.appending(path: path).resourceValues(
                forKeys: [.isRegularFileKey, .isSymbolicLinkKey])
            return values.isRegularFile == true && values.isSymbolicLink != true
        }
    }
}
