import Outreach
import Testing

struct VisitKindsTests {
    private func indicator(_ filters: [IndicatorFilter: [String]]) throws -> Indicator {
        let name = LocalizedText(vi: "Số điểm", en: "Places")
        return Indicator(
            id: try #require(Slug("places")), name: name, unit: name, rows: .sessions, filters: filters, sum: .places)
    }

    @Test func `every form and level is a kind of its own, and all fit`() {
        let levels = [nil] + SchoolLevel.allCases.map { Optional($0.rawValue) }
        let kinds = SessionForm.allCases.flatMap { form in
            levels.map { VisitKinds(form: form.rawValue, level: $0) }
        }
        #expect(Set(kinds).count == kinds.count && kinds.allSatisfy { !$0.isEmpty })
        #expect(kinds.count <= UInt64.bitWidth)
    }

    @Test func `an indicator counts the visits that fit its filters`() throws {
        let atPrimary = VisitKinds(form: "school-session", level: "primary")
        let atNoLevel = VisitKinds(form: "school-session", level: nil)
        let inClub = VisitKinds(form: "club-meeting", level: nil)
        let all = VisitKinds(countedBy: try indicator([:]))
        #expect([atPrimary, atNoLevel, inClub].allSatisfy { all.isSuperset(of: $0) })
        let schools = VisitKinds(countedBy: try indicator([.form: ["school-session"]]))
        #expect(schools.isSuperset(of: [atPrimary, atNoLevel]) && schools.isDisjoint(with: inClub))
        let primary = VisitKinds(countedBy: try indicator([.level: ["primary"]]))
        #expect(primary.isSuperset(of: atPrimary) && primary.isDisjoint(with: [atNoLevel, inClub]))
    }
}
