import Foundation
import Operations
import Outreach
import Testing

@testable import Office
@testable import Web

extension Changes {
    static let sessions: [String: Making] = [
        "POST /sessions/new": { office in
            .form(by: "an", form.merging(["id": office.office.workspace.newSessionID().description]) { $1 })
        },
        "POST /sessions/import": { _ in
            Change(
                by: "an",
                body: .file(
                    field: "file", name: "buoi.csv", content: Array(sessionTable.utf8), form: ["unit": "east-youth"]))
        },
        "POST /sessions/import/:import": { office in
            let an = try await office.site.visitor("an")
            let body = Change.Body.file(
                field: "file", name: "buoi.csv", content: Array(sessionTable.utf8), form: ["unit": "east-youth"])
            let route = try #require(MatrixOffice.route("POST /sessions/import"))
            let looked = try await an.perform(Change(by: "an", body: body), route, at: route.path)
            let job = try #require(looked.location)
            let followed = try await an.get("\(job)/events").body
            let path = try #require(followed.firstMatch(of: /\/sessions\/import\/([a-z0-9]+)/))
            return .form(by: "an", values: ["import": String(path.output.1)])
        },
        "POST /sessions/import/:import/columns": { _ in .form(by: "an", isMade: false) },
        "POST /sessions/:session/photos": { office in
            let (session, _) = try await office.session()
            return Change(
                by: "an",
                body: .file(field: "photos", name: "anh.png", content: PhotoSample.png(grey: 10), form: [:]),
                values: ["session": session.description])
        },
        "POST /sessions/:session/photos/:photo/children": { office in
            let (session, photo) = try await office.session()
            return .form(
                by: "an", ["children": "2"], values: ["session": session.description, "photo": photo.description])
        },
        "POST /sessions/:session/photos/:photo/remove": { office in
            let (session, photo) = try await office.session()
            return .form(
                by: "an", ["photo-reason": "Rõ mặt trẻ"],
                values: ["session": session.description, "photo": photo.description])
        },
        "POST /sessions/:session/withdraw": { office in
            let (session, _) = try await office.session()
            return .form(by: "an", ["withdraw-reason": "Ghi nhầm"], values: ["session": session.description])
        },
        "POST /sessions/:session/correct": { office in
            let (session, _) = try await office.session()
            return .form(
                by: "an", form.merging(["reason": "Đếm sót", "version": "1"]) { $1 },
                values: ["session": session.description])
        },
    ]

    private static let form = [
        "unit": "east-youth", "day": "2026-05-19", "quickPlace": "other", "place": "Nhà văn hóa",
        "form": "club-meeting",
        "minutes": "45", "attendance.parents": "25",
    ]

    static let sessionTable =
        "Ngày;Hình thức;Địa điểm;Số phút;Đối tượng;Số lượt\r\n18/05/2026;club-meeting;Nhà văn hóa;45;parents;30\r\n"
}
