/// Notes on single slots, in the words of the people who run the channels.
extension PlanningGround {
    func moved(_ move: SlotMove) -> PlanNote {
        let (head, words) = (head(move.station), words(of: move))
        return PlanNote(
            kind: move.day == move.wish.day ? .movedTime : .movedDay,
            slot: move.wish.key,
            message: Message(
                vi: "\(head.vietnamese): dời \(words.vietnamese).", en: "\(head.english): moved \(words.english)."))
    }

    /// The playbook's reason, followed by what became of the wanted time.
    func why(_ move: SlotMove) -> LocalizedText {
        let (why, words) = (move.station.slot.why, words(of: move))
        return LocalizedText(
            vi: "\(why.vi.asSentence)Dời \(words.vietnamese).", en: "\(why.en.asSentence)Moved \(words.english).")
    }

    func noTime(for wish: Wish, at station: Station, because obstacle: Obstacle, through last: Day) -> PlanNote {
        let head = head(station)
        let reason = places[station.place].reason(obstacle, on: wish.day, at: station.slot.time)
        let time = station.slot.time
        return PlanNote(
            kind: .noTime,
            slot: wish.key,
            message: Message(
                vi: "\(head.vietnamese), \(time) ngày \(wish.day.written): không đưa vào kế hoạch vì "
                    + "\(reason.vietnamese) và đến hết ngày \(last.written) không còn giờ trống. "
                    + "Nới khung giờ, tăng số bài mỗi ngày hoặc bớt mục.",
                en:
                    "\(head.english), \(time) on \(wish.day.written): left out, because \(reason.english) and there is no "
                    + "free time up to \(last.written). Widen the hours, allow more a day, or plan less."))
    }

    func noMaterial(from shelf: Shelf, on day: Day, for wish: Wish, at station: Station) -> PlanNote {
        let head = head(station)
        let wanted = (vi: words.wanted(shelf.need, .vietnamese), en: words.wanted(shelf.need, .english))
        let isValid = shelf.tiers.joined().contains { catalogue.materials[$0].validity.contains(day) }
        let spacing = request.playbook.spacing
        let message =
            if shelf.tiers.isEmpty {
                Message(
                    vi: "không có \(wanted.vi). Mục còn trống tài liệu: viết thêm tài liệu hoặc đổi mục.",
                    en: "there is no \(wanted.en). The slot has no material yet: write one, or change the slot.")
            } else if !isValid {
                Message(
                    vi: "không có \(wanted.vi) nào còn hiệu lực ngày \(day.written). "
                        + "Mục còn trống tài liệu: viết thêm, gia hạn hoặc đổi ngày.",
                    en:
                        "no \(wanted.en) is valid on \(day.written). The slot has no material yet: write one, extend one, "
                        + "or change the day.")
            } else {
                Message(
                    vi: "mọi \(wanted.vi) còn hiệu lực đều đã có trên kênh này trong vòng \(spacing) ngày. "
                        + "Mục còn trống tài liệu: viết thêm tài liệu hoặc bớt mục.",
                    en: "every valid \(wanted.en) is already on this channel within \(spacing) days. The slot has "
                        + "no material yet: write another, or plan less.")
            }
        return PlanNote(
            kind: .noMaterial,
            slot: wish.key,
            message: Message(
                vi: "\(head.vietnamese), ngày \(day.written): \(message.vietnamese)",
                en: "\(head.english), \(day.written): \(message.english)"))
    }

    private func head(_ station: Station) -> Message { places[station.place].head(station.slot.what) }

    private func words(of move: SlotMove) -> Message {
        let reason = places[move.station.place]
            .reason(move.obstacle, on: move.wish.day, at: move.station.slot.time)
        let (wanted, isSameDay) = (move.station.slot.time, move.day == move.wish.day)
        return Message(
            vi: "từ \(wanted) ngày \(move.wish.day.written) sang \(move.time) "
                + (isSameDay ? "cùng ngày" : "ngày \(move.day.written)") + ", vì \(reason.vietnamese)",
            en: "from \(wanted) on \(move.wish.day.written) to \(move.time) "
                + (isSameDay ? "the same day" : "on \(move.day.written)") + ", because \(reason.english)")
    }
}

extension PlanningPlace {
    /// What takes place and where, to begin a note with.
    func head(_ what: LocalizedText) -> Message {
        switch self {
        case .channel(let channel, _):
            Message(vi: "“\(what.vi)” trên \(channel.name.vi)", en: "“\(what.en)” on \(channel.name.en)")
        case .unit(let unit): Message(vi: "“\(what.vi)” tại \(unit.name.vi)", en: "“\(what.en)” at \(unit.name.en)")
        }
    }
}

extension String {
    /// With a full stop and a space behind, where it says anything.
    fileprivate var asSentence: String {
        guard let last else { return "" }
        return ".!?…".contains(last) ? self + " " : self + ". "
    }
}
