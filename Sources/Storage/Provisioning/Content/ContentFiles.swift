import Foundation
import Outreach

/// The files of the content folder, each under what it is to be read as.
struct ContentFiles {
    /// By file name: `topics.yaml`.
    private(set) var lists: [String: ContentFile] = [:]
    private(set) var plans: [(slug: Slug, file: ContentFile)] = []
    private(set) var playbooks: [(slug: Slug, file: ContentFile)] = []
    private(set) var materials: [MaterialFolder] = []
    private(set) var safeguarding = SafeguardingFiles()
    /// Files nobody asks for, and names that cannot be used.
    private(set) var problems: [DataProblem] = []

    static let listNames = [
        "audiences.yaml", "calendars.yaml", "help-lines.yaml", "indicators.yaml", "observances.yaml", "topics.yaml",
        "units.yaml",
    ]

    var all: [ContentFile] {
        lists.values.sorted { $0.path < $1.path } + plans.map(\.file) + playbooks.map(\.file)
            + materials.flatMap { $0.texts.map(\.file) } + safeguarding.all
    }

    /// YAML files with words for people. The rules of the linter are full of what they look for.
    var readable: [ContentFile] {
        lists.values.sorted { $0.path < $1.path } + plans.map(\.file) + playbooks.map(\.file)
    }

    /// Looks at every name in the folder; hidden files and `README.md` are no business of the program.
    static func find(in folder: URL) throws(ContentFolderError) -> ContentFiles {
        var files = ContentFiles()
        for item in try FolderListing.items(ofRoot: folder) { files.sort(item) }
        return files
    }

    private mutating func sort(_ item: FolderListing.Item) {
        switch (item.name, item.isFolder) {
        case (let name, false) where ContentFiles.listNames.contains(name):
            lists[name] = ContentFile(url: item.url, path: item.path)
        case ("plans", true): plans = documents(in: item)
        case ("playbooks", true): playbooks = documents(in: item)
        case ("materials", true): findMaterials(in: item)
        case ("safeguarding", true): findSafeguarding(in: item)
        default: stray(item, among: ContentFiles.listNames + ["plans", "playbooks", "materials", "safeguarding"])
        }
    }

    private mutating func documents(in folder: FolderListing.Item) -> [(slug: Slug, file: ContentFile)] {
        contents(of: folder).compactMap { item in
            guard !item.isFolder, item.url.pathExtension == "yaml" else {
                stray(item, expected: "<slug>.yaml")
                return nil
            }
            return slug(of: item).map { ($0, ContentFile(url: item.url, path: item.path)) }
        }
    }

    private mutating func findSafeguarding(in folder: FolderListing.Item) {
        for item in contents(of: folder) {
            switch (item.name, item.isFolder) {
            case ("rules", true): safeguarding.rules = documents(in: item).map(\.file)
            case ("words", true): safeguarding.words = documents(in: item).map(\.file)
            case (SafeguardingFiles.spellingsName, false):
                safeguarding.spellings = ContentFile(url: item.url, path: item.path)
            case (SafeguardingFiles.secondReadingName, false):
                safeguarding.secondReading = ContentFile(url: item.url, path: item.path)
            default:
                stray(
                    item,
                    among: ["rules", "words", SafeguardingFiles.spellingsName, SafeguardingFiles.secondReadingName])
            }
        }
    }

    private mutating func findMaterials(in folder: FolderListing.Item) {
        for item in contents(of: folder) {
            guard item.isFolder, let kind = MaterialKind(rawValue: item.name) else {
                stray(item, among: MaterialKind.allCases.map(\.rawValue))
                continue
            }
            let files = contents(of: item)
            var found = MaterialFolder(kind: kind)
            for file in files where file.url.pathExtension == "md" && !file.isFolder {
                guard let slug = slug(of: file) else { continue }
                found.texts.append((slug, ContentFile(url: file.url, path: file.path)))
            }
            for file in files where file.url.pathExtension != "md" || file.isFolder {
                if file.isFolder {
                    stray(file, expected: "<slug>.md")
                } else {
                    found.media.append(file)
                }
            }
            materials.append(found)
        }
    }

    private mutating func contents(of folder: FolderListing.Item) -> [FolderListing.Item] {
        if let items = FolderListing.items(of: folder.url, path: folder.path) { return items }
        problems.append(
            DataProblem(
                file: folder.path, line: nil,
                reason: Message(
                    vi: "Không mở được thư mục; chưa đọc gì trong đó. Kiểm tra quyền đọc.",
                    en: "The folder cannot be opened; nothing in it was read. Check its permissions.")))
        return []
    }
}

/// What is said about names that do not fit.
extension ContentFiles {
    private mutating func slug(of item: FolderListing.Item) -> Slug? {
        let stem = item.url.deletingPathExtension().lastPathComponent
        if let slug = Slug(stem) { return slug }
        let proposal = SearchText.folded(stem).split(separator: " ").joined(separator: "-")
        let hint = Slug(proposal).map { "“\($0).\(item.url.pathExtension)”" }
        problems.append(
            DataProblem(
                file: item.path, line: nil,
                reason: Message(
                    vi: "Tên tệp chỉ gồm chữ thường không dấu, số và gạch nối; chưa đọc. "
                        + (hint.map { "Đổi tên thành \($0)." } ?? "Đổi tên tệp."),
                    en: "File names are lower-case letters, digits and hyphens; not read. "
                        + (hint.map { "Rename it \($0)." } ?? "Rename it."))))
        return nil
    }

    private mutating func stray(_ item: FolderListing.Item, among known: [String]) {
        let expected = known.sorted().joined(separator: ", ")
        let places = Message(vi: "Ở đây chỉ có: \(expected).", en: "Only these belong here: \(expected).")
        report(item, remedy: Suggestion.hint(for: item.name, among: known, otherwise: places))
    }

    private mutating func stray(_ item: FolderListing.Item, expected: String) {
        report(
            item,
            remedy: Message(
                vi: "Ở đây chỉ có tệp dạng \(expected).", en: "Only files like \(expected) belong here."))
    }

    private mutating func report(_ item: FolderListing.Item, remedy: Message) {
        problems.append(
            DataProblem(
                file: item.path, line: nil,
                reason: Message(
                    vi: "Không đọc: tên này không dùng ở đây. \(remedy.vietnamese)",
                    en: "Not read: this name is not used here. \(remedy.english)")))
    }
}
