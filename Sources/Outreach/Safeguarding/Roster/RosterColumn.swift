/// What the heading and the cells of one column tell.
struct RosterColumn {
    let heading: String
    private let words: String
    private let cells: [String]
    private let today: Day

    init(heading: String, cells: [String], today: Day) {
        self.heading = heading
        // Blanks on both sides, so that whole words are looked for.
        words = " \(SearchText.folded(heading)) "
        self.cells = cells.map(\.trimmed).filter { !$0.isEmpty }
        self.today = today
    }

    private func mentions(_ phrases: [String]) -> Bool { phrases.contains { words.contains(" \($0) ") } }

    // MARK: Headings

    private var speaksOfNames: Bool {
        mentions(["ten", "ho ten", "ho va ten", "danh sach", "name", "names", "full name", "fullname"])
    }

    private var speaksOfChildren: Bool {
        mentions([
            "hoc sinh", "hs", "tre em", "tre", "chau", "em", "thieu nhi", "nan nhan", "be", "con", "pupil", "pupils",
            "student", "students", "child", "children", "victim",
        ])
    }

    private static let adults = [
        "bao cao vien", "giao vien", "gv", "gvcn", "chu nhiem", "can bo", "nguoi phu trach", "phu trach", "chu tri",
        "dien gia", "nguoi noi", "nguoi trinh bay", "hieu truong", "nguoi lap", "nguoi bao cao", "lanh dao", "chuc vu",
        "tuyen truyen vien", "cong tac vien", "dai bieu", "truong", "don vi", "noi", "speaker", "speakers", "teacher",
        "official", "officer", "presenter", "organiser", "contact", "staff", "school", "unit", "place",
    ]

    /// Speakers, teachers, officials, and what schools and places are called.
    var headingNamesAdults: Bool { mentions(RosterColumn.adults) }

    var headingNamesChildren: Bool {
        let countsThem = mentions([
            "so", "so luong", "so luot", "luot", "tong", "tong so", "si so", "count", "number", "total",
        ])
        guard !countsThem, speaksOfChildren else { return false }
        // "Trường học sinh dự" names a school; "Họ tên học sinh Trường THCS" names pupils.
        return speaksOfNames || !headingNamesAdults
    }

    // MARK: Cells

    var nameCount: Int { cells.count(where: PersonName.isLikely) }

    /// At least one cell is a name, and cells that are not are the exception: "Học sinh: 412" is a count.
    var holdsNames: Bool { nameCount > 0 && nameCount * 2 >= cells.count }

    /// A column of names by its cells alone.
    var isOfNames: Bool { nameCount >= 3 && nameCount * 5 >= cells.count * 3 }

    /// Classes, ages or dates of birth of children, or their parents.
    var tellsOfChildren: Bool {
        if mentions([
            "cha me", "phu huynh", "ho ten cha", "ho ten me", "nguoi giam ho", "parent", "parents", "guardian",
        ]) {
            return !cells.isEmpty
        }
        if mentions(["lop", "class", "grade"]) { return most { ClassCode.isLikely($0) } }
        if mentions(["ngay sinh", "nam sinh", "ngay thang nam sinh", "sn", "dob", "born", "birth", "date of birth"]) {
            return most { birthYear($0).map { $0 > today.year - 18 } ?? false }
        }
        if mentions(["tuoi", "age"]) { return most { Int($0).map { (0..<18).contains($0) } ?? false } }
        return false
    }

    private func most(_ fits: (String) -> Bool) -> Bool {
        !cells.isEmpty && cells.count(where: fits) * 5 >= cells.count * 3
    }

    /// The year in "05/09/2014", "2014-09-05" or "2014".
    private func birthYear(_ cell: String) -> Int? {
        cell.split { !$0.isNumber }.compactMap { $0.count == 4 ? Int($0) : nil }.first { (1900...2100).contains($0) }
    }
}

/// Classes as schools write them: 7A, 4/2, 12A5, Lá 1.
enum ClassCode {
    static func isLikely(_ cell: String) -> Bool {
        let text = SearchText.folded(cell).replacing("lop ", with: "").replacing(" ", with: "")
        if ["la", "choi", "mam"].contains(where: text.hasPrefix) { return text.count <= 5 }
        let digits = text.prefix(2).prefix { ("0"..."9").contains($0) }
        guard let grade = Int(digits) else { return false }
        return (1...12).contains(grade) && text.count <= 4
    }
}
