import Hummingbird

/// The style sheet, scripts and pictures; all of them public, none of them about anybody.
struct AssetRoutes: RouteGroup {
    var routes: [Route] {
        [.get("/assets/:name", .everyone, asset)]
    }

    private func asset(_ visit: Visit) async throws -> Reply {
        guard let asset = Asset.all[try visit.parameter("name")] else { throw WebError.noPage }
        let isNamedByVersion = visit.query["v"] == asset.version
        return .response(
            Response(
                status: .ok,
                headers: [
                    .contentType: asset.type,
                    .cacheControl: isNamedByVersion ? "public, max-age=31536000, immutable" : "no-cache",
                ],
                body: .init(byteBuffer: ByteBuffer(bytes: asset.bytes))))
    }
}
