import Outreach
import Testing

private typealias Make = SessionFixture

/// What tells of single people is not kept with a session; what only looks like it is.
struct PersonalDetailTests {
    private func details(_ text: String, in field: String = "notes") -> [PersonalDetail] {
        SessionProblem.personal(in: text, field: field, helpLines: ["111", "113", "02438253366"]).compactMap {
            if case .personal(let detail, _) = $0 { detail } else { nil }
        }
    }

    @Test(arguments: [
        "em Nguyễn Văn Bình lớp 6A phát biểu", "Khen em Trần Thị Bé Tư, học sinh lớp 7A2", "Em Lê Na trả lời đúng.",
        "cháu Trương Thanh Phong kể chuyện", "Nhà cháu ông Trần Văn Tám", "con bà Lê Thị Hoa nghỉ học",
        "học sinh: Phạm Minh Khôi", "Học sinh lớp 6A Nguyễn Văn Bình", "em gái tên Võ Thị Sáu", "bé Huỳnh Gia Bảo",
        "EM NGUYỄN VĂN BÌNH", "em nguyễn văn bình", "em Nguyen Van Binh", "các em: Lâm Gia Bảo", "em Lâm Thị Mỹ",
        "Nguyễn Văn Bình lớp 6A phát biểu", "Trần Thị Bé Tư (7A2) được thưởng", "pupil Nguyễn Văn Bình",
        "Ngày 20/11: em Đỗ Minh Quân hát",
    ])
    func `the name of a child is found`(text: String) { #expect(details(text) == [.child], "\(text)") }

    @Test(arguments: [
        "em Bình lớp 6A phát biểu", "Khen em Bình, học sinh lớp 7A2", "cháu Lan, 12 tuổi", "bé Na kể chuyện",
        "em Gia Bảo trả lời đúng", "em gái tên Bình", "em Bi (6A)", "học sinh lớp 6 tên Hoa", "HS Lan 7A2 được khen",
        "học sinh Bình lớp 6A", "con ông Tám nghỉ học", "cháu bà Hoa", "Lan (7A2) được thưởng", "Bình lớp 6A phát biểu",
        "bạn Lan lớp 6A1", "các em Bình, Lan và Hoa", "Lớp 6A: Bình, Lan, Hoa", "em Nam lớp 6A", "em Anh, lớp 7",
        "EM BÌNH LỚP 6A", "em Bình học lớp 6A", "một em lớp 6A tên là Kpă", "em Lan bị ốm", "em Nhi lớp 1",
        "1 em Bình lớp 4/2 về sớm",
        "em Trường lớp 8A", "cháu nội ông Sáu",
    ])
    func `a child's given name alone is found beside what children are called, a class or an age`(text: String) {
        #expect(details(text) == [.child], "\(text)")
    }

    @Test(arguments: [
        "em gái", "một em gái lớp 6A đạt giải", "các em lớp 6A", "em Đội viên", "120 em Đội viên lớp 6A",
        "các em Thiếu nhi xã Thạnh Xuân", "trẻ em Hòa Bình", "trẻ em Việt Nam", "em Trường THCS Thạnh Xuân",
        "các em Tân Hòa, Thạnh Xuân", "Bà con Bình Minh", "chị em phụ nữ An Bình", "em Chi đội trưởng", "em Thanh niên",
        "con Lạc cháu Hồng", "cháu ngoan Bác Hồ", "cháu Bác Hồ", "Em An toàn", "VÌ EM HẠNH PHÚC", "TRẺ EM BÌNH YÊN",
        "cô Lan lớp 6A", "thầy Bình chủ nhiệm lớp 6A", "Sáng lớp 6A, chiều lớp 6B", "Thi lớp 6A", "Liên lớp 6A, 6B",
        "lớp 6A, 6B và 7A2", "Trường Tiểu học Hòa Bình lớp 4A", "Mẫu giáo Bé Thơ", "khối 6, 7 dự 20/11 lúc 7h30",
        "cán bộ Lan phụ trách", "con em cán bộ", "Nhóm trẻ Bé Bi", "em Khmer lớp 6A", "con ông Chủ tịch xã",
        "Nội dung: An toàn cơ thể\nLớp: 6A, 6B", "CÁC EM HỌC SINH LỚP 6A", "45 em lớp 6A1, 44 em lớp 6A2",
        "Em Bình tĩnh xử lý", "Chiều 20/11 Thi lớp 6A",
    ])
    func `groups, classes, places, teachers and slogans name no child`(text: String) {
        #expect(details(text).isEmpty, "\(text)")
    }

    @Test func `a place with a child's given name is found, a kindergarten's name is not`() {
        #expect(details("Nhà em Bình", in: "place") == [.child])
        #expect(details("nhà cháu Lan, ấp 4", in: "place") == [.child])
        for place in ["Trường mẫu giáo Bé Thơ", "Nhà trọ Bé Bi", "Trường Tiểu học Bình lớp 4A", "Nhà Thiếu nhi"] {
            #expect(details(place, in: "place").isEmpty, "\(place)")
        }
    }

    @Test(arguments: [
        "Nguyễn Văn An, Trần Thị Bình, Lê Văn Cường, Phạm Thị Dung", "Nguyễn Văn An Trần Thị Bình",
        "1. Nguyễn Văn An\n2. Trần Thị Bình", "có Lê Na và Đỗ Tú dự", "Ông Trần Văn Tám, bà Lê Thị Hoa",
        "NGUYỄN VĂN AN; TRẦN THỊ BÌNH", "Nguyen Van An, Tran Thi Binh", "Nguyễn Văn An - Trần Thị Bình",
    ])
    func `full names in a row are found`(text: String) { #expect(details(text) == [.people], "\(text)") }

    @Test(arguments: [
        "SĐT phụ huynh 0912345678", "CCCD 093204001234", "gọi 0912.345.678 để hỏi", "091 234 5678 đã hỏi",
        "09 12 34 56 78", "+84 912 345 678", "(0293) 3876543", "CMND 361234567", "CMND 361 234 567",
        "0912-345-678", "18001567, 0912345678", "111 0912345678", "1800 1567 0912345678", "0912345678 0987654321",
        "０９１２３４５６７８", "0912 345 678", "84 912 345 678", "CMND số 361 234 567", "SĐT 912 345 678",
        "093 204 001 234", "02.11 có 0912.345.678", "20.11 0912 345 678", "361234567",
    ])
    func `numbers of telephones and papers are found`(text: String) { #expect(details(text) == [.number], "\(text)") }

    @Test func `a place is read in the same way`() {
        #expect(details("Nhà ông Trần Văn Tám 0912345678", in: "place") == [.number])
        #expect(details("Nhà em Nguyễn Văn Bình", in: "place") == [.child])
        #expect(details("Võ Thị Sáu lớp 6A", in: "place").isEmpty)
    }

    @Test(arguments: [
        "Trường THCS Nguyễn Văn Trỗi", "Trường tiểu học Võ Thị Sáu", "đường Nguyễn Văn Cừ", "ngày 20/11",
        "TRƯỜNG THCS NGUYỄN VĂN TRỖI", "Trường Nguyễn Văn Trỗi, Võ Thị Sáu",
        "các trường Nguyễn Văn Trỗi, Võ Thị Sáu, Lê Văn Tám", "hai trường THCS Võ Thị Sáu và Lê Văn Tám",
        "120 học sinh Lê Quý Đôn dự", "học sinh Trường THCS Nguyễn Văn Trỗi", "học sinh lớp 6A, 6B và 7A2",
        "Đường Nguyễn Văn Cừ, phường Lê Lợi", "Chi đội Kim Đồng", "Đội TNTP Hồ Chí Minh", "học sinh Hà Nội",
        "Hà Nội, Thái Nguyên, Cao Bằng", "các em xã Thạnh Xuân, huyện Châu Thành A", "học sinh Châu Thành A",
        "Cán bộ phụ trách: anh Lê Văn Út.", "Thầy Nguyễn Văn An chủ nhiệm lớp 6A", "Nhà ông Trần Văn Tám",
        "120 115 118", "6A, 6B, 6C: 120 115 118", "1.200 1.350 900", "02.11 03.11 04.11", "02-04.11 05-07.11",
        "07.30 08.30 09.30", "02.11 120 03.11 115 04.11 118", "120-115-118", "02.11.26 03.11.26", "1.200 – 1.350 – 900",
        "Một em cần được hỗ trợ; đã báo người phụ trách.", "Các em hỏi nhiều, thầy trò vui", "em lê la ở quán",
        "Chủ tịch xã, Giảng viên, Tư vấn viên, Y tế xã", "Đoàn Thanh Niên, Hội Phụ Nữ, Công An Xã", "Bà con Khmer",
        "Gọi 111, 113 hoặc 18001567", "Tổng đài 1800 1567", "1900 54 54 59", "111 113 114 115", "024 3825 3366",
        "20.11.2026 14.30", "năm học 2025-2026", "2024 2025 2026", "Kinh phí 150.000.000", "150.000.000 đồng",
        "1 200 345 678đ", "40 41 38 42 39 và 37", "lớp 6A1: 45, 6A2: 44", "08/12/2026 09:30", "Ấp 4, khu vực 12",
    ])
    func `schools, streets, days, sums, help lines and single adults may stand`(text: String) {
        #expect(details(text).isEmpty, "\(text)")
    }

    @Test(
        arguments: [
            ("công an xã", nil), ("Giảng viên tỉnh", nil), ("Cô giáo chủ nhiệm", nil), ("Đội 138", nil),
            ("Chủ tịch UBND xã", nil), ("Trường Tiểu học Võ Thị Sáu", nil), ("Nguyễn Văn An", .speaker),
            ("Đ/c Trần Thị Bình", .speaker), ("Công an xã - Lê Văn Út", .speaker), ("báo cáo viên 0912345678", .number),
            ("báo cáo viên, 0912 345", .number),
        ] as [(String, PersonalDetail?)])
    func `speakers are roles, without names and numbers`(speaker: String, found: PersonalDetail?) throws {
        let problems = try Make.session(speakers: [speaker]).problems(today: try #require(Day("2026-06-03")))
        #expect(problems == found.map { [.personal($0, field: "speakers")] } ?? [], "\(speaker)")
    }

    @Test func `what is said of it names the field, never the person`() throws {
        let day = try #require(Day("2026-06-03"))
        let problems = try Make.session(
            place: "Nhà em Nguyễn Văn Bình 0912345678", notes: "Nguyễn Văn An, Trần Thị Bình"
        ).problems(today: day)
        #expect(problems.map(\.field) == ["place", "place", "notes"])
        for message in problems.map(\.message) {
            #expect(message.vietnamese.contains("Không giữ lại gì") && message.english.contains("Nothing was kept"))
            #expect(!"\(message)".contains("Nguyễn") && !"\(message)".contains("0912"))
        }
        #expect(problems[0].message.vietnamese.hasPrefix("Nơi tổ chức"))
        #expect(problems[2].message.english.hasPrefix("The notes"))
    }
}
