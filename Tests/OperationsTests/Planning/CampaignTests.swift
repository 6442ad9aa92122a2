import Operations
import Outreach
import Testing

@testable import Office

struct CampaignTests {
    private func plan(in office: Office, year: Int = 2026, by name: String = "lan") async throws -> CampaignPlanned {
        try await office.workspace.planCampaign(
            playbook: try slug("june"), year: year, owner: try slug("east"), units: [], as: try office.user(name),
            mode: .perform)
    }

    @Test func `planning again changes nothing of a plan nobody touched`() async throws {
        try await Office.open { office in
            let first = try await plan(in: office)
            let slots = try await office.workspace.campaign(first.campaign.id, as: try office.user("lan")).slots
            let second = try await plan(in: office, by: "hoa")
            #expect(second.campaign == first.campaign && second.proposal.slots == first.proposal.slots)
            #expect(try await office.workspace.campaign(first.campaign.id, as: try office.user("hoa")).slots == slots)
            #expect(!slots.isEmpty && slots.allSatisfy { $0.unit.description.hasPrefix("east") })
        }
    }

    @Test func `what a person changed stays when it is planned again, dropped slots too`() async throws {
        try await Office.open { office in
            let planned = try await plan(in: office)
            let (id, lan) = (planned.campaign.id, try office.user("lan"))
            let keys = planned.proposal.slots.map(\.key)
            let noon = try #require(TimeOfDay("12:00"))
            let moved = try await office.workspace.changeSlot(
                keys[0], of: id, to: .at(noon), as: lan, mode: .perform)
            _ = try await office.workspace.changeSlot(keys[1], of: id, to: .drop, as: lan, mode: .perform)
            #expect(moved.changedBy == "lan")
            _ = try await plan(in: office)
            let slots = try await office.workspace.campaign(id, as: lan).slots
            #expect(slots.first { $0.key == keys[0] }?.time == noon)
            #expect(slots.first { $0.key == keys[1] }?.isDropped == true)
            #expect(Set(slots.map(\.key)) == Set(keys))
        }
    }

    @Test func `every slot becomes one post, however often it is submitted`() async throws {
        try await Office.open { office in
            let planned = try await plan(in: office)
            let (id, lan) = (planned.campaign.id, try office.user("lan"))
            let first = try await office.workspace.submitCampaign(id, as: lan, mode: .perform)
            #expect(first.left.isEmpty && first.posts.allSatisfy { $0.state == .inReview && $0.campaign == id })
            #expect(Set(first.posts.compactMap(\.slotKey)) == Set(planned.proposal.slots.map(\.key)))
            let second = try await office.workspace.submitCampaign(id, as: try office.user("hoa"), mode: .perform)
            #expect(second.posts.isEmpty && second.left.isEmpty)
            var filter = PostFilter()
            filter.campaign = id
            #expect(try await office.workspace.posts(filter, as: lan).count == first.posts.count)
        }
    }

