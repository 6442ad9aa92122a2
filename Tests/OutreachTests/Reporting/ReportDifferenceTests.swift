import Outreach
import Testing

/// Whatever a correction says otherwise is told, also where every total is the same.
struct ReportDifferenceTests {
    private func slug(_ text: String) throws -> Slug { try #require(Slug(text)) }
    private func name(_ text: String) -> LocalizedText { LocalizedText(vi: text, en: text) }
    private func part(_ id: String, _ value: Int?) -> ReportPart { ReportPart(id: id, name: name(id), value: value) }

    private func line(
        value: Int? = 9, members: [ReportPart] = [], priority: Int? = nil,
        parts: [ReportDimension: [ReportPart]] = [:], target: TargetValue? = nil, pace: Pace? = nil, whole: Int? = nil
    ) throws -> ReportLine {
        let turns = Indicator(
            id: try slug("turns"), name: name("Lượt"), unit: name("lượt"), rows: .attendance, filters: [:], sum: .turns)
        return ReportLine(
            indicator: turns, value: value, members: members, inPriorityAreas: priority, parts: parts, target: target,
            pace: pace, whole: whole)
    }

    private func content(
        _ lines: [ReportLine], duties: [DutyResult] = [], _ narrative: ReportNarrative = ReportNarrative(),
        head: ReportHead? = nil, at milliseconds: Int64 = 0
    ) throws -> ReportContent {
        let day = try #require(Day("2026-05-01"))
        return ReportContent(
            report: Report(
                subject: ReportSubject(id: try slug("east"), name: name("Xã Đông")),
                span: ReportingSpan(DayRange(day)), members: [], lines: lines, duties: duties, comparison: .sameUnits,
                builtAt: Instant(milliseconds: milliseconds)),
            narrative: narrative, head: head)
    }

    private func difference(_ new: ReportLine, _ old: ReportLine) throws -> [String] {
        try content([new]).difference(to: content([old])).map(told)
    }

    private func told(_ difference: ReportDifference) -> String {
        "\(difference.what.words.english): \(difference.old ?? "—") → \(difference.new ?? "—")"
    }

    @Test func `what was counted and is estimated now is told though the total is the same`() throws {
        let counted = try line(parts: [.quality: [part("counted", 9)]])
        let estimated = try line(parts: [.quality: [part("counted", 4), part("estimated", 5)]])
        #expect(
            try difference(estimated, counted) == ["how found: counted: 9 → 4", "how found: estimated: — → 5"])
        #expect(try difference(counted, estimated) == ["how found: counted: 4 → 9", "how found: estimated: 5 → —"])
    }

    @Test func `parts, members, priority areas, the whole and the target are told one by one`() throws {
        let old = try line(
            members: [part("a", 9), part("b", nil)], priority: 2, parts: [.form: [part("seminar", 9)]],
            target: .number(12), whole: 40)
        let new = try line(
            members: [part("a", 5), part("b", 4)], priority: nil, parts: [.form: [part("contest", 9)]],
            target: .percent(12), whole: 41)
        #expect(
            try difference(new, old) == [
                "target: 12 → 12%", "out of: 40 → 41", "in priority areas: 2 → —", "a: 9 → 5", "b: — → 4",
                "form: contest: — → 9", "form: seminar: 9 → —",
            ])
        #expect(try difference(old, old) == [])
    }

    @Test func `when it was counted, the pace of that day and a target left blank say nothing else`() throws {
        let pace = Pace(done: 9, expected: 3, forecast: nil, target: 12)
        let old = try content([line(target: .number(12), pace: pace)])
        let later = Pace(done: 9, expected: 4, forecast: 18, target: 12)
        let new = try content([line(target: .number(12), pace: later)], at: 5000)
        #expect(new.difference(to: old).isEmpty)
        #expect(try difference(line(target: .blank), line()) == [])
    }

    @Test func `a duty is told with its posts, sessions and units, by its words and whether or not it has a reference`()
        throws
    {
        func duty(
            _ task: String, _ sessions: Int, units: [String] = ["Đoàn"], hasReference: Bool
        ) throws -> DutyResult {
            DutyResult(
                hasReference ? DutyReference(plan: try slug("plan"), duty: try slug("d01")) : nil, plan: name("KH"),
                task: name(task), section: "II", units: units.map(name), posts: 1, sessions: sessions)
        }
        func difference(_ new: [DutyResult], _ old: [DutyResult]) throws -> [String] {
            try content([], duties: new).difference(to: content([], duties: old)).map {
                "\($0.name.vi), \(told($0))"
            }
        }
        let old = try [duty("Nói chuyện", 3, hasReference: false), duty("Phát tin", 0, hasReference: false)]
        let same = try [duty("Phát tin", 0, hasReference: true), duty("Nói chuyện", 3, hasReference: true)]
        #expect(try difference(same, old) == [])
        let new = try [duty("Nói chuyện", 4, units: ["Đoàn", "Hội"], hasReference: true)]
        #expect(
            try difference(new, old) == [
                "Nói chuyện, duty, sessions: 3 → 4", "Nói chuyện, duty, units: Đoàn → Đoàn; Hội",
                "Phát tin, duty, posts: 1 → —", "Phát tin, duty, sessions: 0 → —", "Phát tin, duty, units: Đoàn → —",
            ])
    }

    @Test func `the narrative, the number and date of the paper and its head are told as texts`() throws {
        let old = ReportNarrative(results: "Tốt", number: 5, date: Day("2026-07-01"))
        let new = ReportNarrative(results: "Tốt hơn", proposals: "Thêm loa", number: 6, date: Day("2026-07-02"))
        let head = ReportHead(superior: "", issuer: "Ban Chỉ đạo", symbol: "BC", place: "Đông", signing: [])
        var changed = head
        changed.signer = "Nguyễn Văn Minh"
        let found = try content([], new, head: changed).difference(to: content([], old, head: head))
        #expect(found.allSatisfy { $0.isText && $0.indicator == nil })
        #expect(
            found.map { "\($0.name.en), \(told($0))" } == [
                "Results, narrative: Tốt → Tốt hơn", "Proposals, narrative: — → Thêm loa",
                "Number of the paper, narrative: 5 → 6", "Date of the paper, narrative: 01/07/2026 → 02/07/2026",
                "Name of who signs, form of the paper: — → Nguyễn Văn Minh",
            ])
        #expect(try content([], old, head: changed).difference(to: content([], old)).isEmpty)
    }

    @Test func `of a long text so much is written as lies around the first change`() throws {
        let long = String(repeating: "Đã tổ chức nhiều buổi. ", count: 40)
        let old = ReportNarrative(results: long + "Không có khó khăn.")
        let new = ReportNarrative(results: long + "Có khó khăn.\nThiếu loa.")
        let found = try #require(content([], new).difference(to: content([], old)).first)
        let written = found.written(longest: 30) { String($0) }
        #expect(written.old.hasPrefix("…") && written.old.hasSuffix("Không có khó khăn."))
        #expect(written.new.hasSuffix("Có khó khăn. Thiếu l…"), "\(written.new)")
        let number = try #require(content([line(value: 1200)]).difference(to: content([line()])).first)
        let both = number.written(longest: 3) { "<\($0)>" }
        #expect(both.old == "<9>" && both.new == "<1200>")
    }
}
