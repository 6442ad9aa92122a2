import Foundation
import Operations
import Outreach
import Testing
import Web

@testable import Office

/// The one test that walks every stage, from files to the committee's counts, and looks after each.
@Suite struct PipelineTests {
    @Test("the whole chain: what is planned, approved and posted is what arrives and what is counted")
    func wholeChain() async throws {
        let start = try #require(Instant("2027-05-20T08:00:00+07:00"))
        let receiver = LocalReceiver(options: ReceiverOptions(clock: TimeSource { start }))
        try await withThrowingTaskGroup(of: Void.self) { group in
            let (ports, announce) = AsyncStream.makeStream(of: Int.self)
            group.addTask {
                try await receiver.run { port in announce.yield(port) }
                announce.finish()
            }
            for await port in ports.prefix(1) {
                let fixture = try await PipelineFixture(port: port)
                defer { fixture.remove() }
                try await Chain(fixture: fixture, receiver: receiver).walk()
            }
            group.cancelAll()
        }
    }
}

/// The stages in order; each hands on what the next one needs.
private struct Chain {
    let fixture: PipelineFixture
    let receiver: LocalReceiver
    var workspace: Workspace { fixture.workspace }

    func walk() async throws {
        let (editor, approver, logger) = try await organisation()
        try await library(editor: editor, approver: approver)
        let campaign = try await planning(editor: editor)
        try await approval(of: campaign, editor: editor, approver: approver)
        let posted = try await publishing()
        let played = try await publishingByHand(campaign, editor: editor)
        let turns = try await sessions(logger: logger)
        try await reach(of: posted, editor: editor)
        try await reporting(posted: posted, played: played, turns: turns, editor: editor)
    }

    private func organisation() async throws -> (editor: Caller, approver: Caller, logger: Caller) {
        let administrator = Caller.user(try slug("admin"))
        _ = try await workspace.addFirstAdministrator(try slug("admin"), name: "Quản trị", mode: .perform)
        _ = try await workspace.importContent(as: administrator, mode: .perform)
        let commune = try slug("xa-thanh-xuan")
        for (id, role) in [("lan", Role.editor), ("minh", .approver), ("an", .logger)] {
            _ = try await workspace.addUser(
                try slug(id), name: id, grant: Grant(role: role, unit: commune), as: administrator, mode: .perform)
        }
        #expect(try await workspace.users(as: administrator).count == 4)
        return (.user(try slug("lan")), .user(try slug("minh")), .user(try slug("an")))
    }

    private func library(editor: Caller, approver: Caller) async throws {
        let again = try await workspace.importContent(as: editor, mode: .perform)
        #expect(again.problems.isEmpty)
        #expect(again.count(.added) == 0 && again.count(.changed) == 0)
        let approved = try await workspace.decideMaterials([], .approved, as: approver, mode: .perform)
        #expect(approved.count >= 30)
        let found = try await workspace.searchLibrary(LibraryQuery(text: "nam ngon tay an toan"))
        #expect(found.first?.material.description == "nam-ngon-tay-an-toan")
    }

    private func planning(editor: Caller) async throws -> Slug {
        let plan = {
            try await workspace.planCampaign(
                playbook: try slug("action-month"), year: 2027, owner: try slug("bcd-138-thanh-xuan"), units: [],
                as: editor, mode: .perform)
        }
        let first = try await plan()
        let second = try await plan()
        #expect(first.proposal == second.proposal)
        #expect(first.proposal.slots.contains { $0.channel?.description == "page" })
        #expect(try await workspace.campaign(first.campaign.id, as: editor).clashes.isEmpty)
        return first.campaign.id
    }

    private func approval(of campaign: Slug, editor: Caller, approver: Caller) async throws {
        let submitted = try await workspace.submitCampaign(campaign, as: editor, mode: .perform)
        let planned = try await workspace.campaign(campaign, as: editor).slots.filter { $0.channel != nil }
        #expect(submitted.posts.count == planned.count)
        #expect(submitted.left.isEmpty)
        #expect(try await workspace.submitCampaign(campaign, as: editor, mode: .perform).posts.isEmpty)
        let seen = try await workspace.campaignToApprove(campaign, as: approver).hash
        let approved = try await workspace.approveCampaign(
            campaign, seeing: seen, comment: "", as: approver, mode: .perform)
        #expect(approved.count == submitted.posts.count)
        #expect(approved.allSatisfy { $0.state == .approved && $0.approval?.by == "minh" })
    }

