import Foundation
import Testing

/// The whole chain by command line with by-hand channels only, as an office without a single account would go it.
struct ManualWalkTests {
    private static let campaign = "action-month-\(June.year)-\(Office.committee)"

    private struct Planned: Decodable {
        struct Slot: Decodable { let key: String }
        let slots: [Slot]
    }

    @Test func `from an empty folder to a report that opens into its rows`() async throws {
        let office = try await Office.new()
        try await addPeople(to: office)
        let posts = try await approvedCampaign(in: office)
        try await takeKit(of: try #require(posts.first), in: office)
        let due = try await office.duePost()
        try await office.loa("posts", "resolve", due.id, "--posted", "--plays", "2", as: Office.editor).succeeded()
        try await logSession(in: office)
        try await checkReport(in: office)
        try await office.loa("audit", "verify", as: Office.administrator).succeeded()
        let deliveries = try await office.deliver()
        #expect(deliveries == Delivered(posted: 0, unknown: 0, retrying: 0, recovered: 0))
    }

    private func addPeople(to office: Office) async throws {
        try await office.loa("users", "add", Office.administrator, "--name", "Chi").succeeded()
        let first = try await office.loa("content", "import", as: Office.administrator).succeeded()
        #expect(first.output.contains("material: +"))
        #expect(first.messages.contains("chưa có người duyệt") && first.messages.contains("loa content approve --all"))
        for (person, role, unit) in [
            (Office.editor, "editor", "xa-thanh-xuan"), (Office.approver, "approver", "xa-thanh-xuan"),
            (Office.logger, "logger", Office.youthUnion),
        ] {
            try await office.loa(
                "users", "add", person, "--name", person, "--role", role, "--unit", unit, as: Office.administrator
            ).succeeded()
        }
        let second = try await office.loa("content", "import", as: Office.administrator).succeeded()
        #expect(second.output.split(separator: "\n").allSatisfy { $0.contains("+0 ~0") }, "\(second)")
        let waiting = try await office.loa("doctor", as: Office.administrator).succeeded()
        #expect(waiting.output.contains("! materials: ") && waiting.output.contains("loa content approve --all"))
        try await office.loa("content", "approve", "--all", as: Office.approver).succeeded()
        #expect(try await office.loa("doctor", as: Office.administrator).succeeded().output.contains("✓ materials: "))
    }

    /// Plans, changes a slot, plans again, submits and approves; returns the posts.
    private func approvedCampaign(in office: Office) async throws -> [PostLine] {
        let plan = [
            "campaigns", "plan", "action-month", "--year", "\(June.year)", "--owner", Office.committee, "--json",
        ]
        let planned: Planned = try await office.loa(plan, as: Office.editor).succeeded().decoded()
        let slot = try #require(planned.slots.first { $0.key.contains(Office.loudspeaker) })
        try await office.loa("campaigns", "change", Self.campaign, slot.key, "--drop", as: Office.editor).succeeded()
        let again: Planned = try await office.loa(plan, as: Office.editor).succeeded().decoded()
        #expect(again.slots.map(\.key).sorted() == planned.slots.map(\.key).sorted())

        try await office.loa("campaigns", "submit", Self.campaign, as: Office.editor).succeeded()
        let read = try await office.loa("campaigns", "approve", Self.campaign, as: Office.approver).succeeded()
        let hash = try #require(read.messages.firstMatch(of: /--seeing ([0-9a-f]{64})/)?.1)
        let approve = ["campaigns", "approve", Self.campaign, "--seeing", String(hash)]
        try await office.loa(approve, as: Office.editor).refused(1)
        try await office.loa(approve, as: Office.approver).succeeded()
        let posts = try await office.posts()
        #expect(!posts.isEmpty)
        #expect(posts.allSatisfy { $0.state == "approved" })
        let shown = try await office.loa("campaigns", "show", Self.campaign, as: Office.editor).succeeded()
        #expect(shown.output.contains("✗ \(slot.key)"))
        return posts
    }

    private func takeKit(of post: PostLine, in office: Office) async throws {
        let kit = try await office.loa("posts", "kit", post.id, as: Office.editor).succeeded()
        #expect(kit.output.contains(post.text))
        #expect(kit.messages.contains("loa posts resolve"))
        let calendar = try await office.loa(
            "calendar", "--ics", "--year", "\(June.year)", as: Office.editor
        ).succeeded()
        #expect(calendar.output.contains(post.id))
    }

    private func logSession(in office: Office) async throws {
        for _ in 1...2 {
            try await office.loa(
                "sessions", "log", "--id", "01a1e240-7c00-7000-8000-0000000000b2", "--unit", Office.youthUnion,
                "--form", "school-session", "--place", "Trường (mẫu)", "--level", "primary", "--minutes", "45",
                "--turns", "primary-pupils=120/70/50", as: Office.logger
            ).succeeded()
        }
        try await office.loa(
            "sessions", "correct", "01a1e240-7c00-7000-8000-0000000000b2", "--reason", "Đếm lại", "--turns",
            "primary-pupils=130/75/55", as: Office.logger
        ).succeeded()
    }

    private func checkReport(in office: Office) async throws {
        let period = "\(June.year - 1)"
        for (indicator, value) in [("sessions-held", 1), ("turns-attended", 130), ("broadcasts-played", 2)] {
            let rows = try await office.loa(
                "reports", "build", "--unit", Office.committee, "--period", period, "--rows", indicator, "--format",
                "csv", as: Office.editor
            ).succeeded()
            #expect(rows.output.contains("\(value)"), "\(rows)")
        }
        let report = try await office.loa(
            "reports", "build", "--unit", Office.committee, "--period", period, "--format", "csv", as: Office.editor
        ).succeeded()
        #expect(report.output.contains("Số lượt tham dự tuyên truyền trực tiếp;lượt;130;"))
        #expect(report.output.contains("Số cuộc tuyên truyền trực tiếp;cuộc;1;"))
    }
}
