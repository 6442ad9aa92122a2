import Outreach
import Testing

@testable import Storage

private typealias Make = StorageFixture

/// A made-up month of posts, sessions and samples, kept as values and as rows, so that counts can be held against
/// what was really put in.
struct RandomActivity {
    struct Posted {
        let post: Post
        let kind: ChannelKind
        let material: MaterialContent?
        let isOut: Bool
        let at: Instant
        var samples: [Sample] = []
    }

    /// A tracked link with how many people followed it on each day.
    struct Followed {
        let link: TrackedLink
        let post: Posted?
        let visits: [Day: Int]
    }

    private var numbers: StorageNumbers
    private(set) var materials: [MaterialContent] = []
    private(set) var sessions: [(session: Session, origin: SessionOrigin)] = []
    private(set) var posts: [Posted] = []
    private(set) var links: [Followed] = []

    static let units = ["vh", "doan", "ca"]
    static let audiences = ["pupils", "teachers", "parents"]
    static let topics = ["law", "safety", "hotline-111"]
    static let places = ["Trường A", "Trường B", "Nhà văn hóa"]
    static let levels: [SchoolLevel?] = [nil, .primary, .lowerSecondary]

    init(seed: UInt64) throws {
        numbers = StorageNumbers(seed: seed)
        materials = try (1...4).map { try material($0) }
        sessions = try (1...25).map { try session($0) }
        posts = try (1...25).map { try posted($0) }
        links = try (1...12).map { try followed($0) }
    }

    /// Writes everything into a fresh database, sessions by way of a correction now and then.
    mutating func database() async throws -> Database {
        let database = try Database(inMemory: ())
        for material in materials { _ = try await database.add(material) }
        for (session, origin) in sessions {
            if Bool.random(using: &numbers) {
                let wrong = try SessionFixture.recounted(session, turns: 1)
                #expect(try await database.log(wrong, origin: origin) == .logged)
                if wrong != session { try await database.correct(session, reason: "đếm lại") }
            } else {
                #expect(try await database.log(session, origin: origin) == .logged)
            }
        }
        for posted in posts {
            if posted.isOut {
                try await database.addPosted(
                    posted.post, at: posted.at, kind: posted.kind, material: posted.material?.kind)
            } else {
                try await database.write {
                    try $0.insert(posted.post, channelKind: posted.kind, materialKind: posted.material?.kind)
                }
            }
            _ = try await database.add(posted.samples.shuffled(using: &numbers))
        }
        for followed in links {
            try await database.write { tx in
                try tx.insert(followed.link)
                for (day, people) in followed.visits {
                    for visit in 0...people {
                        try tx.countVisit(of: followed.link.code, on: day, isBot: visit == people)
                    }
                }
            }
        }
        return database
    }

    private mutating func material(_ number: Int) throws -> MaterialContent {
        let topics = numbers.some(of: RandomActivity.topics).joined(separator: " ")
        return try MaterialFixture.content(
            "m-\(number)", kind: numbers.one(of: MaterialKind.allCases), topics: topics)
    }

    private mutating func session(_ number: Int) throws -> (Session, SessionOrigin) {
        let attendance = try numbers.some(of: RandomActivity.audiences).map {
            try SessionFixture.group($0, Int.random(in: 0...300, using: &numbers))
        }
        let handouts = numbers.some(of: materials).map {
            Handout(material: $0.material, quantity: Int.random(in: 1...200, using: &numbers))
        }
        let session = Session(
            id: try Make.id(number), unit: try Make.slug(numbers.one(of: RandomActivity.units)),
            day: try Make.day("2026-06-0\(Int.random(in: 1...9, using: &numbers))"),
            place: numbers.one(of: RandomActivity.places),
            placeUnit: Bool.random(using: &numbers) ? try Make.slug("truong") : nil,
            form: numbers.one(of: [.schoolSession, .clubMeeting, .contest]),
            level: numbers.one(of: RandomActivity.levels),
            topics: try numbers.some(of: RandomActivity.topics).map(Make.slug),
            minutes: Int.random(in: 1...120, using: &numbers), attendance: attendance, handouts: handouts,
            method: numbers.one(of: CountingMethod.allCases))
        return (session, numbers.one(of: SessionOrigin.allCases))
    }

    private mutating func followed(_ number: Int) throws -> Followed {
        let post: Posted? = Bool.random(using: &numbers) ? numbers.one(of: posts) : nil
        let link = TrackedLink(
            code: "link-\(number)", target: "https://example.org/\(number)", title: "Bảng tin \(number)",
            unit: try Make.slug(numbers.one(of: RandomActivity.units)), post: post?.post.id, madeBy: "an",
            madeAt: Make.now)
        let days = try numbers.some(of: ["2026-05-30", "2026-06-02", "2026-06-03", "2026-06-08"]).map(Make.day)
        let visits = days.map { ($0, Int.random(in: 0...5, using: &numbers)) }
        return Followed(link: link, post: post, visits: Dictionary(uniqueKeysWithValues: visits))
    }

    private mutating func posted(_ number: Int) throws -> Posted {
        let material: MaterialContent? = Bool.random(using: &numbers) ? numbers.one(of: materials) : nil
        let at = Make.now + .seconds(Int.random(in: 0...8 * 86_400, using: &numbers))
        let post = Post(
            id: try Make.id(number), unit: try Make.slug(numbers.one(of: RandomActivity.units)),
            channel: try Make.slug("page"), material: material?.material, title: "Bài \(number)", text: "Gọi 111",
            moment: at, notAfter: at + .seconds(3600), state: .approved, author: "an", createdAt: Make.now)
        let isOut = Int.random(in: 0...3, using: &numbers) > 0
        var posted = Posted(
            post: post, kind: numbers.one(of: ChannelKind.allCases), material: material, isOut: isOut, at: at)
        let metrics = [Metric.views, .views, .plays, .plays, .reach, .prints, .prints, .clicks]
        for (index, metric) in metrics.enumerated()
        where Bool.random(using: &numbers) {
            posted.samples.append(
                try SampleFixture.sample(
                    number * 10 + index, of: post, Int.random(in: 0...900, using: &numbers), metric, at: index * 60,
                    source: numbers.one(of: SampleSource.allCases), isEstimated: Bool.random(using: &numbers)))
        }
        return posted
    }
}
