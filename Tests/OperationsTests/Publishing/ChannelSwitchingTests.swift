import Delivery
import Outreach
import Testing

@testable import Office
@testable import Operations

/// Switching channels off and on by hand, and how they do.
struct ChannelSwitchingTests {
    @Test func `a channel switched off by hand keeps its queue and sends nothing until it is on again`() async throws {
        try await Office.open { office in
            let (page, lan) = (try slug("page"), try office.user("lan"))
            let post = try await office.approved()
            try await office.workspace.disableChannel(page, reason: "Trang bị chiếm", as: lan, mode: .perform)
            try office.turn(to: "2026-06-01 08:01")
            #expect(try await office.claim().isEmpty)
            #expect(try await office.post(post).state == .approved)
            let off = try #require(try await office.workspace.channelStatus(page).switchedOff)
            #expect(off.by == "lan" && off.reason == Message(verbatim: "Trang bị chiếm"))
            try await office.workspace.enableChannel(page, reason: "Đã lấy lại trang", as: lan, mode: .perform)
            #expect(try await office.claim().map(\.post) == [post.id])
            let log = try await office.workspace.auditEntries(limit: 50, subject: nil, as: try office.user("admin"))
            #expect(
                log.contains { $0.action == "channels.disable" && $0.actor == "lan" && $0.detail == "Trang bị chiếm" })
            #expect(log.contains { $0.action == "channels.enable" && $0.detail == "Đã lấy lại trang" })
        }
    }

    @Test func `both want a reason, and what is so already is said`() async throws {
        try await Office.open { office in
            let (page, lan) = (try slug("page"), try office.user("lan"))
            await #expect(throws: PublishingError.reasonMissing) {
                try await office.workspace.disableChannel(page, reason: " ", as: lan, mode: .perform)
            }
            try await office.workspace.disableChannel(page, reason: "x", as: lan, mode: .perform)
            await #expect(throws: PublishingError.self) {
                try await office.workspace.disableChannel(page, reason: "y", as: lan, mode: .perform)
            }
            await #expect(throws: PublishingError.reasonMissing) {
                try await office.workspace.enableChannel(page, reason: "", as: lan, mode: .perform)
            }
            #expect(try await office.workspace.channelStatus(page).switchedOff?.reason.english == "x")
        }
    }

    @Test func `switching on lifts the rest a receiver asked for, also of a channel that is on`() async throws {
        try await Office.open { office in
            let (page, lan, workspace) = (try slug("page"), try office.user("lan"), office.workspace)
            let post = try await office.approved()
            try office.turn(to: "2026-06-01 08:01")
            let until = office.clock.source.now + .seconds(86_400)
            var seen: Set<String> = []
            for _ in 1...2 {
                // An engine that runs still knows of the rest before, so this is counted anew.
                let isNew = seen.insert(try await office.noteRest(until: until)).inserted
                #expect(isNew)
                #expect(try await workspace.channelHealth(page, as: lan).health.restsUntil == until)
                let explained = try await workspace.explainPost(post.id.description, as: lan)
                #expect(explained.reasons.contains { $0.english.contains("asked to be left alone until") })
                let enabling = try await workspace.enableChannel(page, reason: "Hết lỗi", as: lan, mode: .perform)
                #expect(!enabling.wasOff && enabling.message.english.contains("is lifted"))
                #expect(try await workspace.channelHealth(page, as: lan).health.restsUntil == nil)
                #expect(try await StoredOutbox(workspace: workspace).rests().isEmpty)
                office.clock.advance(by: .seconds(1))
            }
            await #expect(throws: PublishingError.self) {
                try await workspace.enableChannel(page, reason: "x", as: lan, mode: .perform)
            }
        }
    }

    @Test(arguments: ["tay", "minh", "an"])
    func `nobody but the unit's editors switches it`(name: String) async throws {
        try await Office.open { office in
            await #expect(throws: OrganisationError.self) {
                try await office.workspace.disableChannel(
                    try slug("page"), reason: "x", as: try office.user(name), mode: .perform)
            }
            let status = try await office.workspace.channelStatus(try slug("page"))
            #expect(status.switchedOff == nil)
        }
    }

    @Test func `health tells what went out, what waits and since when it fails`() async throws {
        try await Office.open { office in
            let lan = try office.user("lan")
            let out = try await office.approved(on: "speakers", at: "2026-05-20 09:00")
            try office.turn(to: "2026-05-20 09:30")
            _ = try await office.workspace.resolvePost(
                out.id.description, .posted(link: nil, at: nil, figure: (.plays, 1)), comment: "", as: lan,
                mode: .perform)
            _ = try await office.approved(on: "speakers", at: "2026-06-01 09:00")
            let wall = try await office.approved(on: "wall", at: "2026-05-20 10:00")
            try office.turn(to: "2026-05-20 10:01")
            _ = try await office.claim()
            // The process that claimed it is gone, and the channel promises nothing.
            _ = try await StoredOutbox(workspace: office.workspace).recover()
            #expect(try await office.post(wall).state == .unknown)
            let healths = try await office.workspace.channelHealths(
                [try slug("speakers"), try slug("wall"), try slug("west-page")], as: lan)
            #expect(healths.map(\.status.channel.slug.description) == ["speakers", "wall"])
            #expect(healths[0].traffic.lastPosted == (try office.moment("2026-05-20 09:30")))
            #expect(healths[0].traffic.waiting == 1 && healths[0].traffic.toSettle == 0)
            #expect(healths[1].traffic.toSettle == 1 && healths[1].traffic.failingSince == wall.moment)
        }
    }
}
