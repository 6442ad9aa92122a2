import Foundation
import Hummingbird
import Operations
import Outreach

/// Turns what a page answers into HTTP.
struct Responder: Sendable {
    let visit: Visit

    func response(to reply: Reply) async throws -> Response {
        switch reply {
        case .page(let page): return try await html(page)
        case .fragment(let html): return Response.html(html, status: .ok)
        case .seeOther(let path, let said):
            var response = Response.seeOther(LocalPath(path)?.path ?? "/")
            if let cookie = said.flatMap(Cookie.said) { response.setCookie(cookie) }
            return response
        case .download(let file):
            var headers = HTTPFields()
            headers[.contentType] = file.type
            if let name = file.name { headers[.contentDisposition] = Responder.attachment(name) }
            return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: file.bytes)))
        case .response(let response): return response
        }
    }

    private func html(_ page: Page) async throws -> Response {
        let frame = visit.person == nil ? nil : try await visit.workspace.frame()
        let layout = Layout(visit: visit, sending: frame?.sending, hasChain: frame?.hasChain ?? false)
        return .html(layout.document(page), status: page.status)
    }

    func errorPage(_ error: (any ReadableError)?) async -> Response {
        let message = error?.message ?? Jobs.unexpected
        let status = error?.status ?? .internalServerError
        let title =
            status == .notFound
            ? visit.t("Không tìm thấy", "Not found") : visit.t("Chưa làm được", "This could not be done")
        let main: HTML = """
            \(visit.heading(title))<div class="notice notice-bad" role="alert">\(visit.t(message))</div>
            <p>\(visit.link(visit.t("Về trang Hôm nay", "Go to Today"), "/", css: "button"))</p>
            """
        let page = Page(title, isBare: visit.person == nil, status: status, main: main)
        return .html(Layout(visit: visit, sending: nil).document(page), status: status)
    }

    /// RFC 6266 with the name in UTF-8 (RFC 8187) and a plain fallback.
    static func attachment(_ name: String) -> String {
        // Letter by letter, for folding a whole name takes the point before its ending away.
        let letters = name.map { $0.isASCII ? String($0) : SearchText.folded(String($0)) }.joined()
        let plain = String(
            letters.unicodeScalars.map { scalar in
                scalar.isASCII && scalar.value >= 32 && !"\"\\/;%".unicodeScalars.contains(scalar)
                    ? Character(scalar) : "_"
            })
        let encoded = name.addingPercentEncoding(withAllowedCharacters: .unreserved) ?? plain
        return "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(encoded)"
    }
}

extension CharacterSet {
    /// RFC 3986, section 2.3.
    fileprivate static let unreserved = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
}

extension Response {
    static func html(_ html: HTML, status: HTTPResponse.Status) -> Response {
        Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8"],
            body: .init(byteBuffer: ByteBuffer(string: html.markup)))
    }

    static func seeOther(_ path: String) -> Response {
        Response(status: .seeOther, headers: [.location: path])
    }
}
