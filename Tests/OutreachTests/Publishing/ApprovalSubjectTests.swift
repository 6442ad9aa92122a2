import Outreach
import Testing

private typealias Make = PostFixture

struct ApprovalSubjectTests {
    private func text(_ post: Post, on channel: String = "channel") -> String {
        ApprovalSubject(post, channel: channel).canonicalText
    }

    @Test func `the same post has the same text`() throws {
        #expect(try text(Make.post()) == text(Make.post()))
    }

    @Test func `whatever is sent, where, as whom or when makes another text`() throws {
        let picture = MediaFile(name: "a.png", alternativeText: "Bàn tay", hash: try Make.hash("a"))
        let other = MediaFile(name: "a.png", alternativeText: "Bàn tay", hash: try Make.hash("b"))
        let posts = try [
            Make.post(), Make.post(id: "01900000-0000-7000-8000-000000000002"), Make.post(unit: "doan-thanh-xuan"),
            Make.post(title: "Năm ngón"), Make.post(text: "Gọi 112"), Make.post(link: "https://tongdai111.vn/"),
            Make.post(media: [picture]), Make.post(media: [other]), Make.post(media: [picture, other]),
            Make.post(media: [other, picture]), Make.post(moment: Make.moment + .milliseconds(1)),
            Make.post(zone: "Asia/Bangkok"), Make.post(tolerance: .seconds(7200)),
        ]
        let texts = posts.map { text($0) } + [text(posts[0], on: "another page"), text(posts[0], on: "")]
        #expect(Set(texts).count == texts.count)
    }

    @Test func `where a long text is parted belongs to it`() throws {
        let post = try Make.post()
        let ways = [[], ["Gọi", "111"], ["Gọi 111"]].map { parts in
            ApprovalSubject(post, channel: "channel", parts: parts).canonicalText
        }
        #expect(Set(ways).count == 3)
    }

    @Test func `the material a post was made from belongs to it where the channel sends its name`() throws {
        let plain = try Make.post()
        let posts = ["goi-111", "nam-ngon-tay"].map { material in
            Post(
                id: plain.id, unit: plain.unit, channel: plain.channel, material: Slug(material), title: plain.title,
                text: plain.text, moment: plain.moment, notAfter: plain.notAfter, author: plain.author,
                createdAt: plain.createdAt)
        }
        func texts(_ sendsMaterial: Bool) -> Set<String> {
            Set(posts.map { ApprovalSubject($0, channel: "", sendsMaterial: sendsMaterial).canonicalText })
        }
        #expect(texts(true).count == 2 && texts(false).count == 1)
    }

    @Test func `what the engine or a reviewer writes on a post is no part of it`() throws {
        var post = try Make.post()
        let before = text(post)
        post.state = .retrying
        post.attempts = 3
        post.nextAttemptAt = Make.moment
        post.reason = Message(verbatim: "HTTP 503")
        post.receipt = Receipt(remoteID: "1", link: nil, at: Make.moment)
        post.approval = Approval(by: "binh", at: Make.moment, hash: try Make.hash("c"))
        #expect(text(post) == before)
    }

    @Test func `a text cannot imitate the lines behind it`() throws {
        let honest = try Make.post(title: "A", text: "B")
        let forged = try Make.post(title: "A\ntext 1:B\nlink 0:", text: "")
        let shifted = try Make.post(title: "", text: "AB")
        #expect(Set([honest, forged, shifted].map { text($0) }).count == 3)
    }

    @Test func `two Unicode forms of a text are two texts, because other bytes would leave`() throws {
        let composed = try text(Make.post(text: "\u{1EBF}"))
        let decomposed = try text(Make.post(text: "e\u{0302}\u{0301}"))
        #expect(!composed.utf8.elementsEqual(decomposed.utf8))
    }

    @Test(arguments: UInt64(1)...200)
    func `two posts that differ in title, text or link never share a text`(seed: UInt64) throws {
        var numbers = PlanningNumbers(seed: seed)
        let pieces = ["", "A", "\n", ":", "1", "text 1:", "link 0:", "\ntext 1:A", "title 0:"]
        let field = {
            (0..<Int.random(in: 0...3, using: &numbers)).compactMap { _ in pieces.randomElement(using: &numbers) }
                .joined()
        }
        let (title, text, link) = (field(), field(), field())
        let (otherTitle, otherText, otherLink) = (field(), field(), field())
        let isSame = title == otherTitle && text == otherText && link == otherLink
        let first = try self.text(Make.post(title: title, text: text, link: link))
        let second = try self.text(Make.post(title: otherTitle, text: otherText, link: otherLink))
        #expect((first == second) == isSame)
    }
}
