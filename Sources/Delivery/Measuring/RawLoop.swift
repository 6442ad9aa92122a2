import CCurl
import Foundation
public import Outreach

/// The ceiling durable delivery is held against: libcurl's multi interface with nothing around it. The same request
/// over and over on kept connections, no store, no queue, answers thrown away.
public struct RawLoop: Sendable {
    private let url: String
    private let body: [UInt8]
    private let headers: [HeaderField]

    public init(url: String, body: [UInt8], headers: [HeaderField] = []) {
        self.url = url
        self.body = body
        self.headers = headers
    }

    /// What a run of the loop took.
    public struct Result: Sendable, Hashable {
        public let requests: Int
        /// Requests that were not answered with 2xx.
        public let failures: Int
        public let duration: Duration

        public var perSecond: Double { Double(requests) / (duration / .seconds(1)) }
    }

    /// Sends so many requests over so many connections on the calling thread, which does nothing else meanwhile.
    public func run(requests: Int, connections: Int) -> Result? {
        guard curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK, let multi = curl_multi_init() else { return nil }
        defer { curl_multi_cleanup(multi) }
        curl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, connections)
        let list = CurlOptions.list(headers.map { "\($0.name): \($0.value)" } + ["Expect:"])
        defer { curl_slist_free_all(list) }
        let handles = (0..<min(connections, requests)).compactMap { _ in handle(headers: list) }
        defer { for handle in handles { curl_easy_cleanup(handle) } }
        let start = ContinuousClock.now
        let failures = body.withUnsafeBytes { body in
            for handle in handles {
                curl_easy_set_pointer(handle, CURLOPT_POSTFIELDS, body.baseAddress ?? UnsafeRawPointer(multi))
                curl_multi_add_handle(multi, handle)
            }
            return drive(multi, requests: requests, begun: handles.count)
        }
        return Result(requests: requests, failures: failures, duration: start.duration(to: .now))
    }

    private func drive(_ multi: UnsafeMutableRawPointer, requests: Int, begun: Int) -> Int {
        var (begun, ended, failures) = (begun, 0, 0)
        while ended < requests {
            var running: Int32 = 0
            curl_multi_perform(multi, &running)
            var left: Int32 = 0
            while let message = curl_multi_info_read(multi, &left) {
                guard message.pointee.msg == CURLMSG_DONE, let easy = message.pointee.easy_handle else { continue }
                ended += 1
                var status = 0
                curl_easy_get_long(easy, CURLINFO_RESPONSE_CODE, &status)
                if curl_message_result(message) != CURLE_OK || status / 100 != 2 { failures += 1 }
                curl_multi_remove_handle(multi, easy)
                if begun < requests {
                    curl_multi_add_handle(multi, easy)
                    begun += 1
                }
            }
            if ended < requests { curl_multi_poll(multi, nil, 0, 1000, nil) }
        }
        return failures
    }

    private func handle(headers: UnsafeMutablePointer<curl_slist>?) -> UnsafeMutableRawPointer? {
        guard let easy = curl_easy_init() else { return nil }
        curl_easy_set_string(easy, CURLOPT_URL, url)
        curl_easy_set_string(easy, CURLOPT_PROTOCOLS_STR, "http,https")
        curl_easy_set_string(easy, CURLOPT_PROXY, "")
        curl_easy_set_long(easy, CURLOPT_NOSIGNAL, 1)
        curl_easy_set_long(easy, CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1)
        curl_easy_set_long(easy, CURLOPT_TIMEOUT_MS, 20_000)
        curl_easy_set_list(easy, CURLOPT_HTTPHEADER, headers)
        curl_easy_set_offset(easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.count))
        curl_easy_set_write(easy, CURLOPT_WRITEFUNCTION) { _, size, count, _ in size * count }
        return easy
    }
}
