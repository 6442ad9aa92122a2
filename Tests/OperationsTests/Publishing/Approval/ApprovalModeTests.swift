import Delivery
import Outreach
import Testing

@testable import Office
@testable import Operations

/// Two persons, a chain of three, or one alone where an administrator says so.
struct ApprovalModeTests {
    private func set(_ mode: ApprovalMode, in office: Office, of unit: String = "east") async throws {
        _ = try await office.workspace.setApprovalMode(
            mode, of: try slug(unit), as: try office.user("admin"), mode: .perform)
    }

    private func chain(_ office: Office) async throws {
        try await set(.chain, in: office)
        _ = try await office.workspace.addUser(
            try slug("phap"), name: "Pháp chế", grant: Grant(role: .checker, unit: try slug("east")),
            as: try office.user("admin"), mode: .perform)
    }

    @Test func `a chain takes the editorial team, the legal check and the approver, in this order`() async throws {
        try await Office.open { office in
            try await chain(office)
            let post = try await office.submitted()
            await #expect(throws: OrganisationError.self) { try await office.approve(post, by: "minh") }
            #expect(try await office.approve(post, by: "hoa").state == .inReview)
            await #expect(throws: OrganisationError.self) { try await office.approve(post, by: "minh") }
            #expect(try await office.approve(post, by: "phap").state == .inReview)
            #expect(try await office.approve(post, by: "minh").state == .approved)
            try office.turn(to: "2026-06-01 08:00")
            #expect(try await office.claim().map(\.post) == [post.id])
        }
    }

    @Test func `who wrote it gives no step, and nobody gives two`() async throws {
        try await Office.open { office in
            try await chain(office)
            let post = try await office.submitted()
            await #expect(throws: PublishingError.ownWork(user: "lan")) { try await office.approve(post, by: "lan") }
            _ = try await office.workspace.grant(
                Grant(role: .checker, unit: try slug("east")), to: try slug("hoa"), as: try office.user("admin"),
                mode: .perform)
            _ = try await office.approve(post, by: "hoa")
            await #expect(throws: PublishingError.gaveStep(user: "hoa")) { try await office.approve(post, by: "hoa") }
        }
    }

    @Test func `a change begins the chain anew`() async throws {
        try await Office.open { office in
            try await chain(office)
            let post = try await office.submitted()
            _ = try await office.approve(post, by: "hoa")
            let text = post.text
            for text in [text + "!", text] {
                var edit = PostEdit()
                edit.text = text
                _ = try await office.workspace.editPost(
                    post.id.description, edit, as: try office.user("lan"), mode: .perform)
            }
            _ = try await office.review(post, .submit, by: "lan")
            await #expect(throws: OrganisationError.self) { try await office.approve(post, by: "phap") }
            #expect(
                try await office.workspace.readPost(post.id.description, as: .program).approval.nextStep == .editorial)
        }
    }

    @Test func `a checker who lost the right has checked nothing`() async throws {
        try await Office.open { office in
            try await chain(office)
            let post = try await office.submitted()
            for name in ["hoa", "phap", "minh"] { _ = try await office.approve(post, by: name) }
            _ = try await office.workspace.revoke(
                Grant(role: .checker, unit: try slug("east")), from: try slug("phap"), as: try office.user("admin"),
                mode: .perform)
            try office.turn(to: "2026-06-01 08:00")
            #expect(try await office.claim().isEmpty)
            #expect(try await office.post(post).reason?.english.contains("police or legal check") == true)
        }
    }

    @Test func `what two persons approved does not leave once three are asked for`() async throws {
        try await Office.open { office in
            let post = try await office.approved()
            try await set(.chain, in: office)
            try office.turn(to: "2026-06-01 08:00")
            #expect(try await office.claim().isEmpty)
            #expect(try await office.post(post).state == .draft)
        }
    }

    @Test func `one alone approves only while an administrator has it so`() async throws {
        try await Office.open { office in
            _ = try await office.workspace.grant(
                Grant(role: .approver, unit: try slug("east")), to: try slug("lan"), as: try office.user("admin"),
                mode: .perform)
            await #expect(throws: OrganisationError.self) {
                try await office.workspace.setApprovalMode(
                    .single, of: try slug("east"), as: try office.user("lan"), mode: .perform)
            }
            try await set(.single, in: office)
            let first = try await office.approved(approver: "lan")
            let second = try await office.approved(at: "2026-06-02 08:00", text: "Gọi 111 nhé", approver: "lan")
            try office.turn(to: "2026-06-01 08:00")
            #expect(try await office.claim().map(\.post) == [first.id])
            try await set(.twoPerson, in: office)
            try office.turn(to: "2026-06-02 08:00")
            #expect(try await office.claim().isEmpty)
            #expect(try await office.post(second).state == .draft)
            let log = try await office.workspace.auditEntries(
                limit: 100, subject: "east", as: try office.user("admin"))
            #expect(log.map(\.detail) == ["two-person", "single"])
        }
    }

    @Test func `a unit below goes by the nearest unit above that says anything`() async throws {
        try await Office.open { office in
            try await set(.chain, in: office, of: "city")
            try await set(.twoPerson, in: office, of: "east")
            let viewer = try office.user("admin")
            #expect(try await office.workspace.approval(of: try slug("east-culture"), as: viewer).mode == .twoPerson)
            #expect(try await office.workspace.approval(of: try slug("west-culture"), as: viewer).mode == .chain)
        }
    }
}
