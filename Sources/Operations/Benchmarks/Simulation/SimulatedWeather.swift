import Delivery
import Outreach

/// How a receiver fares over time.
enum SimulatedWeather: CaseIterable {
    case fair, slow, refusing, breaking, failing, busy, limiting, hanging, lossy

    struct Spell {
        let from: Duration
        let kind: SimulatedWeather
    }

    /// Spells of a quarter of an hour on average, fair ones more often; fair from `end` on. In a rush, when many ask at
    /// once, a receiver is often slow or hangs.
    static func spells(until end: Duration, rushes: [Duration], _ random: inout SeededRandom) -> [Spell] {
        var (spells, at): ([Spell], Duration) = ([], .zero)
        while at < end {
            let isFair = random.unit() < 0.5
            let kind = isFair ? .fair : allCases[Int(random.next() % UInt64(allCases.count))]
            spells.append(Spell(from: at, kind: kind))
            at += .seconds(30 + Int64(random.next() % 1800))
        }
        for rush in rushes where random.unit() < 0.4 {
            let after = kind(of: spells, at: rush + .seconds(90))
            spells.removeAll { (rush...(rush + .seconds(90))).contains($0.from) }
            spells.append(Spell(from: rush, kind: random.unit() < 0.7 ? .slow : .hanging))
            spells.append(Spell(from: rush + .seconds(90), kind: after))
        }
        return spells.sorted { $0.from < $1.from } + [Spell(from: end, kind: .fair)]
    }

    static func kind(of spells: [Spell], at uptime: Duration) -> SimulatedWeather {
        spells.last { $0.from <= uptime }?.kind ?? .fair
    }

    func fate(_ random: inout SeededRandom) -> SimulatedFate {
        var fate = SimulatedFate()
        fate.connectsAfter = .milliseconds(1 + Int64(random.next() % 40))
        fate.arrivesAfter = .milliseconds(1 + Int64(random.next() % 40))
        fate.answersAfter = .milliseconds(1 + Int64(random.next() % 200))
        switch self {
        case .fair, .failing, .busy, .limiting: break
        case .slow:
            fate.connectsAfter = .milliseconds(Int64(random.next() % 1500))
            fate.answersAfter = .milliseconds(Int64(random.next() % 9000))
        case .refusing: fate.refusal = random.unit() < 0.5 ? .connectionRefused : .nameNotFound
        case .breaking: fate.breaks = random.unit() < 0.7
        case .hanging: fate.answersAfter = nil
        case .lossy: if random.unit() < 0.5 { fate.arrivesAfter = nil } else { fate.answersAfter = nil }
        }
        return fate
    }

    /// What the receiver says, and whether the post appears there.
    func answer(_ random: inout SeededRandom) -> (status: Int, hasEffect: Bool) {
        switch self {
        case .failing: (500, random.unit() < 0.5)
        case .busy: (503, false)
        case .limiting: random.unit() < 0.7 ? (429, false) : (200, true)
        case .fair, .slow, .refusing, .breaking, .hanging, .lossy: (200, true)
        }
    }
}
