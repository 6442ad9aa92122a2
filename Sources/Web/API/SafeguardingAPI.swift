import Operations
import Outreach

/// Holding texts against the rules, the consent register, and what is said about pictures. Overrides are for people, on
/// the page that shows the text.
enum SafeguardingAPI {
    static let endpoints: [Endpoint] = [
        .post(
            "/check", .view, "safeguarding", "Hold a text against the safeguarding rules; nothing is stored",
            body: checkSchema, answer: .object([.required("findings", .array(.named("Finding")))]), check),
        .get(
            "/consents", .view, "safeguarding", "The consent register, the newest first",
            answer: APISchemas.page("Consent"), consents),
        .post(
            "/consents", .edit, "safeguarding", "Record a signed consent, by the number of the paper",
            body: consentSchema, answer: .named("Consent"), record),
        .post(
            "/consents/:consent/withdraw", .edit, "safeguarding", "Take a consent back",
            [.path("consent", .identifier, "the consent")],
            body: .object([.required("reason", .pattern("\\S", longest: 300))]), answer: withdrawnSchema, withdraw),
        .get(
            "/pictures", .view, "safeguarding", "Pictures of the library and what was said about them",
            answer: APISchemas.items, pictures),
        .post(
            "/pictures", .edit, "safeguarding", "Say whether children can be recognised in a picture",
            body: markSchema, answer: .anything, mark),
        .get(
            "/take-downs", .view, "safeguarding", "Posts that are out and have to be taken down",
            answer: APISchemas.items, takeDowns),
    ]

    private static let hash = Schema.pattern("^[0-9a-f]{64}$", longest: 64)

    private static let checkSchema = Schema.object([
        .required("text", .string), .optional("kind", .choice(TextKind.self)),
        .optional("audiences", .array(.slug)),
    ])

    private static let consentSchema = Schema.object([
        .required("unit", .slug), .required("reference", .pattern("[0-9]", longest: 40)),
        .required("age", .choice(ConsentAge.self)), .required("childAgreed", .boolean),
        .required("guardianAgreed", .boolean), .required("signedOn", .day), .required("expiresOn", .day),
        .required("pictures", .array(hash)),
    ])

    private static let withdrawnSchema = Schema.object([
        .required("consent", .named("Consent")), .required("pulled", .array(.identifier)),
        .required("takeDown", .array(.identifier)), .required("materials", .array(.slug)),
    ])

    private static let markSchema = Schema.object([
        .required("picture", hash), .required("children", .integer(0...1000)), .optional("victim", .boolean),
    ])

    private struct Text: Decodable {
        let text: String
        let kind: TextKind?
        let audiences: [Slug]?
    }

    private struct Found: Encodable, Sendable {
        let findings: [FindingView]
    }

    private static func check(_ visit: Visit) async throws -> any Encodable & Sendable {
        let body = try APIAnswer.body(of: visit, as: Text.self)
        let text = CheckedText(
            body.text.normalized, kind: body.kind ?? .post, audiences: (body.audiences ?? []).map(\.description))
        return Found(
            findings: try await visit.workspace.findings(in: text, as: try visit.caller).map(FindingView.init))
    }

    private static func consents(_ visit: Visit) async throws -> any Encodable & Sendable {
        APIPage(items: try await visit.workspace.consents(as: try visit.caller))
    }

    private struct Record: Decodable {
        let unit: Slug
        let reference: String
        let age: ConsentAge
        let childAgreed: Bool
        let guardianAgreed: Bool
        let signedOn: Day
        let expiresOn: Day
        let pictures: [ContentHash]
    }

    private static func record(_ visit: Visit) async throws -> any Encodable & Sendable {
        let body = try APIAnswer.body(of: visit, as: Record.self)
        let draft = ConsentDraft(
            unit: body.unit, reference: body.reference, age: body.age, childAgreed: body.childAgreed,
            guardianAgreed: body.guardianAgreed, signedOn: body.signedOn, expiresOn: body.expiresOn,
            pictures: body.pictures)
        return try await visit.workspace.recordConsent(draft, as: try visit.caller, mode: .perform)
    }

    private struct Reason: Decodable {
        let reason: String
    }

    private struct Withdrawn: Encodable, Sendable {
        let consent: Consent
        let pulled: [Identifier<Post>]
        let takeDown: [Identifier<Post>]
        let materials: [Slug]
    }

    private static func withdraw(_ visit: Visit) async throws -> any Encodable & Sendable {
        guard let id = Identifier<Consent>(try visit.parameter("consent")) else {
            throw APIError.badParameter("consent")
        }
        let done = try await visit.workspace.withdrawConsent(
            id, reason: try APIAnswer.body(of: visit, as: Reason.self).reason, as: try visit.caller, mode: .perform)
        return Withdrawn(
            consent: done.consent, pulled: done.posts.pulled.map(\.id), takeDown: done.posts.toTakeDown.map(\.id),
            materials: done.materials)
    }

    private struct PictureView: Encodable, Sendable {
        let picture: ContentHash
        let name: String
        let materials: [Slug]
        let mark: PictureMark?
        let consents: Int
        let mayGoOut: Bool
    }

    private static func pictures(_ visit: Visit) async throws -> any Encodable & Sendable {
        APIPage(
            items: try await visit.workspace.libraryPictures(as: try visit.caller).map {
                PictureView(
                    picture: $0.file.hash, name: $0.file.name, materials: $0.materials, mark: $0.mark,
                    consents: $0.consents, mayGoOut: !$0.isKeptIn)
            })
    }

    private struct Mark: Decodable {
        let picture: ContentHash
        let children: Int
        let victim: Bool?
    }

    private struct Marked: Encodable, Sendable {
        let hash: ContentHash
        let children: Int
        let showsVictim: Bool
        let by: String
        let at: Instant
        let pulled: [Identifier<Post>]
        let takeDown: [Identifier<Post>]
    }

    private static func mark(_ visit: Visit) async throws -> any Encodable & Sendable {
        let body = try APIAnswer.body(of: visit, as: Mark.self)
        let done = try await visit.workspace.markPicture(
            body.picture, children: body.children, showsVictim: body.victim ?? false, as: try visit.caller,
            mode: .perform)
        return Marked(
            hash: done.mark.hash, children: done.mark.children, showsVictim: done.mark.showsVictim, by: done.mark.by,
            at: done.mark.at, pulled: done.posts.pulled.map(\.id), takeDown: done.posts.toTakeDown.map(\.id))
    }

    private static func takeDowns(_ visit: Visit) async throws -> any Encodable & Sendable {
        APIPage(items: try await visit.workspace.openTakeDowns(as: try visit.caller).map(\.takeDown))
    }
}
