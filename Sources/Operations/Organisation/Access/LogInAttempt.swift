import Delivery
import Outreach
import Storage

/// One try to log in, counted before the password is looked at, so that tries at the same moment count too.
struct LogInAttempt: Sendable {
    private let name: ContentHash
    /// Nil where it is not known, as on the machine itself.
    private let place: ContentHash?

    init(name: String, address: String) {
        self.name = ContentHash.sha256(of: "user:\(name)")
        place = LogInAttempt.place(of: address).map { ContentHash.sha256(of: "address:\($0)") }
    }

    /// What counts as one address: of IPv6 the network, since whoever has one has 2⁶⁴ addresses in it.
    static func place(of address: String) -> String? {
        guard !address.isEmpty else { return nil }
        switch IPAddress(address) {
        case .version6(let number) where number >> 32 == 0xFFFF: return "4:\(UInt32(truncatingIfNeeded: number))"
        case .version4(let number): return "4:\(number)"
        case .version6(let number): return "6:\(number >> 64)"
        case nil: return String(address.prefix(100))
        }
    }

    /// Counts the try as failed until it turns out otherwise.
    ///
    /// - Returns: until when nothing is tried after this one, should it fail.
    /// - Throws: ``AccessError/paused(until:zone:)``; then the try does not count.
    func begin(in tx: WriteTransaction, at now: Instant, zone: Zone) throws -> Instant? {
        let counts = [(name, LogInThrottle.user)] + [place].compactMap(\.self).map { ($0, LogInThrottle.address) }
        let known = try counts.map { try tx.logInFailures(of: $0.0) }
        if let until = known.compactMap({ $0?.pausedUntil }).max(), now < until {
            throw AccessError.paused(until: until, zone: zone)
        }
        try tx.removeLogInFailures(lastBefore: now - .seconds(86_400))
        var pause: Instant?
        for ((subject, throttle), before) in zip(counts, known) {
            let count = throttle.counting(before, at: now)
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
