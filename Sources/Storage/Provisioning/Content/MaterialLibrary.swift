import Outreach

/// All materials of the content folder: each slug once, whatever its kind, and every file beside them used.
struct MaterialLibrary {
    private(set) var list = EntryList<MaterialFile>()
    /// Media nobody names.
    private(set) var problems: [DataProblem] = []

    static func read(_ folders: [MaterialFolder]) -> MaterialLibrary {
        var library = MaterialLibrary()
        var paths: [Slug: String] = [:]
        for folder in folders {
            for (slug, file) in folder.texts {
                let reader = MaterialReader(kind: folder.kind, slug: slug, file: file, neighbours: folder.media)
                let entry = reader.read()
                if let first = paths[slug] {
                    file.log.report(line: nil, twice(slug, first: first))
                } else {
                    paths[slug] = file.path
                    library.list.entries += entry.map { [$0] } ?? []
                }
            }
            library.problems += unused(in: folder, by: library.list.values)
        }
        library.list.declared = Set(paths.keys)
        return library
    }

    private static func twice(_ slug: Slug, first: String) -> Message {
        Message(
            vi: "Mã “\(slug)” đã dùng cho \(first). Tài liệu đó được giữ; đổi tên tệp này.",
            en: "The slug “\(slug)” is already used by \(first). That one is kept; rename this file.")
    }

    /// Nothing is said while a text of the folder is broken: it may be the one that names the file.
    private static func unused(in folder: MaterialFolder, by materials: [MaterialFile]) -> [DataProblem] {
        guard folder.texts.allSatisfy({ $0.file.problems.isEmpty }) else { return [] }
        let named = Set(materials.flatMap { $0.media.map(\.file) })
        return folder.media.filter { !named.contains($0.url) }.map { item in
            DataProblem(
                file: item.path, line: nil,
                reason: Message(
                    vi: "Không đọc: không tài liệu nào cạnh đó nêu tệp này. Thêm vào media của một tài liệu hoặc xóa.",
                    en: "Not read: no material beside it names this file. Add it to a material's media or delete it."))
        }
    }
}
