import Delivery
import Foundation
import Outreach
import Testing

@testable import Office
@testable import Operations

/// People who do whatever comes into their heads, in an order one number decides; refusals are part of it. Every other
/// step is what some post needs next, so that posts do go out amid all the rest.
struct RandomOffice {
    private(set) var office: Office
    private(set) var model = ApprovalModel()
    private var numbers: SeededNumbers
    private var count = 0
    private(set) var sent = 0
    /// What went out and must not have.
    private(set) var violations: [String] = []
    private let trespass: Trespass?
    /// Everything done, to be read when something went out that must not.
    private(set) var log: [String] = []

    private static let people = ["lan", "hoa", "minh", "tam", "phap"]

    /// - Parameter trespass: what is done behind the operations' back whenever something is about to be sent.
    init(_ office: Office, seed: UInt64, trespass: Trespass? = nil) async throws {
        self.office = office
        self.trespass = trespass
        numbers = SeededNumbers(seed: seed)
        _ = try await office.workspace.addUser(
            try slug("phap"), name: "Pháp chế", grant: Grant(role: .checker, unit: try slug("east")),
            as: try office.user("admin"), mode: .perform)
        try await setMode()
        for _ in 0..<3 { try await draft() }
    }

    mutating func step() async throws {
        switch Int.random(in: 0..<100, using: &numbers) {
        case 0..<6: try await draft()
        case 6..<8: try await importRow()
        case 8..<13: try await edit()
        case 13..<19: try await review(.submit)
        case 19..<27: try await approve()
        case 27..<29: try await review(.reject)
        case 29..<30: try await review(.cancel)
        case 30..<33: try await override()
        case 33..<38: try await hold()
        case 38..<42: try await changeRights()
        case 42..<43: try await setMode()
        case 43..<44: try await changeChannel()
        case 44..<45: try await changeSecret()
        case 45..<57: try await send()
        default: try await advance()
        }
    }

    /// Does with a post what brings it nearer to going out, by somebody who may.
    private mutating func advance() async throws {
        if !model.holds.isEmpty, Int.random(in: 0..<3, using: &numbers) == 0 { return try await hold() }
        guard let id = post(), let known = model.posts[id] else { return try await draft() }
        let found = try await office.workspace.readPost(id.description, as: .program)
        switch found.post.state {
        case .draft where found.judgement.judged?.open.isEmpty == false:
            try await override(
                of: id,
                by: one { model, who in
                    model.may(who, .override) && !known.wrote(who)
                })
        case .draft: try await review(.submit, of: id, by: one { $0.may($1, .edit) })
        case .inReview:
            let step = found.approval.nextStep
            try await approve(
                id,
                by: one { model, who in
                    model.may(who, step.permission) && !known.wrote(who) && !known.yes.contains { $0.who == who }
                })
        default: try await send()
        }
    }

    /// Somebody of whom this is so, or anybody.
    private mutating func one(_ fits: (ApprovalModel, String) -> Bool) -> String {
        Self.people.filter { fits(model, $0) }.randomElement(using: &numbers) ?? person()
    }

    // MARK: Writing

    private var next: Day { office.workspace.today + 1 }

    private mutating func words() -> String {
        count += 1
        let blames = Int.random(in: 0..<4, using: &numbers) == 0
        let start = blames ? "Em bị xâm hại \(ApprovalModel.blamed)." : "Hãy nghe con nói."
        return "\(start) Gọi 111 miễn phí. Bài \(count)."
    }

    private mutating func draft() async throws {
        let (who, text, next) = (person(), words(), next)
        await attempt("\(who) writes \(count)") { model, office in
            let post = try await office.draft(
                at: "\(next) 08:00", text: text, by: who, tolerance: .seconds(86_400 * 30))
            model.add(post, by: who)
        }
    }

    private mutating func importRow() async throws {
        let (who, text) = (person(), words())
        let file = "kênh;ngày;giờ;tiêu đề;nội dung\npage;\(next.written);08:30;Bảo vệ trẻ em;\(text)\n"
        await attempt("\(who) imports \(count)") { model, office in
            let report = try await office.workspace.importPosts(
                Array(file.utf8), file: "bai.csv", as: try office.user(who), mode: .perform)
            for post in report.items { model.add(post, by: who) }
        }
    }

    private mutating func edit() async throws {
        guard let id = post() else { return }
        let (who, text) = (person(), Bool.random(using: &numbers) ? words() : model.posts[id]?.text ?? "")
        var edit = PostEdit()
        edit.text = text
        await attempt("\(who) edits \(id.short)") { [edit] model, office in
            _ = try await office.workspace.editPost(id.description, edit, as: try office.user(who), mode: .perform)
            model.posts[id]?.text = text
            model.posts[id]?.editors.insert(who)
            model.posts[id]?.yes = []
        }
    }

    // MARK: Deciding

    private mutating func review(_ step: ReviewStep) async throws {
        guard let id = post() else { return }
        try await review(step, of: id, by: person())
    }

    private mutating func review(_ step: ReviewStep, of id: Identifier<Post>, by who: String) async throws {
        await attempt("\(who) asks to \(step.rawValue) \(id.short)") { model, office in
            _ = try await office.workspace.review(
                [id.description], step, comment: "xem lại", as: try office.user(who), mode: .perform)
            model.posts[id]?.yes = []
        }
    }

