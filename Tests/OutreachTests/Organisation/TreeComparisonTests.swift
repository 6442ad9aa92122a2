import Outreach
import Testing

private typealias Make = UnitFixture

/// What a period is set against: the same units, those they took over whole, or nobody.
struct TreeComparisonTests {
    /// A province whose district ended with the first half of 2025 and was divided among two communes; a city that took
    /// over another province whole; and a school that moved.
    private func tree(_ more: [Unit] = []) throws -> UnitTree {
        try UnitTree(
            units: [
                Make.unit("province"), Make.unit("district", under: "province", until: "2025-06-30"),
                Make.unit("office", under: "district", until: "2025-06-30"),
                successor("north", under: "province", of: "district"),
                successor("south", under: "province", of: "district"), Make.unit("old", until: "2025-06-30"),
                successor("city", under: nil, of: "old"), Make.unit("quiet"), Make.unit("desk", under: "quiet"),
            ] + more, committees: [])
    }

    private func successor(
        _ id: String, under parent: String?, of other: String, from: String = "2025-07-01"
    ) throws -> Unit {
        Unit(
            id: try Make.slug(id), name: LocalizedText(vi: "Đơn vị \(id)", en: "Unit \(id)"), kind: .commune,
            parent: try parent.map(Make.slug), validity: Validity(from: try day(from)),
            succeeds: [try Make.slug(other)])
    }

    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    private func half(_ number: Int, of year: Int) throws -> DayRange {
        try number == 1
            ? Make.range("\(year)-01-01", "\(year)-06-30") : Make.range("\(year)-07-01", "\(year)-12-31")
    }

    private func year(_ year: Int) throws -> DayRange { try Make.range("\(year)-01-01", "\(year)-12-31") }

    private func compared(
        _ subject: String, _ range: DayRange, with before: DayRange, in tree: UnitTree? = nil
    ) throws -> (subjects: [String], basis: ComparisonBasis) {
        let (subjects, basis) = try (tree ?? self.tree()).comparison(
            of: Make.slug(subject), during: range, before: before)
        return (subjects.map(\.description), basis)
    }

    private func named(_ subjects: [ReportSubject]) -> [String] { subjects.map(\.id.description) }

    @Test func `units that were there on all days of both periods are the same units`() throws {
        let (subjects, basis) = try compared("quiet", year(2025), with: year(2024))
        #expect(subjects == ["quiet"] && basis == .sameUnits)
        #expect(try compared("district", half(1, of: 2025), with: half(1, of: 2024)).basis == .sameUnits)
        #expect(try compared("north", half(2, of: 2026), with: half(2, of: 2025)).basis == .sameUnits)
    }

    @Test func `a year in which a unit ended or began is not set against a whole one`() throws {
        let (ended, basis) = try compared("district", year(2025), with: year(2024))
        #expect(try ended.isEmpty && basis == .partOfPeriod(half(1, of: 2025)))
        #expect(basis.sentence?.vietnamese.contains("01/01/2025 đến ngày 30/06/2025") == true)
        let (begun, other) = try compared("city", year(2025), with: year(2024))
        #expect(try begun.isEmpty && other == .partOfPeriod(half(2, of: 2025)))
    }

    @Test func `a whole year is not set against the half of a unit that took over a part`() throws {
        let (subjects, basis) = try compared("north", year(2026), with: year(2025))
        guard case .partOfPeriodBefore(let days, let divided) = basis else {
            Issue.record("\(basis)")
            return
        }
        #expect(try subjects.isEmpty && days == half(2, of: 2025) && named(divided) == ["district"])
        #expect(basis.sentence?.vietnamese.contains("Đơn vị district, đã chia") == true)
    }

    @Test func `whoever took over all of another is set against both`() throws {
        let (subjects, basis) = try compared("city", year(2026), with: year(2025))
        guard case .continued(let before, from: let day) = basis else {
            Issue.record("\(basis)")
            return
        }
        #expect(subjects == ["city", "old"] && named(before) == ["old"] && day.description == "2025-07-01")
        #expect(try compared("city", half(1, of: 2026), with: half(1, of: 2025)).subjects == ["old"])
    }

