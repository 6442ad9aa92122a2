import Outreach

/// Groups of people as offices name them in their lists.
public enum AudienceGroup: String, Sendable, Hashable, CaseIterable {
    case pupils, teachers, parents, youth, officials, speakers, others
    case lodgingOwners = "lodging-owners"
    case everyone = "public"
    case disabledChildren = "children-with-disabilities"
    case childrenInNeed = "children-in-special-circumstances"

    var words: Message {
        switch self {
        case .pupils: Message(vi: "học sinh", en: "pupils")
        case .teachers: Message(vi: "giáo viên", en: "teachers")
        case .parents: Message(vi: "phụ huynh", en: "parents")
        case .youth: Message(vi: "đoàn viên, thanh niên", en: "youth")
        case .officials: Message(vi: "cán bộ", en: "officials")
        case .speakers: Message(vi: "báo cáo viên", en: "speakers")
        case .others: Message(vi: "đối tượng khác", en: "others")
        case .lodgingOwners: Message(vi: "chủ cơ sở lưu trú", en: "lodging owners")
        case .everyone: Message(vi: "người dân", en: "the public")
        case .disabledChildren: Message(vi: "trẻ em khuyết tật", en: "children with disabilities")
        case .childrenInNeed: Message(vi: "trẻ em có hoàn cảnh đặc biệt", en: "children in special circumstances")
        }
    }

    /// The audiences of the library that can stand for the group, the most fitting first.
    func candidates(at level: SchoolLevel?) -> [String] {
        switch self {
        case .pupils: (level.map { ["\($0.rawValue)-pupils"] } ?? []) + ["pupils"]
        case .parents: level == .preschool ? ["preschool-parents", "parents"] : ["parents"]
        default: [rawValue]
        }
    }
}

extension AudienceGroup {
    /// Everybody a text names, each once: "học sinh, giáo viên và phụ huynh học sinh".
    ///
    /// - Parameter text: folded, abbreviations written out.
    static func named(in text: String) -> Set<AudienceGroup> {
        var rest = " \(text) "
        var found: Set<AudienceGroup> = []
        for (phrase, group) in phrases where rest.contains(phrase) {
            if let group { found.insert(group) }
            rest = rest.replacing(phrase, with: " ")
        }
        return found
    }

    /// Folded, with a blank on both sides; a longer phrase goes before one it contains. Nil is nobody: an office.
    private static let phrases: [(String, AudienceGroup?)] = {
        let words: [(AudienceGroup?, [String])] = [
            (nil, ["uy ban nhan dan", "hoi dong nhan dan", "hoi lien hiep phu nu", "hoi phu nu", "cong an nhan dan"]),
            (.disabledChildren, ["tre em khuyet tat", "tre khuyet tat", "nguoi khuyet tat", "hoc sinh khuyet tat"]),
            (
                .childrenInNeed,
                ["tre em co hoan canh dac biet", "tre em hoan canh dac biet", "tre co hoan canh dac biet"]
            ),
            (
                .parents,
                [
                    "phu huynh hoc sinh", "cha me hoc sinh", "cha me hoc sinh", "cha me tre", "phu huynh", "cha me",
                    "bo me", "nguoi cham soc", "ong ba", "parents", "parent",
                ]
            ),
            (
                .teachers,
                [
                    "can bo quan ly giao vien", "can bo giao vien nhan vien", "can bo giao vien", "giao vien nhan vien",
                    "can bo quan ly truong hoc", "giao vien", "thay co", "nha giao", "teachers", "teacher",
                ]
            ),
            (
                .lodgingOwners,
                [
                    "chu co so luu tru", "co so luu tru", "chu nha tro", "nha tro", "nha nghi", "khach san",
                    "chu co so kinh doanh",
                ]
            ),
            (.speakers, ["bao cao vien", "tuyen truyen vien"]),
            (
                .youth,
                [
                    "doan vien thanh nien", "thanh thieu nien", "doan vien", "thanh nien", "doan thanh nien", "youth",
                ]
            ),
            (
                .pupils,
                [
                    "hoc sinh sinh vien", "hoc sinh", "hoc vien", "thieu nhi", "thieu nien", "tre em", "doi vien",
                    "tre mam non", "tre", "cac em", "cac chau", "chau", "em", "pupils", "pupil", "students", "children",
                ]
            ),
            (
                .officials,
                [
                    "can bo cong chuc vien chuc", "can bo cong chuc", "can bo", "cong chuc", "vien chuc", "dang vien",
                    "officials",
                ]
            ),
            (
                .everyone,
                [
                    "nguoi dan", "nhan dan", "quan chung", "ba con", "hoi vien phu nu", "hoi vien", "phu nu",
                    "nong dan", "cuu chien binh", "cu tri", "nguoi lao dong", "cong nhan", "ho dan", "ho gia dinh",
                    "dan", "public",
                ]
            ),
            (.others, ["khac", "dai bieu", "khach moi", "others", "other"]),
        ]
        return words.flatMap { group, phrases in phrases.map { (" \($0) ", group) } }
    }()
}

/// School levels as offices write them.
enum SchoolLevelWords {
    /// The one level a text names; nil where it names none or several: "Trường TH&THCS".
    ///
    /// - Parameter text: folded.
    static func level(in text: String) -> SchoolLevel? {
        let text = WholeWords(text)
        let found = words.filter { text.has(anyOf: $0.phrases) }
        return found.count == 1 ? found[0].level : nil
    }

    /// The level of classes: "6A1, 6A2", "khối 9", "lớp Lá". Primary 1–5, lower secondary 6–9, upper secondary 10–12.
    static func level(ofClasses text: String) -> SchoolLevel? {
        let words = text.split(separator: " ")
        if words.contains(where: { ["la", "choi", "mam"].contains($0) }) { return .preschool }
        let grades = words.compactMap { Int($0.prefix { $0.isNumber }) }.filter { $0 > 0 }
        let levels = Set(grades.map(level(ofGrade:)))
        guard levels.count == 1, let level = levels.first else { return nil }
        return level
    }

    private static func level(ofGrade grade: Int) -> SchoolLevel? {
        switch grade {
        case 1...5: .primary
        case 6...9: .lowerSecondary
        case 10...12: .upperSecondary
        default: nil
        }
    }

    private static let words: [(level: SchoolLevel, phrases: [String])] = [
        (
            .preschool,
            ["mam non", "mau giao", "nha tre", "mn", "mg", "preschool", "pre school", "tre mam non"]
        ),
        (.primary, ["tieu hoc", "th", "cap 1", "cap i", "primary"]),
        (
            .lowerSecondary,
            ["trung hoc co so", "thcs", "cap 2", "cap ii", "lower secondary", "lower-secondary"]
        ),
        (.upperSecondary, ["trung hoc pho thong", "thpt", "cap 3", "cap iii", "upper secondary"]),
    ]
}
