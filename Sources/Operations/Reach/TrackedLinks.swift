import Documents
import Foundation
public import Outreach
import Storage

/// A link with how often it was followed.
public struct LinkCount: Sendable, Hashable {
    public let link: TrackedLink
    public let people: Int
    public let bots: Int
}

/// Why a link was not made or changed.
public enum LinkError: ReadableError, Hashable {
    case badTarget(String)
    case badCode(String)
    case codeTaken(String)
    /// Posts that were submitted name the code already, before anybody said where it leads.
    case codeInPost(String)
    case noTitle
    case unknown(String)

    public var kind: FailureKind {
        switch self {
        case .badTarget, .badCode, .noTitle: .badData
        case .codeTaken, .codeInPost: .conflict
        case .unknown: .notFound
        }
    }

    public var message: Message {
        switch self {
        case .badTarget(let text):
            Message(
                vi: "“\(text.prefix(80))” không phải địa chỉ web đầy đủ (https://…). Chưa tạo liên kết.",
                en: "“\(text.prefix(80))” is no whole web address (https://…). No link was made.")
        case .badCode(let code):
            Message(
                vi: "Mã “\(code.prefix(40))” cần 4–32 chữ thường không dấu, số hoặc gạch nối.",
                en: "The code “\(code.prefix(40))” needs 4–32 small letters, digits or hyphens.")
        case .codeTaken(let code):
            Message(
                vi: "Mã “\(code)” đã dùng cho liên kết khác; mã đã in ra không đổi đích được.",
                en: "The code “\(code)” belongs to another link; what is printed cannot lead elsewhere.")
        case .codeInPost(let code):
            Message(
                vi: "Có bài đã gửi duyệt nhắc đến “/go/\(code)” trước khi có liên kết, nên người duyệt chưa thấy nó "
                    + "dẫn tới đâu. Chưa tạo liên kết; hãy dùng mã khác và sửa bài.",
                en: "A post that was submitted names “/go/\(code)” before there was such a link, so nobody saw where "
                    + "it leads. No link was made; take another code and change the post.")
        case .noTitle: Message(vi: "Ghi nơi đặt liên kết.", en: "Say where the link is put up.")
        case .unknown(let code): Message(vi: "Không có liên kết “\(code)”.", en: "There is no link “\(code)”.")
        }
    }
}

/// Who follows a link, as far as the request says.
public struct LinkVisitor: Sendable {
    public let userAgent: String?
    public let isHead: Bool
    public let purpose: String?

    public init(userAgent: String?, isHead: Bool, purpose: String?) {
        self.userAgent = userAgent
        self.isHead = isHead
        self.purpose = purpose
    }
}

extension Workspace {
    /// Makes a link of a unit to one target, which never changes.
    ///
    /// - Parameters:
    ///   - post: a post whose clicks the link counts.
    ///   - code: a code of one's own choice; nil makes one.
    public func makeLink(
        to target: String, title: String, unit: Slug, post: String? = nil, code: String? = nil, as caller: Caller,
        mode: ChangeMode
    ) async throws -> TrackedLink {
        let now = now
        return try await change(mode) { tx in
            try tx.requireUnit(unit)
            try tx.authorise(caller, .recordReach, for: unit)
            guard let checked = LinkTarget.checked(target.trimmed) else { throw LinkError.badTarget(target) }
            let title = try checkedNote(title, in: tx)
            guard !title.isEmpty else { throw LinkError.noTitle }
            try judge(in: tx).check(address: checked)
            if let code, try tx.hasReviewedPost(naming: "/go/\(code)") { throw LinkError.codeInPost(code) }
            let post = try post.map { try tx.requirePost($0, visibleTo: caller) }
            if let post { try tx.authorise(caller, .recordReach, for: post.unit) }
            let link = TrackedLink(
                code: try tx.freeCode(code), target: checked, title: String(title.prefix(200)), unit: unit,
                post: post?.id, madeBy: caller.name, madeAt: now)
            try tx.insert(link)
            try tx.audit(
                at: now, actor: caller.name, action: "reach.make-link", subject: link.code,
                detail: URL(string: link.target)?.host() ?? "")
            return link
        }
    }

