import Delivery
import Outreach
import Storage
import Testing

@testable import Office
@testable import Operations

/// One switch stops a post, a channel, a campaign, a unit or everything.
struct HoldTests {
    /// Expects that a hold of this scope keeps one post back, lets the other go, and lets the first go when released.
    private func expectHeld(_ held: Post, not other: Post?, by scope: HoldScope, in office: Office) async throws {
        let workspace = office.workspace
        _ = try await workspace.hold(scope, reason: "Kiểm tra lại", as: try office.user("minh"), mode: .perform)
        try office.turn(to: "2026-06-01 08:00")
        #expect(try await office.claim().map(\.post) == [other?.id].compactMap(\.self))
        #expect(try await office.nextDue() == nil)
        #expect(try await office.post(held).state == .approved)
        let shown = try await workspace.post(held.id.description, as: try office.user("lan"))
        #expect(shown.holds.map(\.reason) == ["Kiểm tra lại"])
        try await workspace.release(scope, as: try office.user("minh"), mode: .perform)
        #expect(try await office.claim().map(\.post) == [held.id])
    }

    @Test func `a hold on a post`() async throws {
        try await Office.open { office in
            let (held, other) = (try await office.approved(), try await office.approved(at: "2026-06-01 07:59"))
            try await expectHeld(held, not: other, by: .post(held.id), in: office)
        }
    }

    @Test func `a hold on a channel`() async throws {
        try await Office.open { office in
            let (held, other) = (try await office.approved(), try await office.approved(on: "wall"))
            try await expectHeld(held, not: other, by: .channel(try slug("page")), in: office)
        }
    }

    @Test(arguments: ["east-culture", "east"])
    func `a hold on a unit, or on one above it`(unit: String) async throws {
        try await Office.open { office in
            let held = try await office.approved()
            let other = try await office.approved(on: "west-page", by: "tay", approver: "duyet")
            try await expectHeld(held, not: other, by: .unit(try slug(unit)), in: office)
        }
    }

    @Test(arguments: ["east-138", "east-police", "east", "city"])
    func `a hold on a committee, or on a unit that speaks for it, keeps what is its own from leaving`(
        unit: String
    ) async throws {
        try await Office.open { office in
            let (admin, workspace) = (try office.user("admin"), office.workspace)
            let (scope, committee) = (HoldScope.unit(try slug(unit)), try slug("east-138"))
            for isHeld in [false, true] {
                if isHeld { _ = try await workspace.hold(scope, reason: "x", as: admin, mode: .perform) }
                let stops = try await StoredOutbox(workspace: workspace).stops()
                #expect((stops.units[committee] != nil) == isHeld)
                let units = try await workspace.database.read { try SendingQueue(workspace, in: $0).scope.heldUnits }
                #expect(units.contains(committee) == isHeld)
            }
        }
    }

    @Test func `a hold on a campaign`() async throws {
        try await Office.open { office in
            let campaign = try await office.approvedCampaign()
            let first = try await office.onlyPost(of: campaign)
            let other = try await office.approved(on: "wall")
            try await expectHeld(first, not: other, by: .campaign(campaign), in: office)
        }
    }

    @Test func `a hold on everything`() async throws {
        try await Office.open { office in
            let held = try await office.approved()
            try await expectHeld(held, not: nil, by: .everything, in: office)
        }
    }

    @Test func `what ran out of time under a hold is missed when the hold is lifted`() async throws {
        try await Office.open { office in
            let post = try await office.approved()
            let minh = try office.user("minh")
            _ = try await office.workspace.hold(.everything, reason: "Bão", as: minh, mode: .perform)
            try office.turn(to: "2026-06-01 12:00")
            #expect(try await office.claim().isEmpty)
            try await office.workspace.release(.everything, as: minh, mode: .perform)
            #expect(try await office.claim().isEmpty)
            #expect(try await office.post(post).state == .missed)
        }
    }

