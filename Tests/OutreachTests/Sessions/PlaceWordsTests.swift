import Outreach
import Testing

struct PlaceWordsTests {
    @Test(arguments: [
        "Trường THCS Thạnh Xuân", "THCS Thạnh Xuân", "Trường THCS Thạnh Xuân (mẫu)",
        "Trường Trung học cơ sở Thạnh Xuân",
        "trường thcs thạnh xuân lớp 6A", "TRƯỜNG THCS THẠNH XUÂN", "Trường THCS Thạnh Xuân khối 7, 8",
    ])
    func `a school has one name, however it is spelled`(name: String) {
        #expect(PlaceWords.canonical(name) == "trung hoc co so thanh xuan")
    }

    @Test func `different places stay different`() {
        let names = [
            "Trường A", "Trường B", "Trường Tiểu học Thạnh Xuân", "Trường THCS Thạnh Xuân", "Nhà văn hóa ấp 3", "Ấp 4",
            "Lớp học tình thương", "(mẫu)", "Trường",
        ]
        #expect(Set(names.map(PlaceWords.canonical)).count == names.count)
    }
}
