import Operations
import Outreach
import Testing

@testable import Office
@testable import Web

@Suite("The form for sessions")
struct SessionFormPageTests {
    @Test("it carries the day it is here, and the form that a phone keeps carries none")
    func day() async throws {
        try await Site.open { site in
            let today = site.office.workspace.today
            let form = try await site.visitor("an").get("/sessions/new").body
            #expect(form.contains("data-today=\"\(today)\"") && form.contains("value=\"\(today)\""))
            #expect(try await !site.stranger.get("/sessions/new/shell").body.contains("data-today"))
        }
    }
}
