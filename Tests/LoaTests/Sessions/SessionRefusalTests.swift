import Foundation
import Testing

/// A session that names what is not there is refused.
struct SessionRefusalTests {
    @Test func `a session of a campaign that is not there is refused`() async throws {
        let office = try await Office.open()
        try await office.loa(
            "sessions", "log", "--unit", Office.youthUnion, "--form", "seminar", "--place", "Nhà văn hóa",
            "--minutes", "45", "--turns", "public=30", "--campaign", "khong-co", as: Office.logger
        ).refused(64)
    }
}
