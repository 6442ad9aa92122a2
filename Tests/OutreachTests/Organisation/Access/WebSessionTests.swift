import Testing

@testable import Outreach

private typealias Make = UnitFixture

struct WebSessionTests {
    private static let start = Instant(milliseconds: 1_780_275_600_000)

    private func session(seen: Duration = .zero, means: LogInMeans = .password) throws -> WebSession {
        var generator = SystemRandomNumberGenerator()
        return WebSession(
            id: Identifier(at: WebSessionTests.start, using: &generator), user: try Make.slug("lan"), means: means,
            address: "192.0.2.1", createdAt: WebSessionTests.start, lastSeenAt: WebSessionTests.start + seen)
    }

    private func at(_ seconds: Int) -> Instant { WebSessionTests.start + .seconds(seconds) }

    @Test func `unused for twelve hours it is over`() throws {
        #expect(try session().isOpen(at: at(12 * 3600 - 1)))
        #expect(try !session().isOpen(at: at(12 * 3600)))
        #expect(try session(seen: .seconds(3600)).isOpen(at: at(12 * 3600)))
    }

    @Test func `after thirty days it is over, however much it is used`() throws {
        let used = try session(seen: .seconds(30 * 86_400 - 60))
        #expect(used.isOpen(at: at(30 * 86_400 - 1)))
        #expect(!used.isOpen(at: at(30 * 86_400)))
    }

    @Test func `its use is written down every five minutes`() throws {
        #expect(try !session().isSeenToBeWritten(at: at(299)))
        #expect(try session().isSeenToBeWritten(at: at(300)))
    }

    @Test func `only a fresh log-in by link sets a password without the one before`() throws {
        #expect(try session(means: .link).mayForgoCurrentPassword(at: at(3599)))
        #expect(try !session(means: .link).mayForgoCurrentPassword(at: at(3600)))
        #expect(try !session().mayForgoCurrentPassword(at: at(1)))
    }
}
