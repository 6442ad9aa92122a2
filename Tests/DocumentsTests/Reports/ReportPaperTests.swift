import Documents
import Outreach
import Testing

@Suite("A report as Word and Excel files")
struct ReportPaperTests {
    private func paper(_ language: Language = .vietnamese) async throws -> WordFile {
        try await .read(
            AdministrativeDocument(SampleReports.content, head: SampleReports.head, language: language).word())
    }

    @Test("the head, the number with its zero, and the date are those of the unit and of the paper")
    func head() async throws {
        let head = try await paper().head
        #expect(head[0].map(\.text).contains("ỦY BAN NHÂN DÂN XÃ THÁP MƯỜI"))
        #expect(head[0].map(\.text).contains("BAN CHỈ ĐẠO 138 XÃ THÁP MƯỜI"))
        #expect(head[0].map(\.text).contains("Số: 05/BC-BCĐ138"))
        #expect(head[1].map(\.text).contains("Tháp Mười, ngày 03 tháng 7 năm 2026"))
    }

    @Test("chapters come in order, what is empty is left out, and the end is marked")
    func chapters() async throws {
        let texts = try await paper().body.map(\.text)
        let chapters = texts.filter { $0.hasPrefix("I") && $0.contains(". ") && $0 == $0.uppercased() }
        #expect(chapters == ["I. KẾT QUẢ THỰC HIỆN", "II. KHÓ KHĂN, VƯỚNG MẮC"])
        #expect(texts.contains("Đã làm nhiều việc."))
        #expect(texts.contains { $0.contains("Không so với cùng kỳ trước: Công an xã đã chia cho 4 đơn vị") })
        #expect(texts.contains { $0.hasSuffix("của Ban Chỉ đạo 138 xã Tháp Mười./.") })
    }

