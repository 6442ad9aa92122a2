import HTTPTypes
import HummingbirdTesting
import Operations
import Outreach
import Testing

@testable import Office
@testable import Web

@Suite("Logging in safely")
struct LogInSecurityTests {
    private static let password = "một câu ngắn dễ nhớ"

    /// Somebody with a password.
    private func settled(_ name: String, _ site: Site) async throws {
        let token = try #require(try await site.visitor(name).token)
        _ = try await site.office.workspace.setPassword(
            LogInSecurityTests.password, current: nil, token: token, from: "127.0.0.1")
    }

    private func logIn(
        _ name: String, _ password: String, next: String = "/", as visitor: Visitor
    ) async throws -> Answer {
        try await visitor.post("/log-in", ["user": name, "password": password, "next": next])
    }

    /// The token of the cookie that an answer sets.
    private func token(_ answer: Answer) throws -> String {
        let cookie = try #require(answer.headers[values: .setCookie].first { $0.hasPrefix("\(CookieName.session)=") })
        return try #require(cookie.firstMatch(of: /=([^;]+)/).map { String($0.output.1) })
    }

    @Test("the cookie belongs to this host alone, to no script, and goes with no other site's form")
    func cookie() async throws {
        try await Site.open { site in
            try await settled("lan", site)
            let answer = try await logIn("lan", LogInSecurityTests.password, as: site.stranger)
            #expect(answer.status == 303)
            let cookies = answer.headers[values: .setCookie]
            #expect(!cookies.isEmpty)
            for cookie in cookies {
                #expect(cookie.hasPrefix("__Host-"))
                for part in ["; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax"] {
                    #expect(cookie.contains(part), "\(cookie)")
                }
                #expect(!cookie.contains("Domain"))
            }
            // What is stored tells nobody the token.
            let rows = try await site.office.rows().joined()
            #expect(!rows.contains(try token(answer)))
            #expect(rows.contains("$argon2id$v=19$m=19456,t=2,p=1$"))
        }
    }

    @Test("logging in again rotates the token, logging out ends it at once")
    func rotation() async throws {
        try await Site.open { site in
            try await settled("lan", site)
            let first = try token(try await logIn("lan", LogInSecurityTests.password, as: site.stranger))
            let browser = Visitor(site: site, token: first, csrf: "")
            let signedIn = try #require(try await site.office.workspace.session(token: first))
            let again = try await Visitor(site: site, token: first, csrf: signedIn.csrf).post(
                "/log-in", ["user": "lan", "password": LogInSecurityTests.password])
            let second = try token(again)
            #expect(second != first)
            #expect(try await browser.get("/library").status == 303)
            let now = try #require(try await site.office.workspace.session(token: second))
            let current = Visitor(site: site, token: second, csrf: now.csrf)
            #expect(try await current.get("/library").status == 200)
            let out = try await current.post("/log-out")
            #expect(out.headers[values: .setCookie].contains { $0.contains("Max-Age=0") })
            #expect(try await current.get("/library").status == 303)
        }
    }

