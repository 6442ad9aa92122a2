import Documents
import Outreach
import Testing

@Suite("The Word file of a report, by Decree 30/2020/NĐ-CP, annex I")
struct AdministrativeDocumentTests {
    private func report() async throws -> WordFile { try await .read(SampleDocuments.report.word()) }

    /// Size, weight and slope; the alignment where it matters.
    private func expect(
        _ paragraph: WordFile.Paragraph, _ text: String, size: Double, bold: Bool = false, italic: Bool = false,
        _ alignment: String = "CENTER", sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(paragraph.text == text, sourceLocation: sourceLocation)
        #expect(paragraph.sizes == [size], sourceLocation: sourceLocation)
        #expect(paragraph.isBold == bold, sourceLocation: sourceLocation)
        #expect(paragraph.isItalic == italic, sourceLocation: sourceLocation)
        #expect(paragraph.alignment == alignment, sourceLocation: sourceLocation)
    }

    @Test("A4, margins of 20, 20, 30 and 15 mm, the page number in the middle of the top margin from page 2 on")
    func page() async throws {
        let sections = try await report().sections
        #expect(sections.map(\.isLandscape) == [false, true])
        #expect(abs(sections[0].width - 210) < 0.1 && abs(sections[0].height - 297) < 0.1)
        #expect(abs(sections[1].width - 297) < 0.1 && abs(sections[1].height - 210) < 0.1)
        for section in sections {
            #expect((20...25).contains(section.top) && (20...25).contains(section.bottom))
            #expect((30...35).contains(section.left) && (15...20).contains(section.right))
            #expect(section.hasOwnFirstPage && section.firstPageNumber == "1")
            #expect(section.header == "PAGE" && section.headerSize == 14 && section.headerAlignment == "CENTER")
        }
    }

    @Test("all text is black Times New Roman")
    func fonts() async throws {
        let file = try await report()
        for paragraph in (file.head + file.closing).flatMap(\.self) + file.body where !paragraph.text.isEmpty {
            #expect(paragraph.fonts == ["Times New Roman"] && paragraph.colours == ["000000"], "\(paragraph.text)")
        }
        #expect(file.language == "vi-VN")
        #expect(file.title.hasPrefix("BÁO CÁO: Kết quả truyền thông"))
    }

    @Test("the head names the offices on the left and the country, place and date on the right")
    func head() async throws {
        let head = try await report().head
        try #require(head.map(\.count) == [4, 4])
        expect(head[0][0], "ỦY BAN NHÂN DÂN XÃ THÁP MƯỜI", size: 13)
        expect(head[0][1], "BAN CHỈ ĐẠO 138", size: 13, bold: true)
        expect(head[0][3], "Số: 05/BC-BCĐ138", size: 13)
        expect(head[1][0], "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size: 13, bold: true)
        expect(head[1][1], "Độc lập - Tự do - Hạnh phúc", size: 14, bold: true)
        expect(head[1][3], "Tháp Mười, ngày 05 tháng 02 năm 2026", size: 14, italic: true)
    }

    @Test("rules stand under the issuer and the subject, a third to half as long, and under the motto, as long")
    func rules() async throws {
        let file = try await report()
        // Widths by the font's metrics: "BAN CHỈ ĐẠO 138" at 13, the motto at 14, the subject's longer line at 14 points.
        let issuer = try #require(file.head[0][2].rule)
        #expect((38.2 / 3...38.2 / 2).contains(issuer))
        let motto = try #require(file.head[1][2].rule)
        #expect(abs(motto - 60.6) < 1)
        let subject = try #require(file.body.compactMap(\.rule).first)
        #expect((93.0 / 3...93.0 / 2).contains(subject))
    }

    @Test("kind and subject are centred and bold, the kind in capitals; the addressee follows")
    func title() async throws {
        let body = try await report().body.filter { !$0.text.isEmpty }
        expect(body[0], "BÁO CÁO", size: 14, bold: true)
        expect(body[1], SampleDocuments.report.subject, size: 14, bold: true)
        expect(body[2], "Kính gửi: Ban Chỉ đạo 138 tỉnh Đồng Tháp", size: 14)
    }

    @Test("body text is justified, 14 points, indented by 1.27 cm, 6 points between paragraphs, 1 to 1.5 lines")
    func body() async throws {
        let body = try await report().body.filter {
            ["Body Text", "Heading 1", "Heading 2", "Heading 3"].contains($0.style)
        }
        #expect(body.count == 11)
        for paragraph in body {
            #expect(paragraph.alignment == "JUSTIFY" && paragraph.firstLineIndent == 12.7, "\(paragraph.text)")
            #expect(paragraph.spaceAfter >= 6 && (1...1.5).contains(paragraph.lineSpacing), "\(paragraph.text)")
            #expect(paragraph.sizes == [paragraph.text.hasPrefix("“Lượt”") ? 13 : 14], "\(paragraph.text)")
        }
        #expect(
            body.filter(\.isBold).map(\.text) == [
                "I. KẾT QUẢ THỰC HIỆN", "1. Tuyên truyền trực tiếp", "II. KHÓ KHĂN, KIẾN NGHỊ",
            ])
        #expect(body.map(\.text).contains("- Sinh hoạt dưới cờ: 120 cuộc;"))
        #expect(body.last?.text == "Đề nghị cấp trên hỗ trợ thêm tài liệu cho các điểm trường xa./.")
    }

