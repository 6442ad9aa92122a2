import Operations
import Outreach

@testable import Office

extension Changes {
    /// What the JSON API takes.
    static let programs: [String: Making] = [
        "POST /api/v1/posts": { _ in
            .json(by: "lan", #"{"channel":"page","day":"2026-06-17","time":"08:00","title":"Bài","text":"Gọi 111"}"#)
        },
        "POST /api/v1/posts/:post/submit": { office in
            let post = try await office.office.draft(at: "2026-06-18 08:00")
            return .json(by: "lan", "{}", values: ["post": post.id.description])
        },
        "POST /api/v1/posts/:post/cancel": { office in
            let post = try await office.office.draft(at: "2026-06-19 08:00")
            return .json(by: "lan", #"{"comment":"thôi"}"#, values: ["post": post.id.description])
        },
        "POST /api/v1/holds": { _ in .json(by: "lan", #"{"scope":"unit east-police","reason":"Xem lại"}"#) },
        "POST /api/v1/samples": { office in
            let post = try await posted(office)
            return .json(by: "lan", #"{"samples":[{"post":"\#(post.id)","metric":"views","value":7}]}"#)
        },
        "POST /api/v1/reports/:subject/:period/versions": { _ in .json(by: "lan", "{}", isMade: false) },
        "PUT /api/v1/sessions/:session": { office in
            .json(
                by: "an",
                #"{"unit":"east-youth","day":"2026-05-17","form":"club-meeting","minutes":30,"place":"Nhà văn hóa","#
                    + #""attendance":[{"audience":"parents","turns":12}]}"#,
                values: ["session": office.office.workspace.newSessionID().description])
        },
        "POST /api/v1/sessions/:session/corrections": { office in
            let (session, _) = try await office.session()
            let body =
                #"{"reason":"Đếm sót","session":{"unit":"east-youth","day":"2026-05-16","form":"club-meeting","#
                + #""minutes":30,"place":"Nhà văn hóa","attendance":[{"audience":"parents","turns":21}]}}"#
            return .json(by: "an", body, values: ["session": session.description])
        },
        "POST /api/v1/sessions/:session/withdrawal": { office in
            let (session, _) = try await office.session()
            return .json(by: "an", #"{"reason":"Ghi hai lần"}"#, values: ["session": session.description])
        },
        "POST /api/v1/units/:unit/session-imports": { _ in
            Change(by: "an", body: .bytes(Array(sessionTable.utf8)), values: ["unit": "east-youth"])
        },
        "PUT /api/v1/reports/:subject/:period/targets/:indicator": { _ in .json(by: "lan", #"{"value":"1.000"}"#) },
        "PUT /api/v1/reports/:subject/:period/narrative": { _ in .json(by: "lan", #"{"results":"Đã làm."}"#) },
        "PUT /api/v1/sessions/:session/photos/:photo": { office in
            let (session, _) = try await office.session()
            return Change(
                by: "an", body: .bytes(PhotoSample.png(grey: 30)),
                values: [
                    "session": session.description,
                    "photo": office.office.workspace.newSessionID().description,
                ])
        },
    ]
}
