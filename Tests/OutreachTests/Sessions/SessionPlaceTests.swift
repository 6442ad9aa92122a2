import Outreach
import Testing

private typealias Make = SessionFixture

/// One place is one, whether somebody chose the school or only wrote its name.
struct SessionPlaceTests {
    private func tree(_ schools: [(id: String, name: String)]) throws -> UnitTree {
        func unit(_ id: String, _ name: String, _ kind: UnitKind) throws -> Unit {
            Unit(
                id: try UnitFixture.slug(id), name: LocalizedText(vi: name, en: name), kind: kind,
                parent: kind == .commune ? nil : try UnitFixture.slug("xa"))
        }
        return try UnitTree(
            units: [unit("xa", "Xã", .commune), unit("doan-thanh-xuan", "Đoàn xã", .youthUnion)]
                + schools.map { try unit($0.id, $0.name, .school) },
            committees: [])
    }

    private func known() throws -> UnitTree {
        try tree([("thcs", "Trường THCS Thạnh Xuân (mẫu)"), ("tieu-hoc", "Trường Tiểu học Thạnh Xuân")])
    }

    @Test func `a typed name finds the school, and what somebody chose stays`() throws {
        #expect(try Make.session(place: "thcs thạnh xuân").placed(in: known()).placeUnit?.description == "thcs")
        #expect(try Make.session(place: "Chợ").placed(in: known()).placeUnit == nil)
        let chosen = try Make.session(place: "THCS Thạnh Xuân", placeUnit: "tieu-hoc")
        #expect(try chosen.placed(in: known()) == chosen)
    }

    @Test func `what is sent again repeats what was kept, whichever unit was found for its place`() throws {
        let sent = try Make.session()
        let kept = try sent.placed(in: known())
        #expect(kept.placeUnit != nil && sent.repeats(kept) && kept.repeats(kept))
        #expect(try !Make.session(placeUnit: "tieu-hoc").repeats(kept))
        #expect(try !Make.session(place: "Chợ").repeats(kept))
        #expect(try !Make.session(minutes: 90).repeats(kept))
    }

    private static let corrected: [(place: String, unit: String?)] = [
        ("Chợ Thạnh Xuân", nil), ("Trường Tiểu học Thạnh Xuân", "tieu-hoc"), ("THCS Thạnh Xuân", "thcs"),
        ("Hội trường Trường THCS Thạnh Xuân", "thcs"),
    ]

    @Test(arguments: corrected)
    func `a place of another name is another place`(place: String, unit: String?) throws {
        let before = try Make.session(placeUnit: "thcs")
        let amended = try Make.session(place: place, placeUnit: "thcs")
        #expect(try amended.placed(in: known(), correcting: before).placeUnit?.description == unit)
        #expect(
            try amended.placed(in: known(), correcting: before, saysPlaceUnit: true).placeUnit?.description == "thcs")
    }

    @Test func `a correction that says which unit it is, says so`() throws {
        let before = try Make.session(placeUnit: "thcs")
        let amended = try Make.session(place: "Sân vận động", placeUnit: "tieu-hoc")
        #expect(try amended.placed(in: known(), correcting: before) == amended)
    }
}
