import Operations
import Outreach
import Testing

@testable import Office

struct SampleTests {
    /// A post of the loudspeakers that was played once, a minute ago.
    private func played(in office: Office) async throws -> Post {
        let post = try await office.approved(on: "speakers", at: "2026-05-20 09:00")
        try office.turn(to: "2026-05-20 12:00")
        let played = try await office.workspace.resolvePost(
            post.id.description, .posted(link: nil, at: post.moment, figure: (.plays, 1)), comment: "",
            as: try office.user("lan"), mode: .perform)
        office.clock.advance(by: .seconds(60))
        return played
    }

    private func record(
        _ entries: [SampleEntry], in office: Office, by name: String = "lan", mode: ChangeMode = .perform
    ) async throws -> [Sample] {
        try await office.workspace.recordSamples(entries, source: .typed, as: try office.user(name), mode: mode)
    }

    @Test func `a kit is handed out for an approved post, and what was played is written down with it`() async throws {
        try await Office.open { office in
            let draft = try await office.draft(on: "speakers", at: "2026-05-20 09:00")
            await #expect(throws: PostTransitionError.self) {
                try await office.workspace.kit(for: draft.id.description, as: try office.user("lan"))
            }
            let post = try await office.approved(on: "speakers", at: "2026-05-20 10:00")
            let kit = try await office.workspace.kit(for: post.id.description, as: try office.user("lan"))
            #expect(kit.post.text == "Gọi 111" && kit.record == .playLog && kit.steps.map(\.en) == ["Play it."])
            try office.turn(to: "2026-05-20 11:00")
            let resolved = try await office.workspace.resolvePost(
                post.id.description, .posted(link: nil, at: nil, figure: (.plays, 3)), comment: "Phát ba lần",
                as: try office.user("lan"), mode: .perform)
            #expect(resolved.state == .posted && resolved.receipt?.at == office.clock.source.now)
            let samples = try await office.workspace.samples(of: post.id.short, as: try office.user("hoa"))
            #expect(samples.map(\.metric) == [.plays] && samples.map(\.value) == [3])
        }
    }

    @Test func `a kit whose approval no longer holds is not handed out, nor can the post be written down`() async throws
    {
        try await Office.open { office in
            let post = try await office.approved(on: "speakers", at: "2026-05-20 09:00")
            let grant = Grant(role: .approver, unit: try slug("east"))
            _ = try await office.workspace.revoke(
                grant, from: try slug("minh"), as: try office.user("admin"), mode: .perform)
            try office.turn(to: "2026-05-20 10:00")
            await #expect(throws: PublishingError.self) {
                try await office.workspace.kit(for: post.id.description, as: try office.user("lan"))
            }
            await #expect(throws: PublishingError.self) {
                try await office.workspace.resolvePost(
                    post.id.description, .posted(link: nil, at: nil, figure: (.plays, 1)), comment: "",
                    as: try office.user("lan"), mode: .perform)
            }
            #expect(try await office.post(post).state == .approved)
        }
    }

    @Test func `a figure is recorded once for its time, and later ones beside it`() async throws {
        try await Office.open { office in
            let post = try await played(in: office)
            let entry = SampleEntry(post: post.id.description, metric: .plays, value: 2)
            #expect(try await record([entry], in: office).count == 1)
            #expect(try await record([entry], in: office).isEmpty)
            office.clock.advance(by: .seconds(60))
            #expect(
                try await record([SampleEntry(post: post.id.short, metric: .plays, value: 5)], in: office).count == 1)
            let samples = try await office.workspace.samples(of: post.id.description, as: try office.user("lan"))
            #expect(samples.map(\.value) == [1, 2, 5])
        }
    }

    @Test func `several figures are recorded together or none`() async throws {
        try await Office.open { office in
            let (post, draft) = (try await played(in: office), try await office.draft())
            let good = SampleEntry(post: post.id.description, metric: .plays, value: 2)
            let later = office.clock.source.now + .seconds(61)
            let bad: [(SampleEntry, ReachError)] = [
                (SampleEntry(post: post.id.description, metric: .plays, value: -1), .negative(-1)),
                (
                    SampleEntry(post: draft.id.description, metric: .views, value: 1),
                    .notPosted(draft.id.short, state: .draft)
                ),
                (SampleEntry(post: post.id.description, metric: .plays, value: 1, capturedAt: later), .inFuture),
            ]
            for (entry, error) in bad {
                await #expect(throws: error) { try await record([good, entry], in: office) }
            }
            #expect(try await office.workspace.samples(within: nil, limit: 10, as: .program).map(\.value) == [1])
        }
    }

    @Test func `a file of figures is recorded whole or not at all`() async throws {
        try await Office.open { office in
            let post = try await played(in: office)
            let head = "Bài đăng;Số đo;Giá trị;Ngày;Giờ\n"
            let good = head + "\(post.id.short);plays;1.200;20/05/2026;10:00\n"
            let importing = { (text: String) in
                try await office.workspace.importSamples(
                    Array(text.utf8), file: "so-do.csv", as: try office.user("lan"), mode: .perform)
            }
            let refused = try await importing(good + "\(post.id.short);noise;1;;\nffffffff;plays;1;;\n")
            #expect(refused.items.isEmpty && refused.problems.map(\.line) == [3, 4])
            let report = try await importing(good)
            #expect(report.items.map(\.value) == [1200] && report.items.map(\.source) == [.imported])
            #expect(report.items.map(\.capturedAt) == [try office.moment("2026-05-20 10:00")])
            #expect(try await importing(good).items.isEmpty)
        }
    }

    @Test func `a figure of an old day stays old under whatever heading its day stands`() async throws {
        try await Office.open { office in
            let post = try await played(in: office)
            let importing = { (text: String) in
                try await office.workspace.importSamples(
                    Array(text.utf8), file: "so-do.csv", as: try office.user("lan"), mode: .perform)
            }
            let row = "\(post.id.short);plays;7;20/05/2026 10:00;của loa ấp 3\n"
            let report = try await importing("Bài;Số đo;Giá trị;Thời điểm;Ghi chú\n" + row)
            #expect(report.items.map(\.capturedAt) == [try office.moment("2026-05-20 10:00")])
            #expect(report.leftOut == ["Ghi chú"])
            await #expect(throws: ImportError.dayNotUnderstood(heading: "Hôm")) {
                try await importing("Bài;Số đo;Giá trị;Hôm;Ghi chú\n" + row)
            }
        }
    }

    @Test func `a figure with its day alone is that of the whole day, and of today up to now`() async throws {
        try await Office.open { office in
            let post = try await played(in: office)
            let importing = { (row: String) in
                try await office.workspace.importSamples(
                    Array("Bài;Số đo;Giá trị;Ngày\n\(post.id.short);plays;\(row)\n".utf8), file: "so-do.csv",
                    as: try office.user("lan"), mode: .perform)
            }
            let today = try await importing("7;20/05/2026")
            #expect(today.items.map(\.capturedAt) == [office.clock.source.now])
            try office.turn(to: "2026-05-22 08:00")
            let past = try await importing("9;20/05/2026")
            #expect(past.items.map(\.capturedAt) == [try office.moment("2026-05-21 00:00") - .seconds(1)])
            let newest = try await office.workspace.samples(of: post.id.description, as: .program).last
            #expect(newest?.value == 9)
            #expect(try await importing("9;23/05/2026").problems.count == 1)
        }
    }

    @Test func `what a channel asks to be written down has to be given`() async throws {
        try await Office.open { office in
            let post = try await office.approved(on: "speakers", at: "2026-05-20 09:00")
            try office.turn(to: "2026-05-20 10:00")
            for figure in [nil, (Metric.views, 1)] as [(metric: Metric, value: Int)?] {
                await #expect(throws: PublishingError.recordMissing(.playLog)) {
                    try await office.workspace.resolvePost(
                        post.id.description, .posted(link: "https://example.vn/", at: nil, figure: figure), comment: "",
                        as: try office.user("lan"), mode: .perform)
                }
            }
            #expect(try await office.post(post).state == .approved)
        }
    }

    @Test func `another value for the same time is refused, and the first stays`() async throws {
        try await Office.open { office in
            let post = try await played(in: office)
            _ = try await record([SampleEntry(post: post.id.short, metric: .plays, value: 2)], in: office)
            await #expect(throws: ReachError.differs(post.id.short, known: 2)) {
                try await record([SampleEntry(post: post.id.short, metric: .plays, value: 3)], in: office)
            }
        }
    }

    @Test func `every figure leaves an entry of who recorded it, imported ones too`() async throws {
        try await Office.open { office in
            let post = try await played(in: office)
            let text = "Bài đăng;Số đo;Giá trị\n\(post.id.short);plays;5\n"
            _ = try await office.workspace.importSamples(
                Array(text.utf8), file: "so-do.csv", as: try office.user("hoa"), mode: .perform)
            let entry = try await office.workspace.auditEntries(limit: 1, subject: nil, as: try office.user("admin"))
            #expect(entry.map { "\($0.actor) \($0.action) \($0.detail)" } == ["hoa reach.imported plays=5"])
        }
    }
}
