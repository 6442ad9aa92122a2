import HTTPTypes
import Operations
import Outreach
import Testing

@testable import Office
@testable import Web

@Suite("Files that are sent in")
struct UploadTests {
    private func send(_ content: [UInt8], named name: String, by visitor: Visitor) async throws -> Answer {
        let fields = [
            "slug": "bai-co-tep", "kind": "article", "title-vi": "Gọi 111", "title-en": "Call 111",
            "summary": "Nhắc số 111.", "audiences": "parents", "topics": "hotline-111", "source": "Luật Trẻ em 2016",
            "body": "Gọi 111.", "variant-social": "Gọi 111.", "file-1-alt": "Tranh",
        ]
        let route = try #require(MatrixOffice.route("POST /library/new"))
        let change = Change(by: "lan", body: .file(field: "file-1", name: name, content: content, form: fields))
        return try await visitor.perform(change, route, at: "/library/new")
    }

    @Test(
        "are judged by what they are, not by their name",
        arguments: [
            "<html><script>alert(1)</script></html>", "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"x()\"/>",
            "#!/bin/sh\nrm -rf .", "MZ\u{1}\u{2}", "",
        ])
    func disguised(text: String) async throws {
        try await Site.open { site in
            let lan = try await site.visitor("lan")
            let before = try await site.office.rows()
            let answer = try await send(Array(text.utf8), named: "tranh.png", by: lan)
            // An empty file is as if none had been chosen.
            #expect(text.isEmpty || answer.status == 422, "\(answer.status)")
            if !text.isEmpty { #expect(try await site.office.rows() == before) }
        }
    }

    @Test("are served under their hash as what they are, and never sniffed or run")
    func served() async throws {
        try await Site.open { site in
            let lan = try await site.visitor("lan")
            let answer = try await send(PhotoSample.png(), named: "../../etc/passwd.png", by: lan)
            #expect(answer.status == 303)
            let material = try await site.office.workspace.material(try slug("bai-co-tep"))
            let hash = try #require(material.newest?.content.media.first?.hash)
            let file = try await lan.get("/media/\(hash)")
            #expect(file.status == 200)
            #expect(file.headers[.contentType] == "image/png")
            #expect(file.headers[.xContentTypeOptions] == "nosniff")
            #expect(file.headers[.contentDisposition]?.contains("passwd") == false)
            #expect(file.headers[.contentSecurityPolicy]?.contains("default-src 'none'") == true)
            #expect(try await site.stranger.get("/media/\(hash)").status == 303)
            #expect(try await lan.get("/media/\(String(repeating: "0", count: 64))").status == 404)
        }
    }

    @Test("a text with markup and scripts is shown as text")
    func markdown() async throws {
        try await Site.open { site in
            let lan = try await site.visitor("lan")
            let evil = """
                <script>alert(1)</script> [x](javascript:alert(1)) <img src=x onerror=alert(1)> ![y](data:text/html,x)
                <a href="vbscript:x">z</a> Gọi 111.
                """
            let made = try await lan.post(
                "/library/new",
                [
                    "slug": "bai-doc", "kind": "article", "title-vi": "<b>Đậm</b>\"><script>x</script>",
                    "title-en": "Bold", "summary": "<i>x</i>", "audiences": "parents", "topics": "hotline-111",
                    "source": "<u>Luật</u>", "body": evil, "variant-social": evil,
                ])
            #expect(made.status == 303)
            for path in [
                "/library/bai-doc", "/library/bai-doc/print", "/library/bai-doc/edit", "/library", "/library/review",
            ] {
                let page = try await (path.hasSuffix("review") ? site.visitor("minh") : lan).get(path)
                #expect(page.status == 200, "\(path)")
                let inside = page.body.replacing(/<textarea\b.*?<\/textarea>/.dotMatchesNewlines(), with: "")
                #expect(!inside.contains("<script>") && !inside.contains("<img src=x"), "\(path)")
                #expect(inside.firstMatch(of: /(href|src)="(javascript|vbscript|data:text)/) == nil, "\(path)")
                #expect(!inside.contains("<b>Đậm") && !inside.contains("<u>Luật"), "\(path)")
            }
        }
    }
}
