/// Names that people are called by, where no family name stands before them.
enum GivenNames {
    /// As they are written; words that begin sentences about sessions ("Phát", "Thi", "Sáng") are in ``everyday`` too.
    static let common: Set<String> = Set(
        """
        an anh ánh bách bảo bích bình bông cầm cẩm châu chi chiến chinh cúc cương cường danh diễm diệp diệu dung dũng \
        duy duyên dương đan đăng đạt điền điệp đình đông đức gia giang hà hạ hải hân hạnh hào hảo hằng hậu hiên hiền \
        hiển hiếu hiệp hiệu hoa hoài hoan hoàn hoàng hòa hoà hồng huân huệ hùng huy huyên huyền hưng hương hường hữu \
        kha khải khang khanh khánh khiêm khoa khôi khuê khương kiên kiệt kiều kim kỳ lài lam lan lành lâm lân lê lệ \
        liên liễu linh loan long lộc lợi luân lụa ly lý mai mạnh mẫn mận mi minh muội my mỹ na nam nga ngà ngân nghi \
        nghĩa ngọc nguyên nguyệt nhã nhàn nhân nhật nhi nhiên nho như nhung nhựt oanh phát phi phong phú phúc phụng \
        phước phương phượng quân quang quế quý quyên quỳnh sang sáng sen sơn sương tài tâm tân tấn tèo thái thanh \
        thành thảo thắm thắng thế thi thiên thiện thịnh thoa thơ thơm thu thuần thuận thuý thúy thuỳ thùy thuỷ thủy \
        thư thương tí tiên tiến tiền tín toàn toản trà trâm trân trang tranh tri trí triết triệu trinh trọng trúc \
        trung trực tú tuân tuấn tuệ tùng tuyền tuyết tường uyên út vân vàng vi việt vinh võ vũ vương vy vỹ xuân xuyến \
        yên yến ý
        """.split { $0 == " " || $0 == "\n" }.map(String.init))

    /// Those that begin a sentence as another word: "Sáng lớp 6A, chiều lớp 6B", "Thi lớp 6A", "Liên lớp".
    static let everyday: Set<String> = [
        "sáng", "thi", "thu", "trang", "tranh", "phát", "nam", "mai", "đông", "thành", "tiền", "tài", "liên", "đạt",
        "hiện", "tân", "thế", "thư", "trung", "toàn", "tri", "út", "hoàn", "anh", "vàng", "quý", "lợi", "thắng", "sang",
    ]

    /// Words and slogans that begin like a name: "em Chi đội trưởng", "Em An Toàn", "con ông Chủ tịch".
    static let compounds: Set<String> = [
        "thanh niên", "thanh thiếu", "chi đội", "chi đoàn", "chi hội", "chi bộ", "liên đội", "liên đoàn", "trung tâm",
        "trung học", "trung ương", "bình đẳng", "bình tĩnh", "bình yên", "bình an", "an toàn", "an ninh", "minh họa",
        "minh hoạ", "thư viện", "tâm lý", "tâm sự", "thảo luận", "thi đua", "thi vẽ", "phương pháp", "quốc tế",
        "việt nam", "nam nữ", "nam giới", "thành phần", "thành tích", "thành viên", "thành niên", "hòa nhập",
        "hoà nhập", "hòa giải", "hoà giải", "phát biểu", "phát triển", "đông đảo", "hiền lành", "hạnh phúc",
        "hạnh kiểm", "thương yêu", "trí tuệ", "trí thức", "quý mến", "chiến sĩ", "anh hùng", "anh chị", "tiến bộ",
        "toàn thể", "toàn trường", "trang trí", "mai sau", "thắng lợi", "tài năng", "lễ phép", "nghi thức",
        "hiếu thảo", "hiếu học", "công an", "bí thư", "chủ tịch", "trưởng ấp", "trưởng ban", "phó chủ", "vinh dự",
        "đăng ký", "thế hệ", "tự tin", "thân thiện",
    ]

    static let keys = NameHint.keys(of: common, capitalOnly: true)

    private static let folded = Set(common.map(SearchText.folded))

    /// Whether a word is one, as it is written or as telephones without Vietnamese letters write it.
    static func isLikely(_ word: String) -> Bool {
        let word = word.lowercased()
        return common.contains(word) || word.utf8.allSatisfy { $0 < 0x80 } && folded.contains(word)
    }
}
