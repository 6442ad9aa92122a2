import Outreach
import Testing

@testable import Office
@testable import Operations
@testable import Storage

/// What blames or names a child gets nowhere, whichever way it is tried.
struct GateTests {
    static let blaming = "Em bị xâm hại do ăn mặc hở hang. Gọi 111 miễn phí."

    private func expectRefusal(_ body: () async throws -> Void) async {
        let error = await #expect(throws: (any Error).self) { try await body() }
        let refusal = error as? SafeguardingRefusal
        #expect(refusal?.findings.map(\.rule).contains(.blame) == true, "\(String(describing: error))")
        #expect(refusal?.message.english.contains("ăn mặc hở hang") == true)
    }

    @Test func `a draft is kept, is not submitted, and its reader is told why`() async throws {
        try await Office.open { office in
            let draft = try await office.draft(text: Self.blaming)
            await expectRefusal { _ = try await office.review(draft, .submit, by: "lan") }
            #expect(try await office.post(draft).state == .draft)
            let judged = try await office.workspace.readPost(draft.id.description, as: try office.user("lan")).judgement
            #expect(judged.judged?.open.map(\.rule) == [.blame])
        }
    }

    /// Portals render Markdown: what they show is held against the rules, too.
    @Test(arguments: [
        "Em b&#7883; xâm h&#7841;i do ăn m&#7863;c hở hang. Gọi 111 miễn phí.",
        "Em bị xâm hại do ăn **m**ặc [hở](https://example.vn) ha*ng*. Gọi 111 miễn phí.",
    ])
    func `marks and references hide nothing`(_ text: String) async throws {
        try await Office.open { office in
            await expectRefusal { _ = try await office.review(try await office.draft(text: text), .submit, by: "lan") }
        }
    }

