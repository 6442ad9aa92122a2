import Outreach

/// Who may be asked now: transfer slots, each channel's and host's share of them, rates, and hosts left alone.
///
/// A claim is counted from the moment it is made, a transfer from the moment it begins. Instants are on the monotonic
/// clock, so that no change of the wall clock opens or closes anything.
struct Traffic: Sendable {
    /// What one channel has under way.
    private struct Share {
        var claimed = 0
        var begun = 0
        var window: AdmissionWindow
    }

    /// What all channels of one host have under way.
    private struct Host {
        var claimed = 0
        /// Claims and transfers that hold a slot.
        var slots = 0
        var window: AdmissionWindow
        var breaker = HostBreaker()
    }

    private let settings: EngineSettings
    private var shares: [Slug: Share] = [:]
    private var hosts: [String: Host] = [:]
    private var pace = RequestPace()
    private(set) var claimed = 0
    private var slots = 0

    init(_ settings: EngineSettings) {
        self.settings = settings
    }

    /// How many more posts may be claimed, whatever their channel.
    var free: Int { max(0, settings.claims - claimed) }

    /// How many more posts of this channel may be claimed.
    func room(_ lane: Lane, at now: Duration) -> Int {
        let (share, host) = (share(lane), host(lane))
        guard !host.breaker.isResting(at: now) else { return 0 }
        var room = min(free, pace.room(lane, at: now), Traffic.claims(share, lane) - share.claimed)
        room = min(room, Traffic.more(having: host.claimed, free: free))
        if host.breaker.isOnTrial { room = min(room, 1 - host.slots, 1 - share.claimed) }
        if !lane.mayBeClaimedAhead { room = min(room, places(of: host)) }
        return max(0, room)
    }

    /// When the channel may be asked again as far as time decides it: its rate, and its host's rest.
    func ready(_ lane: Lane, at now: Duration) -> Duration {
        max(pace.ready(lane, at: now), hosts[lane.host]?.breaker.openUntil ?? now)
    }

    /// Counts a claim; a channel without a promise holds its slot from here on.
    mutating func claim(_ lane: Lane, at now: Duration) {
        change(lane) { $0.claimed += 1 }
        count(lane, claims: 1, slots: lane.mayBeClaimedAhead ? 0 : 1)
        pace.spend(lane, at: now)
    }

    /// Whether a claimed post may begin its transfer now.
    func mayBegin(_ lane: Lane, at now: Duration) -> Bool {
        let (share, host) = (share(lane), host(lane))
        guard share.begun < min(lane.limits.concurrency, share.window.size), !isResting(lane, at: now) else {
            return false
        }
        guard lane.mayBeClaimedAhead else { return true }
        return (host.breaker.isOnTrial ? min(places(of: host), 1 - host.slots) : places(of: host)) > 0
    }

    /// Whether the channel or its host is left alone for a time.
    func isResting(_ lane: Lane, at now: Duration) -> Bool {
        pace.isResting(lane, at: now) || hosts[lane.host]?.breaker.isResting(at: now) ?? false
    }

    mutating func begin(_ lane: Lane) {
        change(lane) { $0.begun += 1 }
        if lane.mayBeClaimedAhead { count(lane, claims: 0, slots: 1) }
    }

    /// Spends a further request of a post that takes several.
    mutating func spend(_ lane: Lane, at now: Duration) { pace.spend(lane, at: now) }

    /// Forgets a claim that never began; what it had spent of the rate is there again.
    mutating func putBack(_ lane: Lane) {
        change(lane) { $0.claimed -= 1 }
        count(lane, claims: -1, slots: lane.mayBeClaimedAhead ? 0 : -1)
        pace.giveBack(lane)
    }

    /// A post's last transfer is over.
    mutating func end(_ lane: Lane) {
        change(lane) {
            $0.claimed -= 1
            $0.begun -= 1
        }
        count(lane, claims: -1, slots: -1)
    }

    /// Learns from a transfer how much may be asked of channel and host.
    ///
    /// - Parameter begun: when the transfer began.
    /// - Returns: whether the host's breaker opened or closed.
    mutating func note(_ sign: SignOfLife, of lane: Lane, begun: Duration, at now: Duration) -> Bool {
        change(lane) { $0.window.adjust(to: sign) }
        let policy = settings.breaker
        return change(host: lane) { host in
            host.window.adjust(to: sign)
            return host.breaker.note(sign, begun: begun, at: now, policy)
        }
    }

    /// Leaves what a rate is counted by alone until then: the receiver asked for it.
    ///
    /// - Returns: whether that is longer than was known.
    mutating func rest(_ limitKey: String, until instant: Duration) -> Bool { pace.rest(limitKey, until: instant) }

    func breaker(of host: String) -> HostBreaker { hosts[host]?.breaker ?? HostBreaker() }
}

extension Traffic {
    /// A host may have so many times what it leaves free: three quarters of everything where it is the only one, and
    /// less with every other that is busy. A host that earned trust and then hangs keeps what it has until its time
    /// limits, so however many do, something is left for those that answer.
    ///
    /// After the dynamic thresholds by which switches share their memory (Choudhury and Hahne, 1998).
    private static let shareOfFree = 3

    /// How many more a host may have.
    private static func more(having own: Int, free: Int) -> Int {
        // Each further one is one less of what is free, so it counts against the share once more for every part of it.
        max(0, shareOfFree * free - own + shareOfFree) / (shareOfFree + 1)
    }

    /// How many more transfers a host may get.
    private func places(of host: Host) -> Int {
        min(host.window.size - host.slots, Traffic.more(having: host.slots, free: settings.transfers - slots))
    }

    /// For each transfer a channel has earned beyond the first, so many posts may be claimed ahead.
    private static let ahead = 8

    private static func claims(_ share: Share, _ lane: Lane) -> Int {
        let transfers = min(lane.limits.concurrency, share.window.size)
        return lane.mayBeClaimedAhead ? transfers + (transfers - 1) * ahead : transfers
    }

    private func share(_ lane: Lane) -> Share {
        shares[lane.channel] ?? Traffic.newShare(lane)
    }

    private func host(_ lane: Lane) -> Host { hosts[lane.host] ?? Traffic.newHost(settings) }

    private static func newShare(_ lane: Lane) -> Share {
        Share(window: AdmissionWindow(first: 1, ceiling: lane.limits.concurrency))
    }

    private static func newHost(_ settings: EngineSettings) -> Host {
        Host(window: AdmissionWindow(first: settings.firstTransfersOfHost, ceiling: settings.transfers))
    }

    private mutating func change(_ lane: Lane, _ body: (inout Share) -> Void) {
        body(&shares[lane.channel, default: Traffic.newShare(lane)])
    }

    private mutating func change<Result>(host lane: Lane, _ body: (inout Host) -> Result) -> Result {
        let settings = settings
        return body(&hosts[lane.host, default: Traffic.newHost(settings)])
    }

    private mutating func count(_ lane: Lane, claims: Int, slots held: Int) {
        claimed += claims
        slots += held
        change(host: lane) { host in
            host.claimed += claims
            host.slots += held
        }
    }
}