    @Test func `a dropped slot makes no post, and one that is a post cannot be changed as a slot`() async throws {
        try await Office.open { office in
            let planned = try await plan(in: office)
            let (id, lan) = (planned.campaign.id, try office.user("lan"))
            let keys = planned.proposal.slots.map(\.key)
            _ = try await office.workspace.changeSlot(keys[0], of: id, to: .drop, as: lan, mode: .perform)
            let submitted = try await office.workspace.submitCampaign(id, as: lan, mode: .perform)
            #expect(submitted.posts.count == keys.count - 1)
            await #expect(throws: PlanningError.slotIsPosted(keys[1])) {
                try await office.workspace.changeSlot(keys[1], of: id, to: .drop, as: lan, mode: .perform)
            }
            await #expect(throws: PlanningError.unknownSlot("nothing", campaign: id)) {
                try await office.workspace.changeSlot("nothing", of: id, to: .drop, as: lan, mode: .perform)
            }
        }
    }

    @Test func `slots whose time has passed are left, with the reason, and the others go`() async throws {
        try await Office.open { office in
            let planned = try await plan(in: office)
            try office.turn(to: "2026-06-15 12:00")
            let submitted = try await office.workspace.submitCampaign(
                planned.campaign.id, as: try office.user("lan"), mode: .perform)
            #expect(!submitted.left.isEmpty && !submitted.posts.isEmpty)
            #expect(submitted.left.count + submitted.posts.count == planned.proposal.slots.count)
            #expect(submitted.left.allSatisfy { $0.reason.english.contains("has passed") })
        }
    }

    @Test func `a slot whose request cannot be filled in leaves no draft, and goes once it can`() async throws {
        try await Office.open { office in
            let without = try await office.reopened(secrets: [:])
            let (lan, page) = (try office.user("lan"), try slug("page"))
            let id = try await plan(in: office).campaign.id
            let first = try await without.workspace.submitCampaign(id, as: lan, mode: .perform)
            let left = first.left.filter { $0.slot.channel == page }.count
            #expect(left > 0 && first.posts.allSatisfy { $0.channel != page })
            var filter = PostFilter()
            filter.channel = page
            #expect(try await office.workspace.posts(filter, as: lan).isEmpty)
            let second = try await office.workspace.submitCampaign(id, as: lan, mode: .perform)
            #expect(second.posts.filter { $0.channel == page }.count == left && second.left.isEmpty)
        }
    }

    @Test func `a post of a campaign that was cancelled does not come back by itself`() async throws {
        try await Office.open { office in
            let id = try await plan(in: office).campaign.id
            let lan = try office.user("lan")
            let made = try await office.workspace.submitCampaign(id, as: lan, mode: .perform)
            _ = try await office.review(try #require(made.posts.first), .cancel, by: "lan")
            let again = try await office.workspace.submitCampaign(id, as: lan, mode: .perform)
            #expect(again.posts.isEmpty)
        }
    }

    @Test func `the posts of a campaign are approved together, each under its own hash`() async throws {
        try await Office.open { office in
            let id = try await office.approvedCampaign()
            var filter = PostFilter()
            filter.campaign = id
            let posts = try await office.workspace.posts(filter, as: try office.user("lan"))
            #expect(!posts.isEmpty && posts.allSatisfy { $0.state == .approved && $0.approval?.by == "minh" })
            #expect(Set(posts.compactMap(\.approval?.hash)).count == posts.count)
        }
    }

    @Test func `of a campaign with one's own post nothing is approved`() async throws {
        try await Office.open { office in
            let grant = Grant(role: .approver, unit: try slug("east"))
            _ = try await office.workspace.grant(
                grant, to: try slug("lan"), as: try office.user("admin"), mode: .perform)
            let planned = try await plan(in: office)
            _ = try await office.workspace.submitCampaign(
                planned.campaign.id, as: try office.user("lan"), mode: .perform)
            let before = try await office.rows()
            let lan = try office.user("lan")
            let seen = try await office.workspace.campaignToApprove(planned.campaign.id, as: lan).hash
            let refusal = try await #require(throws: PostRefusal.self) {
                try await office.workspace.approveCampaign(
                    planned.campaign.id, seeing: seen, comment: "", as: lan, mode: .perform)
            }
            #expect(refusal.cause as? PublishingError == .ownWork(user: "lan"))
            #expect(try await office.rows() == before)
        }
    }

    @Test func `what is not there is named together with what is`() async throws {
        try await Office.open { office in
            let (workspace, lan, east) = (office.workspace, try office.user("lan"), try slug("east"))
            await #expect(throws: PlanningError.unknownPlaybook(try slug("july"), known: [try slug("june")])) {
                try await workspace.planCampaign(
                    playbook: try slug("july"), year: 2026, owner: east, units: [], as: lan, mode: .perform)
            }
            await #expect(throws: PlanningError.yearOutOfRange(1900)) { try await plan(in: office, year: 1900) }
            await #expect(throws: PlanningError.unknownCampaign(try slug("july"), known: [])) {
                try await workspace.submitCampaign(try slug("july"), as: lan, mode: .perform)
            }
            await #expect(throws: PlanningError.noChannels(units: [east])) {
                try await workspace.planCampaign(
                    playbook: try slug("june"), year: 2026, owner: east, units: [try slug("east-youth")], as: lan,
                    mode: .perform)
            }
        }
    }
}

extension SlotChange {
    static var drop: SlotChange {
        var change = SlotChange()
        change.isDropped = true
        return change
    }

    static func at(_ time: TimeOfDay) -> SlotChange {
        var change = SlotChange()
        change.time = time
        return change
    }
}
