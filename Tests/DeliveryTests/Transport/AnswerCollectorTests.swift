import Outreach
import Testing

@testable import Delivery

@Suite("Collecting an answer")
struct AnswerCollectorTests {
    @Test func `keeps the headers of the final answer only`() throws {
        var collector = AnswerCollector(maxBodyBytes: 10, maxHeaderBytes: 1000)
        feed(
            &collector,
            ["HTTP/1.1 100 Continue\r\n", "A: 1\r\n", "\r\n", "HTTP/2 200 \r\n", "B: 2\r\n", "\r\n", "C: 3\r\n"])
        let answer = try #require(collector.answer)
        #expect(answer.status == 200)
        #expect(answer.headers.fields == [HeaderField("B", "2")])
    }

    @Test func `does not let a trailer change the status`() {
        var collector = AnswerCollector(maxBodyBytes: 10, maxHeaderBytes: 1000)
        feed(&collector, ["HTTP/1.1 200 OK\r\n", "\r\n", "HTTP/1.1 500 No\r\n"])
        #expect(collector.status == 200)
    }

    @Test(arguments: ["HTTP/1.1\r\n", "HTTP/1.1 2\r\n", "HTTP/1.1 abc\r\n", "ICY 200 OK\r\n"])
    func `sees no status in a line that has none`(line: String) {
        var collector = AnswerCollector(maxBodyBytes: 10, maxHeaderBytes: 1000)
        feed(&collector, [line])
        #expect(collector.status == nil)
        #expect(collector.answer == nil)
    }

    @Test func `stops beyond its limits and keeps what fits`() {
        var collector = AnswerCollector(maxBodyBytes: 4, maxHeaderBytes: 20)
        feed(&collector, ["HTTP/1.1 200 OK\r\n"])
        #expect(body(&collector, "abc"))
        #expect(collector.limit == nil)
        #expect(!body(&collector, "def"))
        #expect(collector.limit == .body)
        #expect(collector.answer?.body == Array("abcd".utf8))
        #expect(collector.answer?.truncated == true)

        var flooded = AnswerCollector(maxBodyBytes: 4, maxHeaderBytes: 20)
        feed(&flooded, ["HTTP/1.1 200 OK\r\n"])
        #expect(!header(&flooded, "X: long\r\n"))
        #expect(flooded.limit == .headers)
    }

    private func feed(_ collector: inout AnswerCollector, _ lines: [String]) {
        for line in lines { #expect(header(&collector, line)) }
    }

    private func header(_ collector: inout AnswerCollector, _ line: String) -> Bool {
        Array(line.utf8).withUnsafeBytes { collector.receive(header: $0) }
    }

    private func body(_ collector: inout AnswerCollector, _ text: String) -> Bool {
        Array(text.utf8).withUnsafeBytes { collector.receive(body: $0) }
    }
}
