import Operations
import Outreach
import Testing

@testable import Office
@testable import Web

/// Channels and how they do.
@Suite("Channels")
struct ChannelPageTests {
    @Test("the list shows one's own channels with what waits for them")
    func list() async throws {
        try await Site.open { site in
            _ = try await site.office.approved()
            let lan = try await site.visitor("lan")
            let body = try await lan.get("/channels").body
            #expect(body.contains("/channels/page") && body.contains("/channels/speakers"))
            #expect(body.contains("/posts?state=approved&amp;channel=page"))
            #expect(!body.contains("/channels/west-page"))
            #expect(try await lan.get("/channels?q=cong+an").body.contains("/channels/office"))
            #expect(!(try await lan.get("/channels?q=cong+an").body.contains("/channels/page")))
        }
    }

    @Test("a channel tells its hours, its promise and its secrets by fingerprint, never by value")
    func one() async throws {
        try await Site.open { site in
            let lan = try await site.visitor("lan")
            let page = try await lan.get("/channels/page").body
            #expect(page.contains("page.token") && !page.contains("s3cret-of-page"))
            #expect(page.contains("nhận ra mã của từng bài"))
            let office = try await lan.get("/channels/office").body
            #expect(office.contains("Thứ hai – thứ sáu") && office.contains("07:00") && office.contains("17:00"))
            #expect(try await lan.get("/channels/speakers").body.contains("Phát trên loa."))
            #expect(try await lan.get("/channels/west-page").status == 404)
            #expect(try await lan.get("/channels/nothing").status == 404)
        }
    }

    @Test("a dry run shows the exact request with the secret masked, and sends nothing")
    func dryRun() async throws {
        try await Site.open { site in
            let lan = try await site.visitor("lan")
            let answer = try await lan.post("/channels/page/dry-run", ["text": "Thử <b>"])
            #expect(answer.status == 200)
            #expect(answer.body.contains("http://127.0.0.1:9/page") && answer.body.contains("Thử &lt;b&gt;"))
            #expect(!answer.body.contains("s3cret-of-page"))
            #expect(try await lan.post("/channels/page/dry-run", ["text": " "]).status == 422)
            #expect(try await lan.post("/channels/west-page/dry-run", ["text": "x"]).status == 404)
        }
    }

    @Test("a channel is switched off with a reason everybody sees, and on again")
    func switching() async throws {
        try await Site.open { site in
            let lan = try await site.visitor("lan")
            #expect(try await lan.post("/channels/page/disable", ["reason": " "]).status == 400)
            #expect(try await lan.post("/channels/page/disable", ["reason": "Trang bị chiếm"]).status == 303)
            let body = try await site.visitor("minh").get("/channels/page").body
            #expect(body.contains("Trang bị chiếm") && body.contains("Tắt bởi lan"))
            #expect(try await lan.post("/channels/page/enable", ["reason": "Đã lấy lại"]).status == 303)
            #expect(try await site.office.workspace.channelStatus(try slug("page")).isReady)
            #expect(try await site.visitor("tay").post("/channels/page/disable", ["reason": "x"]).status == 404)
        }
    }

    @Test("the rest a receiver asked for is shown, and lifted with a reason")
    func rest() async throws {
        try await Site.open { site in
            _ = try await site.office.approved()
            try site.office.turn(to: "2026-06-01 08:01")
            _ = try await site.office.noteRest(until: site.office.clock.source.now + .seconds(86_400))
            let lan = try await site.visitor("lan")
            let page = try await lan.get("/channels/page").body
            #expect(page.contains("máy nhận hẹn nghỉ") && page.contains("/channels/page/enable"))
            #expect(try await lan.post("/channels/page/enable", ["reason": "Mạng đã hết lỗi"]).status == 303)
            #expect(!(try await lan.get("/channels/page").body.contains("máy nhận hẹn nghỉ")))
        }
    }

    @Test("a channel is held and released on its page")
    func hold() async throws {
        try await Site.open { site in
            let lan = try await site.visitor("lan")
            #expect(try await lan.post("/channels/page/hold", ["reason": "Chờ"]).status == 303)
            #expect(try await lan.get("/channels/page").body.contains("/channels/page/release"))
            #expect(try await site.office.workspace.holds(as: .program).map(\.scope) == [.channel(try slug("page"))])
            #expect(try await lan.post("/channels/page/release").status == 303)
            #expect(try await site.office.workspace.holds(as: .program).isEmpty)
        }
    }

    @Test("a test message goes out once, and the work can be followed")
    func test() async throws {
        let receiver = try LoopbackReceiver { _, _ in 200 }
        defer { receiver.stop() }
        try await Site.open { site in
            try await site.office.rewrite("Channels/channels.yaml", OfficeChannels.register(port: receiver.port))
            let lan = try await site.visitor("lan")
            let answer = try await lan.post("/channels/page/test")
            let path = try #require(answer.location)
            #expect(answer.status == 303 && path.hasPrefix("/jobs/"))
            let events = try await lan.get(path + "/events").body
            #expect(events.contains("event: end") && events.contains("Kênh đã nhận tin thử"))
            #expect(receiver.requests.count == 1)
            #expect(receiver.requests.first?.body.contains("Tin thử từ Loa") == true)
        }
    }
}
