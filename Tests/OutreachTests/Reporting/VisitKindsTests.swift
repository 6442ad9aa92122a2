import Outreach
import Testing

struct VisitKindsTests {
    private func indicator(_ filters: [IndicatorFilter: [String]]) throws -> Indicator {
        let name = LocalizedText(vi: "Số điểm", en: "Places")
        return Indicator(
            id: try #require(Slug("places")), name: name, unit: name, rows: .sessions, filters: filters, sum: .places)
    }

    @Test func `every form and level is a kind of its own, at schools and elsewhere, and all fit`() {
        let levels = [nil] + SchoolLevel.allCases.map { Optional($0.rawValue) }
        let kinds = { (isSchool: Bool) in
            SessionForm.allCases.flatMap { form in
                levels.map { VisitKinds(form: form.rawValue, level: $0, isSchool: isSchool) }
            }
        }
        let (atSchools, elsewhere) = (kinds(true), kinds(false))
        #expect(Set(atSchools).count == atSchools.count && atSchools.allSatisfy { !$0.isEmpty })
        #expect(Set(elsewhere).count == elsewhere.count && elsewhere.allSatisfy { !$0.isEmpty })
        #expect(atSchools.count * 2 <= UInt128.bitWidth)
    }

    @Test func `a school is where a school session was held, and a unit that is one whatever was`() throws {
        let schools = VisitKinds(countedBy: try indicator([.place: ["school"]]))
        #expect(schools == .atSchools)
        #expect(schools.isSuperset(of: VisitKinds(form: "school-session", level: nil)))
        #expect(schools.isSuperset(of: VisitKinds(form: "contest", level: nil, isSchool: true)))
        #expect(schools.isDisjoint(with: VisitKinds(form: "contest", level: "primary")))
        let contests = VisitKinds(countedBy: try indicator([.place: ["school"], .form: ["contest"]]))
        #expect(contests.isDisjoint(with: VisitKinds(form: "school-session", level: nil)))
        #expect(contests.isSuperset(of: VisitKinds(form: "contest", level: "primary", isSchool: true)))
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