    private func publishing() async throws -> [Post] {
        let clock = fixture.clock
        let summary = try await workspace.deliver(
            .untilIdle(within: .seconds(60 * 86_400)), wait: { clock.advance(by: $0) })
        var filter = PostFilter()
        filter.states = [.posted]
        let posted = try await workspace.posts(filter, as: .program)
        #expect(summary.posted == posted.count && summary.attempts == posted.count)
        #expect(!posted.isEmpty)
        #expect(receiver.ledger.effects == posted.count)
        #expect(receiver.ledger.duplicates == 0)
        #expect(Set(receiver.ledger.received.compactMap(\.key)) == Set(posted.map(\.id.description)))
        // Each left at its own moment on the turned clock, never before.
        #expect(posted.allSatisfy { post in post.receipt.map { $0.at >= post.moment } ?? false })
        return posted
    }

    private func publishingByHand(_ campaign: Slug, editor: Caller) async throws -> Int {
        var filter = PostFilter()
        filter.campaign = campaign
        filter.states = [.approved]
        let waiting = try await workspace.posts(filter, as: editor)
        #expect(waiting.allSatisfy { $0.channel.description == "loudspeaker" })
        for post in waiting {
            let kit = try await workspace.kit(for: post.id.description, as: editor)
            #expect(kit.post.text.contains("một một một"))
            let resolved = try await workspace.resolvePost(
                post.id.description, .posted(link: nil, at: post.moment, figure: (.plays, 2)), comment: "",
                as: editor, mode: .perform)
            #expect(resolved.state == .posted)
        }
        return waiting.count * 2
    }

    private func sessions(logger: Caller) async throws -> Int {
        let session = Session(
            id: workspace.newSessionID(), unit: try slug("doan-thanh-xuan"), coHosts: [try slug("ca-thanh-xuan")],
            day: try #require(Day("2027-06-08")), place: "Trường THCS (mẫu)", form: .schoolSession,
            level: .lowerSecondary, minutes: 45,
            attendance: [Attendance(audience: try slug("lower-secondary-pupils"), turns: 230)])
        let first = try await workspace.logSession(session, as: logger, mode: .perform)
        let second = try await workspace.logSession(session, as: logger, mode: .perform)
        #expect(first.effect == .logged && second.effect == .alreadyLogged)
        let corrected = try await workspace.correctSession(
            session.id.description, reason: "Đếm lại", as: logger, mode: .perform
        ) { old in
            Session(
                id: old.id, unit: old.unit, coHosts: old.coHosts, day: old.day, place: old.place, form: old.form,
                level: old.level, minutes: old.minutes,
                attendance: [Attendance(audience: old.attendance[0].audience, turns: 228)])
        }
        #expect(corrected.version == 2 && corrected.session.turns == 228)
        let corrections = try await workspace.session(session.id.description, as: logger).corrections
        #expect(corrections.map(\.before.turns) == [230])
        return 228
    }

    private func reach(of posted: [Post], editor: Caller) async throws {
        fixture.clock.advance(by: .seconds(2 * 86_400))
        let pulled = try await workspace.pullSamples(ignoringSchedule: false, as: editor, mode: .perform)
        #expect(pulled.failures.isEmpty)
        #expect(pulled.asked == posted.count && pulled.samples.count == posted.count)
        let again = try await workspace.pullSamples(ignoringSchedule: false, as: editor, mode: .perform)
        #expect(again.asked == 0)
    }

    private func reporting(posted: [Post], played: Int, turns: Int, editor: Caller) async throws {
        let committee = try slug("bcd-138-thanh-xuan")
        let report = try await workspace.report(on: committee, period: "2027-H1", as: editor)
        let values = Dictionary(uniqueKeysWithValues: report.lines.map { ($0.indicator.id.description, $0.value) })
        #expect(values["posts-social"] == posted.count)
        #expect(values["broadcasts-played"] == played)
        #expect(values["sessions-held"] == 1)
        #expect(values["turns-attended"] == turns)
        for line in report.lines {
            let rows = try await workspace.reportRows(
                on: committee, period: "2027-H1", indicator: line.indicator.id, as: editor
            ).rows
            #expect(rows.reduce(0) { $0 + $1.value } == line.value ?? 0, "\(line.indicator.id)")
        }
        let audit = try await workspace.verifyAudit()
        #expect(audit.brokenAt == nil && audit.entries > posted.count)
    }
}
