import HTTPTypes
import Hummingbird
import Operations
import Outreach

/// What strangers and machines ask for: following a tracked link, and figures that networks send.
struct LinkRoutes: RouteGroup {
    var routes: [Route] {
        [
            .get("/go/:code", .everyone, follow),
            .post("/hooks/:channel", .secretAddress, bodyLimit: 262_144, receive),
        ]
    }

    /// Where it leads is in the database alone; nothing in the request can change it.
    private func follow(_ visit: Visit) async throws -> Reply {
        let visitor = LinkVisitor(
            userAgent: visit.headers[.userAgent], isHead: visit.method == .head,
            purpose: visit.headers[.purpose] ?? visit.headers[.secPurpose])
        guard let target = try await visit.workspace.follow(try visit.parameter("code"), by: visitor) else {
            throw WebError.noPage
        }
        // A temporary redirect that nobody keeps, or the next click would not be counted (RFC 9110 §15.4.3).
        return .response(
            Response(
                status: .found,
                headers: [
                    .location: LinkRoutes.encoded(target), .cacheControl: "no-store", .robots: "noindex, nofollow",
                ]))
    }

    /// A header holds ASCII alone; what is encoded already stays.
    private static func encoded(_ target: String) -> String {
        target.utf8.reduce(into: "") { text, byte in
            guard byte > 0x20, byte < 0x7F else {
                let digits = String(byte, radix: 16, uppercase: true)
                text += "%\(digits.count == 1 ? "0" : "")\(digits)"
                return
            }
            text.unicodeScalars.append(UnicodeScalar(byte))
        }
    }

    private struct Answer: Encodable {
        let status: String
        let recorded: Int
        let unknownPosts: Int
        let unreadFigures: Int
    }

    private func receive(_ visit: Visit) async throws -> Reply {
        guard let channel = visit.parameters["channel"].flatMap(Slug.init) else { throw PushError.notExpected }
        let signature = PushSignature(
            id: visit.headers[.webhookID] ?? "", timestamp: visit.headers[.webhookTimestamp] ?? "",
            signatures: visit.headers[.webhookSignature] ?? "")
        let report = try await visit.workspace.receivePush(on: channel, visit.body, signature: signature)
        return try .json(
            Answer(
                status: report.isNew ? "recorded" : "repeated", recorded: report.recorded,
                unknownPosts: report.unknownPosts, unreadFigures: report.unreadFigures))
    }
}

extension HTTPField.Name {
    fileprivate static let purpose = HTTPField.Name("Purpose") ?? .via
    fileprivate static let secPurpose = HTTPField.Name("Sec-Purpose") ?? .via
    fileprivate static let robots = HTTPField.Name("X-Robots-Tag") ?? .via
    fileprivate static let webhookID = HTTPField.Name("webhook-id") ?? .via
    fileprivate static let webhookTimestamp = HTTPField.Name("webhook-timestamp") ?? .via
    fileprivate static let webhookSignature = HTTPField.Name("webhook-signature") ?? .via
}
