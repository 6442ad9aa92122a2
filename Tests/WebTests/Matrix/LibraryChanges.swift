import Operations
import Outreach
import Testing

@testable import Office

extension Changes {
    static let library: [String: Making] = [
        "POST /library/new": { _ in .form(by: "lan", text("bai-moi"), reach: .shared) },
        "POST /library/:material/edit": { office in
            let revision = try await revision("bai-sua", office)
            return .form(
                by: "lan", text("bai-sua", body: "Gọi 111, miễn phí.", base: revision.hash.description),
                reach: .shared, values: ["material": "bai-sua"])
        },
        "POST /library/check": { _ in .form(by: "lan", text("bai-thu"), reach: .own) },
        "POST /library/review": { office in
            let revision = try await revision("bai-cho-duyet", office)
            return .form(by: "minh", ["revision": revision.hash.description], reach: .shared)
        },
        "POST /library/:material/decide": { office in
            let revision = try await revision("bai-tra-lai", office)
            return .form(
                by: "minh",
                ["revision": revision.hash.description, "verdict": "rejected", "comment": "Chưa có số 111."],
                reach: .shared, values: ["material": "bai-tra-lai"])
        },
    ]

    /// A material as its form sends it.
    private static func text(_ name: String, body: String = "Gọi 111.", base: String = "") -> [String: String] {
        [
            "slug": name, "kind": "article", "title-vi": "Gọi 111", "title-en": "Call 111", "summary": "Nhắc số 111.",
            "audiences": "parents", "topics": "hotline-111", "source": "Luật Trẻ em 2016", "body": body,
            "variant-social": body, "base": base,
        ]
    }

    /// A revision by an editor that waits for someone else.
    private static func revision(_ name: String, _ office: MatrixOffice) async throws -> Revision {
        let known = try await office.office.workspace.material(try slug("goi-111")).newest?.content
        let model = try #require(known)
        let content = MaterialContent(
            material: try slug(name), kind: .article, title: model.title, summary: model.summary,
            audiences: model.audiences, topics: model.topics, source: model.source, validity: model.validity,
            body: "\(model.body) (\(name))", variants: model.variants)
        return try await office.office.workspace.saveMaterial(
            content, basedOn: nil, as: try office.office.user("hoa"), mode: .perform
        ).revision
    }
}
