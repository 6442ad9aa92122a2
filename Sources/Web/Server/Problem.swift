import Foundation
import Hummingbird
import Operations
import Outreach

/// An error as programs read it: problem details (RFC 9457).
struct Problem: Sendable, Encodable {
    let type: String
    let title: String
    let status: Int
    let detail: String
    /// The same sentence in Vietnamese.
    let detailVietnamese: String
    /// Which fields are to blame, where it is about fields.
    var mistakes: [String: Message]?
    /// What the safeguarding rules found, where that is the reason.
    var findings: [FindingView]?
    /// What was found in a list that was not imported.
    var report: SessionImportJSON?

    private enum CodingKeys: String, CodingKey {
        case type, title, status, detail, mistakes, findings, report
        case detailVietnamese = "detail_vi"
    }

    init(_ error: any Error) {
        let readable = error as? any ReadableError
        let status = readable?.status ?? .internalServerError
        let message = readable?.message ?? Jobs.unexpected
        type = "about:blank"
        title = status.reasonPhrase
        self.status = status.code
        detail = message.english
        detailVietnamese = message.vietnamese
        findings = FindingView.findings(behind: readable)
        report = (readable as? SessionImportRefusal)?.report
        mistakes = if case FormError.mistakes(let mistakes)? = readable { mistakes } else { nil }
    }

    var response: Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let body = (try? encoder.encode(self)) ?? Data("{}".utf8)
        var headers: HTTPFields = [.contentType: "application/problem+json"]
        if status == 401 { headers[.wwwAuthenticate] = "Bearer realm=\"loa\"" }
        return Response(
            status: .init(code: status), headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: Array(body))))
    }
}