    @Test func `taking over twice within a year is followed back to its first day`() throws {
        let second = Unit(
            id: try Make.slug("second"), name: LocalizedText(vi: "Hai", en: "Two"), kind: .commune,
            validity: Validity(from: try day("2025-04-01"), until: try day("2025-06-30")),
            succeeds: [try Make.slug("first")])
        let third = try successor("third", under: nil, of: "second")
        let tree = try tree([Make.unit("first", until: "2025-03-31"), second, third])
        #expect(try compared("third", year(2026), with: year(2025), in: tree).subjects == ["third", "second", "first"])
        #expect(
            try compared("third", half(1, of: 2026), with: half(1, of: 2025), in: tree).subjects == ["second", "first"])
        #expect(try compared("third", half(1, of: 2026), with: year(2024), in: tree).basis == .nothingBefore)
        let unknown = try self.tree([second, third, Make.unit("first", from: "2025-02-01")])
        #expect(try compared("third", year(2026), with: year(2025), in: unknown).subjects.isEmpty)
    }

    /// One that was there all along and took over another.
    private func heir(_ id: String, of others: String...) throws -> Unit {
        Unit(
            id: try Make.slug(id), name: LocalizedText(vi: "Đơn vị \(id)", en: "Unit \(id)"), kind: .commune,
            succeeds: try others.map(Make.slug))
    }

    @Test func `one that was there all along is set against itself and those it took over`() throws {
        let tree = try tree([Make.unit("b", until: "2025-12-31"), heir("a", of: "b")])
        let (subjects, basis) = try compared("a", half(1, of: 2026), with: half(1, of: 2025), in: tree)
        guard case .continued(let before, from: let day) = basis else {
            Issue.record("\(basis)")
            return
        }
        #expect(subjects == ["a", "b"] && named(before) == ["b"] && day.description == "2025-01-01")
        #expect(basis.sentence?.vietnamese.contains("Đơn vị b") == true)
        // Before it took over, and once both periods lie behind that, it is the same unit.
        let earlier = try compared("a", half(1, of: 2025), with: half(1, of: 2024), in: tree)
        #expect(earlier.subjects == ["a"] && earlier.basis == .sameUnits)
        let later = try compared("a", half(1, of: 2027), with: half(1, of: 2026), in: tree)
        #expect(later.subjects == ["a"] && later.basis == .sameUnits)
    }

    @Test func `one that was there all along and took over a part, or within the period, is not compared`() throws {
        let shared = try tree([
            Make.unit("b", until: "2025-12-31"), heir("a", of: "b"), heir("c", of: "b"),
        ])
        let (subjects, basis) = try compared("a", half(1, of: 2026), with: half(1, of: 2025), in: shared)
        let shown = shared.reportSubject(try Make.slug("b"), on: try day("2025-06-30"))
        #expect(subjects.isEmpty && basis == .divided([shown], among: 2))
        let within = try tree([Make.unit("b", until: "2026-03-31"), heir("a", of: "b")])
        let late = try compared("a", half(1, of: 2026), with: half(1, of: 2025), in: within)
        guard case .takingOver(let others) = late.basis else {
            Issue.record("\(late.basis)")
            return
        }
        #expect(late.subjects.isEmpty && named(others) == ["b"])
        #expect(late.basis.sentence?.english.contains("Unit b") == true)
    }

    @Test func `what lay below it then is not added once more`() throws {
        let tree = try tree([Make.unit("b", under: "a", until: "2025-12-31"), heir("a", of: "b")])
        let (subjects, basis) = try compared("a", half(1, of: 2026), with: half(1, of: 2025), in: tree)
        #expect(subjects == ["a"] && basis != .sameUnits)
    }

    @Test func `one that was split off has no number of those that go on`() throws {
        let tree = try tree([Make.unit("c"), successor("d", under: nil, of: "c", from: "2026-01-01")])
        let (subjects, basis) = try compared("d", half(1, of: 2026), with: half(1, of: 2025), in: tree)
        guard case .divided(let before, among: 2) = basis else {
            Issue.record("\(basis)")
            return
        }
        #expect(subjects.isEmpty && named(before) == ["c"])
        let whole = try compared("d", half(1, of: 2027), with: year(2025), in: tree)
        #expect(whole.subjects.isEmpty)
        let rest = try compared("c", half(1, of: 2026), with: half(1, of: 2025), in: tree)
        #expect(rest.subjects == ["c"])
    }

    @Test func `a tree that changed below its columns is not called the same`() throws {
        let tree = try tree([Make.unit("club", under: "desk", from: "2026-02-01")])
        let (subjects, basis) = try compared("quiet", year(2026), with: year(2025), in: tree)
        #expect(subjects == ["quiet"] && basis == .changedBelow(ended: 0, begun: 1))
        #expect(basis.sentence?.english.contains("1 are new") == true)
    }

    private func presences(
        _ subject: String, _ range: DayRange, _ before: DayRange, cumulative: DayRange? = nil,
        in tree: UnitTree? = nil
    ) throws -> PartialPresences? {
        let tree = try tree ?? self.tree()
        func period(_ range: DayRange) -> Period {
            Period(code: "\(range.first)", name: LocalizedText(vi: "Kỳ", en: "Period"), range: range, due: range.last)
        }
        let subject = try Make.slug(subject)
        return tree.partialPresences(
            of: subject, setAgainst: tree.comparison(of: subject, during: range, before: before).subjects,
            in: ReportingSpan(period: period(range), before: period(before), cumulative: cumulative ?? range))
    }

    @Test func `columns that were there for a part are named with their days`() throws {
        let now = try #require(try presences("province", year(2025), year(2024)))
        #expect(named(now.now.map(\.subject)) == ["district", "north", "south"] && now.before.isEmpty)
        #expect(try now.now.map(\.days) == [[half(1, of: 2025)], [half(2, of: 2025)], [half(2, of: 2025)]])
        #expect(
            now.sentences.map(\.vietnamese) == [
                "Chỉ có trong một phần kỳ này: 01/01/2025 – 30/06/2025: Đơn vị district; "
                    + "01/07/2025 – 31/12/2025: Đơn vị north, Đơn vị south."
            ])
        let before = try #require(try presences("province", year(2026), year(2025)))
        #expect(before.now.isEmpty && named(before.before.map(\.subject)) == ["district", "north", "south"])
        #expect(try presences("province", half(1, of: 2026), half(1, of: 2025)) == nil)
    }

    @Test func `a whole of two that followed each other names both`() throws {
        let both = try #require(try presences("city", year(2026), year(2025)))
        #expect(named(both.before.map(\.subject)) == ["city", "old"])
    }

    @Test func `units below a column are counted and not named`() throws {
        let tree = try tree([Make.unit("club", under: "desk", from: "2026-02-01")])
        let below = try #require(try presences("quiet", year(2026), year(2025), in: tree))
        #expect(below.now.isEmpty && below.belowNow == 1)
        #expect(below.sentences.map(\.english) == ["There for a part of this period only: 1 unit below."])
    }

    @Test func `a year so far that is not a whole one says so`() throws {
        let late = try #require(
            try presences("north", half(2, of: 2025), half(2, of: 2024), cumulative: year(2025)))
        #expect(try late.cumulative == half(2, of: 2025))
        #expect(late.sentences.map(\.vietnamese).joined().contains("từ ngày 01/07/2025 đến ngày 31/12/2025"))
        #expect(try presences("quiet", half(2, of: 2025), half(2, of: 2024), cumulative: year(2025)) == nil)
    }

    @Test func `a long list of names is cut short`() throws {
        let many = try (1...20).map { number in
            ReportSubject(id: try Make.slug("u\(number)"), name: LocalizedText(vi: "Xã \(number)", en: "\(number)"))
        }
        let sentence = ComparisonBasis.changedTree(ended: many, begun: []).sentence?.vietnamese ?? ""
        #expect(sentence.contains("Xã 12 và 8 đơn vị khác") && !sentence.contains("Xã 13"))
    }
}
