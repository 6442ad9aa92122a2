import Outreach
import Storage

/// One try to log in, counted before the password is looked at, so that tries at the same moment count too.
struct LogInAttempt: Sendable {
    private let name: ContentHash
    /// Nil where it is not known, as on the machine itself.
    private let place: ContentHash?

    init(name: String, from address: ClientAddress) {
        self.name = ContentHash.sha256(of: "user:\(name)")
        place = address.network.map { ContentHash.sha256(of: "address:\($0)") }
    }

    private var counts: [(ContentHash, LogInThrottle)] {
        [(name, .user)] + [place].compactMap(\.self).map { ($0, .address) }
    }

    /// - Throws: ``AccessError/paused(until:zone:)`` where nothing is tried now.
    func requireOpen(in tx: ReadTransaction, at now: Instant, zone: Zone) throws {
        let until = try counts.compactMap { try tx.logInFailures(of: $0.0)?.pausedUntil }.max()
        if let until, now < until { throw AccessError.paused(until: until, zone: zone) }
    }

    /// Counts the try as failed until it turns out otherwise.
    ///
    /// - Returns: until when nothing is tried after this one, should it fail.
    /// - Throws: ``AccessError/paused(until:zone:)``; then the try does not count.
    func begin(in tx: WriteTransaction, at now: Instant, zone: Zone) throws -> Instant? {
        try requireOpen(in: tx, at: now, zone: zone)
        try tx.removeLogInFailures(lastBefore: now - .seconds(86_400))
        var pause: Instant?
        for (subject, throttle) in counts {
            let count = throttle.counting(try tx.logInFailures(of: subject), at: now)
            try tx.set(count, of: subject)
            pause = [pause, count.pausedUntil].compactMap(\.self).max()
        }
        return pause
    }

    /// The password was right: the name's failures are forgotten, the address has one less.
    func succeed(in tx: WriteTransaction) throws {
        try tx.removeLogInFailures(of: name)
        guard let place, let count = try tx.logInFailures(of: place) else { return }
        try tx.set(
            LogInFailures(failures: max(0, count.failures - 1), lastAt: count.lastAt, pausedUntil: nil), of: place)
    }
}
