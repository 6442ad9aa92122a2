/// The names of slots within a campaign, always three parts: what, place, turn.
///
/// A slot of the playbook keeps its key however often it is planned again, because a turn is counted from the
/// playbook alone. A dot, which no slug has, tells apart what the planner added by itself.
public enum SlotKey {
    /// `slot` of the playbook on a channel, or at a unit for sessions; turns count from 1.
    public static func planned(_ slot: Slug, place: Slug, turn: Int) -> String {
        "\(slot.description)/\(place.description)/\(turn)"
    }

    static func added(_ reason: AddedSlot, place: Slug, turn: Int) -> String {
        "\(reason.keyPrefix)\(place.description)/\(turn)"
    }
}

/// Why the planner added a slot the playbook does not have.
enum AddedSlot: Hashable {
    case hotline
    case audience(Slug)

    var keyPrefix: String {
        switch self {
        case .hotline: "added.hotline-111/"
        case .audience(let audience): "added.audience-\(audience.description)/"
        }
    }
}
