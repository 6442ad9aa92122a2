import Outreach

/// What the headings of office lists mean. Offices write them in a hundred ways, so words decide and not whole headings.
struct SessionHeadings {
    /// The audiences of the library under their names, folded.
    let audiences: [String: Slug]
    /// What somebody said certain headings mean.
    var mapping = SessionMapping()

    /// - Parameter path: the headings above a column from the widest to its own.
    func field(of path: [String]) -> SessionField? {
        guard let own = path.last else { return nil }
        if let field = mapping.field(of: path) { return field }
        let group = path.dropLast().joined(separator: " ")
        return group.isEmpty ? field(of: own) : field(of: own, under: group)
    }

    private func field(of own: String, under group: String) -> SessionField? {
        let leaf = field(of: own)
        let above = field(of: group)
        let audience = audience(in: group)
        switch leaf {
        case .female(nil): return .female(audience)
        case .male(nil): return .male(audience)
        case .turns(nil):
            if case .handout = above { return above }
            if case .cost = above { return above }
            return .turns(audience)
        case nil where above == .day && SessionHeadings.isEnd(HeadingText(own)): return .until
        case .some: return leaf
        case nil:
            let text = HeadingText(own).withoutBrackets
            if let level = SchoolLevelWords.level(in: text), case .turns = above ?? .notes {
                return .turns(.group(.pupils, level))
            }
            return field(of: "\(group) \(own)")
        }
    }

    private func field(of heading: String) -> SessionField? {
        if heading.trimmed == "#" { return .ordinal }
        let text = HeadingText(heading)
        guard !text.words.isEmpty, text.words.utf8.count <= 100 else { return nil }
        if let audience = audiences[SearchText.folded(heading)], audience.description != "speakers" {
            return .turns(.audience(audience))
        }
        return plain(text) ?? moment(text) ?? deed(text) ?? people(text)
    }

    private func plain(_ text: HeadingText) -> SessionField? {
        if text.is(anyOf: ["ma buoi", "session id"]) { return .identifier }
        if text.is(anyOf: ["stt", "so tuyen truyen", "so thu tu", "tt", "thu tu", "no", "so tt"]) { return .ordinal }
        if text.is(anyOf: ["nu", "trong do nu", "so nu", "nu gioi", "female", "luot nu", "so luong nu"]) {
            return .female(nil)
        }
        if text.is(anyOf: ["nam", "trong do nam", "so nam", "nam gioi", "male", "luot nam", "so luong nam"]) {
            return .male(nil)
        }
        if text.is(anyOf: ["thang", "month"]) { return .month }
        if text.is(anyOf: ["year"]) { return .year }
        if text.is(anyOf: ["quy", "buoi", "so lop", "so tiet"]) { return .ignored }
        if text.has(anyOf: ["so buoi", "so cuoc", "so lan", "so dot", "sessions"]) { return .sessions }
        if text.has(anyOf: ["ghi chu", "luu y", "notes", "note", "nhan xet", "remarks"]) { return .notes }
        if text.has(anyOf: ["cach dem", "phuong phap dem", "cach tinh", "nguon so lieu", "method"]) { return .method }
        return nil
    }

    private func moment(_ text: HeadingText) -> SessionField? {
        if text.has(anyOf: ["thoi luong", "so phut", "minutes", "duration"]) || text.is(anyOf: ["phut", "so gio"])
            || text.begins(with: "thoi gian") && text.has("phut")
        {
            let isHours = text.has(anyOf: ["gio", "tieng"]) && !text.has("phut")
            return .minutes(each: isHours ? 60 : 1)
        }
        if SessionHeadings.daysOfOtherThings.contains(where: text.begins), !text.begins(with: "ngay sinh hoat") {
            return nil
        }
        // The day a session ended says nothing that its first day does not.
        if text.begins(with: "ngay"), SessionHeadings.isEnd(text) || text.is(anyOf: ["ngay den"]) { return .ignored }
        if text.is(anyOf: ["den ngay"]) { return .ignored }
        if SessionHeadings.days.contains(where: text.begins) { return .day }
        if text.begins(with: "gio") || text.begins(with: "thoi gian"), SessionHeadings.isEnd(text) { return .until }
        if text.begins(with: "gio") || text.is(anyOf: ["time", "bat dau", "thoi gian bat dau"]) { return .time }
        if text.is(anyOf: ["ket thuc", "end", "until"]) { return .until }
        if text.begins(with: "thoi gian") || text.begins(with: "thoi diem") || text.is(anyOf: ["day", "session date"]) {
            return .day
        }
        return nil
    }

    /// How a heading of the days of sessions begins.
    private static let days = [
        "ngay", "thu ngay", "thu va ngay", "gio ngay", "gio va ngay", "thoi gian ngay", "tu ngay", "date",
        "lich to chuc", "lich tuyen truyen",
    ]

    /// Days of people and of papers.
    static let daysOfOtherThings = [
        "ngay sinh", "ngay thang year sinh", "ngay lap", "ngay bao cao", "ngay cap", "ngay gui", "ngay nhap",
        "date of birth",
    ]

    private static func isEnd(_ text: HeadingText) -> Bool {
        text.has("ket thuc") && !text.has("bat dau") || text.is(anyOf: ["den", "den gio", "end", "until"])
    }

