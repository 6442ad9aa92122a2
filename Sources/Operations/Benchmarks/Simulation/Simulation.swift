import Delivery
public import Foundation
import Outreach
import Storage

/// Runs the real engine, outbox and rules through made-up days full of crashes, bad receivers, full disks, set clocks and
/// people, and holds what happened against the promises. A seed that fails can be run again.
public struct Simulation: Sendable {
    /// What one run gave.
    public struct Outcome: Sendable, Encodable {
        public let seed: UInt64
        public let events: Int
        public let requests: Int
        /// Two runs of one seed have the same.
        public let digest: String
        /// Promises that were broken; empty where all is well.
        public let violations: [String]
    }

    /// What became of a fault that was planted.
    public struct FaultSearch: Sendable, Encodable {
        public let fault: String
        /// The seed that found it and what gave it away; nil where none did.
        public let seed: UInt64?
        public let violation: String?
    }

    private let folder: ThrowAwayFolder
    private let template: SimulatedTemplate

    /// - Parameter source: a folder with content to begin with.
    public init(copying source: URL) async throws {
        folder = try ThrowAwayFolder(inMemory: true)
        template = try await SimulatedTemplate(in: folder.url, copying: source)
    }

    public func run(seed: UInt64) async throws -> Outcome { try await run(seed: seed, fault: nil) }

    /// Plants each fault there is into runs of the first seeds, until one finds it.
    public func findPlantedFaults(within seeds: Int) async throws -> [FaultSearch] {
        try await find(PlantedFault.allCases, within: seeds)
    }

    func find(_ faults: [PlantedFault], within seeds: Int) async throws -> [FaultSearch] {
        var searches: [FaultSearch] = []
        for fault in faults {
            var found: Outcome?
            for seed in 1...UInt64(max(1, seeds)) where found == nil {
                let outcome = try await run(seed: seed, fault: fault)
                if !outcome.violations.isEmpty { found = outcome }
            }
            searches.append(
                FaultSearch(fault: fault.rawValue, seed: found?.seed, violation: found?.violations.first))
        }
        return searches
    }

    private func run(seed: UInt64, fault: PlantedFault?) async throws -> Outcome {
        let root = folder.url.appending(path: "run-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: root) }
        try template.copy(to: root)
        let office = try await SimulatedOffice(at: root, seed: seed, fault: fault)
        var engine = SimulatedEngine(
            outbox: SimulatedOutbox(outbox: StoredOutbox(workspace: office.workspace), fault: fault),
            network: office.ledger, clock: office.clock, plan: office.plan, seed: seed)
        try await engine.run()
        let left = try await SimulationVerdict(office).violations()
        return Outcome(
            seed: seed, events: engine.trace.events, requests: office.ledger.requests,
            digest: String(engine.trace.digest, radix: 16), violations: office.ledger.violations + left)
    }
}

/// What the workspace says at the end, held against what really happened.
struct SimulationVerdict {
    private let office: SimulatedOffice

    init(_ office: SimulatedOffice) {
        self.office = office
    }

    func violations() async throws -> [String] {
        let posts = try await office.workspace.database.read { try $0.posts(PostFilter()) }
        var violations = office.ids.count == posts.count ? [] : ["lost: \(office.ids.count - posts.count) posts"]
        for post in posts {
            guard let facts = office.ledger.facts(post.id) else { continue }
            let isOut = !facts.effects.isEmpty
            switch post.state {
            case .posted where !isOut: violations.append("lost: post \(post.id.short) is posted and did not arrive")
            case .approved, .sending, .retrying:
                violations.append("lost: post \(post.id.short) is still \(post.state.rawValue) at the end")
            case .posted where facts.textOut != facts.text:
                violations.append("untrue: post \(post.id.short) shows other words than are out")
            case .draft, .inReview, .failed, .missed, .cancelled:
                if isOut { violations.append("untrue: post \(post.id.short) is \(post.state.rawValue) and is out") }
            case .posted, .unknown: break
            }
        }
        return violations
    }
}