    private mutating func approve() async throws {
        guard let id = post() else { return }
        try await approve(id, by: person())
    }

    private mutating func approve(_ id: Identifier<Post>, by who: String) async throws {
        let (channel, secret) = (model.channel, model.secret)
        await attempt("\(who) approves \(id.short)") { model, office in
            let hash = try await office.workspace.readPost(id.description, as: .program).hash
            _ = try await office.workspace.approve(
                [SeenPost(id.description, hash: try #require(hash))], comment: "", as: try office.user(who),
                mode: .perform)
            let text = model.posts[id]?.text ?? ""
            // A channel or secret that changed since the first step begins the chain anew.
            model.posts[id]?.yes.removeAll { $0.channel != channel || $0.secret != secret }
            model.posts[id]?.yes.append(.init(who: who, text: text, channel: channel, secret: secret))
        }
    }

    private mutating func override() async throws {
        guard let id = post() else { return }
        try await override(of: id, by: person())
    }

    private mutating func override(of id: Identifier<Post>, by who: String) async throws {
        await attempt("\(who) lets findings of \(id.short) pass") { model, office in
            let judged = try await office.workspace.readPost(id.description, as: .program).judgement.judged
            for finding in judged?.open ?? [] {
                _ = try await office.workspace.override(
                    finding.reference, of: id.description, text: try #require(judged).text, reason: "trích để phản bác",
                    as: try office.user(who), mode: .perform)
            }
            if let post = model.posts[id], let judged, !judged.open.isEmpty {
                #expect(!post.wrote(who) && model.may(who, .override))
                model.posts[id]?.letPass.insert(post.text)
            }
        }
    }

    private mutating func hold() async throws {
        // In an order that is the same in every run, as a set's is not.
        let laid = model.holds.sorted { $0.description < $1.description }
        if let scope = laid.randomElement(using: &numbers), Int.random(in: 0..<6, using: &numbers) > 0 {
            return await attempt("release \(scope)") { model, office in
                try await office.workspace.release(scope, as: try office.user("admin"), mode: .perform)
                model.holds.remove(scope)
            }
        }
        var scopes: [HoldScope] = [.everything, .channel(try slug("page")), .unit(try slug("east"))]
        if let id = post() { scopes.append(.post(id)) }
        guard let scope = scopes.randomElement(using: &numbers) else { return }
        await attempt("hold \(scope)") { model, office in
            _ = try await office.workspace.hold(scope, reason: "sự cố", as: try office.user("admin"), mode: .perform)
            model.holds.insert(scope)
        }
    }

    // MARK: Rights, channels, secrets

    private mutating func changeRights() async throws {
        let who = person()
        let role = [Role.approver, .editor, .checker].randomElement(using: &numbers) ?? .approver
        let grant = Grant(role: role, unit: try slug("east"))
        let takes = model.rights[who, default: []].contains(role)
        await attempt("\(takes ? "take" : "give") \(role.rawValue) \(who)") { model, office in
            let admin = try office.user("admin")
            if takes {
                _ = try await office.workspace.revoke(grant, from: try slug(who), as: admin, mode: .perform)
                model.rights[who]?.remove(role)
            } else {
                _ = try await office.workspace.grant(grant, to: try slug(who), as: admin, mode: .perform)
                model.rights[who, default: []].insert(role)
            }
        }
    }

    private mutating func setMode() async throws {
        let mode = ApprovalMode.allCases.randomElement(using: &numbers) ?? .twoPerson
        await attempt("mode \(mode.rawValue)") { model, office in
            _ = try await office.workspace.setApprovalMode(
                mode, of: try slug("east"), as: try office.user("admin"), mode: .perform)
            model.mode = mode
        }
    }

    private mutating func changeChannel() async throws {
        let path = "page-\(model.channel + 1)"
        await attempt("the channel leads to \(path)") { model, office in
            try await office.rewrite("Channels/channels.yaml", OfficeChannels.register(port: 9, path: path))
            model.channel += 1
        }
    }

    private mutating func changeSecret() async throws {
        model.secret += 1
        log.append("secret \(model.secret)")
        office = try await office.reopened(
            secrets: Office.secrets.merging(["LOA_SECRET_PAGE_TOKEN": "s3cret-\(model.secret)"]) { $1 })
    }

    // MARK: Sending

    /// Everything that leaves is held against what the model knows.
    private mutating func send() async throws {
        try office.turn(to: "\(next) 09:00")
        try await trespass?.commit(in: office)
        for envelope in try await office.claim() {
            sent += 1
            log.append("sent \(envelope.post.short)")
            if let reason = model.reasonToStay(envelope.post, sending: envelope.values.text) {
                violations.append("\(envelope.post.short) went out although \(reason)")
            }
            model.open.removeAll { $0 == envelope.post }
        }
    }

    private mutating func person() -> String { Self.people.randomElement(using: &numbers) ?? "lan" }

    /// One of the newest that have not gone out, so that some come all the way.
    private mutating func post() -> Identifier<Post>? { model.open.suffix(4).randomElement(using: &numbers) }

    private mutating func attempt(
        _ what: String, _ body: (inout ApprovalModel, Office) async throws -> Void
    ) async {
        do {
            try await body(&model, office)
            log.append(what)
        } catch {
            log.append("\(what): refused")
        }
    }
}
