/// When posts are looked for whose claims ran out. A look reads every post that is being sent, so it is not part of every
/// round: leases last a quarter of an hour, and seconds more do no harm.
struct LeaseWatch {
    private static let interval = Duration.seconds(10)

    private var next = Duration.zero

    mutating func isDue(at now: Duration) -> Bool {
        guard now >= next else { return false }
        next = now + LeaseWatch.interval
        return true
    }
}
