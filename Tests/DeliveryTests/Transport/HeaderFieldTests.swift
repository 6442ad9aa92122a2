import Delivery
import Outreach
import Testing

@Suite("A header")
struct HeaderFieldTests {
    @Test(
        arguments: [
            ("", "1", .nameNotToken), ("A B", "1", .nameNotToken), ("A:", "1", .nameNotToken),
            ("Tên", "1", .nameNotToken),
            ("A\r\nB", "1", .nameNotToken), ("A", "1\r\nB: 2", .controlByteInValue),
            ("A", "1\nB: 2", .controlByteInValue),
            ("A", "1\r", .controlByteInValue), ("A", "1\0", .controlByteInValue), ("A", "\u{7F}", .controlByteInValue),
            ("Host", "b.example", .reserved), ("content-length", "0", .reserved),
            ("Transfer-Encoding", "chunked", .reserved), ("Accept-Encoding", "gzip", .reserved),
            ("kEEP-alivE", "1", .reserved), ("TE", "trailers", .reserved), ("HTTP2-Settings", "", .reserved),
        ] as [(String, String, HeaderRefusal)])
    func `is refused where it could split or reframe the request`(name: String, value: String, refusal: HeaderRefusal) {
        #expect(HeaderField(name, value).refusal == refusal)
    }

    @Test(arguments: [
        ("X-Mark", ""), ("webhook-id", "msg_1"), ("A", "tab\tand trẻ em"), ("!#$%&'*+-.^_`|~9aZ", "1"),
        ("Keep_Alive", "1"),
    ])
    func `passes where it is plain`(name: String, value: String) {
        #expect(HeaderField(name, value).refusal == nil)
    }
}
