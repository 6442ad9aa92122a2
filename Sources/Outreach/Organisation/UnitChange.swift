/// What happens to a unit over time. What was so before stays known, so that a report of an old period adds up as it
/// stood.
extension Unit {
    /// The unit under another name or another parent.
    ///
    /// - Parameter day: the first day on which that holds; nil puts right what was written wrongly, as if it had never
    ///   been otherwise.
    public func renamed(
        _ name: LocalizedText, under parent: Slug?, from day: Day?
    ) throws(UnitChangeError) -> Unit {
        guard name != self.name || parent != self.parent else { throw .nothingChanges(id) }
        guard let day else { return with(name: name, parent: parent, former: former) }
        guard day != validity.from else { throw .fromTheBeginning(day) }
        guard validity.contains(day) else { throw .notThere(id, on: day) }
        if let last = former.last?.until, day <= last { throw .changedLater(id, last: last) }
        // A standing without a parent reads as one with the same parent as afterwards.
        guard parent == self.parent || self.parent != nil else { throw .stoodAlone(id) }
        let before = FormerStanding(
            until: day - 1, name: name == self.name ? nil : self.name, parent: parent == self.parent ? nil : self.parent
        )
        return with(name: name, parent: parent, former: former + [before])
    }

    /// The unit with its last day; nil lets it go on.
    public func ending(on day: Day?) throws(UnitChangeError) -> Unit {
        guard day != validity.until else { throw .nothingChanges(id) }
        if let day {
            if let from = validity.from, day < from { throw .notThere(id, on: day) }
            if let last = former.last?.until, day <= last { throw .changedLater(id, last: last) }
        }
        return Unit(
            id: id, name: name, kind: kind, parent: parent, validity: Validity(from: validity.from, until: day),
            priority: priority, level: level, succeeds: succeeds, former: former)
    }

    /// The unit as one that took over another.
    public func takingOver(_ other: Slug) throws(UnitChangeError) -> Unit {
        guard other != id else { throw .takesOverItself(id) }
        guard !succeeds.contains(other) else { return self }
        return Unit(
            id: id, name: name, kind: kind, parent: parent, validity: validity, priority: priority, level: level,
            succeeds: succeeds + [other], former: former)
    }

    private func with(name: LocalizedText, parent: Slug?, former: [FormerStanding]) -> Unit {
        Unit(
            id: id, name: name, kind: kind, parent: parent, validity: validity, priority: priority, level: level,
            succeeds: succeeds, former: former)
    }
}

/// Why a unit cannot be changed like that; nothing was changed.
public enum UnitChangeError: ReadableError, Hashable {
    case nothingChanges(Slug)
    case taken(Slug)
    case notThere(Slug, on: Day)
    case fromTheBeginning(Day)
    case changedLater(Slug, last: Day)
    case stoodAlone(Slug)
    case takesOverItself(Slug)
    case memberAlready(Slug)
    case noMember(Slug)
    case lastMember(Slug)

    public var kind: FailureKind { .refused }

    public var message: Message {
        switch self {
        case .nothingChanges(let id):
            Message(
                vi: "“\(id)” đã như vậy rồi. Chưa thay đổi gì.",
                en: "“\(id)” is like that already. Nothing was changed.")
        case .taken(let id):
            Message(
                vi: "Mã “\(id)” đã có rồi. Chưa thay đổi gì; hãy chọn mã khác.",
                en: "The id “\(id)” is taken. Nothing was changed; choose another.")
        case .notThere(let id, let day):
            Message(
                vi: "Ngày \(day.written) “\(id)” không hoạt động. Chưa thay đổi gì; hãy chọn ngày khác.",
                en: "On \(day.written) “\(id)” does not exist. Nothing was changed; choose another day.")
        case .fromTheBeginning(let day):
            Message(
                vi: "\(day.written) là ngày đầu của đơn vị: đó là sửa sai, hãy để trống ngày. Chưa thay đổi gì.",
                en:
                    "\(day.written) is the unit’s first day: that is a correction, leave the day empty. Nothing was changed."
            )
        case .changedLater(let id, let last):
            Message(
                vi: "“\(id)” đã có thay đổi sau ngày \(last.written). Chưa thay đổi gì; hãy chọn ngày muộn hơn.",
                en: "“\(id)” changed after \(last.written) already. Nothing was changed; choose a later day.")
        case .stoodAlone(let id):
            Message(
                vi: "“\(id)” trước nay không thuộc đơn vị nào, nên chỉ sửa được cho cả quá khứ: hãy để trống ngày. "
                    + "Chưa thay đổi gì.",
                en:
                    "“\(id)” had no unit above it, so this can only be put right for the past too: leave the day empty. "
                    + "Nothing was changed.")
        case .memberAlready(let id):
            Message(
                vi: "“\(id)” đã là thành viên trong thời gian ấy. Chưa thay đổi gì.",
                en: "“\(id)” is a member on those days already. Nothing was changed.")
        case .noMember(let id):
            Message(
                vi: "“\(id)” không phải thành viên. Chưa thay đổi gì.",
                en: "“\(id)” is no member. Nothing was changed.")
        case .lastMember(let id):
            Message(
                vi: "Đây là thành viên cuối cùng của “\(id)”; hãy thêm thành viên khác trước, hoặc cho ban chỉ đạo kết "
                    + "thúc. Chưa thay đổi gì.",
                en: "This is the last member of “\(id)”; add another first, or end the committee. Nothing was changed.")
        case .takesOverItself(let id):
            Message(
                vi: "“\(id)” không thể tiếp nối chính mình. Chưa thay đổi gì.",
                en: "“\(id)” cannot take over itself. Nothing was changed.")
        }
    }
}
