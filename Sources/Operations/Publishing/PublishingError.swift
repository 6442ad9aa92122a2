public import Outreach

/// Why an operation on posts or channels was refused; nothing was changed.
public enum PublishingError: ReadableError, Hashable {
    case unknownChannel(Slug, known: [Slug])
    case unknownPost(String)
    case ambiguousPost(String)
    case noVariant(material: Slug, kind: ChannelKind)
    case notValidOn(material: Slug, day: Day)
    case textMissing
    case tooLong(length: Int, maximum: Int)
    case cannotRender(Message)
    /// By the name it is stored under.
    case secretMissing(String)
    case inPast(String)
    /// A post written down as made before the day it was approved for.
    case tooEarly(String)
    case ownWork(user: String)
    /// Each step of a chain is for another person.
    case gaveStep(user: String)
    case byHandOnly(Slug)
    case notByHand(Slug)
    /// What the channel asks to be written down is missing.
    case recordMissing(ByHandDelivery.Record)
    case reasonMissing
    case alreadyScheduled(channel: Slug, at: String)
    case badLink(String)
    case changedMeanwhile
    /// Somebody else saved the post after this editor opened it.
    case editedMeanwhile([String])
    /// What is to be approved is not what its reader saw; which parts differ, where that can be told.
    case changedSinceSeen(parts: [PostPart], state: PostState)
    case campaignChangedSinceSeen
    case nothingChosen
    case nothingToDo(Message)
    case holdExists
    case held(by: String, reason: String)
    case noHold
    case channelOff(Slug, reason: Message)
    /// Values of its target that still say what is to be filled in.
    case channelUnfilled(Slug, values: [String: String])
    case notThisInstance

    public var kind: FailureKind {
        switch self {
        case .unknownChannel, .unknownPost: .notFound
        case .ambiguousPost, .reasonMissing, .noHold, .nothingToDo, .nothingChosen: .usage
        case .changedMeanwhile, .editedMeanwhile, .changedSinceSeen, .campaignChangedSinceSeen: .conflict
        case .held, .tooEarly, .inPast, .ownWork, .gaveStep, .byHandOnly, .notByHand, .holdExists, .notThisInstance:
            .refused
        case .channelOff, .channelUnfilled, .secretMissing: .configuration
        default: .badData
        }
    }
}
