import Outreach
import Testing

@Suite("Templates")
struct TemplateTests {
    @Test("Text and references are told apart")
    func parts() throws {
        let template = try Template("A {{post.title}}{{steps.create.token}} }} z")
        #expect(
            template.parts == [
                .literal("A "), .reference(.post(.title)), .reference(.captured(step: "create", name: "token")),
                .literal(" }} z"),
            ])
        #expect(template.description == "A {{post.title}}{{steps.create.token}} }} z")
    }

    @Test("Every namespace is read")
    func namespaces() throws {
        let text = "{{post.moment}}{{secret.a}}{{target.b_2}}{{channel.name}}{{steps.a.b}}{{receipt.id}}"
        #expect(
            try Template(text).references == [
                .post(.moment), .secret("a"), .target("b_2"), .channel(.name), .captured(step: "a", name: "b"),
                .receipt(.id),
            ])
    }

    @Test(
        "What cannot be read is refused",
        arguments: [
            ("{{post.text", TemplateSyntaxError.unclosed("{{post.text")),
            ("{{text}}", .malformed("text")),
            ("{{ post.text }}", .malformed(" post.text ")),
            ("{{steps.id}}", .malformed("steps.id")),
            ("{{secret.Token}}", .malformed("secret.Token")),
            ("{{secret.a.b}}", .malformed("secret.a.b")),
            ("{{env.HOME}}", .unknownNamespace("env")),
        ])
    func refused(_ text: String, _ error: TemplateSyntaxError) {
        #expect(throws: error) { try Template(text) }
    }

    @Test("An unknown field of a post names those there are")
    func unknownField() throws {
        let error = try #require(throws: TemplateSyntaxError.self) { try Template("{{post.body}}") }
        #expect(error.message.english.contains("id, key, slug, title, text, html, link, material, channel, moment"))
    }
}

@Suite("Addresses with references")
struct URLTemplateTests {
    @Test("An address falls into scheme, host, port and path")
    func parts() throws {
        let address = try URLTemplate("http://127.0.0.1:{{target.port}}/a/{{post.id}}")
        #expect(address.scheme == .http)
        #expect(address.host.description == "127.0.0.1")
        #expect(address.port?.description == "{{target.port}}")
        #expect(address.path.description == "/a/{{post.id}}")
        #expect(address.description == "http://127.0.0.1:{{target.port}}/a/{{post.id}}")
        #expect(try URLTemplate("https://a.example").description == "https://a.example/")
    }

    @Test(
        "An address that could become another one is refused",
        arguments: [
            ("ftp://a.example/", TemplateSyntaxError.AddressFault.scheme),
            ("{{target.url}}", .scheme),
            ("https://user:pass@a.example/", .userInformation),
            ("https://a.example:0/", .port),
            ("https://a.example:99999/", .port),
            ("https://a.example:8{{target.port}}/", .port),
            ("https://{{post.text}}/", .host),
            ("https://{{secret.token}}.example/", .host),
            ("https:///a", .host),
            ("https://[::1]/", .host),
            ("https://a_b.example/", .host),
            ("https://0x7f.1/", .host),
            ("https://2130706433/", .host),
            ("https://127.0.0.01/", .host),
            ("https://a.example/?q={{post.text}}", .queryOrFragment),
            ("https://a.example/#top", .queryOrFragment),
            ("https://a.example/a b", .character(" ")),
            ("https://a.example/ế", .character("ế")),
            ("https://a.example/a\r\nb", .character("\r\n")),
            ("https://a.example/a\\b", .character("\\")),
        ])
    func refused(_ text: String, _ fault: TemplateSyntaxError.AddressFault) {
        #expect(throws: TemplateSyntaxError.badAddress(fault)) { try URLTemplate(text) }
    }

    @Test("Host names are compared in lower case, and look-alikes of letters are refused")
    func hostNames() {
        #expect(HostName.normalized("API.Example.VN") == "api.example.vn")
        #expect(HostName.normalized("10.0.0.1") == "10.0.0.1")
        for name in ["", ".", "a..b", "-a.vn", "a.vn.", "1.2.3", "1.2.3.256", "a.0x7f", "\u{212A}.vn", "đ.vn"] {
            #expect(HostName.normalized(name) == nil, "\(name)")
        }
        #expect(HostName.isLoopback("127.8.0.1") && HostName.isLoopback("localhost"))
        #expect(!HostName.isLoopback("127.example.vn") && !HostName.isLoopback("10.0.0.1"))
    }
}