    @Test(arguments: [
        "Thấy trẻ bị đánh đập, đừng im lặng! <!-- Gọi 111 -->",
        "<!-- Gọi 111 --> Thấy trẻ bị đánh đập, đừng im lặng!",
        "Thấy trẻ bị đánh đập, đừng im lặng!\n\n[a]: https://example.vn \"Gọi 111\"",
    ])
    func `a help line that nobody reads is none`(_ text: String) async throws {
        try await Office.open { office in
            let error = await #expect(throws: SafeguardingRefusal.self) {
                try await office.review(try await office.draft(text: text), .submit, by: "lan")
            }
            #expect(error?.findings.map(\.rule).contains(.missingHelpLine) == true)
        }
    }

    @Test(arguments: [
        "https://example.vn/be-gai-nguyen-thi-lan-13-tuoi-bi-hiep-dam-o-ap-3.html",
        "https://example.vn/ch%C3%A1u%20Nguy%E1%BB%85n%20Th%E1%BB%8B%20Lan%20b%E1%BB%8B%20x%C3%A2m%20h%E1%BA%A1i",
    ])
    func `an address names nobody, in the text or as the link`(_ address: String) async throws {
        try await Office.open { office in
            let named = try await office.draft(text: "Xem tại \(address). Gọi 111 miễn phí.")
            let linked = try await office.draft(at: "2026-06-01 09:00", text: "Gọi 111 miễn phí.")
            var edit = PostEdit()
            edit.link = address
            _ = try await office.workspace.editPost(
                linked.id.description, edit, as: try office.user("lan"), mode: .perform)
            for post in [named, linked] {
                let error = await #expect(throws: SafeguardingRefusal.self) {
                    try await office.review(post, .submit, by: "lan")
                }
                let rules = Set(error?.findings.map(\.rule) ?? [])
                #expect(!rules.isDisjoint(with: [.namedChild, .placeOfCase]), "\(rules)")
            }
            let clean = try await office.draft(
                at: "2026-06-01 10:00", text: "Xem https://tongdai111.vn/tin/ky-nang-bao-ve-tre-em. Gọi 111 miễn phí.")
            #expect(try await office.review(clean, .submit, by: "lan").state == .inReview)
        }
    }

    @Test func `a post that got into review otherwise is not approved`() async throws {
        try await Office.open { office in
            let draft = try await office.draft(text: Self.blaming)
            try await office.database().write { _ = try $0.execute("UPDATE posts SET state = 'in-review'") }
            await expectRefusal { _ = try await office.approve(draft, by: "minh") }
        }
    }

    @Test func `rules that changed since the approval are asked before a post leaves`() async throws {
        try await Office.open { office in
            let post = try await office.approved(text: "Gọi 111 (miễn phí, 24/24).")
            // Nothing is changed on the day itself: the line runs out by its date.
            let lines = String(
                decoding: try #require(try Repository.safeguarding["Content/help-lines.yaml"]), as: UTF8.self)
            try await office.rewrite(
                "Content/help-lines.yaml",
                lines.replacing("from: 2017-12-06", with: "from: 2017-12-06\n    until: 2026-05-25"))
            try office.turn(to: "2026-06-01 08:00")
            #expect(try await office.claim().isEmpty)
            let after = try await office.post(post)
            #expect(after.state == .draft && after.approval == nil)
            #expect(after.reason?.english.contains("[S1") == true)
            let entry = try await office.workspace.auditEntries(
                limit: 1, subject: post.id.description, as: try office.user("admin")
            ).first
            #expect(entry?.detail.hasPrefix("safeguarding S1") == true)
        }
    }

    @Test func `without rules nothing is submitted, and what is approved waits`() async throws {
        try await Office.open { office in
            _ = try await office.approved()
            let draft = try await office.draft(text: "Gọi 111 nhé")
            try await office.database().write {
                _ = try $0.execute("DELETE FROM documents WHERE kind = 'safeguarding'")
            }
            await #expect(throws: SafeguardingError.noRules) { try await office.review(draft, .submit, by: "lan") }
            try office.turn(to: "2026-06-01 08:00")
            #expect(try await office.claim().isEmpty)
            #expect(try await office.workspace.posts(PostFilter(), as: .program).contains { $0.state == .approved })
        }
    }

    @Test func `rules that another version of the program imported keep everything in, and say so`() async throws {
        try await Office.open { office in
            #expect(try await office.workspace.judgingObstacle() == nil)
            let draft = try await office.draft(text: "Gọi 111 nhé")
            try await office.database().write {
                _ = try $0.execute("UPDATE documents SET body = '{}', hash = 'other' WHERE kind = 'safeguarding'")
            }
            #expect(try await office.workspace.judgingObstacle() == .outdatedRules)
            await #expect(throws: SafeguardingError.outdatedRules) {
                try await office.review(draft, .submit, by: "lan")
            }
        }
    }

    @Test func `a second reading of another version is left out, and the rules hold without it`() async throws {
        try await Office.open { office in
            let draft = try await office.draft(text: "Gọi 111 nhé")
            let blaming = try await office.draft(text: Self.blaming)
            try await office.database().write {
                _ = try $0.execute(
                    """
                    UPDATE documents SET body = json_set(body, '$.secondReading', 'rule S01 keep=0'), hash = 'other'
                    WHERE kind = 'safeguarding'
                    """)
            }
            #expect(try await office.workspace.judgingObstacle() == nil)
            _ = try await office.review(draft, .submit, by: "lan")
            await expectRefusal { _ = try await office.review(blaming, .submit, by: "lan") }
        }
    }

    @Test func `an import tells of it and makes a draft that stays one`() async throws {
        try await Office.open { office in
            let file = "kênh;ngày;giờ;tiêu đề;nội dung\npage;01/06/2026;08:00;Bảo vệ trẻ em;\(Self.blaming)\n"
            let report = try await office.workspace.importPosts(
                Array(file.utf8), file: "bai.csv", as: try office.user("lan"), mode: .perform)
            #expect(report.notes.map(\.line) == [2])
            #expect(report.notes.first?.reason.vietnamese.contains("S06") == true)
            let post = try #require(report.items.first)
            await expectRefusal { _ = try await office.review(post, .submit, by: "lan") }
        }
    }

    @Test func `a revision that blames is not approved, and no other with it`() async throws {
        try await Office.open { office in
            let path = "Content/materials/article/goi-111.md"
            let article = try #require(OfficeContent.files[path])
            try await office.rewrite(path, article.replacing("Khi trẻ em cần giúp đỡ", with: Self.blaming))
            let error = await #expect(throws: MaterialRefusal.self) {
                try await office.workspace.decideMaterials([], .approved, as: try office.user("minh"), mode: .perform)
            }
            #expect(error?.material == (try slug("goi-111")))
        }
    }

    @Test func `notes of a session that name a child are not kept`() async throws {
        try await Office.open { office in
            let telling = try office.session(notes: "Cháu N.T.A., 13 tuổi, kể mình bị xâm hại.")
            await #expect(throws: SafeguardingRefusal.self) {
                try await office.workspace.logSession(telling, as: try office.user("an"), mode: .perform)
            }
            let named = try office.session(notes: "Cháu Nguyễn Thị A, 13 tuổi, kể mình bị xâm hại.")
            await #expect(throws: SessionError.invalid([.personal(.child, field: "notes")])) {
                try await office.workspace.logSession(named, as: try office.user("an"), mode: .perform)
            }
            #expect(try await office.rows().contains { $0.contains("Nguyễn Thị A") || $0.contains("N.T.A.") } == false)
            let discreet = try office.session(notes: "Một em cần được hỗ trợ; đã báo người phụ trách.")
            _ = try await office.workspace.logSession(discreet, as: try office.user("an"), mode: .perform)
        }
    }

    @Test func `comments and reasons say nothing the work may not say, and give no secret away`() async throws {
        try await Office.open { office in
            let post = try await office.submitted()
            for comment in ["Bỏ tên cháu Trần Văn B bị xâm hại đi", "mã là s3cret-of-page"] {
                await #expect(throws: NoteError.self) {
                    try await office.review(post, .reject, by: "minh", comment: comment)
                }
            }
            #expect(try await office.post(post).state == .inReview)
            _ = try await office.review(post, .reject, by: "minh", comment: "Bỏ tên người ở câu đầu")
        }
    }

    @Test(arguments: ["Bài nêu tên cháu Trần Văn B bị xâm hại, gỡ ngay", "mã là s3cret-of-page"])
    func `what stops sending is not refused for its words, and does not keep them`(reason: String) async throws {
        try await Office.open { office in
            let (workspace, minh) = (office.workspace, try office.user("minh"))
            // The rules' own samples lie in the database, too.
            let told = { (row: String) in row.contains("Trần Văn B") || row.contains("s3cret-of-page") }
            let before = try await office.rows().filter(told)
            let hold = try await workspace.hold(.everything, reason: reason, as: minh, mode: .perform)
            #expect(try await workspace.holds(as: .program) == [hold])
            #expect(hold.reason.contains("not kept") || hold.reason.contains("must not be kept: S01"))
            try await workspace.disableChannel(
                try slug("page"), reason: reason, as: try office.user("lan"), mode: .perform)
            let after = try await office.rows().filter(told)
            #expect(after == before)
        }
    }
}
