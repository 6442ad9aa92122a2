import Operations
import Outreach
import Testing

@testable import Office

struct TrackedLinkTests {
    private static let phone = LinkVisitor(
        userAgent: "Mozilla/5.0 (Linux; Android 14) Mobile Safari/537.36", isHead: false, purpose: nil)
    private static let robot = LinkVisitor(
        userAgent: "facebookexternalhit/1.1 (+http://www.facebook.com)", isHead: false, purpose: nil)

    private static let indicators = """
        indicators:
          - {id: clicks, name: {vi: "Lượt mở", en: "Clicks"}, unit: {vi: lượt, en: clicks}, rows: samples, where: {metric: [clicks]}, sum: value}
        """

    /// A post of the loudspeakers that was played once.
    private func played(in office: Office) async throws -> Post {
        let post = try await office.approved(on: "speakers", at: "2026-05-20 09:00")
        try office.turn(to: "2026-05-20 12:00")
        return try await office.workspace.resolvePost(
            post.id.description, .posted(link: nil, at: post.moment, figure: (.plays, 1)), comment: "",
            as: try office.user("lan"), mode: .perform)
    }

    private func link(
        to target: String = "https://example.org/111?a=1#b", post: String? = nil, code: String? = nil,
        by name: String = "lan", in office: Office
    ) async throws -> TrackedLink {
        try await office.workspace.makeLink(
            to: target, title: "Bảng tin ấp 3", unit: try slug("east-culture"), post: post, code: code,
            as: try office.user(name), mode: .perform)
    }

    @Test func `a link leads to its target alone, and people and programs are counted apart`() async throws {
        try await Office.open { office in
            let link = try await link(in: office)
            for visitor in [Self.phone, Self.robot, Self.phone] {
                #expect(try await office.workspace.follow(link.code, by: visitor) == link.target)
            }
            let (_, visits) = try await office.workspace.link(link.code, as: try office.user("hoa"))
            #expect(visits.map(\.people) == [2] && visits.map(\.bots) == [1])
        }
    }

    @Test func `a closed link and an unknown code lead nowhere`() async throws {
        try await Office.open { office in
            let link = try await link(in: office)
            _ = try await office.workspace.endLink(link.code, as: try office.user("lan"), mode: .perform)
            for code in [link.code, "abcdefg", "https://evil.example", "..", ""] {
                #expect(try await office.workspace.follow(code, by: Self.phone) == nil)
            }
        }
    }

    @Test(arguments: [
        "javascript:alert(1)", "//example.org/x", "https://user@example.org/", "https:///x", "ftp://example.org/x",
        "https://localhost", "https://exam ple.org", "https://example.org\\@evil.example", "example.org", "",
    ])
    func `only whole web addresses are led to`(target: String) async throws {
        try await Office.open { office in
            await #expect(throws: LinkError.badTarget(target)) { try await link(to: target, in: office) }
        }
    }

