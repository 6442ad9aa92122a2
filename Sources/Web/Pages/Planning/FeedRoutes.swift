import Hummingbird
import Operations
import Outreach

/// What calendar and news programs fetch, with no log-in but the secret in the address.
struct FeedRoutes: RouteGroup {
    var routes: [Route] {
        [
            .get("/feeds/{code}.ics", .secretAddress) {
                try await answer($0, .calendar, "text/calendar; charset=utf-8")
            },
            .get("/feeds/{code}.atom", .secretAddress) {
                try await answer($0, .atom, "application/atom+xml; charset=utf-8")
            },
        ]
    }

    /// The file, or that it is still the one the program has (RFC 9110, section 13). What is wrong or revoked looks the
    /// same as what never was.
    private func answer(_ visit: Visit, _ kind: FeedKind, _ type: String) async throws -> Reply {
        guard
            let file = try await visit.workspace.feedFile(
                code: try visit.parameter("code"), kind: kind, address: { visit.publicAddress($0) })
        else { throw WebError.noPage }
        let tag = "\"\(file.hash)\""
        let headers: HTTPFields = [
            .contentType: type, .eTag: tag, .lastModified: HTTPDate.text(file.changedAt),
            // To be asked about again each time, and kept by nobody in between.
            .cacheControl: "private, no-cache",
        ]
        guard !isKnown(tag, file.changedAt, visit.headers) else {
            return .response(Response(status: .notModified, headers: headers))
        }
        return .response(
            Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: file.bytes))))
    }

    /// A tag outweighs a date (RFC 9110, section 13.2.2).
    private func isKnown(_ tag: String, _ changedAt: Instant, _ headers: HTTPFields) -> Bool {
        if let tags = headers[.ifNoneMatch] {
            return tags.split(separator: ",").map { String($0).trimmed.trimmingPrefix("W/") }
                .contains { $0 == "*" || $0 == tag }
        }
        guard let since = headers[.ifModifiedSince].flatMap({ HTTPDate.instant($0, now: changedAt) }) else {
            return false
        }
        return changedAt.milliseconds / 1000 <= since.milliseconds / 1000
    }
}
