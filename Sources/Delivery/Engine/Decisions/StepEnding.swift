import Outreach

/// How one request of an attempt ended.
enum StepEnding: Sendable, Hashable {
    case answered(AnswerVerdict, status: Int)
    case broken(TransferFailure, bytesMayHaveLeft: Bool)
    /// The request could not be made at all.
    case unprepared(RequestPreparationError)
}

extension TransferFailure {
    /// It failed on this side and says nothing about the receiver.
    var isOurs: Bool {
        switch self {
        case .badURL, .badMethod, .badHeader, .addressRefused, .stopped, .withheld, .noSocket: true
        default: false
        }
    }

    /// The same request would be refused again, before any byte leaves.
    var isPermanent: Bool {
        switch self {
        case .badURL, .badMethod, .badHeader, .addressRefused: true
        default: false
        }
    }
}