    private func deed(_ text: HeadingText) -> SessionField? {
        if text.has(anyOf: [
            "to roi", "to gap", "to buom", "ap phich", "pano", "pa no", "bang ron", "bang rol", "an pham", "cam nang",
            "so tay", "tai lieu phat", "so tai lieu", "so luong tai lieu", "tai lieu cap phat", "phat tai lieu",
            "ban in", "leaflets", "posters",
        ]) {
            return .handout(nil)
        }
        if text.has(anyOf: ["kinh phi", "chi phi", "so tien", "cost"]) { return .cost(each: money(text)) }
        if text.has(anyOf: ["hinh thuc", "loai hinh", "loai hoat dong", "form"]) { return .form }
        if text.has(anyOf: ["phoi hop", "co hosts", "cohosts"]) { return .coHosts }
        if text.has(anyOf: [
            "chu de", "chuyen de", "noi dung", "topics", "topic", "ten buoi", "ten hoat dong", "ten buoi tuyen truyen",
        ]) || text.is(anyOf: ["hoat dong"]) {
            return .topics
        }
        if text.has(anyOf: ["tai lieu", "giao an", "kich ban", "bai giang", "material", "bo cong cu"]) {
            return .material
        }
        if text.has(anyOf: [
            "bao cao vien", "dien gia", "nguoi trinh bay", "tuyen truyen vien", "giang vien", "nguoi tuyen truyen",
            "phu trach", "nguoi thuc hien", "nguoi bao cao", "speakers", "speaker", "can bo thuc hien",
            "can bo tuyen truyen",
        ]) {
            return .speakers
        }
        return place(text)
    }

    private func place(_ text: HeadingText) -> SessionField? {
        if text.has(anyOf: ["cap hoc", "bac hoc", "cap truong", "loai truong"]) || text.is(anyOf: ["cap", "level"]) {
            return .level
        }
        if text.is(anyOf: [
            "khoi", "lop", "khoi lop", "lop khoi", "cac lop", "khoi hoc", "class", "classes", "grade", "khoi va lop",
        ]) {
            return .classes
        }
        if text.has(anyOf: [
            "dia diem", "noi to chuc", "noi thuc hien", "noi tuyen truyen", "noi dien ra", "dia ban", "diem truong",
            "ten truong", "truong hoc", "co so giao duc", "venue", "place", "school", "dia chi", "don vi truong",
            "don vi duoc tuyen truyen",
        ]) || text.begins(with: "truong") || text.is(anyOf: ["noi", "xa", "ap", "khu pho", "xa phuong", "ap khu pho"]) {
            return .place
        }
        if text.has(anyOf: [
            "don vi to chuc", "don vi thuc hien", "chu tri", "don vi tuyen truyen", "co quan", "co quan to chuc",
        ]) || text.is(anyOf: ["don vi", "to chuc", "unit", "ten don vi"]) {
            return .organiser
        }
        return nil
    }

    private func people(_ text: HeadingText) -> SessionField? {
        let audience = audience(in: text.words)
        let counts =
            text.has(anyOf: [
                "so luot", "so nguoi", "luot nguoi", "so luong", "tong so", "tong luot", "tong cong", "tong nguoi",
                "luot tham du", "luot du", "nguoi tham du", "nguoi tham gia", "nguoi du", "nguoi nghe", "quan so",
                "si so",
                "turns", "attendance", "so tham du", "so du",
            ]) || text.is(anyOf: ["luot", "tong", "cong", "tham du", "so", "nguoi"])
        if !counts, audience != .group(.others, nil), text.has(anyOf: ["doi tuong", "thanh phan", "audience"]) {
            return .audience
        }
        guard counts || audience != nil else { return nil }
        // How many lessons, classes or schools there were: no people.
        if audience == nil, text.has(anyOf: ["so tiet", "so lop", "so truong", "so ap", "so xa"]) { return nil }
        if text.has("nu") { return .female(audience) }
        if text.has("nam") { return .male(audience) }
        return .turns(audience)
    }

    /// Whose turns a heading speaks of, where it is one group.
    private func audience(in heading: String) -> AudienceReference? {
        if let audience = audiences[SearchText.folded(heading)] { return .audience(audience) }
        let words = HeadingText.words(of: heading)
        let groups = AudienceGroup.named(in: words)
        guard groups.count == 1, let group = groups.first else { return nil }
        let level = [.pupils, .parents, .teachers].contains(group) ? SchoolLevelWords.level(in: words) : nil
        return .group(group, level)
    }

    /// What one unit of a column of money is: "(nghìn đồng)", "ĐVT: triệu đồng".
    private func money(_ text: HeadingText) -> Int {
        if text.has(anyOf: ["trieu", "trd", "tr d", "tr dong", "1 000 000d", "1 000 000 d", "1 000 000 dong"]) {
            return 1_000_000
        }
        let thousands = [
            "nghin", "ngan", "ngd", "ng d", "1000 dong", "1 000 dong", "1000d", "1 000d", "1000 d", "1 000 d", "x1000",
            "x1000d", "x 1000d", "x1 000d", "x 1 000d", "1000 vnd", "1 000 vnd",
        ]
        return text.has(anyOf: thousands) ? 1000 : 1
    }
}
