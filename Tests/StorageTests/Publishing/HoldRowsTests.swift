import Outreach
import Testing

@testable import Storage

private typealias Make = StorageFixture

struct HoldRowsTests {
    private func scopes() throws -> [HoldScope] {
        let one = try Make.slug("one")
        return [.everything, .unit(one), .campaign(one), .channel(one), .post(try Make.id(1))]
    }

    private func hold(_ scope: HoldScope, _ reason: String = "Kiểm tra lại", at second: Int = 0) -> Hold {
        Hold(scope: scope, reason: reason, by: "an", at: Make.now + .seconds(second))
    }

    @Test func `holds of every scope come back, the oldest first`() async throws {
        let database = try Database(inMemory: ())
        let holds = try scopes().enumerated().map { hold($1, at: $0) }
        let laid = try await database.write { tx in try holds.reversed().map { try tx.put($0) } }
        #expect(laid == holds.map { _ in true })
        #expect(try await database.read { try $0.holds() } == holds)
    }

    @Test func `a hold that lies there keeps its reason`() async throws {
        let database = try Database(inMemory: ())
        for scope in try scopes() {
            let (first, second) = (hold(scope, "một"), hold(scope, "hai", at: 5))
            #expect(try await database.write { [try $0.put(first), try $0.put(second)] } == [true, false])
        }
        #expect(try await database.read { try $0.holds() }.allSatisfy { $0.reason == "một" })
    }

    @Test func `releasing one scope leaves the others, though their subjects be named alike`() async throws {
        let database = try Database(inMemory: ())
        let scopes = try scopes()
        try await database.write { tx in
            for scope in scopes { _ = try tx.put(hold(scope)) }
        }
        for (index, scope) in scopes.enumerated() {
            #expect(
                try await database.write { [try $0.removeHold(scope), try $0.removeHold(scope)] } == [true, false])
            #expect(Set(try await database.read { try $0.holds() }.map(\.scope)) == Set(scopes[(index + 1)...]))
        }
    }

    @Test func `a channel is switched off with the last reason and on once`() async throws {
        let database = try Database(inMemory: ())
        let page = try Make.slug("page")
        let expired = Message(vi: "hết hạn mã", en: "the token has expired")
        try await database.write { tx in
            try tx.disable(page, reason: Message(verbatim: "410"), at: Make.now)
            try tx.disable(page, reason: expired, at: Make.now + .seconds(1))
        }
        #expect(try await database.read { try $0.disabledChannels() } == [page: expired])
        #expect(try await database.write { [try $0.enable(page), try $0.enable(page)] } == [true, false])
        #expect(try await database.read { try $0.disabledChannels() }.isEmpty)
    }
}
