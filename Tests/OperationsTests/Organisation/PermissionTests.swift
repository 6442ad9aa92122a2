import Operations
import Outreach
import Testing

@testable import Office

/// What belongs to another unit is as if it did not exist.
struct PermissionTests {
    @Test func `another unit's post looks unknown, whatever is asked of it`() async throws {
        try await Office.open { office in
            let (post, workspace, tay) = (try await office.submitted(), office.workspace, try office.user("tay"))
            let id = post.id.description
            let entry = SampleEntry(post: id, metric: .views, value: 1)
            let before = try await office.rows()
            let calls: [() async throws -> Void] = [
                { _ = try await workspace.post(id, as: tay) }, { _ = try await workspace.kit(for: id, as: tay) },
                { _ = try await workspace.samples(of: id, as: tay) },
                {
                    _ = try await workspace.editPost(
                        id, title: "x", text: nil, day: nil, time: nil, as: tay, mode: .perform)
                },
                { _ = try await workspace.resolvePost(id, .sendAgain, comment: "", as: tay, mode: .perform) },
                { _ = try await workspace.recordSamples([entry], source: .typed, as: tay, mode: .perform) },
                { _ = try await workspace.hold(.post(post.id), reason: "x", as: tay, mode: .perform) },
            ]
            for call in calls { await #expect(throws: PublishingError.unknownPost(id)) { try await call() } }
            for step in ReviewStep.allCases {
                await #expect(throws: PublishingError.unknownPost(id), "\(step)") {
                    try await workspace.review([id], step, comment: "x", as: tay, mode: .perform)
                }
            }
            #expect(try await office.rows() == before)
        }
    }

