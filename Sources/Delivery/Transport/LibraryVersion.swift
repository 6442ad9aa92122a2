import CCurl

extension CurlTransport {
    /// The libcurl this program runs with, and its TLS library.
    public static var libraryVersion: String {
        curl_version().map { String(cString: $0) } ?? "libcurl"
    }
}