    @Test("what was typed goes through a log-in that had run out, to this server alone, and no secret does")
    func typed() async throws {
        let text = "Nửa giờ viết & một “trích dẫn”: gọi 111."
        try await Site.open { site in
            try await settled("lan", site)
            let lan = try await site.visitor("lan")
            _ = try await site.office.workspace.signOutEverywhere(try slug("lan"), as: try site.office.user("lan"))
            let asked = try await lan.post("/posts/new", ["title": "Bài", "text": text])
            #expect(asked.status == 401)
            let kept = try #require(
                PagePart.all(of: asked.body).first { $0.attributes.contains { $0 == ("name", "kept") } })
            let value = try #require(kept.attributes.first { $0.name == "value" }?.value)
                .replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&lt;", with: "<")
                .replacing("&gt;", with: ">").replacing("&amp;", with: "&")
            let offered = try await site.stranger.post(
                "/log-in", ["user": "lan", "password": LogInSecurityTests.password, "next": "/", "kept": value])
            #expect(offered.status == 200)
            #expect(offered.body.contains("action=\"/posts/new\"") && offered.body.contains(HTML(text: text).markup))
            #expect(try !token(offered).isEmpty)

            let secret = try await lan.post("/channels/page/secrets/token", ["value": "s3cret-of-nobody"])
            #expect(!secret.body.contains("s3cret-of-nobody"))
            let elsewhere = #"{"path":"//evil.example/x","hadFiles":false,"fields":[{"name":"a","value":"b"}]}"#
            let refused = try await site.stranger.post(
                "/log-in", ["user": "lan", "password": LogInSecurityTests.password, "next": "/", "kept": elsewhere])
            #expect(refused.status == 303 && refused.location == "/")
        }
    }

    @Test("a long text with a large picture behind it is kept, and the picture is told to be lost")
    func typedWithFiles() async throws {
        let text = "Nửa giờ viết: gọi 111."
        try await Site.open { site in
            let lan = try await site.visitor("lan")
            _ = try await site.office.workspace.signOutEverywhere(try slug("lan"), as: try site.office.user("lan"))
            let head =
                "--edge\r\nContent-Disposition: form-data; name=\"body\"\r\n\r\n\(text)\r\n"
                + "--edge\r\nContent-Disposition: form-data; name=\"file-1\"; filename=\"anh.png\"\r\n\r\n"
            let picture = [UInt8](repeating: 0x2D, count: 3 << 20)
            let asked = try await lan.send(
                .post, "/library/new", headers: [.contentType: "multipart/form-data; boundary=edge"],
                bytes: Array(head.utf8) + picture + Array("\r\n--edge--\r\n".utf8))
            #expect(asked.status == 401 && asked.body.contains(text))
            #expect(asked.body.contains("&quot;hadFiles&quot;:true"))
            #expect(asked.body.utf8.count < 100_000)
        }
    }

    @Test("after a log-in the way leads to a page of this server and nowhere else")
    func redirects() async throws {
        try await Site.open { site in
            try await settled("lan", site)
            for (next, place) in [
                ("/posts?state=draft", "/posts?state=draft"), ("//evil.example/", "/"), ("https://evil.example", "/"),
                ("/\\evil.example", "/"), ("/\t/evil.example", "/"), ("javascript:alert(1)", "/"),
            ] {
                let answer = try await logIn("lan", LogInSecurityTests.password, next: next, as: site.stranger)
                #expect(answer.location == place, "\(next)")
            }
            let lan = try await site.visitor("lan")
            #expect(try await lan.post("/preferences", ["back": "//evil.example"]).location == "/")
        }
    }

    @Test("a wrong password and a name nobody has are told the same, and after five of them everybody waits")
    func throttling() async throws {
        try await Site.open { site in
            try await settled("lan", site)
            for name in ["lan", "khong-ai"] {
                for _ in 1...4 {
                    let answer = try await logIn(name, "sai mật khẩu rồi", as: site.stranger)
                    #expect(answer.status == 403)
                    #expect(answer.body.contains("Tên hoặc mật khẩu không đúng"))
                }
                #expect(try await logIn(name, "sai mật khẩu rồi", as: site.stranger).status == 503)
            }
            let right = try await logIn("lan", LogInSecurityTests.password, as: site.stranger)
            #expect(right.status == 503)
            #expect(right.body.contains("tạm dừng đến"))
        }
    }

    @Test("a log-in form that another site sends is turned away")
    func foreignForm() async throws {
        try await Site.open { site in
            try await settled("lan", site)
            for headers: HTTPFields in [
                [.fetchSite: "cross-site"], [.fetchSite: "same-site"], [.origin: "https://evil.example"],
                [.origin: "null"],
            ] {
                let answer = try await site.stranger.post(
                    "/log-in", ["user": "lan", "password": LogInSecurityTests.password], headers: headers)
                #expect(answer.status == 403)
                #expect(answer.headers[values: .setCookie].isEmpty)
            }
        }
    }

    @Test("who asks is told by the proxy of one's own, and never by a visitor's claim", arguments: [true, false])
    func address(trustsProxy: Bool) async throws {
        try await Office.open { office in
            let options = WebOptions(trustsProxy: trustsProxy)
            try await WebServer(workspace: office.workspace, options: options).application().test(.router) { client in
                let link = try await office.workspace.makeLogInLink(for: try slug("lan"), as: .program)
                let site = Site(office: office, client: client)
                let answer = try await site.stranger.post(
                    link.path, headers: [.forwardedFor: "198.51.100.7, 203.0.113.9"])
                #expect(answer.status == 303)
                let session = try await office.workspace.sessions(of: try slug("lan"), as: try office.user("lan")).first
                #expect((session?.address == "203.0.113.9") == trustsProxy)
                #expect(session?.address != "198.51.100.7")
            }
        }
    }
}
