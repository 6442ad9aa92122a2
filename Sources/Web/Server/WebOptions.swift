public import Foundation
public import Operations

/// Where the pages are served, and how the outside reaches them.
public struct WebOptions: Sendable {
    /// The address to listen at; anything but loopback wants a proxy with TLS in front.
    public var host: String
    /// 0 takes any port that is free.
    public var port: Int
    /// How people reach the server, without a slash at the end: `https://loa.example.vn`. Used in links that leave the
    /// page: log-in links, calendar addresses.
    public var publicAddress: String?
    /// Whether `X-Forwarded-For` is believed: only where a proxy of one's own stands in front.
    public var trustsProxy: Bool
    /// What is counted while serving; nil serves no figures.
    public var metrics: MetricsRegistry?
    /// The folder of the content the program brings, from which an older workspace takes what is newer; nil where there
    /// is none.
    public var shippedContent: URL?
    /// More connections than these wait until one is closed, so that files to send posts with are never lacking.
    public var mostConnections = 8000
    /// How long requests under way may still take once the server is told to stop.
    public var grace: Duration = .seconds(10)

    public init(host: String = "127.0.0.1", port: Int = 8111, publicAddress: String? = nil, trustsProxy: Bool = false) {
        self.host = host
        self.port = port
        self.publicAddress = publicAddress
        self.trustsProxy = trustsProxy
    }
}
