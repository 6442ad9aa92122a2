import Delivery
import Outreach
import Testing

@testable import Receivers

@Suite("A request that is answered")
struct AnsweredTransferTests {
    @Test func `comes back with status, headers and body`() async throws {
        try await withReceiver(Behaviours.answer(200, headers: ["X-Id:  7 ", "x-id: 8"])) { receiver, transport in
            let report = await transport.perform(.post(receiver.url()))
            let answer = try #require(report.answer)
            #expect(answer.status == 200)
            #expect(answer.body == Array(#"{"ok":true}"#.utf8))
            #expect(!answer.truncated)
            #expect(answer.headers["X-ID"] == "7")
            #expect(answer.headers.fields.filter { $0.name.lowercased() == "x-id" }.map(\.value) == ["7", "8"])
            #expect(report.bytesMayHaveLeft)
            #expect(report.statusSeen == 200)
            #expect(report.remoteAddress == "127.0.0.1")
            #expect(report.totalDuration > .zero && report.totalDuration >= report.connectDuration)
        }
    }

    @Test(arguments: [204, 302, 400, 410, 429, 500, 503])
    func `has an outcome with any status`(status: Int) async throws {
        try await withReceiver(Behaviours.answer(status, body: "")) { receiver, transport in
            #expect(await transport.perform(.post(receiver.url())).answer?.status == status)
            #expect(receiver.requests.count == 1)
        }
    }

    @Test func `leaves as it was written, with nothing added that was not asked for`() async throws {
        try await withReceiver(Behaviours.answer()) { receiver, transport in
            var request = TransferRequest(
                method: "PATCH", url: receiver.url("/a/b?c=d%20e"), loopbackAllowed: true)
            request.headers = [HeaderField("X-Empty", ""), HeaderField("X-Mark", "bài; đăng: 1")]
            request.body = Array(0...255) + Array(repeating: 0, count: 2_000_000)
            #expect(await transport.perform(request).answer?.status == 200)
            let received = try #require(receiver.requests.first)
            #expect(received.lines[0] == "PATCH /a/b?c=d%20e HTTP/1.1")
            #expect(received.body == request.body)
            #expect(received.header("x-empty") == "")
            #expect(received.header("x-mark") == "bài; đăng: 1")
            #expect(received.header("user-agent") == "Loa/1")
            for absent in ["accept-encoding", "expect", "content-type", "cookie", "authorization", "referer"] {
                #expect(received.header(absent) == nil, "\(absent)")
            }
        }
    }

    @Test(arguments: [("GET", nil), ("HEAD", nil), ("DELETE", nil), ("POST", "0"), ("PUT", "0")])
    func `has a length only where its method has a body`(method: String, length: String?) async throws {
        try await withReceiver(Behaviours.answer()) { receiver, transport in
            let request = TransferRequest(method: method, url: receiver.url(), loopbackAllowed: true)
            #expect(await transport.perform(request).answer?.status == 200)
            #expect(receiver.requests.first?.lines[0] == "\(method) / HTTP/1.1")
            #expect(receiver.requests.first?.header("content-length") == length)
        }
    }

    @Test func `keeps Vietnamese letters of its path as percent-encoded bytes`() async throws {
        try await withReceiver(Behaviours.answer()) { receiver, transport in
            _ = await transport.perform(.post(receiver.url("/bài?q=trẻ")))
            #expect(receiver.requests.first?.lines[0] == "POST /b%c3%a0i?q=tr%e1%ba%bb HTTP/1.1")
        }
    }

    @Test func `never follows a redirect to a private address`() async throws {
        let redirect = Behaviours.answer(302, headers: ["Location: http://169.254.169.254/latest/"], body: "")
        try await withReceiver(redirect) { receiver, transport in
            let report = await transport.perform(.post(receiver.url()))
            #expect(report.answer?.status == 302)
            #expect(report.answer?.headers["location"] == "http://169.254.169.254/latest/")
            #expect(report.remoteAddress == "127.0.0.1")
        }
    }

    @Test func `is not decompressed, so a bomb stays small`() async throws {
        let packed = Behaviours.answer(200, headers: ["Content-Encoding: gzip"], body: "not really gzip")
        try await withReceiver(packed) { receiver, transport in
            #expect(await transport.perform(.post(receiver.url())).answer?.body == Array("not really gzip".utf8))
        }
    }

    @Test func `has the final status where interim answers and trailers surround it`() async throws {
        let text =
            "HTTP/1.1 103 Early Hints\r\nLink: <a>\r\n\r\nHTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n"
            + "2\r\nok\r\n0\r\nX-Trailer: late\r\n\r\n"
        try await withReceiver(Behaviours.raw(text)) { receiver, transport in
            let answer = try #require(await transport.perform(.post(receiver.url())).answer)
            #expect(answer.status == 201)
            #expect(answer.body == Array("ok".utf8))
            #expect(answer.headers.fields == [HeaderField("Transfer-Encoding", "chunked")])
        }
    }
}
