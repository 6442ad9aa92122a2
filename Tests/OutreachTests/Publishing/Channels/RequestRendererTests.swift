import Outreach
import Testing

@Suite("Requests are filled in for where each value stands")
struct RequestRendererTests {
    private typealias Fixtures = ChannelFixtures

    @Test("A value of a post in the path cannot leave its segment; a target's slashes separate")
    func path() throws {
        let step = try Fixtures.step(url: "https://a.example/{{target.path}}/{{post.title}}/{{secret.token}}")
        let request = try Fixtures.request(
            step, target: ["path": "v1/hook"], post: try Fixtures.post(title: "a/b?c#d%2e é"),
            secrets: ["token": "12:AB/c+d"])
        #expect(request.url == "https://a.example/v1/hook/a%2Fb%3Fc%23d%252e%20%C3%A9/12:AB/c%2Bd")
        #expect(request.host == "a.example")
    }

    @Test("A path that would go up, stay or skip is refused", arguments: ["..", ".", "a/../b", "/a", "a//b", "a/./b"])
    func dotSegments(_ path: String) throws {
        #expect(throws: TemplateError.badPath("/x/{{target.path}}/y")) {
            try Fixtures.request(
                try Fixtures.step(url: "https://a.example/x/{{target.path}}/y"), target: ["path": path])
        }
    }

    @Test("Dots inside a segment are allowed")
    func dots() throws {
        let request = try Fixtures.request(
            try Fixtures.step(url: "https://a.example/bot{{target.path}}"), target: ["path": ".."])
        #expect(request.url == "https://a.example/bot..")
    }

    @Test("Query values are percent-encoded whole")
    func query() throws {
        let step = try Fixtures.step(
            method: .get, query: [("q q", "{{post.title}}&x={{post.text}}"), ("token", "{{secret.token}}")])
        let request = try Fixtures.request(step, post: try Fixtures.post(title: "a=b&c", text: "d+e f"))
        #expect(request.url == "https://a.example/hook?q%20q=a%3Db%26c%26x%3Dd%2Be%20f&token=s3cret")
        #expect(request.contentType == nil && request.body.isEmpty)
    }

    @Test("Form values cannot start another field")
    func form() throws {
        let step = try Fixtures.step(body: .form(try Fixtures.named([("message", "{{post.text}}"), ("a b", "~*-._")])))
        let request = try Fixtures.request(step, post: try Fixtures.post(text: "a&b=c d+e\r\nế"))
        #expect(request.contentType == "application/x-www-form-urlencoded")
        #expect(request.bodyText == "message=a%26b%3Dc+d%2Be%0D%0A%E1%BA%BF&a+b=%7E*-._")
    }

    @Test("A post's quotation marks cannot change the shape of a JSON body")
    func json() throws {
        let tree = JSONTemplate.object([
            .init("text", .text(try Template("«{{post.text}}»"))),
            .init("list", .array([.number("1"), .bool(true), .null, .text(try Template("{{target.path}}"))])),
        ])
        let request = try Fixtures.request(
            try Fixtures.step(body: .json(tree)), post: try Fixtures.post(text: #"","admin":true,"x":"\"#))
        #expect(request.contentType == "application/json")
        #expect(request.bodyText == #"{"text":"«\",\"admin\":true,\"x\":\"\\»","list":[1,true,null,"hook"]}"#)
    }

    @Test(
        "A header with a line break, a null or a space at its end is refused",
        arguments: ["a\r\nb", "a\nb", "a\0b", "a\u{7F}"])
    func header(_ value: String) throws {
        let step = try Fixtures.step(headers: [("X-Title", "{{post.title}}")])
        #expect(throws: TemplateError.controlCharacter(.post(.title))) {
            try Fixtures.request(step, post: try Fixtures.post(title: value))
        }
        #expect(throws: TemplateError.badHeader("X-Title")) {
            try Fixtures.request(step, post: try Fixtures.post(title: "a "))
        }
    }

    @Test("A value without a single letter of ASCII is not empty", arguments: ["ế", "\u{A0}📞\n", "。"])
    func beyondASCII(_ text: String) throws {
        let step = try Fixtures.step(body: .raw(.plain, try Template("{{post.text}}")))
        #expect(try Fixtures.request(step, post: try Fixtures.post(text: text)).bodyText == text)
    }

    @Test("A secret with a line break behind it is refused by name and never quoted")
    func secretLineBreak() throws {
        let step = try Fixtures.step(headers: [("access_token", "{{secret.token}}")])
        let error = try #require(throws: TemplateError.self) {
            try Fixtures.request(step, secrets: ["token": "hunter2\r\n"])
        }
        #expect(error == .controlCharacter(.secret("token")))
        #expect(!error.message.english.contains("hunter2") && !error.message.vietnamese.contains("hunter2"))
    }

    @Test("Basic authentication is one header, in UTF-8")
    func basic() throws {
        let step = try Fixtures.step()
        let webhook = try Fixtures.webhook(
            steps: [step],
            authentication: .basic(user: try Template("{{target.path}}"), password: try Template("{{secret.token}}")))
        let renderer = RequestRenderer(try Fixtures.channel(webhook, target: ["path": "Aladdin"]))
        let request = try renderer.request(
            for: step, post: try Fixtures.post(), secrets: ["token": "open sesame"])
        #expect(request.headers == [HeaderField("Authorization", "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==")])
        let colon = RequestRenderer(try Fixtures.channel(webhook, target: ["path": "a:b"]))
        #expect(throws: TemplateError.colonInUser) {
            try colon.request(for: step, post: try Fixtures.post(), secrets: ["token": "x"])
        }
    }

    @Test("Markup escapes every byte that means something, even under a combining mark")
    func markup() throws {
        let html = try Fixtures.step(body: .raw(.html, try Template("<h1>{{post.title}}</h1>{{post.html}}")))
        let request = try Fixtures.request(
            html, post: try Fixtures.post(title: "<\u{301}script>&\"'", html: "<p>an toàn</p>"))
        #expect(request.contentType == "text/html; charset=utf-8")
        #expect(
            request.bodyText.utf8.elementsEqual("<h1>&lt;\u{301}script&gt;&amp;&quot;&#39;</h1><p>an toàn</p>".utf8))
        let xml = try Fixtures.step(body: .raw(.xml, try Template("<a>{{post.html}}</a>")))
        #expect(
            try Fixtures.request(xml, post: try Fixtures.post(html: "<p>")).bodyText == "<a>&lt;p&gt;</a>")
    }

    @Test("Without a portal text the HTML is the plain text as paragraphs")
    func plainTextAsHTML() throws {
        let post = try Fixtures.post(text: "Dòng <1>\r\nDòng 2\n\n\nĐoạn & hai\n")
        let step = try Fixtures.step(body: .raw(.html, try Template("{{post.html}}")))
        #expect(
            try Fixtures.request(step, post: post).bodyText
                == "<p>Dòng &lt;1&gt;<br>Dòng 2</p><p>Đoạn &amp; hai</p>")
    }

    @Test("A missing or empty value stops the request", arguments: [nil, "", " \n\u{A0}"])
    func missing(_ link: String?) throws {
        let step = try Fixtures.step(body: .raw(.plain, try Template("Xem {{post.link}}")))
        let error = try #require(throws: TemplateError.self) {
            try Fixtures.request(step, post: try Fixtures.post(link: link))
        }
        #expect(error == (link == nil ? .missing(.post(.link)) : .empty(.post(.link))))
    }

    @Test("A secret that is not set and a value not captured stop the request")
    func notThere() throws {
        let step = try Fixtures.step(headers: [("A", "{{secret.token}}"), ("B", "{{steps.create.id}}")])
        #expect(throws: TemplateError.missing(.secret("token"))) { try Fixtures.request(step, secrets: [:]) }
        #expect(throws: TemplateError.missing(.captured(step: "create", name: "id"))) { try Fixtures.request(step) }
        let request = try Fixtures.request(step, captures: ["create": ["id": "7"]])
        #expect(request.headers.last == HeaderField("B", "7"))
    }

    @Test("A host outside the egress of the preset is refused")
    func egress() throws {
        #expect(throws: TemplateError.hostNotAllowed("evil.example")) {
            try Fixtures.request(
                try Fixtures.step(url: "https://{{target.path}}/"), target: ["path": "EVIL.example"])
        }
        #expect(throws: TemplateError.badHost("{{target.path}}")) {
            try Fixtures.request(
                try Fixtures.step(url: "https://{{target.path}}/"), target: ["path": "a.example/@evil"])
        }
    }

    @Test("A text or title longer than the network takes is refused, never cut")
    func lengths() throws {
        let step = try Fixtures.step(body: .raw(.plain, try Template("{{post.title}} {{post.text}}")))
        let channel = try Fixtures.channel(
            try Fixtures.webhook(steps: [step]), text: TextLimit(maximum: 4, overflow: .refuse), titleMaximum: 3)
        let renderer = RequestRenderer(channel)
        #expect(throws: TemplateError.textTooLong(length: 5, maximum: 4)) {
            try renderer.request(for: step, post: try Fixtures.post(title: "abc", text: "abc😀"), secrets: [:])
        }
        #expect(throws: TemplateError.titleTooLong(length: 4, maximum: 3)) {
            try renderer.request(for: step, post: try Fixtures.post(title: "abcd", text: "abc"), secrets: [:])
        }
    }

    @Test("The receipt keeps the id and a web address, and nothing else")
    func receipt() throws {
        let webhook = try Fixtures.webhook(
            steps: [try Fixtures.step()],
            receipt: ReceiptTemplate(
                id: try Template("{{steps.post.id}}"), link: try Template("https://a.example/{{steps.post.id}}")))
        let renderer = RequestRenderer(try Fixtures.channel(webhook))
        let receipt = renderer.receipt(captures: ["post": ["id": "1/2"]], at: Fixtures.moment)
        #expect(receipt == Receipt(remoteID: "1/2", link: "https://a.example/1%2F2", at: Fixtures.moment))
        #expect(
            renderer.receipt(captures: [:], at: Fixtures.moment)
                == Receipt(remoteID: nil, link: nil, at: Fixtures.moment))
    }

    @Test("A link an answer gave is kept only if it is a web address")
    func capturedLink() throws {
        let webhook = try Fixtures.webhook(
            steps: [try Fixtures.step()],
            receipt: ReceiptTemplate(id: nil, link: try Template("{{steps.post.link}}")))
        let renderer = RequestRenderer(try Fixtures.channel(webhook))
        let link = { (text: String) in
            renderer.receipt(captures: ["post": ["link": text]], at: Fixtures.moment).link
        }
        #expect(link("https://a.example/?p=1") == "https://a.example/?p=1")
        #expect(link("javascript:alert(1)") == nil)
        #expect(link("https://a.example/\r\nx") == nil)
    }
}
