import HTTPTypes
import Operations
import Outreach
import Testing

@testable import Office
@testable import Web

/// What tells of single people comes in by no way: the phone's, the form's, a correction's, a phone's file.
@Suite("Names and numbers of people in a session")
struct PersonalDetailAPITests {
    private func session(notes: String = "", place: String = "Nhà văn hóa", speakers: String = "[]") -> String {
        #"{"unit":"east-youth","day":"2026-05-16","form":"club-meeting","minutes":30,"place":"\#(place)","#
            + #""notes":"\#(notes)","speakers":\#(speakers),"attendance":[{"audience":"parents","turns":21}]}"#
    }

    @Test("a phone is told the field and keeps what was typed; once mended, it is logged under the same id")
    func phone() async throws {
        try await Site.open { site in
            let logger = try await site.machine("phone", .logger, unit: "east-youth")
            let path = "/api/v1/sessions/\(site.office.workspace.newSessionID())"
            let refused = [
                ("notes", session(notes: "Khen em Trần Thị Bé Tư, học sinh lớp 7A2")),
                ("notes", session(notes: "SĐT phụ huynh 0912345678")),
                ("place", session(place: "Nhà ông Trần Văn Tám 0912345678")),
                ("speakers", session(speakers: #"["Nguyễn Văn An, 0912345678"]"#)),
            ]
            for (field, body) in refused {
                let answer = try await logger.send(.put, path, body: body)
                #expect(answer.status == 422 && answer.body.contains("\"\(field)\""), "\(body)")
                #expect(answer.body.contains("Nothing was kept"))
                #expect(!answer.body.contains("0912345678") && !answer.body.contains("Bé Tư"))
            }
            #expect(try await logger.get(path).status == 404)
            let mended = try await logger.send(
                .put, path, body: session(notes: "Khen một em lớp 7. Gọi 111."))
            #expect(mended.status == 201)
            let corrected = try await logger.send(
                .post, "\(path)/corrections",
                body: #"{"reason":"Thêm","session":\#(session(notes: "em Nguyễn Văn Bình"))}"#)
            #expect(corrected.status == 422 && corrected.body.contains("notes"))
            let reasoned = try await logger.send(
                .post, "\(path)/corrections",
                body: #"{"reason":"em Nguyễn Văn Bình báo","session":\#(session(place: "Trường THCS"))}"#)
            #expect(reasoned.status == 422)
        }
    }

    @Test("the form shows what was typed beside the field that is to blame")
    func form() async throws {
        try await Site.open { site in
            let answer = try await site.visitor("an").post(
                "/sessions/new",
                [
                    "id": site.office.workspace.newSessionID().description, "unit": "east-youth", "day": "2026-05-19",
                    "quickPlace": "other", "place": "Nhà văn hóa",
                    "form": "club-meeting", "minutes": "45", "attendance.parents": "25",
                    "notes": "em Nguyễn Văn Bình lớp 6A phát biểu",
                ])
            #expect(answer.status == 422)
            #expect(answer.body.contains("Ghi chú có tên của trẻ em"))
            #expect(answer.body.contains("em Nguyễn Văn Bình lớp 6A phát biểu"))
        }
    }

    @Test("the file of a phone and a list are refused with the row")
    func files() async throws {
        try await Site.open { site in
            let an = try site.office.user("an")
            let file =
                #"{"sessions":[{"id":"\#(site.office.workspace.newSessionID())","#
                + session(notes: "CCCD 093204001234").dropFirst() + "]}"
            let report = try await site.office.workspace.importSessions(
                Array(file.utf8), unit: try slug("east-youth"), as: an, mode: .perform)
            #expect(report.errors.map(\.column) == ["notes"] && report.sessions.isEmpty)
            let list =
                "Ngày;Hình thức;Địa điểm;Số phút;Đối tượng;Số lượt;Ghi chú\n"
                + "18/05/2026;club-meeting;Nhà văn hóa;45;parents;30;SĐT phụ huynh 0912345678\n"
            let listed = try await site.office.workspace.importSessions(
                Array(list.utf8), unit: try slug("east-youth"), as: an, mode: .perform)
            #expect(listed.errors.map(\.row) == [2] && listed.sessions.isEmpty)
            #expect(try await site.office.workspace.sessions(SessionFilter(), within: nil, as: .program).isEmpty)
        }
    }
}
