import Delivery
import Foundation
import Outreach
import Storage

/// A small workspace on a simulated clock, with posts on channels of every promise, receivers with weather, and people
/// who hold, cancel, change, withdraw and look up. Everything in it follows from the seed.
struct SimulatedOffice {
    static let start = Instant(milliseconds: 1_780_275_600_000)
    private static let posts = 36
    private static let rushes: [Duration] = [.seconds(1200), .seconds(3600)]
    /// People and weather do their worst until then; afterwards all is well, and everything has to come to its end.
    private static let calm = Duration.seconds(4 * 3600)

    let workspace: Workspace
    let ledger: SimulationLedger
    let clock: SimulatedClock
    private(set) var plan = SimulationPlan()
    private(set) var ids: [Identifier<Post>] = []
    private var random: SeededRandom

    init(at root: URL, seed: UInt64, fault: PlantedFault?) async throws {
        clock = SimulatedClock(SimulatedOffice.start)
        workspace = try await Workspace(at: root, time: clock.source, environment: [:])
        ledger = SimulationLedger(seed: seed ^ 0x5EED)
        random = SeededRandom(seed: seed)
        try await fill()
        setPlan(SimulatedPeople(workspace: workspace, ledger: ledger, clock: clock, fault: fault))
    }

    private mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int(random.next() % UInt64(elements.count))]
    }

    private mutating func seconds(_ range: Range<Int64>) -> Duration {
        .milliseconds(
            range.lowerBound * 1000 + Int64(random.next() % UInt64((range.upperBound - range.lowerBound) * 1000)))
    }

    private mutating func fill() async throws {
        let workspace = workspace
        let channels = try await workspace.database.read { try workspace.channels.channels(in: $0) }
        let slugs = channels.keys.sorted()
        for slug in slugs {
            let spells = SimulatedWeather.spells(
                until: SimulatedOffice.calm, rushes: SimulatedOffice.rushes, &random)
            ledger.change { $0.weather[slug] = spells }
        }
        for number in 0..<SimulatedOffice.posts {
            guard let channel = channels[pick(slugs)] else { continue }
            let post = post(number, on: channel)
            let isApproved = random.unit() < 0.9
            let approver = random.unit() < 0.8 ? SimulatedTemplate.approver : SimulatedTemplate.otherApprover
            ids.append(post.id)
            try await workspace.database.write { tx in
                var post = post
                try tx.insert(post, channelKind: channel.kind, materialKind: nil)
                if isApproved { return try tx.approve(post, on: channel, by: approver, in: workspace) }
                post.state = .inReview
                _ = try tx.update(post, from: .draft)
            }
            ledger.change { state in
                state.posts[post.id] = SimulationLedger.Facts(
                    channel: channel.slug, unit: post.unit, promise: channel.webhook?.idempotency ?? .none,
                    notAfter: post.notAfter, text: post.text, isApproved: isApproved)
            }
        }
    }

    private mutating func post(_ number: Int, on channel: ResolvedChannel) -> Post {
        // Half of the posts fall due together, as they do on the hour.
        let moment =
            SimulatedOffice.start
            + (random.unit() < 0.5 ? pick(SimulatedOffice.rushes) : seconds(0..<7200))
        return Post(
            id: Identifier(at: SimulatedOffice.start + .milliseconds(number), using: &random),
            unit: channel.channel.unit, channel: channel.slug, title: "Bài \(number)", text: "Gọi 111. Bài \(number).",
            moment: moment, notAfter: moment + seconds(300..<7200), author: SimulatedTemplate.author,
            createdAt: SimulatedOffice.start)
    }

    private mutating func setPlan(_ people: SimulatedPeople) {
        plan.end = SimulatedOffice.calm + .seconds(3 * 3600)
        for _ in 0..<Int(random.next() % 8) { plan.kills.append((seconds(0..<10_000), seconds(1..<1800))) }
        for _ in 0..<Int(random.next() % 3) { plan.stops.append((seconds(0..<10_000), seconds(1..<300))) }
        for _ in 0..<Int(random.next() % 3) {
            let from = seconds(0..<10_000)
            plan.diskFailures.append(from..<(from + seconds(1..<120)))
        }
        for _ in 0..<Int(random.next() % 3) {
            let from = random.unit() < 0.5 ? pick(SimulatedOffice.rushes) - .seconds(1) : seconds(0..<10_000)
            plan.slowSpells.append(from..<(from + seconds(1..<120)))
        }
        plan.killAfterCommit = random.unit() < 0.5 ? 0.01 : 0
        if random.unit() < 0.2 { plan.jumps.append((seconds(600..<7000), .seconds(pick([3600, -3600, 900])))) }
        setHolds(people)
        for _ in 0..<Int(random.next() % 4) {
            let id = pick(ids)
            plan.people.append((seconds(0..<7200), { try await people.tamper(id) }))
        }
        for _ in 0..<Int(random.next() % 4) {
            let id = pick(ids)
            plan.people.append((seconds(0..<7200), { try await people.cancel(id) }))
        }
        for rush in SimulatedOffice.rushes + SimulatedOffice.rushes {
            let id = pick(ids)
            plan.people.append((rush + seconds(20..<900), { try await people.rewrite(or: id) }))
        }
        if random.unit() < 0.3 { plan.people.append((seconds(0..<7200), { try await people.withdrawApprover() })) }
        // Somebody looks every ten minutes: what is unknown is looked up, what stopped by itself is let go on.
        for minute in stride(from: 10, to: 7 * 60, by: 10) {
            plan.people.append((.seconds(Int64(minute) * 60), { try await people.lookAround() }))
        }
    }

    private mutating func setHolds(_ people: SimulatedPeople) {
        var holds: [(from: Duration, length: Duration, scope: HoldScope)] = []
        // Where it matters most: while posts are claimed, queue for their turn and connect.
        for rush in SimulatedOffice.rushes where random.unit() < 0.7 {
            let scope = random.unit() < 0.5 ? .everything : holdScope()
            holds.append((rush + seconds(0..<3), seconds(5..<300), scope))
        }
        for _ in 0..<Int(random.next() % 4) {
            holds.append((seconds(0..<9000), seconds(5..<1200), holdScope()))
        }
        for (wanted, length, scope) in holds {
            // Nobody can lay a hold while the database takes nothing.
            let failures = plan.diskFailures.sorted { $0.lowerBound < $1.lowerBound }
            let from = failures.reduce(wanted) { $1.contains($0) ? $1.upperBound : $0 }
            plan.people.append((from, { try await people.hold(scope) }))
            plan.people.append((from + length, { try await people.release(scope) }))
        }
    }

    private mutating func holdScope() -> HoldScope {
        let channel = ledger.facts(pick(ids))?.channel
        return switch random.next() % 4 {
        case 0: .everything
        case 1: channel.map(HoldScope.channel) ?? .everything
        case 2: .post(pick(ids))
        default: ledger.facts(pick(ids)).map { .unit($0.unit) } ?? .everything
        }
    }
}