    /// The links of the caller's units, the newest first.
    public func links(within subject: Slug?, limit: Int = 500, as caller: Caller) async throws -> [LinkCount] {
        try await database.read { tx in
            let links = try tx.trackedLinks(units: try tx.visibleUnits(within: subject, to: caller), limit: limit)
            let totals = try tx.visitTotals(of: links.map(\.code))
            return links.map { link in
                LinkCount(link: link, people: totals[link.code]?.people ?? 0, bots: totals[link.code]?.bots ?? 0)
            }
        }
    }

    /// One link with its visits by day; another unit's is as if it did not exist.
    public func link(_ code: String, as caller: Caller) async throws -> (link: TrackedLink, visits: [LinkVisits]) {
        try await database.read { tx in
            (try tx.requireLink(code, for: .view, as: caller), try tx.visits(of: code))
        }
    }

    /// From now on the link leads nowhere; its visits are kept.
    public func endLink(_ code: String, as caller: Caller, mode: ChangeMode) async throws -> TrackedLink {
        let now = now
        return try await change(mode) { tx in
            _ = try tx.requireLink(code, for: .recordReach, as: caller)
            try tx.endLink(code, at: now)
            try tx.audit(at: now, actor: caller.name, action: "reach.end-link", subject: code, detail: "")
            return try tx.requireLink(code, for: .recordReach, as: caller)
        }
    }

    /// Where a code leads, counting the visit; nil where it leads nowhere. Nothing about the visitor is kept.
    public func follow(_ code: String, by visitor: LinkVisitor) async throws -> String? {
        guard LinkCode.isWellFormed(code) else { return nil }
        let (now, today) = (now, today)
        let link = try await database.read { try $0.trackedLink(code) }
        guard let link, link.endedAt == nil else { return nil }
        let isBot = BotSigns.isBot(
            userAgent: visitor.userAgent, isHead: visitor.isHead, purpose: visitor.purpose)
        try await database.write { tx in
            try tx.countVisit(of: code, on: today, isBot: isBot)
            guard !isBot, let post = link.post, let found = try tx.post(post), found.state == .posted else { return }
            let hour = Instant(milliseconds: now.milliseconds - now.milliseconds % 3_600_000)
            let posted = found.receipt?.at ?? hour
            try tx.setCountedClicks(
                Sample(
                    id: makeID(), post: post, metric: .clicks, value: try tx.clicks(of: post),
                    capturedAt: max(hour, posted), source: .counted, recordedBy: Caller.program.name),
                zone: found.zone)
        }
        return link.target
    }

    /// The QR code of an address as a picture to print: SVG, or PNG with so many pixels a module.
    public func linkPicture(_ code: String, address: String, as picture: LinkPicture, by caller: Caller) async throws
        -> [UInt8]
    {
        let link = try await database.read { try $0.requireLink(code, for: .view, as: caller) }
        // A quarter of the code may be dirty or torn and it is still read.
        let drawn = try QRCode(address, correction: .quarter)
        switch picture {
        case .svg: return Array(drawn.svg(id: "qr-\(code)", title: link.title).utf8)
        case .png: return drawn.png(moduleSize: 12)
        }
    }
}

/// The kinds of pictures of a code.
public enum LinkPicture: String, Sendable, CaseIterable {
    case svg, png
}

extension ReadTransaction {
    fileprivate func requireLink(_ code: String, for permission: Permission, as caller: Caller) throws -> TrackedLink {
        guard let link = try trackedLink(code), try may(caller, .view, for: link.unit, in: unitTree()) else {
            throw LinkError.unknown(code)
        }
        try authorise(caller, permission, for: link.unit)
        return link
    }

    fileprivate func freeCode(_ wanted: String?) throws -> String {
        if let wanted {
            guard LinkCode.isWellFormed(wanted) else { throw LinkError.badCode(wanted) }
            guard try trackedLink(wanted) == nil else { throw LinkError.codeTaken(wanted) }
            return wanted
        }
        var generator = SystemRandomNumberGenerator()
        while true {
            let code = LinkCode.make(using: &generator)
            if try trackedLink(code) == nil { return code }
        }
    }
}
