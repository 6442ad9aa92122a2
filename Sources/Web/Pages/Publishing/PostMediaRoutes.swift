import Foundation
import Operations
import Outreach

/// Pictures, sound and film of posts, for whoever may see the post.
struct PostMediaRoutes: RouteGroup {
    var routes: [Route] {
        [.get("/posts/:post/media/:hash", .holding(.view), media)]
    }

    private func media(_ visit: Visit) async throws -> Reply {
        guard let hash = ContentHash(try visit.parameter("hash")) else { throw WebError.noPage }
        let (file, bytes) = try await visit.workspace.media(
            hash, of: try visit.parameter("post"), as: try visit.caller)
        let type = Outreach.MediaType(of: bytes)
        // What a browser might run is only ever saved, whatever the address asks for.
        let isSaved = visit.query.has("save") || type == nil
        return .download(
            Download(
                bytes: bytes, type: type?.rawValue ?? "application/octet-stream", name: isSaved ? file.name : nil))
    }
}
