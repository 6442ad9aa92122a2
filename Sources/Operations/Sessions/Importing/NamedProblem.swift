import Outreach

extension SessionProblem {
    /// The same for people who never saw the short name of an audience.
    func message(naming audiences: [Audience]) -> Message {
        switch self {
        case .negativeTurns(let id), .sexesExceedTurns(let id), .audienceTwice(let id):
            guard let name = audiences.first(where: { $0.id == id })?.name else { return message }
            return Message(
                vi: message.vietnamese.replacing("“\(id)”", with: "“\(name.vi)”"),
                en: message.english.replacing("“\(id)”", with: "“\(name.en)”"))
        default: return message
        }
    }
}
