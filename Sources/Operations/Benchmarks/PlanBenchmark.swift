import Outreach

/// How long a large campaign takes to plan.
public enum PlanBenchmark {
    public struct Result: Sendable, Hashable {
        public let slots: Int
        public let notes: Int
        public let duration: Duration
    }

    /// Plans a made-up campaign once and takes the time.
    public static func run(communes: Int, days: Int, channelsPerCommune: Int, materials: Int) throws -> Result {
        guard
            let request = PlanningRequest.synthetic(
                communes: communes, days: days, channelsPerCommune: channelsPerCommune, materials: materials, seed: 1)
        else { throw PlanningError.noChannels(units: []) }
        let clock = ContinuousClock()
        var proposal = PlanProposal(slots: [], notes: [])
        let duration = clock.measure { proposal = Planner.propose(request) }
        return Result(slots: proposal.slots.count, notes: proposal.notes.count, duration: duration)
    }
}
