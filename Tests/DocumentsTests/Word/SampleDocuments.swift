import Documents
import Outreach

/// Papers of an invented commune, for tests.
enum SampleDocuments {
    static let head = DocumentHead(superior: "Ủy ban nhân dân xã Tháp Mười", issuer: "Ban Chỉ đạo 138")

    /// A report with everything a report can have.
    static var report: AdministrativeDocument {
        AdministrativeDocument(
            head: head, number: 5, symbol: "BC-BCĐ138", place: "Tháp Mười", date: Day(year: 2026, month: 2, day: 5),
            kind: "Báo cáo",
            subject: "Kết quả truyền thông phòng, chống xâm hại và bạo lực trẻ em 6 tháng đầu năm 2026",
            addressees: ["Ban Chỉ đạo 138 tỉnh Đồng Tháp"],
            blocks: [
                .paragraph("Thực hiện Kế hoạch số 12/KH-BCĐ138, Ban Chỉ đạo báo cáo kết quả như sau:"),
                .heading(level: 1, "I. KẾT QUẢ THỰC HIỆN"), .heading(level: 2, "1. Tuyên truyền trực tiếp"),
                .paragraph(
                    "Các đơn vị đã tổ chức 244 cuộc với 17.270 lượt người dự; nâng tổng số lên 518 cuộc, 30.881 lượt. "
                        + "Nội dung gồm kỹ năng nhận biết nguy cơ, cách tìm người lớn tin cậy và Tổng đài 111."),
                .heading(level: 3, "a) Theo hình thức"),
                .list(["Sinh hoạt dưới cờ: 120 cuộc;", "Tọa đàm: 24 cuộc;", "Sinh hoạt câu lạc bộ: 100 cuộc."]),
                .table(indicators), .note("“Lượt” là lượt người dự, không phải số người."),
                .heading(level: 1, "II. KHÓ KHĂN, KIẾN NGHỊ"),
                .paragraph("Đề nghị cấp trên hỗ trợ thêm tài liệu cho các điểm trường xa."),
            ],
            recipients: DocumentRecipients(
                ["Thường trực Đảng ủy, HĐND, UBND xã", "Thành viên Ban Chỉ đạo 138 xã"], archive: "VT, VHXH"),
            signature: DocumentSignature(
                lines: ["TM. Ban Chỉ đạo", "KT. Trưởng ban", "Phó Trưởng ban"], name: "Nguyễn Văn Minh"),
            annexes: [DocumentAnnex(title: "Số liệu theo đơn vị", blocks: [.table(units)], isLandscape: true)])
    }

    static let indicators = DocumentTable(
        title: "Bảng 1. Kết quả theo chỉ tiêu",
        header: ["TT", "Chỉ tiêu", "Đơn vị tính", "Kỳ này", "Cùng kỳ", "Tỷ lệ (%)", "Ngày số liệu"],
        rows: [
            DocumentTableRow([
                .integer(1), .text("Số buổi tuyên truyền trực tiếp"), .text("cuộc"), .integer(244), .integer(198),
                .decimal(123.2, fractionDigits: 1), .empty,
            ]),
            DocumentTableRow([
                .integer(2), .text("Số lượt người dự"), .text("lượt"), .integer(17_270), .empty, .empty,
                Day(year: 2026, month: 6, day: 14).map { .day($0) } ?? .empty,
            ]),
            DocumentTableRow(
                [.empty, .text("Cộng tài liệu phát miễn phí"), .text("tờ"), .integer(1_234_567), .integer(0), .empty],
                isStrong: true),
        ])

    /// Long enough for two pages.
    static let units = DocumentTable(
        header: [
            "TT", "Đơn vị", "Số cuộc", "Học sinh", "Cha mẹ", "Giáo viên", "Khác", "Tin, bài", "Phát thanh", "Tờ rơi",
        ],
        cells: (1...40).map { row in
            [.integer(row), .text("Trường Trung học cơ sở Nguyễn Văn Khải – điểm lẻ \(row)")]
                + (1...8).map { column in column == 4 ? .empty : .integer(row * column * 37 % 2_000) }
        })

    static func letter(addressees: [String]) -> AdministrativeDocument {
        AdministrativeDocument(
            head: head, symbol: "BCĐ138", place: "Tháp Mười", kind: "Báo cáo", subject: "Kết quả",
            addressees: addressees, blocks: [.paragraph("Nội dung")], recipients: DocumentRecipients([], archive: "VT"))
    }
}