    @Test("the numbers stand as offices write them, and a line that says nothing is left out")
    func numbers() async throws {
        let tables = try await paper().tables
        let figures = try #require(tables.first)
        #expect(figures.rows.count == 3 && figures.repeatedRows == 1)
        #expect(
            figures.rows[1]
                == ["1", "Số cuộc tuyên truyền trực tiếp", "cuộc", "244", "198", "23,2", "244", "300"])
        #expect(figures.rows[2][3] == "17.270" && figures.rows[2][4] == "")
        #expect(tables.contains { $0.rows.contains(["tọa đàm", "244"]) })
        #expect(tables.contains { $0.rows.contains(["I.2", "Đăng tin, bài", "Công an xã", "3", "1"]) })
        let annex = try #require(tables.last)
        #expect(annex.rows[1] == ["1", "Số cuộc tuyên truyền trực tiếp", "44", "200"])
    }

    /// A report of some lines, each by form and by member.
    private func paper(lines: Int, members: Int, _ change: (Int) -> (value: Int, target: TargetValue?)) async throws
        -> WordFile
    {
        func text(_ words: String) -> LocalizedText { LocalizedText(vi: words, en: words) }
        let sample = SampleReports.content.report
        let subjects = (0..<members).map { ReportSubject(id: SampleReports.slug("xa-\($0)"), name: text("Xã \($0)")) }
        let lines = (1...lines).map { number in
            let (value, target) = change(number)
            return ReportLine(
                indicator: Indicator(
                    id: SampleReports.slug("count-\(number)"), name: text("Số \(number)"), unit: text("cuộc"),
                    rows: .sessions, filters: [:], sum: .count), value: value,
                members: subjects.map { ReportPart(id: $0.id.description, name: $0.name, value: value) },
                parts: [.form: [ReportPart(id: "seminar", name: text("tọa đàm"), value: value)]], target: target)
        }
        let report = Report(
            subject: sample.subject, span: sample.span, members: subjects, lines: lines, comparison: .sameUnits,
            builtAt: sample.builtAt)
        return try await .read(
            AdministrativeDocument(
                ReportContent(report: report, narrative: ReportNarrative()), head: SampleReports.head,
                language: .vietnamese
            ).word())
    }

    @Test("a table of parts shows numbers that have parts, those with a target first, and names the others")
    func columns() async throws {
        let file = try await paper(lines: 6, members: 1) { number in
            (value: number == 2 ? 0 : number, target: number == 6 ? .number(9) : nil)
        }
        let table = try #require(file.tables.first { $0.rows[0][0] == "Hình thức" })
        #expect(table.rows == [["Hình thức", "Số 1", "Số 3", "Số 4", "Số 6"], ["tọa đàm", "1", "3", "4", "6"]])
        #expect(file.body.contains { $0.text == "Không in ở bảng này, có trong tệp Excel (trang “Phân tổ”): Số 5." })
    }

    @Test("an annex of many members has room for eight numbers and names the others; a small one has all")
    func annex() async throws {
        let many = try await paper(lines: 10, members: 9) { (value: $0, target: $0 == 10 ? .percent(50) : nil) }
        let table = try #require(many.tables.last)
        #expect(table.rows[0].count == 10 && table.rows[0].last == "Số 10" && table.rows.count == 10)
        #expect(many.body.contains { $0.text.contains("trang “Theo đơn vị”): Số 8; Số 9.") })
        let few = try await paper(lines: 10, members: 8) { (value: $0, target: nil) }
        #expect(few.tables.last?.rows.count == 11)
        #expect(!few.body.contains { $0.text.contains("trang “Theo đơn vị”") })
    }

    @Test("many duties are one sentence in the body and a compact annex laid across; a few stay in the body")
    func duties() async throws {
        func text(_ words: String) -> LocalizedText { LocalizedText(vi: words, en: words) }
        let sample = SampleReports.content.report
        let duties = (1...57).map { number in
            DutyResult(
                plan: text("Kế hoạch"), task: text("Nhiệm vụ \(number)"), section: "I.\(number)",
                units: (1...(number == 2 ? 3 : 5)).map { text("Đơn vị \($0)") }, posts: number == 1 ? 4 : 0, sessions: 0
            )
        }
        let report = Report(
            subject: sample.subject, span: sample.span, members: sample.members, lines: sample.lines, duties: duties,
            comparison: .sameUnits, builtAt: sample.builtAt)
        let file = try await WordFile.read(
            AdministrativeDocument(
                ReportContent(report: report, narrative: ReportNarrative()), head: SampleReports.head,
                language: .vietnamese
            ).word())
        #expect(
            file.body.contains {
                $0.text == "Trong kỳ có tin, bài hoặc cuộc tuyên truyền cho 1 trong 57 nhiệm vụ của kế hoạch; số liệu "
                    + "từng nhiệm vụ ở Phụ lục II."
            })
        #expect(file.sections.map(\.isLandscape) == [false, true, true])
        let annex = try #require(file.tables.last)
        #expect(annex.rows.count == 58 && annex.repeatedRows == 1)
        #expect(annex.rows[1] == ["I.1", "Nhiệm vụ 1", "Đơn vị 1; Đơn vị 2 và 3 đơn vị khác", "4", "0"])
        #expect(annex.rows[2][2] == "Đơn vị 1; Đơn vị 2; Đơn vị 3")
        let few = try await paper()
        #expect(few.sections.count == 2 && !few.body.contains { $0.text.contains("nhiệm vụ của kế hoạch; số liệu") })
    }

    @Test("body text is 13 to 14 points, justified, indented by 1 or 1.27 cm, with room between paragraphs")
    func layout() async throws {
        let file = try await paper()
        let paragraph = try #require(file.body.first { $0.text == "Thiếu loa." })
        #expect(paragraph.fonts == ["Times New Roman"] && paragraph.alignment == "JUSTIFY")
        #expect(paragraph.sizes.allSatisfy { (13...14).contains($0) })
        #expect([10, 12.7].contains(paragraph.firstLineIndent) && paragraph.spaceAfter >= 6)
        #expect((1...1.5).contains(paragraph.lineSpacing))
        #expect(file.closing.flatMap(\.self).contains { $0.text == "NGUYỄN VĂN MINH" || $0.text == "Nguyễn Văn Minh" })
        #expect(file.sections.map(\.isLandscape) == [false, true])
    }

    @Test("the Excel file has real numbers and days, guarded texts, rows and charts, set up for A4")
    func workbook() async throws {
        var names: [Slug: LocalizedText] = [:]
        for member in SampleReports.members { names[member.id] = member.name }
        let bytes = try Workbook(
            SampleReports.content, rows: SampleReports.rows, units: names, issuer: SampleReports.head.issuer,
            takenOn: SampleReports.day("2026-07-03"), isOfVersion: true, language: .vietnamese
        ).excel()
        let file = try await WorkbookFile.read(bytes)
        let titles: [String] = file.sheets.map { $0.name }
        #expect(Array(titles.prefix(4)) == ["Chỉ tiêu", "Theo đơn vị", "Phân tổ", "Dòng số liệu"])
        let row = try #require(cells(0, in: file).first { $0[0].contains("Số cuộc tuyên truyền") })
        #expect(row[2] == "n 244" && row[3] == "n 198" && row[7] == "n 300")
        #expect(cells(1, in: file).contains { $0[0] == "s '=Đoàn xã'" && $0[1] == "n 200" })
        let rows = cells(3, in: file)
        #expect(rows.contains { $0[1].hasPrefix("d datetime") && $0[4] == "n 1" })
        #expect(rows.contains { $0[3] == "s '+Trường A'" })
        #expect(rows.contains { $0[6] == "s 'ước lượng'" })
        #expect(rows.contains { $0[0].contains("đính chính sau khi nộp") })
        for sheet in file.sheets.prefix(4) { #expect(sheet.paper == "9") }
        #expect(file.sheets.reduce(0) { $0 + $1.charts.count } == 2)
    }

    /// The cells of a sheet as their type and value.
    private func cells(_ sheet: Int, in file: WorkbookFile) -> [[String]] {
        file.sheets[sheet].cells.map { row in row.map { cell in "\(cell.type) \(cell.value)" } }
    }

    @Test("the page draws charts with their tables, and says nothing in markup")
    func page() throws {
        let html = ReportPage(SampleReports.content, version: nil, language: .vietnamese).html
        #expect(html.contains("<svg") && html.contains("chart-table") && html.contains("Thiếu loa."))
        #expect(html.contains("<td class=\"number\">17.270</td>"))
        let markdown = ReportPage(SampleReports.content, version: nil, language: .english).markdown
        #expect(markdown.contains("| 17,270 |") && markdown.contains("## Difficulties"))
    }
}
