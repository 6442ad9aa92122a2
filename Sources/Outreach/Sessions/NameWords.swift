/// Words that stand around names.
enum NameWords {
    static let children: Set<String> = [
        "em", "cháu", "bé", "con", "hs", "trẻ", "pupil", "student", "child", "boy", "girl",
    ]

    /// Between what a child is called and its name.
    static let links: Set<String> = [
        "gái", "trai", "nam", "nữ", "tên", "là", "của", "lớp", "ông", "bà", "anh", "chị", "nội", "ngoại", "ruột",
        "named", "called",
    ]

    static let titles: Set<String> = [
        "ông", "bà", "anh", "chị", "cô", "chú", "bác", "thầy", "đồng", "chí", "đc", "c", "bs", "ls", "ths", "mr", "mrs",
        "ms",
    ]

    /// The word right before the name of somebody who is no pupil.
    static let adults: Set<String> = titles.union([
        "giáo", "viên", "gv", "gvcn", "nhiệm", "trưởng", "sĩ", "sư", "bộ", "thư",
    ])

    /// The word right before a school, a street or a group that goes by a person's name.
    static let places: Set<String> = [
        "trường", "thcs", "thpt", "th", "học", "sở", "thông", "non", "mn", "mg", "mẫu", "đường", "phố", "lộ", "hẻm",
        "ngõ",
        "ấp", "thôn", "xóm", "bản", "buôn", "làng", "khóm", "xã", "phường", "quận", "huyện", "tỉnh", "tp", "chợ",
        "viên",
        "đoàn", "đội", "chùa", "khu", "cầu", "viện", "clb", "bộ", "tnhh", "school", "street",
    ]

    static let many: Set<String> = ["các", "những", "hai", "ba", "bốn", "nhiều", "mấy", "toàn", "thể", "schools"]

    /// Written with a capital, the beginning of a group, a class or a body, and never a child's name.
    static let groups: Set<String> = [
        "lớp", "khối", "trường", "tiểu", "học", "đội", "đoàn", "ban", "tổ", "nhóm", "xã", "phường", "ấp", "khu",
        "huyện", "tỉnh", "khmer", "kinh", "thiếu", "sao", "chăm", "tày", "nùng", "mường", "mông", "dao", "gái", "trai",
        "nữ", "hội", "công", "phụ", "giáo", "cha", "mẹ", "ông", "bà",
    ]

    static let betweenNames: Set<String> = ["và", "cùng", "với", "and", "học", "sinh", "lớp", "là", "tên"]

    static let middle: Set<String> = ["văn", "thị", "van", "thi"]

    /// Provinces, districts and bodies that begin like a name.
    private static let regions = [
        "hà nội", "hà giang", "hà nam", "hà tĩnh", "hà đông", "hà tiên", "lâm đồng", "cao bằng", "cao lãnh",
        "thái nguyên",
        "thái bình", "châu thành", "châu đốc", "châu phú", "kim sơn", "kim đồng", "sơn la", "sơn tây", "phan thiết",
        "phan rang", "lý sơn", "từ sơn", "lai châu", "trần đề", "trần văn thời", "dương minh châu", "hồ chí minh",
        "hoàng sa", "hoàng mai", "lê minh xuân", "vũ thư", "vũ quang", "võ nhai", "ngô quyền", "lê chân", "mai châu",
        "mai sơn", "hoàng liên sơn", "giang thành", "lương sơn", "lương tài", "kiều", "bạch đằng", "bạch mai", "bác hồ",
    ]

    static func isRegion(_ name: String) -> Bool { regions.contains { name == $0 || name.hasPrefix($0 + " ") } }
}

/// Family names as they are written, so that "Chủ tịch" and "Giảng viên" are none.
enum Surnames {
    enum Kind {
        /// Nobody writes it but as a name.
        case sure
        /// A word of its own as well, or part of places' names: three words make a name.
        case likely
        /// A common word; only "Văn" or "Thị" behind it makes it a name.
        case rare
        /// As telephones without Vietnamese letters write it.
        case withoutMarks
    }

    private static let kinds: [String: Kind] = {
        let sure = "nguyễn trần lê phạm huỳnh hoàng phan vũ võ đặng bùi đỗ ngô đinh trịnh trương"
        let likely =
            "hồ dương lý vương lâm tạ lương tô châu phùng quách thạch tăng lưu tống chu triệu giang sùng mạc nghiêm khuất "
            + "đàm tôn hà"
        let rare =
            "mai đào kim sơn danh thái kiều lục lò nông mã hứa từ lại bạch diệp thân ninh trang âu đoàn cao la"
        let without = "nguyen tran le pham huynh hoang phan vu vo dang bui do ho ngo duong ly dinh trinh"
        var kinds: [String: Kind] = [:]
        for (words, kind) in [(without, Kind.withoutMarks), (rare, .rare), (likely, .likely), (sure, .sure)] {
            for word in words.split(separator: " ") { kinds[String(word)] = kind }
        }
        return kinds
    }()

    static func kind(of word: String) -> Kind? { kinds[word] }

    /// None is longer than eight bytes.
    static let keys = NameHint.keys(of: kinds.keys, capitalOnly: false)
}
