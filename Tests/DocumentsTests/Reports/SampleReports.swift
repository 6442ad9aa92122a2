import Outreach

/// The report of an invented committee, for tests.
enum SampleReports {
    static let head = ReportHead(
        superior: "Ủy ban nhân dân xã Tháp Mười", issuer: "Ban Chỉ đạo 138 xã Tháp Mười", symbol: "BC-BCĐ138",
        place: "Tháp Mười", addressees: ["Ban Chỉ đạo 138 tỉnh Đồng Tháp"],
        signing: ["TM. Ban Chỉ đạo", "Trưởng ban"], signer: "Nguyễn Văn Minh",
        recipients: ["Thường trực Đảng ủy xã"], archive: "VT, CA")

    static func day(_ text: String) -> Day { Day(text) ?? Day(julianDay: 0) }
    static func slug(_ text: String) -> Slug {
        guard let slug = Slug(text) else { preconditionFailure("\(text) is no slug") }
        return slug
    }

    private static func name(_ text: String) -> LocalizedText { LocalizedText(vi: text, en: "\(text) (en)") }

    private static func period(_ year: Int) -> Period {
        Period(
            code: "\(year)-H1", name: name("6 tháng đầu năm \(year)"),
            range: DayRange(day("\(year)-01-01"), day("\(year)-06-30")) ?? DayRange(day("2026-01-01")),
            due: day("\(year)-07-05"))
    }

    static let members = [("ca-xa", "Công an xã"), ("doan-xa", "=Đoàn xã")].map {
        ReportSubject(id: slug($0.0), name: name($0.1))
    }

    private static func indicator(_ id: String, _ title: String, _ unit: String, _ sum: IndicatorSum) -> Indicator {
        Indicator(
            id: slug(id), name: name(title), unit: name(unit), rows: sum == .turns ? .attendance : .sessions,
            filters: [:], sum: sum)
    }

    static let sessions = indicator("sessions-held", "Số cuộc tuyên truyền trực tiếp", "cuộc", .count)
    static let turns = indicator("turns-attended", "Số lượt tham dự", "lượt", .turns)
    static let nothing = indicator("contests-held", "Số cuộc thi", "cuộc", .count)

    private static func line(
        _ indicator: Indicator, _ value: Int, before: Int?, _ members: [Int], target: TargetValue? = nil,
        parts: [ReportDimension: [ReportPart]] = [:]
    ) -> ReportLine {
        ReportLine(
            indicator: indicator, value: value, cumulative: value, before: before,
            members: zip(self.members, members).map {
                ReportPart(id: $0.id.description, name: $0.name, value: $1)
            }, parts: parts, target: target,
            pace: Pace(
                value: value, whole: nil, target: target, during: period(2026).range, today: day("2026-06-30")))
    }

    static let content = ReportContent(
        report: Report(
            subject: ReportSubject(id: slug("bcd-138"), name: name("Ban Chỉ đạo 138 xã Tháp Mười")),
            span: ReportingSpan(period: period(2026), before: period(2025), cumulative: period(2026).range),
            members: members,
            lines: [
                line(
                    sessions, 244, before: 198, [44, 200], target: .number(300),
                    parts: [.form: [ReportPart(id: "seminar", name: name("tọa đàm"), value: 244)]]),
                line(nothing, 0, before: 0, [0, 0]),
                line(
                    turns, 17_270, before: nil, [7_270, 10_000],
                    parts: [.audience: [ReportPart(id: "parents", name: name("Cha mẹ"), value: 17_270)]]),
            ],
            duties: [
                DutyResult(
                    plan: name("Kế hoạch"), task: name("Đăng tin, bài"), section: "I.2", units: [name("Công an xã")],
                    posts: 3, sessions: 1)
            ],
            comparison: .divided([members[0]], among: 4), builtAt: Instant(milliseconds: 1_782_000_000_000)),
        narrative: ReportNarrative(
            results: "Đã làm nhiều việc.\n- Việc một;\n- Việc hai.", difficulties: "Thiếu loa.", number: 5,
            date: day("2026-07-03")))

    static let rows = [
        (
            indicator: sessions,
            rows: [
                IndicatorRow(
                    id: "1", unit: slug("ca-xa"), day: day("2026-06-01"), label: "+Trường A", value: 1,
                    quality: "counted"),
                IndicatorRow(
                    id: "2", unit: slug("doan-xa"), day: day("2026-06-02"), label: "Trường B", value: 1,
                    quality: "estimated"),
            ]
        )
    ]
}
