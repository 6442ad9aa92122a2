import HTTPTypes
import Operations
import Outreach
import Testing

@testable import Office
@testable import Web

@Suite("Importing a list of sessions by the pages")
struct SessionImportPageTests {
    private static let list = """
        DANH SÁCH THÁNG 5 NĂM 2026
        Ngày;Điểm sinh hoạt;Học sinh
        18/05/2026;Trường THCS <b>;40
        19/05/2026;Nhà văn hóa;35
        Tổng cộng;;80
        """

    /// Sends the file, waits for its preview and returns its address.
    private func preview(_ text: String, by visitor: Visitor) async throws -> String {
        let boundary = "part"
        let parts = [("unit", "", "east-youth"), ("csrf", "", visitor.csrf), ("file", "; filename=\"buoi.csv\"", text)]
        let body =
            parts.map { name, more, value in
                "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\(more)\r\n\r\n\(value)\r\n"
            }.joined() + "--\(boundary)--\r\n"
        let sent = try await visitor.send(
            .post, "/sessions/import", headers: [.contentType: "multipart/form-data; boundary=\(boundary)"], body: body)
        return try await finished(sent, by: visitor)
    }

    /// Where the work that was started leads to when it is done.
    private func finished(_ answer: Answer, by visitor: Visitor) async throws -> String {
        #expect(answer.status == 303)
        let job = try #require(answer.location)
        // The events end with the work.
        let events = try await visitor.get("\(job)/events")
        let link = try #require(events.body.firstMatch(of: /href="(\/sessions[^"]*)"/), "\(events.body)")
        return String(link.1)
    }

    @Test("columns are shown, mapped, remembered, and then all of it is imported")
    func mapped() async throws {
        try await Site.open { site in
            let an = try await site.visitor("an")
            let path = try await preview(Self.list, by: an)
            let unread = try await an.get(path)
            #expect(unread.body.contains("Điểm sinh hoạt") && unread.body.contains("Địa điểm"))
            let again = try await finished(
                try await an.post(
                    "\(path)/columns", ["column-0": "day", "column-1": "place", "column-2": "turns:pupils"]),
                by: an)
            let read = try await an.get(again)
            // What a file says is text, and a total that differs is said.
            #expect(read.body.contains("Trường THCS &lt;b&gt;") && read.body.contains("80") && read.body.contains("75"))
            let list = try await finished(try await an.post(again), by: an)
            #expect(list.hasPrefix("/sessions?unit=east-youth"))
            let sessions = try await site.office.workspace.sessions(SessionFilter(), within: nil, as: .program)
            #expect(sessions.map(\.session.turns) == [35, 40])
            let mapping = try await site.office.workspace.importMapping(
                of: try slug("east-youth"), as: try site.office.user("an"))
            #expect(mapping.fields["diem sinh hoat"] == .place)
        }
    }

    @Test("a list of people is turned away and not kept")
    func roster() async throws {
        try await Site.open { site in
            let an = try await site.visitor("an")
            let path = try await preview("STT;Họ và tên;Lớp\n1;Nguyễn Văn An;6A\n", by: an)
            let page = try await an.get(path)
            #expect(page.body.contains("danh sách từng người") && !page.body.contains("Nguyễn Văn An"))
            #expect(try await an.post(path).status != 500)
            #expect(
                try await site.office.workspace.sessions(SessionFilter(), within: nil, as: .program).isEmpty)
        }
    }
}
