import Outreach
import Testing

@testable import Storage

private typealias Make = StorageFixture

struct LibraryFilterTests {
    private func library() async throws -> Database {
        try await MaterialFixture.library([
            MaterialFixture.content(
                "poster", title: "Trẻ em 1", kind: .poster, audiences: "parents", topics: "law", variants: [.print]),
            MaterialFixture.content(
                "clip", title: "Trẻ em 2", kind: .clip, audiences: "pupils parents", topics: "online-safety",
                variants: [.social, .portal]),
            MaterialFixture.content(
                "summer", title: "Trẻ em 3", audiences: "pupils", topics: "law online-safety",
                validity: Validity(from: Make.day("2026-06-01"), until: Make.day("2026-08-31"))),
        ])
    }

    @Test(arguments: ["", "trẻ em", "tre em"])
    func `kind, channel, audience and topic narrow what is found, with words and without`(text: String) async throws {
        let database = try await library()
        let (parents, pupils, law) = (try Make.slug("parents"), try Make.slug("pupils"), try Make.slug("law"))
        let expected: [(LibraryQuery, Set<String>)] = [
            (LibraryQuery(text: text), ["poster", "clip", "summer"]),
            (LibraryQuery(text: text, kind: .poster), ["poster"]), (LibraryQuery(text: text, kind: .leaflet), []),
            (LibraryQuery(text: text, channel: .social), ["clip", "summer"]),
            (LibraryQuery(text: text, channel: .portal), ["clip"]),
            (LibraryQuery(text: text, audience: parents), ["poster", "clip"]),
            (LibraryQuery(text: text, audience: pupils, topic: law), ["summer"]),
            (LibraryQuery(text: text, kind: .clip, channel: .print), []),
        ]
        for (query, materials) in expected {
            #expect(Set(try await database.found(query)) == materials)
        }
    }

    @Test(arguments: [
        ("2026-05-31", false), ("2026-06-01", true), ("2026-08-31", true), ("2026-09-01", false),
    ])
    func `what is not valid on a day is left out`(day: String, isValid: Bool) async throws {
        let found = try await library().found(LibraryQuery(text: "trẻ em", validOn: Make.day(day)))
        #expect(found.contains("summer") == isValid)
        #expect(found.contains("poster"))
    }

    @Test func `the state is that of the newest revision`() async throws {
        let database = try await library()
        let (_, hash) = try await database.add(try MaterialFixture.content("clip", title: "Trẻ em mới", kind: .clip))
        #expect(Set(try await database.found(LibraryQuery(state: .inReview))) == ["poster", "clip", "summer"])
        _ = try await database.write { try $0.decide(hash, .approved, by: "binh", at: Make.now) }
        #expect(try await database.found(LibraryQuery(state: .approved)) == ["clip"])
    }

    @Test func `labels of an earlier revision do not linger`() async throws {
        let database = try await library()
        _ = try await database.add(try MaterialFixture.content("clip", audiences: "teachers", variants: [.loudspeaker]))
        let (pupils, teachers) = (try Make.slug("pupils"), try Make.slug("teachers"))
        #expect(try await database.found(LibraryQuery(audience: pupils)) == ["summer"])
        #expect(try await database.found(LibraryQuery(audience: teachers)) == ["clip"])
        #expect(try await database.found(LibraryQuery(channel: .portal)).isEmpty)
    }

    @Test func `an entry says what a listing shows`() async throws {
        let entry = try #require(
            try await library().read { try $0.searchLibrary(LibraryQuery(text: "trẻ em 3")).first })
        #expect(entry.kind == .article && entry.title.vi == "Trẻ em 3" && entry.state == .inReview)
        #expect(entry.validity == Validity(from: try Make.day("2026-06-01"), until: try Make.day("2026-08-31")))
    }
}
