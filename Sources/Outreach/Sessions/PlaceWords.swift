/// One place by its many spellings: "THCS Thạnh Xuân", "Trường Trung học cơ sở Thạnh Xuân (mẫu)" and "trường thcs thạnh
/// xuân lớp 6A" are one school.
public enum PlaceWords {
    private static let written: [String: String] = [
        "thcs": "trung hoc co so", "thpt": "trung hoc pho thong", "th": "tieu hoc", "mn": "mam non", "mg": "mau giao",
        "nvh": "nha van hoa", "ubnd": "uy ban nhan dan", "clb": "cau lac bo",
    ]

    /// Folded, abbreviations written out, without "trường" before it, brackets, and the classes behind it.
    public static func canonical(_ name: String) -> String {
        let plain = name.contains("(") ? name.replacing(/\([^)]*\)/, with: " ") : name
        var words = SearchText.folded(plain).split(separator: " ").map(String.init)
        if let classes = words.firstIndex(where: { ["lop", "khoi"].contains($0) }), classes > 1 {
            words.removeSubrange(classes...)
        }
        if words.count > 1, words[0] == "truong" { words.removeFirst() }
        let canonical = words.map { written[$0] ?? $0 }.joined(separator: " ")
        return canonical.isEmpty ? SearchText.folded(name) : canonical
    }
}
