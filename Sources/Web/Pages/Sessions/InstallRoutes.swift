import Crypto
import Foundation
import Hummingbird
import Outreach

/// What makes the session form an app on a phone: the manifest, and the service worker that keeps the form for where
/// there is no network.
struct InstallRoutes: RouteGroup {
    var routes: [Route] {
        [
            .get("/manifest.webmanifest", .everyone) { try manifest($0) },
            .get("/service-worker.js", .everyone) { serviceWorker($0) },
        ]
    }

    /// W3C Web Application Manifest.
    private func manifest(_ visit: Visit) throws -> Reply {
        let icons = [
            Manifest.Icon(src: Asset.address("icon.svg"), sizes: "any", type: "image/svg+xml", purpose: "any"),
            Manifest.Icon(src: Asset.address("icon-192.png"), sizes: "192x192", type: "image/png", purpose: "any"),
            Manifest.Icon(src: Asset.address("icon-512.png"), sizes: "512x512", type: "image/png", purpose: "any"),
            Manifest.Icon(
                src: Asset.address("icon-maskable.png"), sizes: "512x512", type: "image/png", purpose: "maskable"),
        ]
        let manifest = Manifest(
            id: "/", name: visit.t("Loa: ghi buổi tuyên truyền", "Loa: log a session"), lang: visit.language.rawValue,
            description: visit.t(
                "Ghi buổi tuyên truyền ngay tại sân trường, cả khi không có sóng.",
                "Log a session in the school yard, also without a signal."),
            startURL: SessionFormPages.path, icons: icons)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return .response(
            InstallRoutes.file(Array(try encoder.encode(manifest)), type: "application/manifest+json"))
    }

    /// The worker with the names of what it keeps in front. It changes when any of that does, or the language, and so
    /// the browser fetches all of it anew.
    private func serviceWorker(_ visit: Visit) -> Reply {
        let assets = ["loa.css", "loa.js", "icon.svg", "icon-maskable.png"] + SessionFormPages.scripts
        let files = assets.map(Asset.address)
        let shell = Layout(visit: visit.byNobody, sending: nil).document(SessionFormPages.shell(visit)).markup
        let version = SHA256.hash(data: Data((shell + files.joined()).utf8)).prefix(8)
            .map { String($0, radix: 16) }.joined(separator: "-")
        let scripts = ["sessions-store.js", "sessions-sync.js"].map { "\"\(Asset.address($0))\"" }
        let head = """
            const VERSION = "\(version)";
            const FORM = "\(SessionFormPages.path)";
            const SHELL = "\(SessionFormPages.shellPath)";
            const FILES = [\(files.map { "\"\($0)\"" }.joined(separator: ", "))];
            importScripts(\(scripts.joined(separator: ", ")));

            """
        return .response(
            InstallRoutes.file(
                Array(head.utf8) + PackageResources.service_worker_js, type: "text/javascript; charset=utf-8"))
    }

    private static func file(_ bytes: [UInt8], type: String) -> Response {
        Response(
            status: .ok, headers: [.contentType: type, .cacheControl: "no-cache"],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}

/// The members of the manifest that phones ask for.
private struct Manifest: Encodable {
    struct Icon: Encodable {
        let src: String
        let sizes: String
        let type: String
        let purpose: String
    }

    let id: String
    let name: String
    let shortName = "Loa"
    let lang: String
    let description: String
    let startURL: String
    let scope = "/"
    let display = "standalone"
    let backgroundColor = "#f6f5f1"
    let themeColor = "#0b5f59"
    let icons: [Icon]

    private enum CodingKeys: String, CodingKey {
        case id, name, lang, description, scope, display, icons
        case shortName = "short_name"
        case startURL = "start_url"
        case backgroundColor = "background_color"
        case themeColor = "theme_color"
    }
}
