import Configuration
import Outreach

/// Where the pages are served, as `LOA_…` variables say it for whatever no flag says.
struct ServerSettings {
    static let usualPort = 8111

    private let environment: ConfigReader

    init(_ environment: ConfigReader = Context.environment) {
        self.environment = environment
    }

    var host: String { environment.string(forKey: "loa.host") ?? "127.0.0.1" }

    /// `LOA_PORT`, 0 for any that is free.
    func port() throws(CommandError) -> Int {
        guard let text = environment.string(forKey: "loa.port"), !text.isEmpty else { return ServerSettings.usualPort }
        guard let port = Int(text), (0...65_535).contains(port) else {
            throw .setting(
                Message(
                    vi:
                        "LOA_PORT là “\(text)”, không phải một cổng từ 0 đến 65535. Chưa mở gì; sửa LOA_PORT rồi chạy lại.",
                    en:
                        "LOA_PORT is “\(text)”, which is no port from 0 to 65535. Nothing was started; correct LOA_PORT "
                        + "and run it again."))
        }
        return port
    }

    /// `LOA_TRUST_PROXY`.
    func trustsProxy() throws(CommandError) -> Bool {
        guard let text = environment.string(forKey: "loa.trust.proxy"), !text.isEmpty else { return false }
        guard let value = environment.bool(forKey: "loa.trust.proxy") else {
            throw .setting(
                Message(
                    vi: "LOA_TRUST_PROXY là “\(text)”; chỉ nhận true hoặc false. Chưa mở gì; sửa rồi chạy lại.",
                    en: "LOA_TRUST_PROXY is “\(text)”; it takes true or false. Nothing was started; correct it and run "
                        + "it again."))
        }
        return value
    }

    /// The address people use, without a slash at its end: the one given, else `LOA_ADDRESS`; nil where nobody named one.
    func publicAddress(_ given: String? = nil) throws(CommandError) -> String? {
        guard let text = given ?? environment.string(forKey: "loa.address"), !text.isEmpty else { return nil }
        let trimmed = text.hasSuffix("/") ? String(text.dropLast()) : text
        guard trimmed.hasPrefix("https://") || trimmed.hasPrefix("http://"), trimmed.utf8.count < 200,
            !trimmed.utf8.contains(where: { $0 <= 0x20 || $0 == UInt8(ascii: "\"") })
        else {
            let message = Message(
                vi: "“\(text)” không phải địa chỉ web. Viết như https://loa.xa.gov.vn.",
                en: "“\(text)” is no web address. Write it like https://loa.example.vn.")
            throw given == nil ? .setting(message) : .usage(message)
        }
        return trimmed
    }

    /// What links begin with that are made beside the server; a server at any free port is taken to be at the usual one.
    func root() throws(CommandError) -> String {
        if let address = try publicAddress() { return address }
        let port = try port()
        return "http://\(host):\(port == 0 ? ServerSettings.usualPort : port)"
    }
}
