/// How many transfers a channel or host is trusted with: few at first, one more for every quick answer, few again once
/// it stops answering. So whoever hangs holds no more than the first few.
struct AdmissionWindow: Sendable, Hashable {
    private let first: Int
    private let ceiling: Int
    private(set) var size: Int

    init(first: Int, ceiling: Int) {
        self.ceiling = max(1, ceiling)
        self.first = min(max(1, first), self.ceiling)
        size = self.first
    }

    mutating func adjust(to sign: SignOfLife) {
        switch sign {
        case .quick: size = min(size + 1, ceiling)
        case .slow: break
        case .pressed: size = max(first, size / 2)
        case .none: size = first
        }
    }
}

/// What a transfer told about the receiver's health.
enum SignOfLife: Sendable, Hashable {
    case quick
    case slow
    /// It answered that it has too much to do.
    case pressed
    /// It could not be reached, did not answer, or answered that it does not work.
    case none

    /// An answer as fast as this shows that more can be asked of the receiver.
    private static let quickest = Duration.seconds(1)

    /// Nil where the transfer failed for a reason of our own, which says nothing about the receiver.
    init?(_ ending: StepEnding, took duration: Duration) {
        switch ending {
        case .answered(_, status: 429), .answered(_, status: 503): self = .pressed
        case .answered(_, let status) where status / 100 == 5: self = .none
        case .answered: self = duration < SignOfLife.quickest ? .quick : .slow
        case .broken(let failure, _) where !failure.isOurs: self = .none
        case .broken, .unprepared: return nil
        }
    }
}
