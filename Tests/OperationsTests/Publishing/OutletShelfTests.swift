import Delivery
import Foundation
import Outreach
import Testing

@testable import Office
@testable import Operations
@testable import Storage

/// Outlets kept from one round to the next.
struct OutletShelfTests {
    private let shelf = OutletShelf()

    private func outlet(in office: Office) async throws -> Outlet {
        try await office.workspace.database.read { tx in
            let queue = try SendingQueue(office.workspace, in: tx)
            let sender = try #require(queue.senders.values.first { $0.channel.slug.description == "page" })
            return shelf.outlet(of: sender, in: office.workspace)
        }
    }

    @Test func `an outlet is handed out again until its secret is replaced`() async throws {
        try await Office.open { office in
            let office = try await office.reopened(secrets: [:])
            let secret = office.folder.appending(path: "secrets/page.token")
            try Office.write("the first token", to: secret)
            let first = try await outlet(in: office)
            #expect(first.secrets["token"] == "the first token")
            #expect(try await outlet(in: office) === first)
            try Office.write("another token", to: secret)
            #expect(try await outlet(in: office).secrets["token"] == "another token")
        }
    }

    @Test func `a channel that was imported anew gets an outlet of its own`() async throws {
        try await Office.open { office in
            let first = try await outlet(in: office)
            try await office.rewrite("Channels/channels.yaml", OfficeChannels.register(port: 9, path: "elsewhere"))
            let next = try await outlet(in: office)
            #expect(next !== first)
            #expect(next.channel.channel.target["path"] == "elsewhere")
        }
    }
}
