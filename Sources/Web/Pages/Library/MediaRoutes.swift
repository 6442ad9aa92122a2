import Hummingbird
import Operations
import Outreach

/// Media files by their hash, to people of this workspace alone.
struct MediaRoutes: RouteGroup {
    var routes: [Route] {
        [.get("/media/:hash", .holding(.view), file)]
    }

    private func file(_ visit: Visit) async throws -> Reply {
        guard let hash = ContentHash(try visit.parameter("hash")) else { throw WebError.noPage }
        let tag = "\"\(hash)\""
        var headers: HTTPFields = [
            // Asked again each time, so that a browser somebody else uses later shows nothing without a log-in.
            .cacheControl: "private, no-cache", .eTag: tag, .acceptRanges: "bytes",
        ]
        let media = try await visit.workspace.mediaFile(hash, as: try visit.caller)
        headers[.contentType] = media.type.rawValue
        // A document may hold scripts; it is saved, not opened beside the pages.
        let disposition = media.type == .pdf ? "attachment" : "inline"
        headers[.contentDisposition] = "\(disposition); filename=\"\(hash.short).\(media.type.fileExtension)\""
        if visit.headers[.ifNoneMatch] == tag {
            return .response(Response(status: .notModified, headers: headers))
        }
        let bytes = Array(media.bytes)
        guard let range = ByteRange(visit.headers[.range], of: bytes.count) else {
            return .response(
                Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes))))
        }
        headers[.contentRange] = "bytes \(range.bounds.lowerBound)-\(range.bounds.upperBound)/\(bytes.count)"
        return .response(
            Response(
                status: .partialContent, headers: headers,
                body: .init(byteBuffer: ByteBuffer(bytes: bytes[range.bounds]))))
    }
}

/// A stretch of a file that a player asks for (RFC 9110, section 14.1.2). Several stretches at once, and what cannot
/// be, are answered with the whole file, as the standard allows.
struct ByteRange: Hashable {
    let bounds: ClosedRange<Int>

    init?(_ header: String?, of size: Int) {
        guard let header, let match = header.wholeMatch(of: /bytes=([0-9]{0,15})-([0-9]{0,15})/) else { return nil }
        let (first, last) = (Int(match.output.1), Int(match.output.2))
        switch (first, last) {
        case (let first?, let last?) where first <= last && first < size: bounds = first...min(last, size - 1)
        case (let first?, nil) where first < size: bounds = first...(size - 1)
        case (nil, let count?) where count > 0 && size > 0: bounds = max(0, size - count)...(size - 1)
        default: return nil
        }
    }
}
