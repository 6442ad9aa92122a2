import Documents
import Outreach
import Testing

@Suite("Papers of other kinds")
struct AdministrativeDocumentVariantTests {
    @Test("a paper without number and date leaves room to write them in")
    func blanks() async throws {
        let head = try await WordFile.read(SampleDocuments.letter(addressees: []).word()).head
        #expect(head[0][3].text == "Số:      /BCĐ138")
        #expect(head[1][3].text == "Tháp Mười, ngày      tháng      năm         ")
    }

    @Test("numbers from 10, days from 10 and months from 3 on have no zero in front")
    func zeros() async throws {
        var paper = SampleDocuments.report
        (paper.number, paper.date) = (138, Day(year: 2026, month: 7, day: 10))
        let head = try await WordFile.read(paper.word()).head
        #expect(head[0][3].text == "Số: 138/BC-BCĐ138")
        #expect(head[1][3].text == "Tháp Mười, ngày 10 tháng 7 năm 2026")
    }

    @Test("several addressees stand below the salutation; without any nobody is named and “Như trên” is left out")
    func addressees() async throws {
        let several = try await WordFile.read(SampleDocuments.letter(addressees: ["Sở Y tế", "Sở Nội vụ"]).word())
        let texts = several.body.map(\.text).filter { !$0.isEmpty }
        #expect(Array(texts.dropFirst(2).prefix(3)) == ["Kính gửi:", "- Sở Y tế;", "- Sở Nội vụ."])
        #expect(several.closing[0].map(\.text) == ["Nơi nhận:", "- Như trên;", "- Lưu: VT."])
        let none = try await WordFile.read(SampleDocuments.letter(addressees: []).word())
        #expect(!none.body.contains { $0.text.contains("Kính gửi") })
        #expect(none.closing[0].map(\.text) == ["Nơi nhận:", "- Lưu: VT."])
    }

    @Test("the Youth Union has a head of its own")
    func youthUnion() async throws {
        var paper = SampleDocuments.report
        paper.head = DocumentHead(
            template: .youthUnion, superior: "Tỉnh đoàn Đồng Tháp", issuer: "BCH Đoàn xã Tháp Mười")
        let head = try await WordFile.read(paper.word()).head
        #expect(head[0].map(\.text) == ["TỈNH ĐOÀN ĐỒNG THÁP", "BCH ĐOÀN XÃ THÁP MƯỜI", "***", "Số: 05-BC-BCĐ138"])
        #expect(head[1][0].text == "ĐOÀN TNCS HỒ CHÍ MINH" && head[1][0].isBold)
        #expect(!head[1].contains { $0.text.contains("CỘNG HÒA") })
        #expect(head[1][1].rule != nil)
    }

    @Test("the Party has a head of its own")
    func party() async throws {
        var paper = SampleDocuments.report
        paper.head = DocumentHead(template: .party, superior: "Đảng bộ tỉnh Đồng Tháp", issuer: "Đảng ủy xã Tháp Mười")
        let head = try await WordFile.read(paper.word()).head
        #expect(head[0].map(\.text).prefix(3) == ["ĐẢNG BỘ TỈNH ĐỒNG THÁP", "ĐẢNG ỦY XÃ THÁP MƯỜI", "*"])
        #expect(head[1][0].text == "ĐẢNG CỘNG SẢN VIỆT NAM")
        #expect(!head[1].contains { $0.text.contains("CỘNG HÒA") })
    }

    @Test("an English paper has English words and numbers")
    func english() async throws {
        var paper = SampleDocuments.report
        (paper.language, paper.kind, paper.subject) = (.english, "Report", "Results")
        let file = try await WordFile.read(paper.word())
        #expect(file.head[0][3].text == "No.: 05/BC-BCĐ138")
        #expect(
            file.head[1].map(\.text).prefix(2) == [
                "SOCIALIST REPUBLIC OF VIETNAM", "Independence - Freedom - Happiness",
            ])
        #expect(file.head[1][3].text == "Tháp Mười, 5 February 2026")
        #expect(file.closing[0].map(\.text).prefix(2) == ["Recipients:", "- As above;"])
        #expect(file.tables[0].rows[2][3] == "17,270" && file.tables[0].rows[1][5] == "123.2")
        #expect(file.body.contains { $0.text == "Đề nghị cấp trên hỗ trợ thêm tài liệu cho các điểm trường xa." })
        #expect(file.language == "en-GB")
    }

    @Test("several annexes are numbered in Roman figures")
    func annexes() async throws {
        var paper = SampleDocuments.letter(addressees: [])
        paper.annexes = (1...4).map {
            DocumentAnnex(title: "Phần \($0)", blocks: [.paragraph("x")], isLandscape: $0 == 2)
        }
        let file = try await WordFile.read(paper.word())
        #expect(
            file.body.map(\.text).filter { $0.hasPrefix("Phụ lục") } == [
                "Phụ lục I", "Phụ lục II", "Phụ lục III", "Phụ lục IV",
            ])
        #expect(file.sections.map(\.isLandscape) == [false, false, true, false, false])
        #expect(file.body.contains { $0.text.hasPrefix("(Kèm theo Báo cáo số      /BCĐ138 ngày      tháng") })
    }

    @Test("text that XML cannot hold or could misread does no harm, and line breaks stay")
    func hostileText() async throws {
        var paper = SampleDocuments.letter(addressees: [])
        paper.blocks = [
            .paragraph("<w:p>&amp; \"x\"\u{0}\u{1B}\u{FFFF}\nhai"),
            .table(DocumentTable(header: ["</w:tbl>"], cells: [[.text("<b>")], []])),
        ]
        let file = try await WordFile.read(paper.word())
        #expect(file.body.contains { $0.text == "<w:p>&amp; \"x\"\nhai" })
        #expect(file.tables[0].rows == [["</w:tbl>"], ["<b>"], [""]])
    }

    @Test("the same paper always gives the same bytes")
    func deterministic() throws {
        #expect(try SampleDocuments.report.word() == SampleDocuments.report.word())
    }

    @Test("lines a person wrote become paragraphs and lists")
    func narrative() {
        #expect(
            DocumentBlock.blocks(of: "Kết quả tốt.\r\n\r\n- Một;\n – hai\n-không phải mục\n")
                == [.paragraph("Kết quả tốt."), .list(["Một;", "hai"]), .paragraph("-không phải mục")])
    }
}
