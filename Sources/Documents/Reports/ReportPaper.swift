public import Outreach

extension AdministrativeDocument {
    /// A report as the paper offices send (Decree 30/2020/NĐ-CP, annex I): the numbers, what the unit wrote, and the
    /// numbers of its members on a page of their own.
    public init(_ content: ReportContent, head: ReportHead, language: Language) {
        let paper = ReportPaper(content: content, language: language)
        self.init(
            head: DocumentHead(
                template: DocumentHead.Template(head.template),
                superior: head.superior.isEmpty ? nil : head.superior, issuer: head.issuer),
            number: content.narrative.number, symbol: head.symbol, place: head.place, date: content.narrative.date,
            kind: paper.words("Báo cáo", "Report"), subject: paper.subject, addressees: head.addressees,
            blocks: paper.blocks, recipients: DocumentRecipients(head.recipients, archive: head.archive),
            signature: DocumentSignature(lines: head.signing, name: head.signer), annexes: paper.annexes,
            language: language)
    }
}

extension DocumentHead.Template {
    fileprivate init(_ template: ReportHead.Template) {
        self =
            switch template {
            case .state: .state
            case .youthUnion: .youthUnion
            case .party: .party
            }
    }
}

/// What a report says, in the order of a paper.
private struct ReportPaper {
    let content: ReportContent
    let language: Language
    let words: ReportWords

    init(content: ReportContent, language: Language) {
        self.content = content
        self.language = language
        words = ReportWords(language: language)
    }

    private var report: Report { content.report }
    private var narrative: ReportNarrative { content.narrative }

    var subject: String {
        words(
            "Kết quả truyền thông bảo vệ trẻ em, phòng ngừa xâm hại trẻ em ",
            "Outreach for the protection of children, ")
            + lowered(report.period.name(language))
    }

    /// Chapters that have nothing are left out and the others numbered on.
    var blocks: [DocumentBlock] {
        let chapters: [(String, [DocumentBlock])] = [
            (words("KẾT QUẢ THỰC HIỆN", "RESULTS"), results),
            (words("KHÓ KHĂN, VƯỚNG MẮC", "DIFFICULTIES"), DocumentBlock.blocks(of: narrative.difficulties)),
            (words("ĐỀ XUẤT, KIẾN NGHỊ", "PROPOSALS"), DocumentBlock.blocks(of: narrative.proposals)),
        ]
        let written = chapters.filter { !$0.1.isEmpty }
        return [opening]
            + written.enumerated().flatMap { index, chapter -> [DocumentBlock] in
                [.heading(level: 1, "\(RomanNumeral.text(index + 1)). \(chapter.0)")] + chapter.1
            } + [closing]
    }

    private var opening: DocumentBlock {
        let range = report.period.range
        let name = report.subject.name(language)
        let until = report.countedUntil.map { day in
            words(", số liệu tính đến ngày \(day.written)", ", with the numbers up to \(day.written)")
        }
        return .paragraph(
            words(
                "\(name) báo cáo kết quả truyền thông bảo vệ trẻ em, phòng ngừa xâm hại trẻ em "
                    + "\(lowered(report.period.name.vi)) (từ ngày \(range.first.written) đến ngày \(range.last.written)"
                    + "\(until ?? "")) như sau:",
                "\(name) reports on outreach for the protection of children from \(range.first.written) to "
                    + "\(range.last.written)\(until ?? ""):"))
    }

    private var closing: DocumentBlock {
        let name = report.subject.name(language)
        return .paragraph(
            words(
                "Trên đây là báo cáo kết quả truyền thông bảo vệ trẻ em, phòng ngừa xâm hại trẻ em "
                    + "\(lowered(report.period.name.vi)) của \(name)",
                "This is the report of \(name)"))
    }

