import Outreach
import Testing

private typealias Fixtures = ChannelFixtures

/// Files in a request, and the address a post gets.
struct RequestBodyTests {
    private static let picture = MediaSignature.head(of: "image/jpeg") + [1, 2, 3]
    private static let limit = MediaLimit(maximum: 1, types: ["image/jpeg"], maximumSize: 100)

    private func post(_ files: [String] = ["áp phích.jpg"], key: String = "k1") throws -> PostValues {
        let hash = try #require(ContentHash(String(repeating: "a", count: 64)))
        return PostValues(
            id: "p1", key: key, title: "Gọi 111", text: "Gọi 111",
            media: files.map {
                MediaFile(name: $0, alternativeText: "Số 111", hash: hash)
            }, channel: try #require(Slug("trang-thu")), moment: Instant(milliseconds: 0))
    }

    private func request(
        _ body: BodyTemplate, _ post: PostValues, limit: MediaLimit? = limit, bytes: [UInt8]? = picture
    ) throws -> RenderedRequest {
        let step = SendStep(
            id: "post", condition: .media, method: .post, url: try URLTemplate("https://a.example/"), body: body)
        let channel = try Fixtures.channel(try Fixtures.webhook(steps: [step]), media: limit)
        return try RequestRenderer(channel, files: { _ in bytes }).request(for: step, post: post, secrets: [:])
    }

    private func parts() throws -> BodyTemplate {
        .multipart([
            .text(NamedTemplate(name: "caption", value: try Template("{{post.text}}"))),
            .json(name: "meta", .object([.init("alt", .text(try Template("{{media.alt}}")))])),
            .media(name: "photo"),
        ])
    }

    @Test func `a multipart body holds texts, trees and the file, byte for byte`() throws {
        let request = try request(try parts(), post())
        #expect(request.contentType == "multipart/form-data; boundary=loa-k1")
        let head = """
            --loa-k1\r
            Content-Disposition: form-data; name="caption"\r
            \r
            Gọi 111\r
            --loa-k1\r
            Content-Disposition: form-data; name="meta"\r
            Content-Type: application/json\r
            \r
            {"alt":"Số 111"}\r
            --loa-k1\r
            Content-Disposition: form-data; name="photo"; filename="áp phích.jpg"\r
            Content-Type: image/jpeg\r
            \r

            """
        #expect(request.body == Array(head.utf8) + Self.picture + Array("\r\n--loa-k1--\r\n".utf8))
    }

    @Test func `a person sees a note in the place of the file`() throws {
        let shown = String(decoding: try request(try parts(), post()).shownBody, as: UTF8.self)
        #expect(shown.contains("(áp phích.jpg, image/jpeg, 6 bytes)") && shown.contains("Gọi 111"))
    }

    @Test func `a boundary never stands in a part`() throws {
        let request = try request(try parts(), post(), bytes: Self.picture + Array("--loa-k1--".utf8))
        #expect(request.contentType == "multipart/form-data; boundary=loa-k1---")
    }

    @Test func `a name cannot end its line`() throws {
        let request = try request(try parts(), post(["a\"\r\nX: 1.jpg"]))
        #expect(String(decoding: request.body, as: UTF8.self).contains("filename=\"a%22%0D%0AX: 1.jpg\""))
    }

    @Test func `a file alone goes as it is, under its own type`() throws {
        let request = try request(.media, post())
        #expect(request.contentType == "image/jpeg" && request.body == Self.picture)
    }

    @Test func `a file that is missing, too large, of another type or one too many is refused`() throws {
        let body = try parts()
        #expect(throws: TemplateError.mediaMissing) { try request(body, post(), bytes: nil) }
        #expect(throws: TemplateError.fileTooLarge(size: 106, maximum: 100)) {
            try request(body, post(), bytes: Self.picture + Array(repeating: 0, count: 100))
        }
        #expect(throws: TemplateError.fileType("image/png", taken: ["image/jpeg"])) {
            try request(body, post(), bytes: MediaSignature.head(of: "image/png"))
        }
        #expect(throws: TemplateError.tooManyFiles(count: 2, maximum: 1)) {
            try request(body, post(["a.jpg", "b.jpg"]))
        }
    }

    @Test(arguments: MediaSignature.known)
    func `a type is told by its first bytes`(type: String) {
        #expect(MediaSignature.of(MediaSignature.head(of: type)) == type)
        #expect(MediaSignature.of(Array("<html>".utf8)) == "application/octet-stream" && MediaSignature.of([]) != type)
    }

    @Test func `an address made of the title is readable, short, and nobody else's`() throws {
        let slug = try Template("{{post.slug}}")
        let body = BodyTemplate.raw(.plain, slug)
        let titles = [
            ("Đêm Trung thu: an toàn!", "dem-trung-thu-an-toan-0123456789ab"), ("…", "bai-0123456789ab"),
            (String(repeating: "trẻ em ", count: 30), String(repeating: "tre-em-", count: 8) + "tre-0123456789ab"),
        ]
        for (title, expected) in titles {
            let post = PostValues(
                id: "p", key: "01900000-0000-7000-8000-0123456789ab", title: title, text: "x",
                channel: try #require(Slug("trang-thu")), moment: Instant(milliseconds: 0))
            #expect(String(decoding: try request(body, post).body, as: UTF8.self) == expected)
        }
    }
}