    @Test func `a hold needs a reason, lies once and is released once`() async throws {
        try await Office.open { office in
            let (workspace, minh) = (office.workspace, try office.user("minh"))
            let scope = HoldScope.channel(try slug("page"))
            await #expect(throws: PublishingError.reasonMissing) {
                try await workspace.hold(scope, reason: " ", as: minh, mode: .perform)
            }
            _ = try await workspace.hold(scope, reason: "một", as: minh, mode: .perform)
            await #expect(throws: PublishingError.holdExists) {
                try await workspace.hold(scope, reason: "hai", as: minh, mode: .perform)
            }
            #expect(try await workspace.holds(as: .program).map(\.reason) == ["một"])
            try await workspace.release(scope, as: minh, mode: .perform)
            await #expect(throws: PublishingError.noHold) {
                try await workspace.release(scope, as: try office.user("admin"), mode: .perform)
            }
        }
    }

    @Test func `sending goes on when whoever stopped it says so, or an administrator over it, and nobody else`()
        async throws
    {
        try await Office.open { office in
            let workspace = office.workspace
            for scope in [HoldScope.everything, .unit(try slug("east")), .channel(try slug("page"))] {
                _ = try await workspace.hold(scope, reason: "x", as: try office.user("minh"), mode: .perform)
                for name in ["lan", "tam", "tay"] {
                    await #expect(throws: OrganisationError.self) {
                        try await workspace.release(scope, as: try office.user(name), mode: .perform)
                    }
                }
                try await workspace.release(scope, as: try office.user("admin"), mode: .perform)
            }
            #expect(try await workspace.holds(as: .program).isEmpty)
        }
    }

    @Test func `a clock that is set under a hold on everything stops sending anew once that hold is lifted`()
        async throws
    {
        try await Office.open { office in
            let (workspace, minh) = (office.workspace, try office.user("minh"))
            let post = try await office.approved()
            _ = try await workspace.hold(.everything, reason: "Bão", as: minh, mode: .perform)
            let wasSet = Message(vi: "Đồng hồ máy vừa bị chỉnh.", en: "The clock was set.")
            try await StoredOutbox(workspace: workspace).pause(wasSet)
            #expect(try await workspace.holds(as: .program).map(\.reason) == ["Bão"])
            try office.turn(to: "2026-06-01 08:00")
            let next = try #require(try await workspace.release(.everything, as: minh, mode: .perform))
            #expect(next.by == Caller.program.name && next.reason.contains(wasSet.english))
            #expect(next.wordsOfNext.english.contains(wasSet.english))
            #expect(try await workspace.holds(as: .program) == [next])
            #expect(try await office.claim().isEmpty)
            // Whoever lifted the first did not look at the clock for it.
            await #expect(throws: OrganisationError.self) {
                try await workspace.release(.everything, as: minh, mode: .perform)
            }
            let last = try await workspace.release(.everything, as: try office.user("admin"), mode: .perform)
            #expect(last == nil)
            #expect(try await office.claim().map(\.post) == [post.id])
        }
    }

    @Test func `a hold is seen where it lies over something, and by no other unit`() async throws {
        try await Office.open { office in
            let (workspace, minh) = (office.workspace, try office.user("minh"))
            let post = try await office.approved()
            let scopes: [HoldScope] = [.unit(try slug("east")), .channel(try slug("page")), .post(post.id)]
            for scope in scopes {
                _ = try await workspace.hold(scope, reason: "Kiểm tra lại", as: minh, mode: .perform)
            }
            let admin = try office.user("admin")
            _ = try await workspace.disableChannel(try slug("page"), reason: "Đổi trang", as: admin, mode: .perform)
            let seen = { (name: String) in
                Set(try await workspace.holds(as: try office.user(name)).map(\.scope))
            }
            #expect(try await seen("lan") == Set(scopes))
            // The youth union's own things lie within East commune.
            #expect(try await seen("an").contains(.unit(try slug("east"))))
            #expect(try await seen("tay") == [])
            let west = try await workspace.todayView(as: try office.user("tay"))
            #expect(west.holds == [] && west.disabledChannels == [])
            #expect(try await workspace.todayView(as: minh).disabledChannels == [try slug("page")])
            _ = try await workspace.hold(.everything, reason: "Bão", as: minh, mode: .perform)
            #expect(try await seen("tay") == [.everything])
        }
    }

    @Test func `what is held is not handed out to be posted by hand`() async throws {
        try await Office.open { office in
            let post = try await office.approved(on: "speakers")
            let minh = try office.user("minh")
            _ = try await office.workspace.hold(.everything, reason: "Lộ danh tính", as: minh, mode: .perform)
            await #expect(throws: PublishingError.held(by: "minh", reason: "Lộ danh tính")) {
                try await office.workspace.kit(for: post.id.description, as: try office.user("lan"))
            }
            try await office.workspace.release(.everything, as: minh, mode: .perform)
            _ = try await office.workspace.kit(for: post.id.description, as: try office.user("lan"))
        }
    }

    @Test func `a hold on what is not there is refused`() async throws {
        try await Office.open { office in
            let nowhere = try slug("nowhere")
            for scope in [
                HoldScope.channel(nowhere), .unit(nowhere), .campaign(nowhere), .post(office.workspace.makeID()),
            ] {
                await #expect(throws: (any Error).self) {
                    try await office.workspace.hold(scope, reason: "x", as: .program, mode: .perform)
                }
            }
            #expect(try await office.workspace.holds(as: .program).isEmpty)
        }
    }
}

extension Office {
    /// The June campaign of East commune, planned, submitted and approved.
    func approvedCampaign() async throws -> Slug {
        let planned = try await workspace.planCampaign(
            playbook: try slug("june"), year: 2026, owner: try slug("east"), units: [], as: try user("lan"),
            mode: .perform)
        _ = try await workspace.submitCampaign(planned.campaign.id, as: try user("lan"), mode: .perform)
        let seen = try await workspace.campaignToApprove(planned.campaign.id, as: try user("minh")).hash
        _ = try await workspace.approveCampaign(
            planned.campaign.id, seeing: seen, comment: "", as: try user("minh"), mode: .perform)
        return planned.campaign.id
    }

    /// One post of the campaign on the page; all others are cancelled.
    fileprivate func onlyPost(of campaign: Slug) async throws -> Post {
        let lan = try user("lan")
        var filter = PostFilter()
        filter.campaign = campaign
        let posts = try await workspace.posts(filter, as: lan)
        let page = try slug("page")
        let kept = try #require(posts.first { $0.channel == page })
        let others = posts.map(\.id).filter { $0 != kept.id }.map(\.description)
        _ = try await workspace.review(others, .cancel, comment: "", as: lan, mode: .perform)
        return kept
    }
}