    @Test func `another unit's reports, targets and plans are as if there were none`() async throws {
        try await Office.open { office in
            let (workspace, tay, east) = (office.workspace, try office.user("tay"), try slug("east"))
            let refused = OrganisationError.notTheirs(user: try slug("tay"), unit: east)
            #expect(refused.kind == .notFound)
            let calls: [() async throws -> Void] = [
                { _ = try await workspace.reportDossier(on: east, period: "2026-H1", as: tay) },
                { _ = try await workspace.targets(of: east, period: "2026-H1", as: tay) },
                {
                    _ = try await workspace.writeNarrative(
                        ReportNarrative(results: "x"), on: east, period: "2026-H1", as: tay, mode: .perform)
                },
                { _ = try await workspace.hold(.unit(east), reason: "x", as: tay, mode: .perform) },
                { _ = try await workspace.logSession(try office.session(), as: tay, mode: .perform) },
            ]
            for call in calls.dropLast() { await #expect(throws: refused) { try await call() } }
            await #expect(throws: OrganisationError.notTheirs(user: try slug("tay"), unit: try slug("east-youth"))) {
                try await calls[calls.count - 1]()
            }
            // What one sees and may not do is refused as such.
            await #expect(
                throws: OrganisationError.notPermitted(
                    user: try slug("an"), permission: .hold, unit: try slug("east-youth"))
            ) {
                try await workspace.hold(
                    .unit(try slug("east-youth")), reason: "x", as: try office.user("an"), mode: .perform)
            }
        }
    }

    @Test func `the end of an id finds a post among one's own only`() async throws {
        try await Office.open { office in
            let post = try await office.draft()
            #expect(try await office.workspace.post(post.id.short, as: try office.user("hoa")).post == post)
            await #expect(throws: PublishingError.unknownPost(post.id.short)) {
                try await office.workspace.post(post.id.short, as: try office.user("tay"))
            }
            await #expect(throws: PublishingError.unknownPost(String(post.id.short.suffix(3)))) {
                try await office.workspace.post(String(post.id.short.suffix(3)), as: try office.user("lan"))
            }
        }
    }

    @Test func `lists hold one's own`() async throws {
        try await Office.open { office in
            let (own, other) = (try await office.draft(), try await office.draft(on: "west-page", by: "tay"))
            let campaign = try await office.workspace.planCampaign(
                playbook: try slug("june"), year: 2026, owner: try slug("east"), units: [], as: try office.user("lan"),
                mode: .perform)
            _ = try await office.workspace.logSession(
                try office.session(), as: try office.user("an"), mode: .perform)
            let workspace = office.workspace
            for (name, posts, campaigns, sessions) in [
                ("lan", [own.id], [campaign.campaign.id], 1), ("tay", [other.id], [], 0),
                ("an", [], [], 1),
            ] {
                let caller = try office.user(name)
                #expect(try await workspace.posts(PostFilter(), as: caller).map(\.id) == posts)
                #expect(try await workspace.campaigns(as: caller).map(\.id) == campaigns)
                #expect(try await workspace.sessions(SessionFilter(), within: nil, as: caller).count == sessions)
            }
        }
    }

    @Test func `a session of another unit looks unknown`() async throws {
        try await Office.open { office in
            let session = try office.session()
            _ = try await office.workspace.logSession(session, as: try office.user("an"), mode: .perform)
            let id = session.id.description
            await #expect(throws: SessionError.unknownSession(id)) {
                try await office.workspace.session(id, as: try office.user("tay"))
            }
            await #expect(throws: SessionError.unknownSession(id)) {
                try await office.workspace.correctSession(id, reason: "x", as: try office.user("tay"), mode: .perform) {
                    $0
                }
            }
        }
    }

    @Test func `what is asked about another unit by name is refused`() async throws {
        try await Office.open { office in
            let (workspace, tay, east) = (office.workspace, try office.user("tay"), try slug("east"))
            let (page, turns, june) = (try slug("page"), try slug("turns"), try slug("june"))
            let calls: [() async throws -> Void] = [
                { _ = try await workspace.report(on: east, period: "2026-H1", as: tay) },
                { _ = try await workspace.reportRows(on: east, period: "2026-H1", indicator: turns, as: tay) },
                { _ = try await workspace.sessions(SessionFilter(), within: east, as: tay) },
                { _ = try await workspace.samples(within: east, limit: 1, as: tay) },
                {
                    _ = try await workspace.registerTarget(
                        "1", indicator: turns, unit: east, period: "2026-H1", as: tay, mode: .perform)
                },
                {
                    _ = try await workspace.planCampaign(
                        playbook: june, year: 2026, owner: east, units: [], as: tay, mode: .perform)
                },
                { _ = try await workspace.hold(.channel(page), reason: "x", as: tay, mode: .perform) },
                { _ = try await workspace.hold(.unit(east), reason: "x", as: tay, mode: .perform) },
                { try await workspace.enableChannel(page, reason: "x", as: tay, mode: .perform) },
                { _ = try await workspace.importContent(as: try office.user("an"), mode: .perform) },
                { _ = try await workspace.auditEntries(limit: 1, subject: nil, as: tay) },
                {
                    _ = try await workspace.pullSamples(
                        ignoringSchedule: true, as: try office.user("an"), mode: .perform)
                },
            ]
            let before = try await office.rows()
            for call in calls { await #expect(throws: OrganisationError.self) { try await call() } }
            #expect(try await office.rows() == before)
        }
    }

    @Test func `a post for another unit's channel, a session for another unit, is refused`() async throws {
        try await Office.open { office in
            await #expect(throws: OrganisationError.self) { try await office.draft(on: "page", by: "tay") }
            await #expect(throws: OrganisationError.self) { try await office.draft(on: "page", by: "an") }
            await #expect(throws: OrganisationError.self) {
                try await office.workspace.logSession(
                    try office.session(unit: "east-culture"), as: try office.user("an"), mode: .perform)
            }
        }
    }

    @Test func `whoever is not known here is told so, whatever is asked`() async throws {
        try await Office.open { office in
            let (nobody, unknown) = (try office.user("nobody"), OrganisationError.unknownUser(try slug("nobody")))
            let (workspace, east) = (office.workspace, try slug("east"))
            await #expect(throws: unknown) { try await workspace.report(on: east, period: "2026-H1", as: nobody) }
            await #expect(throws: unknown) { try await workspace.posts(PostFilter(), as: nobody) }
            await #expect(throws: unknown) { try await office.draft(by: "nobody") }
        }
    }

    @Test func `a short list is filled with one's own, not cut before others' are left out`() async throws {
        try await Office.open { office in
            for minute in 0...3 {
                _ = try await office.draft(on: "west-page", at: "2026-06-01 07:0\(minute)", by: "tay")
            }
            let own = try await office.draft(at: "2026-06-01 08:00")
            var filter = PostFilter()
            filter.limit = 1
            #expect(try await office.workspace.posts(filter, as: try office.user("lan")).map(\.id) == [own.id])
        }
    }
}
