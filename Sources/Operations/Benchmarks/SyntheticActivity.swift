import Outreach
import Storage

/// Made-up work of a whole country over two years: made of numbers alone, the same for the same number.
struct SyntheticActivity: Sendable {
    let units: [Unit]
    let committees: [Committee]
    private let communes: [Slug]
    private let audiences: [Slug]
    private let channels: [Slug]
    private let today: Day
    let zone: Zone
    let now: Instant

    /// The national committee, a province's, and one commune.
    static func subjects() throws -> [Slug] {
        try ["bench-138", "bench-138-province-7", "bench-commune-700"].map(slug)
    }

    init(today: Day, zone: Zone, now: Instant) throws {
        self.today = today
        self.zone = zone
        self.now = now
        let name = { (text: String) in LocalizedText(vi: text, en: text) }
        let country = Unit(id: try Self.slug("bench-country"), name: name("Cả nước"), kind: .ministry)
        let provinces = try (1...34).map {
            Unit(
                id: try Self.slug("bench-province-\($0)"), name: name("Tỉnh \($0)"), kind: .province, parent: country.id
            )
        }
        let communes = try (1...3_321).map { number in
            Unit(
                id: try Self.slug("bench-commune-\(number)"), name: name("Xã \(number)"), kind: .commune,
                parent: provinces[number % 34].id)
        }
        units = [country] + provinces + communes
        committees =
            [
                Committee(
                    id: try Self.slug("bench-138"), name: name("Ban Chỉ đạo 138 cả nước"), area: country.id,
                    standing: country.id, members: provinces.map(\.id))
            ]
            + (try provinces.enumerated().map { index, province in
                Committee(
                    id: try Self.slug("bench-138-province-\(index)"), name: name("Ban Chỉ đạo 138 tỉnh \(index)"),
                    area: province.id, standing: province.id,
                    members: communes.filter { $0.parent == province.id }.map(\.id))
            })
        self.communes = communes.map(\.id)
        audiences = try ["primary-pupils", "lower-secondary-pupils", "teachers", "parents", "public"].map(Self.slug)
        channels = try (0..<8).map { try Self.slug("bench-channel-\($0)") }
    }

    func session(_ number: Int) throws -> Session {
        let form = SessionForm.allCases[number % SessionForm.allCases.count]
        return Session(
            id: try id(number, kind: 1), unit: communes[number % communes.count], day: today - (number / 7) % 730,
            place: "Trường số \(number % 41)", form: form,
            level: form == .schoolSession ? SchoolLevel.allCases[number / 8 % 4] : nil, topics: [],
            minutes: 30 + number % 60,
            attendance: [
                Attendance(audience: audiences[number % 5], turns: 20 + number % 300),
                Attendance(audience: audiences[(number + 1) % 5], turns: number % 40),
            ],
            method: CountingMethod.allCases[number % 3])
    }

    /// A post that went out at its time.
    func post(_ number: Int) throws -> (post: Post, kind: ChannelKind, materialKind: MaterialKind?) {
        let moment = zone.instant(today - (number / 3) % 730, .midnight) + .seconds(Int64(8 * 3600 + number % 36_000))
        let post = Post(
            id: try id(number, kind: 2), unit: communes[number % communes.count], channel: channels[number % 8],
            title: "Bài số \(number)", text: "Gọi 111 khi trẻ em cần giúp đỡ. Bài \(number).", moment: moment,
            notAfter: moment + Post.defaultTolerance, state: .posted, author: "bench",
            receipt: Receipt(remoteID: nil, link: nil, at: moment), createdAt: moment)
        return (post, ChannelKind.allCases[number % ChannelKind.allCases.count], .article)
    }

    /// Ten for each post where there are ten times as many: two of each of five metrics, one later than the other.
    func sample(_ number: Int, ofEachPost count: Int) throws -> Sample {
        let metrics: [Metric] = [.views, .reach, .reactions, .comments, .plays]
        let (post, turn) = (number / count, number % count)
        return Sample(
            id: try id(number, kind: 3), post: try id(post, kind: 2), metric: metrics[turn % 5],
            value: 10 + number % 900, capturedAt: now - .seconds(Int64(86_400 * (30 - turn / 5))), source: .pulled,
            recordedBy: "bench")
    }

    private func id<Subject>(_ number: Int, kind: Int) throws -> Identifier<Subject> {
        let digits = String(number, radix: 16)
        let text = "0190000\(kind)-0000-7000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
        guard let id = Identifier<Subject>(text) else { throw WorkspaceError.badName }
        return id
    }

    private static func slug(_ text: String) throws -> Slug {
        guard let slug = Slug(text) else { throw WorkspaceError.badName }
        return slug
    }
}
