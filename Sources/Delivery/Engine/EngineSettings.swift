/// How much the engine does at once and how long it waits for what.
public struct EngineSettings: Sendable, Hashable {
    /// Transfers under way at the same time.
    public var transfers: Int
    /// Posts claimed at the same time; more than transfers, so that none of them idles while a commit is written.
    public var claims: Int
    /// How many transfers a host gets that has not answered yet.
    var firstTransfersOfHost: Int
    /// So many outcomes are written at once without waiting for more …
    var groupSize = 256
    /// … and fewer after this long, so that durability does not cost throughput.
    var groupDelay = Duration.milliseconds(4)
    /// How often holds are looked at while something is under way: none may be overlooked for a second.
    var stopsInterval = Duration.milliseconds(400)
    /// How old a look at the holds may be, from when it was asked for, while anything begins on its word; with the time
    /// between two looks it stays below the second within which a hold has to take effect.
    var stopsPatience = Duration.milliseconds(500)
    /// How long to wait before the database is tried again that was busy or full.
    var storeDelay = Duration.seconds(1)
    /// How long transfers under way may take once the engine is to stop.
    var grace = Duration.seconds(15)
    /// A wall clock that moves this much against the monotonic one was changed, and sending pauses.
    var clockJump = Duration.seconds(60)
    var breaker = HostBreaker.Policy()

    public init(transfers: Int = 256) {
        self.transfers = max(1, transfers)
        claims = self.transfers * 8
        firstTransfersOfHost = max(1, self.transfers / 4)
    }
}
