import Outreach
import Testing

/// What a cell of a table says of people, and what of it no message repeats.
struct NamesInCellTests {
    @Test(arguments: [
        "Nguyễn Văn An", "Nguyễn Văn An (6A)", "1. Trần Thị Bình", "em Bình lớp 6A", "An, Bình, Chi", "NGUYỄN VĂN AN",
        "Lâm Gia Bảo", "Nguyen Van An", "Nguyễn An; Trần Bình", "Đ/c Lê Văn Út",
    ])
    func `names of people are seen`(cell: String) { #expect(PersonName.isGiven(in: cell), "\(cell)") }

    @Test(arguments: [
        "", "120", "Học sinh", "Đoàn viên, Thanh niên", "Trường THCS Nguyễn Văn Trỗi", "Đoàn Thanh Niên", "Tổ dân phố",
        "Phụ huynh và giáo viên", "Từ ngày", "Tổng Số", "Châu Thành A", "45 HS + 5 GV", "Thứ Tư, 20/5/2026", "6A, 6B",
        "Sáng, Chiều", "Lưu Động", "Công an xã", "Hà Nội",
    ])
    func `groups, schools and places are no people`(cell: String) { #expect(!PersonName.isGiven(in: cell), "\(cell)") }

    @Test(arguments: ["Bình", "nguyễn văn an", "Binh", "Minh Anh", "0912345678", "gọi 0912 345 678"])
    func `what may be a name or a number of a person is not repeated`(text: String) {
        #expect(PersonName.mayBeGiven(in: text), "\(text)")
    }

    @Test(arguments: [
        "mười", "40%", "31/02/2026", "hát", "party", "Phụ huynh", "1,5", "Hội thi", "THÁNG 5 NĂM 2026",
        "XÃ THẠNH XUÂN", "Kế toán", "Người lập",
    ])
    func `what is no name may be repeated, so that it is found`(text: String) {
        #expect(!PersonName.mayBeGiven(in: text), "\(text)")
    }

    @Test func `where people stand, any word with a capital may be a name`() {
        #expect(PersonName.mayBeGiven(in: "Kpă", amongPeople: true) && !PersonName.mayBeGiven(in: "Kpă"))
    }
}
