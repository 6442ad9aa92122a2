import HTTPTypes
import Operations
import Outreach
import Testing

@testable import Office
@testable import Web

/// Requests no browser sends: each is answered with what is wrong, and changes nothing.
@Suite("Hostile requests")
struct HostileRequestTests {
    @Test(
        "an address that cannot be read",
        arguments: [
            "/posts?state=%", "/posts?state=%zz", "/posts?q=%ff%fe", "/library?q=%00", "/posts?=&&&=%C3",
            "/library?q=%ED%A0%80",
        ])
    func queries(path: String) async throws {
        try await Site.open { site in
            let answer = try await site.visitor("lan").get(path)
            #expect(answer.status == 400, "\(path)")
            #expect(answer.body.contains("Không đọc được biểu mẫu"))
            #expect(try await site.stranger.get("/api/v1/posts?state=%").status == 400)
        }
    }

    @Test(
        "a part of an address that is no name of anything",
        arguments: [
            "%", "%00", "%ff", "%2e%2e%2f", "a%2Fb", "'--", "%F0%9F%98%80", "A", String(repeating: "a", count: 5000),
        ])
    func parts(part: String) async throws {
        try await Site.open { site in
            let lan = try await site.visitor("lan")
            for place in [
                "/posts/", "/library/", "/channels/", "/campaigns/", "/sessions/", "/plans/", "/assets/", "/media/",
            ] {
                let answer = try await lan.get(place + part)
                #expect(answer.status == 404, "\(place)\(part.prefix(20)): \(answer.status)")
            }
        }
    }

    @Test("a form that is not one")
    func forms() async throws {
        try await Site.open { site in
            let lan = try await site.visitor("lan")
            let before = try await site.office.rows()
            let bodies: [(type: String, bytes: [UInt8])] = [
                ("application/x-www-form-urlencoded", Array("title=%zz".utf8)),
                ("application/x-www-form-urlencoded", [0x74, 0x3D, 0xFF, 0xFE]),
                ("application/x-www-form-urlencoded", Array("title=%00".utf8)),
                ("multipart/form-data", Array("x".utf8)),
                (
                    "multipart/form-data; boundary=a",
                    Array("--a\r\nContent-Disposition: form-data\r\n\r\nx\r\n--a--".utf8)
                ),
                ("multipart/form-data; boundary=a", Array("--a\r\nno end".utf8)),
                ("multipart/form-data; boundary=\(String(repeating: "b", count: 100))", Array("--b".utf8)),
                ("text/plain; charset=utf-7", Array("title=x".utf8)),
            ]
            for body in bodies {
                let answer = try await lan.send(
                    .post, "/posts/new", headers: [.contentType: body.type, .csrfToken: lan.csrf], bytes: body.bytes)
                #expect((400..<500).contains(answer.status), "\(body.type): \(answer.status)")
            }
            #expect(try await site.office.rows() == before)
        }
    }

    @Test("the same field many times over, and more fields than any form has")
    func repeated() async throws {
        try await Site.open { site in
            let lan = try await site.visitor("lan")
            let many = (0..<20_000).map { "f\($0)=1" }.joined(separator: "&")
            for body in ["scope=everything&scope=nothing&reason=a&reason=b&csrf=\(lan.csrf)&csrf=x", many] {
                let answer = try await lan.send(
                    .post, "/holds",
                    headers: [.contentType: "application/x-www-form-urlencoded", .csrfToken: lan.csrf], body: body)
                #expect(answer.status < 500)
            }
        }
    }

    @Test("a body over the limit is not read to its end")
    func large() async throws {
        try await Site.open { site in
            let lan = try await site.visitor("lan")
            let bytes = [UInt8](repeating: 0x61, count: 1_048_577)
            for path in ["/posts/new", "/api/v1/posts"] {
                let answer = try await lan.send(
                    .post, path,
                    headers: [.contentType: "application/x-www-form-urlencoded", .csrfToken: lan.csrf], bytes: bytes)
                #expect(answer.status == 413)
            }
            #expect(
                try await site.stranger.send(
                    .post, "/log-in", headers: [.contentType: "application/x-www-form-urlencoded"],
                    bytes: bytes + bytes
                ).status == 413)
        }
    }

    @Test("a cookie, token or key that is none")
    func credentials() async throws {
        try await Site.open { site in
            for token in ["", "x", String(repeating: "A", count: 43), String(repeating: "ký", count: 500)] {
                let visitor = Visitor(site: site, token: token, csrf: "")
                #expect(try await visitor.get("/library").status == 303)
                let program = try await site.stranger.get(
                    "/api/v1/units", headers: [.authorization: "Bearer loa_\(token.filter(\.isASCII))"])
                #expect(program.status == 401)
                #expect(program.headers[.contentType] == "application/problem+json")
            }
            let writer = try await site.machine("writer", .editor)
            let answer = try await writer.send(
                .post, "/api/v1/holds", headers: [.idempotencyKey: String(repeating: "k", count: 300)], body: "{}")
            #expect(answer.status == 400)
        }
    }
}