    @Test("tables repeat their heading, write numbers as offices do, and leave blank what was not measured")
    func tables() async throws {
        let tables = try await report().tables
        try #require(tables.count == 2)
        #expect(tables.map(\.repeatedRows) == [1, 1])
        #expect(tables[0].rows[0] == SampleDocuments.indicators.header)
        #expect(tables[0].rows[1] == ["1", "Số buổi tuyên truyền trực tiếp", "cuộc", "244", "198", "123,2", ""])
        #expect(tables[0].rows[2] == ["2", "Số lượt người dự", "lượt", "17.270", "", "", "14/06/2026"])
        #expect(tables[0].rows[3] == ["", "Cộng tài liệu phát miễn phí", "tờ", "1.234.567", "0", "", ""])
        #expect(tables[0].boldRows == [0, 3])
        #expect(tables[0].alignments[3] == "RIGHT" && tables[0].alignments[1] == "LEFT")
        #expect(tables[1].rows.count == 41)
    }

    @Test("recipients and signature end the paper")
    func closing() async throws {
        let closing = try await report().closing
        try #require(closing.map(\.count) == [5, 5])
        expect(closing[0][0], "Nơi nhận:", size: 12, bold: true, italic: true, "LEFT")
        expect(closing[0][1], "- Như trên;", size: 11, "LEFT")
        expect(closing[0][2], "- Thường trực Đảng ủy, HĐND, UBND xã;", size: 11, "LEFT")
        expect(closing[0][4], "- Lưu: VT, VHXH.", size: 11, "LEFT")
        expect(closing[1][0], "TM. BAN CHỈ ĐẠO", size: 14, bold: true)
        expect(closing[1][1], "KT. TRƯỞNG BAN", size: 14, bold: true)
        expect(closing[1][2], "PHÓ TRƯỞNG BAN", size: 14, bold: true)
        expect(closing[1][4], "Nguyễn Văn Minh", size: 14, bold: true)
    }

    @Test("an annex is titled, says which paper it belongs to, and lies across")
    func annex() async throws {
        let body = try await report().body.filter { !$0.text.isEmpty }
        let start = try #require(body.firstIndex { $0.text == "Phụ lục" })
        expect(body[start], "Phụ lục", size: 14, bold: true)
        expect(body[start + 1], "SỐ LIỆU THEO ĐƠN VỊ", size: 14, bold: true)
        expect(
            body[start + 2], "(Kèm theo Báo cáo số 05/BC-BCĐ138 ngày 05 tháng 02 năm 2026 của Ban Chỉ đạo 138)",
            size: 14,
            italic: true)
    }
}
