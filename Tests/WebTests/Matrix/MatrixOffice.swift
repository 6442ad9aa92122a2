import Foundation
import HTTPTypes
import Operations
import Outreach
import Testing

@testable import Office
@testable import Operations
@testable import Web

/// The small workspace with somebody of every role in both communes, and one real thing of East commune for every part
/// of an address that varies.
struct MatrixOffice: Sendable {
    let site: Site
    let office: Office
    /// What stands for `:post`, `:session` and so on.
    private(set) var values: [String: String] = [:]
    /// Bytes of the photo, the same whenever it is sent.
    let photo = PhotoSample.png()

    /// One person for each role, all of them of East commune; the administrator's is the whole workspace.
    static let people: [(name: String, role: Role)] = [
        ("admin", .administrator), ("lan", .editor), ("minh", .approver), ("kiem", .checker), ("an", .logger),
        ("xem", .viewer),
    ]

    /// The same roles in West commune alone.
    static let strangers: [(name: String, role: Role)] = [
        ("quan-tay", .administrator), ("tay", .editor), ("duyet", .approver), ("kiem-tay", .checker),
        ("ghi-tay", .logger), ("xem-tay", .viewer),
    ]

    static let secretTitle = "Bảo vệ trẻ em"

    private static let plan = """
        plan: plan-138
        title: {vi: "Kế hoạch 138", en: "Plan 138"}
        number: null
        committee: east-138
        issued: "2026"
        signed: {office: "Trưởng ban", name: "Nguyễn Văn Minh"}
        duties:
          - id: d01
            task: {vi: "Sinh hoạt câu lạc bộ.", en: "Club meetings."}
            lead: [east-youth]
            support: []
            forms: [club-meeting, article]
            audiences: [parents]
            topics: [law]
            where: null
            due: null
            source: {section: "I.1", words: "sinh hoạt"}
        targets: []
        """

    init(_ site: Site) async throws {
        self.site = site
        office = site.office
        for (name, role, unit) in [
            ("xem", Role.viewer, "east"), ("kiem", .checker, "east"), ("quan-tay", .administrator, "west"),
            ("kiem-tay", .checker, "west"), ("ghi-tay", .logger, "west"), ("xem-tay", .viewer, "west"),
        ] {
            _ = try await office.workspace.addUser(
                try slug(name), name: name, grant: Grant(role: role, unit: try slug(unit)),
                as: try office.user("admin"), mode: .perform)
        }
        try await office.rewrite("Content/plans/plan-138.yaml", MatrixOffice.plan)
        let (session, photo) = try await self.session()
        let campaign = try await self.campaign()
        let key = try #require(campaign.slots.first?.key).split(separator: "/", omittingEmptySubsequences: false)
        let media = try await office.workspace.storeMedia(
            self.photo, name: "tranh.png", alternativeText: "Tranh", as: try office.user("lan"))
        let version = try await office.workspace.submitReport(
            on: try slug("east-138"), period: "2026-H1", seeing: nil, as: try office.user("lan"), mode: .perform)
        let link = try await office.workspace.makeLink(
            to: "https://example.vn/111", title: "Trang 111", unit: try slug("east"), as: try office.user("lan"),
            mode: .perform)
        values = [
            "name": "loa.css", "code": "khong-co", "job": "khong-co", "import": "khong-co", "plan": "plan-138",
            "duty": "d01", "consent": "khong-co", "export": "khong-co",
            "post": try await office.submitted().id.description, "session": session.description,
            "photo": photo.description, "material": "goi-111", "hash": media.hash.description, "channel": "page",
            "secret": "token",
            "unit": "east", "committee": "east-138", "person": "lan", "campaign": campaign.id.description,
            "what": String(key[0]),
            "place": String(key[1]), "turn": String(key[2]), "subject": "east-138", "period": "2026-H1",
            "indicator": "turns", "version": String(version.number), "link": link.code,
        ]
    }

    /// A session of the youth union with a photo.
    func session() async throws -> (Identifier<Session>, Identifier<SessionPhoto>) {
        let an = try office.user("an")
        let session = Session(
            id: office.workspace.newSessionID(), unit: try slug("east-youth"), day: office.workspace.today,
            place: MatrixOffice.secretTitle, form: .clubMeeting, minutes: 30,
            attendance: [Attendance(audience: try slug("parents"), turns: 20)])
        _ = try await office.workspace.logSession(session, as: an, mode: .perform)
        let photo = try #require(Identifier<SessionPhoto>(office.workspace.newSessionID().description))
        _ = try await office.workspace.addPhoto(self.photo, id: photo, to: session.id, as: an)
        try await office.workspace.markPhoto(photo, of: session.id, children: 0, as: an)
        return (session.id, photo)
    }

    /// The campaign of East commune, planned anew.
    func campaign(year: Int = 2026) async throws -> (id: Slug, slots: [Slot]) {
        let lan = try office.user("lan")
        let planned = try await office.workspace.planCampaign(
            playbook: try slug("june"), year: year, owner: try slug("east"), units: [], as: lan, mode: .perform)
        return (planned.campaign.id, try await office.workspace.campaign(planned.campaign.id, as: lan).slots)
    }

    /// The address of a route with real things in it, or with those a change brings along.
    func path(of route: Route, _ change: Change? = nil) -> String {
        let parts = route.path.split(separator: "/").map { part -> String in
            if part.hasPrefix(":") { return value(String(part.dropFirst()), of: route, change) }
            return part.hasPrefix("{code}") ? value("code", of: route, change) + part.dropFirst(6) : String(part)
        }
        return "/" + parts.joined(separator: "/") + (change?.query ?? question(of: route))
    }

    /// What a page about a report asks for in its query.
    private func question(of route: Route) -> String {
        let part = ["subject", "period", "indicator", "version"].map { "\($0)=\(values[$0] ?? "")" }
        let duty = "&duty=\(values["plan"] ?? "")/\(values["duty"] ?? "")"
        return route.path.hasPrefix("/reports") ? "?" + part.joined(separator: "&") + duty + "&format=csv" : ""
    }

    private func value(_ name: String, of route: Route, _ change: Change?) -> String {
        let known = name == "code" && route.path.hasPrefix("/reach/links/") ? values["link"] : values[name]
        if let value = change?.values[name] ?? known { return value }
        Issue.record("no sample for :\(name) of \(route.name); add one to MatrixOffice.values")
        return "khong-co"
    }
}

extension Route {
    /// How the tables of samples call it.
    var name: String { "\(method.rawValue) \(path)" }

    /// Whether the rights of a role are what the route asks for.
    func admits(_ role: Role?) -> Bool {
        let permissions = role?.permissions ?? []
        return switch access {
        case .everyone, .signedIn, .secretAddress: true
        case .holding(let permission), .api(let permission): permissions.contains(permission)
        case .holdingOne(let needed): needed.contains { permissions.contains($0) }
        }
    }

    /// Whether part of the address is a thing that belongs to a unit and is shown to nobody else.
    var isOfUnit: Bool {
        let things: Set<Substring> = [":post", ":session", ":photo", ":campaign", ":channel", ":subject", ":person"]
        return path.hasPrefix("/reports") || path.hasPrefix("/reach/links/:code") || path.hasPrefix("/api/v1/units/")
            || path.split(separator: "/").contains(where: things.contains)
    }
}
