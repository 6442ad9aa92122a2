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

    /// The one level of a school that a place is by its name; nil where it is none, or of several: "Trường TH&THCS".
    public static func level(of place: String) -> SchoolLevel? {
        let words = canonical(place).split(separator: " ")
        var found: Set<SchoolLevel> = []
        var isSchool = false
        for index in words.indices {
            let rest = words[index...]
            guard let level = levels.first(where: { rest.starts(with: $0.words) })?.level else { continue }
            found.insert(level)
            // "Sân trường Tiểu học A" is one as well; "Hội trường gần Tiểu học A" is a hall.
            let isYard = index > 1 && words[index - 2] == "san" && words[index - 1] == "truong"
            if index == 0 || isYard { isSchool = true }
        }
        return isSchool && found.count == 1 ? found.first : nil
    }

    private static let levels: [(level: SchoolLevel, words: [Substring])] = [
        (.preschool, ["mam", "non"]), (.preschool, ["mau", "giao"]), (.primary, ["tieu", "hoc"]),
        (.lowerSecondary, ["trung", "hoc", "co", "so"]), (.upperSecondary, ["trung", "hoc", "pho", "thong"]),
    ]
}