    @Test func `an address that names a child is not led to, whether or not it has diacritics`() async throws {
        try await Office.open { office in
            for path in ["em-nguyen-van-binh-lop-6a", "tin/em-nguy%E1%BB%85n-v%C4%83n-b%C3%ACnh-l%E1%BB%9Bp-6A.html"] {
                await #expect(throws: AddressError.namesChild) {
                    try await link(to: "https://example.vn/\(path)", in: office)
                }
            }
            _ = try await link(to: "https://example.vn/ky-nang-phong-chong-xam-hai-tre-em-12345.html", in: office)
        }
    }

    @Test func `what is printed cannot be led elsewhere, and another unit's link is not there`() async throws {
        try await Office.open { office in
            let first = try await link(code: "bang-tin", in: office)
            await #expect(throws: LinkError.codeTaken("bang-tin")) { try await link(code: "bang-tin", in: office) }
            await #expect(throws: LinkError.unknown(first.code)) {
                try await office.workspace.link(first.code, as: try office.user("tay"))
            }
            await #expect(throws: OrganisationError.self) { try await link(by: "tay", in: office) }
        }
    }

    @Test func `clicks on the link of a post are its clicks`() async throws {
        try await Office.open { office in
            let post = try await played(in: office)
            let link = try await link(post: post.id.description, in: office)
            for _ in 1...3 { _ = try await office.workspace.follow(link.code, by: Self.phone) }
            office.clock.advance(by: .seconds(7200))
            _ = try await office.workspace.follow(link.code, by: Self.phone)
            let clicks = try await office.workspace.samples(of: post.id.description, as: .program)
                .filter { $0.metric == .clicks }
            #expect(clicks.map(\.value) == [3, 4] && clicks.allSatisfy { $0.source == .counted })
        }
    }

    @Test func `every click through a link is in the report of its unit, once and on its day`() async throws {
        try await Office.open { office in
            try await office.rewrite("Content/indicators.yaml", Self.indicators)
            let post = try await played(in: office)
            let (board, ofPost) = (try await link(in: office), try await link(post: post.id.description, in: office))
            for code in [board.code, ofPost.code, ofPost.code] {
                _ = try await office.workspace.follow(code, by: Self.phone)
            }
            _ = try await office.workspace.follow(board.code, by: Self.robot)
            office.clock.advance(by: .seconds(86_400))
            _ = try await office.workspace.follow(ofPost.code, by: Self.phone)
            let found = try await office.workspace.reportRows(
                on: try slug("east-culture"), period: "2026-05-01..2026-05-31", indicator: try slug("clicks"),
                as: try office.user("lan"))
            #expect(found.rows.map(\.day.description) == ["2026-05-20", "2026-05-20", "2026-05-21"])
            #expect(found.rows.map(\.value).sorted() == [1, 1, 2])
            let later = try await office.workspace.report(
                on: try slug("east-culture"), period: "2026-05-21..2026-05-31", as: try office.user("lan"))
            #expect(later.line(try slug("clicks"))?.value == 1)
        }
    }

    @Test func `clicks that somebody measured stand before those through the post's links, whichever came last`()
        async throws
    {
        try await Office.open { office in
            try await office.rewrite("Content/indicators.yaml", Self.indicators)
            let post = try await played(in: office)
            let link = try await link(post: post.id.description, in: office)
            for _ in 1...3 { _ = try await office.workspace.follow(link.code, by: Self.phone) }
            let measured = SampleEntry(
                post: post.id.description, metric: .clicks, value: 50,
                capturedAt: try office.moment("2026-05-20 10:00"))
            _ = try await office.workspace.recordSamples(
                [measured], source: .typed, as: try office.user("lan"), mode: .perform)
            let (unit, clicks) = (try slug("east-culture"), try slug("clicks"))
            let report = try await office.workspace.report(
                on: unit, period: "2026-05-01..2026-05-31", as: try office.user("lan"))
            #expect(report.line(clicks)?.value == 50)
            let rows = try await office.workspace.reportRows(
                on: unit, period: "2026-05-01..2026-05-31", indicator: clicks, as: try office.user("lan")
            ).rows
            #expect(rows.map(\.value) == [50])
        }
    }

    @Test func `programs are told by what they say of themselves`() {
        #expect(BotSigns.isBot(userAgent: nil, isHead: false, purpose: nil))
        #expect(BotSigns.isBot(userAgent: "Mozilla/5.0", isHead: true, purpose: nil))
        #expect(BotSigns.isBot(userAgent: "Mozilla/5.0", isHead: false, purpose: "prefetch;prerender"))
        #expect(BotSigns.isBot(userAgent: "curl/8.5", isHead: false, purpose: nil))
        #expect(!BotSigns.isBot(userAgent: "Mozilla/5.0 (iPhone) Zalo iOS/400", isHead: false, purpose: nil))
    }

    @Test func `a link is drawn as a picture in both forms`() async throws {
        try await Office.open { office in
            let link = try await link(in: office)
            let address = "https://loa.example/go/\(link.code)"
            let lan = try office.user("lan")
            let svg = try await office.workspace.linkPicture(link.code, address: address, as: .svg, by: lan)
            let png = try await office.workspace.linkPicture(link.code, address: address, as: .png, by: lan)
            #expect(
                String(decoding: svg, as: UTF8.self).hasPrefix("<svg") && png.starts(with: [0x89, 0x50, 0x4E, 0x47]))
        }
    }
}
