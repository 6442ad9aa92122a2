import Operations
import Outreach

/// Where something on a calendar stands: a sign, a word and a tone, so that colour is never alone.
enum StateMark: Sendable, Hashable {
    /// A slot that is to become a post.
    case planned
    case session
    case dropped
    case post(PostState)

    init(_ slot: Slot) {
        self = slot.isDropped ? .dropped : slot.channel == nil ? .session : .planned
    }

    var sign: String {
        switch self {
        case .planned: "○"
        case .session: "◇"
        case .dropped: "–"
        case .post(let state):
            switch state {
            case .draft: "✎"
            case .inReview: "◐"
            case .approved: "✓"
            case .sending, .retrying: "↻"
            case .posted: "●"
            case .unknown: "?"
            case .failed: "✕"
            case .missed: "!"
            case .cancelled: "–"
            }
        }
    }

    var words: Message {
        switch self {
        case .planned: Message(vi: "chưa thành bài", en: "not a post yet")
        case .session: Message(vi: "buổi tuyên truyền", en: "session")
        case .dropped: Message(vi: "đã bỏ", en: "dropped")
        case .post(let state): state.words
        }
    }

    var tone: Tone {
        switch self {
        case .planned, .dropped: .quiet
        case .session: .info
        case .post(let state): state.tone
        }
    }

    /// In the order of a post's life, for a legend.
    static let all: [StateMark] =
        [.planned, .session] + PostState.allCases.filter { $0 != .retrying && $0 != .cancelled }.map(StateMark.post)
}

extension Visit {
    func badge(_ mark: StateMark) -> HTML {
        "<span class=\"badge badge-\(mark.tone.rawValue)\"><span aria-hidden=\"true\">\(mark.sign)</span> \(t(mark.words))</span>"
    }
}
