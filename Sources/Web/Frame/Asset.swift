import Crypto
import Hummingbird
import Outreach

/// A style sheet, script or picture that is part of the program itself.
struct Asset: Sendable {
    let name: String
    let type: String
    let bytes: [UInt8]
    /// Changes with the content, so that browsers may keep a file for ever.
    let version: String

    private init(_ name: String, _ type: String, _ bytes: [UInt8]) {
        self.name = name
        self.type = type
        self.bytes = bytes
        version = SHA256.hash(data: bytes).prefix(6).map { String($0, radix: 16).leftPadded(to: 2) }.joined()
    }

    static let all: [String: Asset] = {
        let style =
            PackageResources.tokens_css + PackageResources.frame_css + PackageResources.parts_css
            + PackageResources.forms_css + PackageResources.charts_css + stageStyles + PackageResources.print_css
        let assets =
            [
                Asset("loa.css", "text/css; charset=utf-8", style),
                Asset("loa.js", "text/javascript; charset=utf-8", PackageResources.loa_js),
                Asset("calendar.js", "text/javascript; charset=utf-8", PackageResources.calendar_js),
                Asset("library.js", "text/javascript; charset=utf-8", PackageResources.library_js),
                Asset("publishing.js", "text/javascript; charset=utf-8", PackageResources.publishing_js),
                Asset("icon.svg", "image/svg+xml", PackageResources.icon_svg),
                Asset("icon-192.png", "image/png", PackageResources.icon_192_png),
                Asset("icon-512.png", "image/png", PackageResources.icon_512_png),
                Asset("icon-maskable.png", "image/png", PackageResources.icon_maskable_png),
            ] + sessionScripts
        return Dictionary(uniqueKeysWithValues: assets.map { ($0.name, $0) })
    }()

    /// The parts of the session form for phones.
    private static let sessionScripts = [
        ("sessions-store.js", PackageResources.sessions_store_js),
        ("sessions-sync.js", PackageResources.sessions_sync_js),
        ("sessions-photos.js", PackageResources.sessions_photos_js),
        ("sessions-choices.js", PackageResources.sessions_choices_js),
        ("sessions-fields.js", PackageResources.sessions_fields_js),
        ("sessions-export.js", PackageResources.sessions_export_js),
        ("sessions-outbox.js", PackageResources.sessions_outbox_js),
        ("sessions-form.js", PackageResources.sessions_form_js),
    ].map { Asset($0, "text/javascript; charset=utf-8", $1) }

    private static let stageStyles =
        PackageResources.library_css + PackageResources.planning_css + PackageResources.publishing_css
        + PackageResources.sessions_css + PackageResources.reporting_css + PackageResources.settings_css

    /// Where a page finds it.
    static func address(_ name: String) -> String { "/assets/\(name)?v=\(all[name]?.version ?? "0")" }
}

extension String {
    fileprivate func leftPadded(to width: Int) -> String {
        String(repeating: "0", count: Swift.max(0, width - count)) + self
    }
}
