import Foundation
import Outreach

/// The names in a folder, in the same order on every machine.
enum FolderListing {
    /// One file or folder.
    struct Item {
        let name: String
        let url: URL
        /// As people know it: `Content/materials/clip`.
        let path: String
        let isFolder: Bool
    }

    /// What lies in the content folder itself, or why it cannot be read.
    static func items(ofRoot root: URL) throws(ContentFolderError) -> [Item] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: root.path, isDirectory: &isFolder) else {
            throw .missing(path: root.path)
        }
        guard isFolder.boolValue else { throw .notAFolder(path: root.path) }
        guard let items = items(of: root, path: "Content") else { throw .unreadable(path: root.path) }
        return items
    }

    /// Everything in a folder except hidden files and `README.md`; nil where it cannot be opened.
    static func items(of folder: URL, path: String) -> [Item]? {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else { return nil }
        return names.filter { !$0.hasPrefix(".") && $0 != "README.md" }.sorted().map { name in
            let url = folder.appendingPathComponent(name)
            var isFolder: ObjCBool = false
            let exists = FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
            return Item(name: name, url: url, path: "\(path)/\(name)", isFolder: exists && isFolder.boolValue)
        }
    }
}

/// The files of one kind of material: texts, and the media beside them.
struct MaterialFolder {
    let kind: MaterialKind
    var texts: [(slug: Slug, file: ContentFile)] = []
    var media: [FolderListing.Item] = []
}

/// The files of the linter's rules.
struct SafeguardingFiles {
    static let spellingsName = "spellings.yaml"
    static let secondReadingName = "second-reading.txt"

    var rules: [ContentFile] = []
    var words: [ContentFile] = []
    var spellings: ContentFile?
    var secondReading: ContentFile?

    var all: [ContentFile] { rules + words + [spellings, secondReading].compactMap(\.self) }
}
