public import Outreach

/// Why someone or something was not let in, or an operation on ways in was refused; nothing was changed.
public enum AccessError: ReadableError, Hashable {
    /// No such user, no password, disabled, or the wrong password: which of them is not told.
    case wrongLogIn
    /// After failures in a row nothing is tried before this moment.
    case paused(until: Instant, zone: Zone)
    case busy
    /// Not signed in, or not any more.
    case signedOut
    /// Never made, used before, replaced by a newer one, or its time is over.
    case linkSpent
    case linkTime
    /// The current password is needed to set a new one.
    case currentPasswordMissing
    case currentPasswordWrong
    /// A password is set by its owner alone.
    case ownPasswordOnly(Slug)
    case ownLink
    /// Only for people, not for tokens and feeds.
    case personOnly
    case disabled(Slug)
    case ownAccount
    case nameMissing
    /// What the program itself signs with cannot be a user's.
    case reservedName(Slug)
    case tokenExists(Slug)
    case unknownToken(Slug)
    case tokenRole(Role)
    /// Without a unit a token is for the whole workspace, for which its maker lacks this right.
    case tokenForWhole(Slug, Permission)
    case tokenExpiry
    case unknownFeed
    case unknownSession
    case requestKey

    public var kind: FailureKind {
        switch self {
        case .wrongLogIn, .signedOut, .linkSpent, .currentPasswordWrong, .ownPasswordOnly, .ownLink, .personOnly,
            .disabled, .ownAccount, .tokenForWhole:
            .refused
        case .paused, .busy: .tryAgain
        case .linkTime, .currentPasswordMissing, .nameMissing, .reservedName, .tokenExists, .unknownToken, .tokenRole,
            .tokenExpiry,
            .unknownFeed, .unknownSession, .requestKey:
            .usage
        }
    }
}
