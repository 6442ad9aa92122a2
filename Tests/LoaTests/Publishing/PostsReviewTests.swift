import Testing

struct PostsReviewTests {
    @Test func `an approver does not approve a post of their own`() async throws {
        let office = try await Office.open()
        try await office.loa(
            "users", "grant", Office.approver, "--role", "editor", "--unit", "xa-thanh-xuan", as: Office.administrator
        ).succeeded()
        let made: [PostLine] = try await office.loa(
            "posts", "create", "--channel", Office.loudspeaker, "--day", June.day(1), "--time", "07:30",
            "--material", "thay-la-bao", "--json", as: Office.approver
        ).succeeded().decoded()
        let post = try #require(made.first)
        try await office.loa("posts", "submit", post.id, as: Office.approver).succeeded()
        let answer = try await office.loa(
            "posts", "approve", try await office.seen(post), as: Office.approver
        ).refused(1)
        #expect(answer.messages.contains("“\(Office.approver)”"))
        #expect(try await office.state(of: post) == "in-review")
    }

    @Test func `a series is one draft for every week, the last day included`() async throws {
        let office = try await Office.open()
        let made: [PostLine] = try await office.loa(
            "posts", "create", "--channel", Office.loudspeaker, "--day", June.day(1), "--time", "07:30",
            "--material", "thay-la-bao", "--repeat", "weekly", "--until", June.day(29), "--json",
            as: Office.editor
        ).succeeded().decoded()
        #expect(
            made.map(\.moment) == [1, 8, 15, 22, 29].map { "\(June.day($0))T00:30:00.000Z" })
        #expect(try await office.posts() == made)
        #expect(made.allSatisfy { $0.state == "draft" })
    }

    @Test func `--repeat and --until go together`() async throws {
        let office = try await Office.open()
        try await office.loa(
            "posts", "create", "--channel", Office.loudspeaker, "--day", June.day(1), "--time", "07:30",
            "--material", "thay-la-bao", "--repeat", "weekly", as: Office.editor
        ).refused(64)
        #expect(try await office.posts().isEmpty)
    }

    @Test func `a moment that has passed is refused`() async throws {
        let office = try await Office.open()
        try await office.loa(
            "posts", "create", "--channel", Office.loudspeaker, "--day", "2020-06-01", "--time", "07:30",
            "--material", "thay-la-bao", as: Office.editor
        ).refused(1)
        #expect(try await office.posts().isEmpty)
    }

    @Test func `a post by hand is written down from its day on, and once`() async throws {
        let office = try await Office.open()
        let due = try await office.duePost()
        let ahead = try await office.draft()
        try await office.loa("posts", "submit", ahead.id, as: Office.editor).succeeded()
        try await office.approve(ahead)
        let early = try await office.loa("posts", "resolve", ahead.id, "--posted", as: Office.editor)
        #expect(early.code != 0, "\(early)")
        #expect(try await office.state(of: ahead) == "approved")

        let kit = try await office.loa("posts", "kit", due.id, as: Office.editor).succeeded()
        #expect(kit.output.contains(due.text))
        try await office.loa("posts", "resolve", due.id, "--posted", "--plays", "3", as: Office.editor).succeeded()
        #expect(try await office.state(of: due) == "posted")
        let again = try await office.loa("posts", "resolve", due.id, "--posted", as: Office.editor)
        #expect(again.code != 0, "\(again)")
        let reach = try await office.loa("reach", "list", "--post", due.id, "--json", as: Office.editor).succeeded()
        #expect(try reach.keys().isSuperset(of: ["post", "metric", "value", "source"]))
    }
}