    private var results: [DocumentBlock] {
        let chapters: [(String, [DocumentBlock])] = [
            (words("Số liệu chủ yếu", "Main figures"), [.table(figures)] + notes),
            (words("Công tác đã triển khai", "What was done"), DocumentBlock.blocks(of: narrative.results)),
            (words("Theo hình thức, đối tượng và kênh", "By form, audience and channel"), parts),
            (words("Thực hiện nhiệm vụ của kế hoạch", "Duties of the plan"), duties),
        ]
        return chapters.filter { !$0.1.isEmpty }.enumerated().flatMap { index, chapter -> [DocumentBlock] in
            [.heading(level: 2, "\(index + 1). \(chapter.0)")] + chapter.1
        }
    }

    private var notes: [DocumentBlock] {
        let missing = content.missing.map { members in
            words("Chưa có báo cáo của: ", "Without the reports of: ")
                + members.map { $0.name(language) }.joined(separator: "; ") + "."
        }
        let anew = content.countedAnew.map { members in
            words("Số liệu đã thay đổi sau bản báo cáo đã nộp của: ", "Counted anew since their own reports: ")
                + members.map { $0.name(language) }.joined(separator: "; ") + "."
        }
        return (words.notes(report) + [missing, anew].compactMap(\.self)).map(DocumentBlock.note)
    }

    private var figures: DocumentTable {
        let hasTargets = report.shownLines.contains(where: \.hasTarget)
        return DocumentTable(
            header: [
                words("TT", "No."), words.indicator, words.unit, words.value, words.before, words.relativeChange,
                words.cumulative,
            ] + (hasTargets ? [words.target] : []),
            cells: report.shownLines.enumerated().map { index, line in
                [
                    .integer(index + 1), .text(words.name(line)), .text(line.indicator.unit(language)),
                    Cell(line.value), Cell(line.before),
                    line.relativeChange.map { .decimal($0 * 100, fractionDigits: 1) } ?? .empty, Cell(line.cumulative),
                ] + (hasTargets ? [line.targetCell] : [])
            })
    }

    /// For each dimension the indicators that have a number of any of its parts, at most four, as columns.
    private var parts: [DocumentBlock] {
        [ReportDimension.form, .audience, .channel, .campaign].flatMap { dimension -> [DocumentBlock] in
            let (lines, left) = columns(
                of: report.shownLines.filter { ($0.parts[dimension] ?? []).contains { ($0.value ?? 0) > 0 } }, room: 4)
            var names: [String: LocalizedText] = [:]
            var order: [String] = []
            for part in lines.flatMap({ $0.parts[dimension] ?? [] }) where names[part.id] == nil {
                names[part.id] = part.name
                order.append(part.id)
            }
            guard !order.isEmpty else { return [] }
            let table = DocumentTable(
                title: words("Theo ", "By ") + dimension.words(language),
                header: [dimension.words(language).capitalisedFirst] + lines.map { $0.indicator.name(language) },
                cells: order.map { id in
                    [.text(names[id]?(language) ?? id)]
                        + lines.map { line in Cell(line.parts[dimension]?.first { $0.id == id }?.value) }
                })
            return [.table(table)] + leftOut(left, sheet: words("Phân tổ", "Parts"))
        }
    }

    /// The lines a table has room for, in the order of the catalogue: those with a target before the others.
    private func columns(of lines: [ReportLine], room: Int) -> (shown: [ReportLine], left: [ReportLine]) {
        let inOrder = lines.filter(\.hasTarget) + lines.filter { !$0.hasTarget }
        let shown = Set(inOrder.prefix(room).map(\.indicator.id))
        return (
            lines.filter { shown.contains($0.indicator.id) }, lines.filter { !shown.contains($0.indicator.id) }
        )
    }

    /// Names what a table had no room for, and where it is found.
    private func leftOut(_ lines: [ReportLine], sheet: String) -> [DocumentBlock] {
        guard !lines.isEmpty else { return [] }
        let names = lines.map { $0.indicator.name(language) }.joined(separator: "; ")
        return [
            .note(
                words(
                    "Không in ở bảng này, có trong tệp Excel (trang “\(sheet)”): \(names).",
                    "Not in this table but in the Excel file (sheet “\(sheet)”): \(names)."))
        ]
    }

