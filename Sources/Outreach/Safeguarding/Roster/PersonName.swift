/// Whether a cell holds the name of a Vietnamese person.
public enum PersonName {
    /// Family names, folded; they cover nearly everyone (the first fourteen alone about nine in ten).
    private static let surnames: Set<String> = [
        "nguyen", "tran", "le", "pham", "hoang", "huynh", "phan", "vu", "vo", "dang", "bui", "do", "ho", "ngo", "duong",
        "ly", "dinh", "trinh", "mai", "dao", "doan", "vuong", "truong", "lam", "ta", "luong", "to", "ha", "chau", "cao",
        "phung", "quach", "thach", "kim", "son", "danh", "tang", "thai", "la", "luu", "tong", "chu", "kieu", "luc",
        "trieu", "giang", "sung", "lo", "nong", "ma", "hua", "tu", "mac", "lai", "bach", "diep", "than", "ninh",
        "nghiem", "khuat", "trang", "au", "dam", "vang", "mua", "thao", "vi", "cam", "quang", "lu", "ksor", "siu", "y",
    ]

    /// What is no person although it begins like one: places, offices, schools.
    private static let places: Set<String> = [
        "xa", "phuong", "ap", "thon", "xom", "khu", "to", "huyen", "tinh", "quan", "truong", "uy", "cong", "hoi", "ban",
        "doan", "trung", "nha", "phong", "so", "lop", "thcs", "thpt", "tieu", "mam",
    ]

    public static func isLikely(_ cell: String) -> Bool {
        guard cell.count <= 40, !cell.contains(where: { $0.isNumber || "@/:;()".contains($0) }) else { return false }
        let words = SearchText.folded(cell).split(separator: " ").map(String.init)
        guard (2...6).contains(words.count), let first = words.first, surnames.contains(first) else { return false }
        // "Trường Tiểu học …" and "Đoàn xã …" begin with a family name too.
        return !(places.contains(first) && words.dropFirst().contains { PersonName.places.contains($0) || $0 == "hoc" })
            && words.allSatisfy { $0.count <= 7 }
    }
}
