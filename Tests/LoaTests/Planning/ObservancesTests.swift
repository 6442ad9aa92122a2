import Testing

struct ObservancesTests {
    private struct Occurrence: Decodable, Equatable {
        let id: String
        let first: String
        let last: String
    }

    @Test func `2027 has its Mid-Autumn on 15 September and its action month in June`() async throws {
        let office = try await Office.open()
        let occurrences: [Occurrence] = try await office.loa("observances", "list", "--year", "2027", "--json")
            .succeeded().decoded()
        #expect(occurrences.contains(Occurrence(id: "mid-autumn", first: "2027-09-15", last: "2027-09-15")))
        #expect(
            occurrences.contains(Occurrence(id: "action-month-for-children", first: "2027-06-01", last: "2027-06-30")))
    }

    @Test(arguments: ["1967", "2101", "0"])
    func `a year whose lunar calendar nobody knows is refused`(year: String) async throws {
        let office = try await Office.open()
        #expect(try await office.loa("observances", "list", "--year", year).refused(64).messages.contains(year))
    }
}
