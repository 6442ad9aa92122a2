import Outreach
import Testing

struct PlaceWordsTests {
    @Test(arguments: [
        "Trường THCS Thạnh Xuân", "THCS Thạnh Xuân", "Trường THCS Thạnh Xuân (mẫu)",
        "Trường Trung học cơ sở Thạnh Xuân",
        "truong thcs thanh xuan", "  Trường   THCS  Thạnh   Xuân ", "trường thcs thạnh xuân lớp 6A",
        "TRƯỜNG THCS THẠNH XUÂN", "Trường THCS Thạnh Xuân khối 7, 8",
    ])
    func `a school has one name, however it is spelled`(name: String) {
        #expect(PlaceWords.canonical(name) == "trung hoc co so thanh xuan")
    }

    @Test(
        arguments: [
            ("Trường Tiểu học Thạnh Xuân", .primary), ("TH Thạnh Xuân (mẫu)", .primary),
            ("Trường MN Hoa Mai", .preschool),
            ("Trường Mẫu giáo Hoa Mai", .preschool), ("THCS A lớp 6A", .lowerSecondary), ("THPT A", .upperSecondary),
            ("Trường TH&THCS A", nil), ("Trường Tiểu học và Trung học cơ sở A", nil), ("Nhà văn hóa", nil),
            ("Quán cạnh Trường Tiểu học A", nil),
        ] as [(String, SchoolLevel?)])
    func `a school's name gives its level where it is one`(name: String, level: SchoolLevel?) {
        #expect(PlaceWords.level(of: name) == level)
    }

    @Test func `different places stay different`() {
        let names = [
            "Trường A", "Trường B", "Trường Tiểu học Thạnh Xuân", "Trường THCS Thạnh Xuân", "Nhà văn hóa ấp 3", "Ấp 4",
            "Lớp học tình thương", "(mẫu)", "Trường",
        ]
        #expect(Set(names.map(PlaceWords.canonical)).count == names.count)
    }
}