    /// More duties than this would push what the unit has to say off the first pages; they go to an annex.
    private static let mostDutiesInBody = 8

    private var areDutiesInAnnex: Bool { report.duties.count > ReportPaper.mostDutiesInBody }

    private var duties: [DocumentBlock] {
        guard !report.duties.isEmpty else { return [] }
        guard areDutiesInAnnex else { return [.table(dutyTable)] }
        let done = report.duties.count { $0.posts + $0.sessions > 0 }
        let number = annexes.count > 1 ? " " + RomanNumeral.text(annexes.count) : ""
        return [
            .paragraph(
                words(
                    "Trong kỳ có tin, bài hoặc cuộc tuyên truyền cho \(done) trong \(report.duties.count) nhiệm vụ của "
                        + "kế hoạch; số liệu từng nhiệm vụ ở Phụ lục\(number).",
                    "\(done) of the \(report.duties.count) duties of the plan had posts or sessions in the period; each "
                        + "with its numbers is in Annex\(number)."))
        ]
    }

    private var dutyTable: DocumentTable {
        DocumentTable(
            header: [
                words("Mục", "Section"), words("Nhiệm vụ", "Duty"), words("Đơn vị thực hiện", "Units"),
                words("Tin, bài", "Posts"), words("Cuộc", "Sessions"),
            ],
            cells: report.duties.map { duty in
                [
                    .text(duty.section), .text(duty.task(language)), .text(units(of: duty)), .integer(duty.posts),
                    .integer(duty.sessions),
                ]
            }, isCompact: areDutiesInAnnex)
    }

    /// In a long table the first units by name and the others by their number.
    private func units(of duty: DutyResult) -> String {
        let most = areDutiesInAnnex && duty.units.count > 3 ? 2 : duty.units.count
        let names = duty.units.prefix(most).map { $0(language) }.joined(separator: "; ")
        let others = duty.units.count - most
        return names + (others > 0 ? words(" và \(others) đơn vị khác", " and \(others) other units") : "")
    }

    /// On pages of their own, laid across: the numbers by member, and the duties where they are many.
    var annexes: [DocumentAnnex] {
        let duties = DocumentAnnex(
            title: words("Thực hiện nhiệm vụ của kế hoạch", "Duties of the plan"), blocks: [.table(dutyTable)],
            isLandscape: true)
        return members + (areDutiesInAnnex ? [duties] : [])
    }

    /// The numbers by member.
    private var members: [DocumentAnnex] {
        guard report.members.count > 1 else { return [] }
        let title = words("Số liệu theo đơn vị", "Figures by unit")
        let lines = report.shownLines.filter { line in line.members.contains { ($0.value ?? 0) > 0 } }
        guard !lines.isEmpty else { return [] }
        let notes = words.notesOfMembers(report).map(DocumentBlock.note)
        guard report.members.count > 8 else {
            let table = DocumentTable(
                header: [words("TT", "No."), words.indicator] + report.members.map { $0.name(language) },
                cells: lines.enumerated().map { index, line in
                    [.integer(index + 1), .text(line.indicator.name(language))] + line.members.map { Cell($0.value) }
                })
            return [DocumentAnnex(title: title, blocks: [.table(table)] + notes, isLandscape: true)]
        }
        let (shown, left) = columns(of: lines, room: 8)
        let table = DocumentTable(
            header: [words("TT", "No."), words.member] + shown.map { $0.indicator.name(language) },
            cells: report.members.indices.map { member in
                [.integer(member + 1), .text(report.members[member].name(language))]
                    + shown.map { Cell($0.members[member].value) }
            })
        let named = leftOut(left, sheet: words("Theo đơn vị", "By unit"))
        return [DocumentAnnex(title: title, blocks: [.table(table)] + named + notes, isLandscape: true)]
    }

    /// "6 tháng đầu năm 2026" in the middle of a sentence.
    private func lowered(_ text: String) -> String { text.prefix(1).lowercased() + text.dropFirst() }
}

extension String {
    fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
