extension Report {
    /// What has to be said beside its numbers: how the period before was counted, and who was there for a part only.
    public var remarks: [Message] {
        [unfinished, comparison.sentence].compactMap(\.self) + (partly?.sentences ?? [])
    }

    /// The day up to which it counts, where its period was not over yet.
    public var countedUntil: Day? {
        let day = Zone.vietnam.day(of: builtAt)
        return day < period.range.last ? day : nil
    }

    private var unfinished: Message? {
        countedUntil.map { day in
            Message(
                vi: "Kỳ chưa kết thúc: số liệu tính đến ngày \(day.written).",
                en: "The period is not over: the numbers are those up to \(day.written).")
        }
    }
}

extension ComparisonBasis {
    /// How the same period before was counted, in a sentence; nil where there is nothing to say.
    public var sentence: Message? {
        switch self {
        case .sameUnits: nil
        case .changedTree(let ended, let begun):
            Message(
                vi: "Mỗi kỳ tính theo cây đơn vị của kỳ đó."
                    + (ended.isEmpty ? "" : " Kỳ trước có, nay không còn: \(ended.names(.vietnamese)).")
                    + (begun.isEmpty ? "" : " Kỳ này mới có: \(begun.names(.vietnamese))."),
                en: "Each period is counted by the units as they stood in it."
                    + (ended.isEmpty ? "" : " Then, and no longer: \(ended.names(.english)).")
                    + (begun.isEmpty ? "" : " New in this period: \(begun.names(.english))."))
        case .changedBelow(let ended, let begun):
            Message(
                vi: "Mỗi kỳ tính theo cây đơn vị của kỳ đó: ở cấp dưới, \(ended) đơn vị của kỳ trước nay không còn, "
                    + "\(begun) đơn vị kỳ này mới có.",
                en: "Each period is counted by the units as they stood in it: below, \(ended) of the period before are "
                    + "no longer there, and \(begun) are new.")
        case .predecessors, .continued, .divided, .takingOver: succession
        case .nothingBefore, .partOfPeriod, .partOfPeriodBefore, .notYet, .noLonger: absence
        }
    }

    /// Of one that took over from others.
    private var succession: Message? {
        switch self {
        case .predecessors(let subjects):
            Message(
                vi: "Cùng kỳ trước cộng số liệu của đơn vị tiền thân: \(subjects.names(.vietnamese)).",
                en: "The period before adds up those it took over from: \(subjects.names(.english)).")
        case .continued(let subjects, let from):
            Message(
                vi: "Cùng kỳ trước cộng số liệu của đơn vị tiền thân (\(subjects.names(.vietnamese))) và của chính đơn "
                    + "vị này từ ngày \(from.written).",
                en: "The period before adds up those it took over from (\(subjects.names(.english))) and, from "
                    + "\(from.written), the unit itself.")
        case .divided(let subjects, let count):
            Message(
                vi: "Không so với cùng kỳ trước: \(subjects.names(.vietnamese)) đã chia cho \(count) đơn vị, "
                    + "số liệu cũ không tách được.",
                en: "Not compared with the period before: \(subjects.names(.english)) was divided among \(count) "
                    + "units, and its counts cannot be.")
        case .takingOver(let subjects):
            Message(
                vi: "Không so với cùng kỳ trước: trong kỳ này đơn vị mới nhận \(subjects.names(.vietnamese)), trước đó "
                    + "tính riêng.",
                en: "Not compared with the period before: in this period the unit took over "
                    + "\(subjects.names(.english)), which counted apart until then.")
        default: nil
        }
    }

    /// Of one that was not there, or for a part only.
    private var absence: Message? {
        switch self {
        case .nothingBefore:
            Message(
                vi: "Không so với cùng kỳ trước: đơn vị chưa có trong kỳ đó.",
                en: "Not compared with the period before: the unit did not exist in it.")
        case .partOfPeriod(let days):
            Message(
                vi: "Không so với cùng kỳ trước: trong kỳ này đơn vị chỉ có từ ngày \(days.first.written) đến ngày "
                    + "\(days.last.written), số liệu là của những ngày đó.",
                en:
                    "Not compared with the period before: in this period the unit existed only from \(days.first.written) to "
                    + "\(days.last.written), and its numbers are those of these days.")
        case .partOfPeriodBefore(let days, let divided):
            Message(
                vi: "Không so với cùng kỳ trước: trong kỳ đó đơn vị chỉ có từ ngày \(days.first.written)"
                    + (divided.isEmpty
                        ? "." : "; trước đó là \(divided.names(.vietnamese)), đã chia nên số liệu cũ không tách được."),
                en: "Not compared with the period before: in it the unit existed only from \(days.first.written)"
                    + (divided.isEmpty
                        ? "." : "; before that it was \(divided.names(.english)), whose counts cannot be divided."))
        case .notYet(let from):
            Message(
                vi: "Đơn vị này có từ ngày \(from.written), trong kỳ này chưa có nên không có gì để tính.",
                en: "This unit exists from \(from.written); in this period it did not, so there is nothing to count.")
        case .noLonger(let until):
            Message(
                vi: "Đơn vị này có đến ngày \(until.written), trong kỳ này không còn nên không có gì để tính.",
                en: "This unit existed until \(until.written); in this period it did not, so there is nothing to count."
            )
        default: nil
        }
    }
}

extension PartialPresences {
    /// One for the period, one for the period before and one for the year so far, where there is anything to say.
    public var sentences: [Message] { [ofPeriod, ofPeriodBefore, ofYear].compactMap(\.self) }

    /// Who of the columns, and below them, was there on some days of the period only; nil where nobody.
    public var ofPeriod: Message? {
        guard !now.isEmpty || belowNow > 0 else { return nil }
        return Message(
            vi: "Chỉ có trong một phần kỳ này: \(named(now, belowNow, .vietnamese)).",
            en: "There for a part of this period only: \(named(now, belowNow, .english)).")
    }

    private var ofPeriodBefore: Message? {
        guard !before.isEmpty || belowBefore > 0 else { return nil }
        return Message(
            vi: "Chỉ có trong một phần kỳ trước: \(named(before, belowBefore, .vietnamese)).",
            en: "There for a part of the period before only: \(named(before, belowBefore, .english)).")
    }

    private var ofYear: Message? {
        cumulative.map { days in
            Message(
                vi: "Lũy kế là của những ngày đơn vị này có trong năm: từ ngày \(days.first.written) đến ngày "
                    + "\(days.last.written).",
                en: "The cumulative numbers are of the days of the year on which this unit existed: from "
                    + "\(days.first.written) to \(days.last.written).")
        }
    }

    /// Units of the same days together: "từ 01/07/2025: Xã A, Xã B; đến 30/06/2025: Huyện C".
    private func named(_ presences: [PartialPresence], _ below: Int, _ language: Language) -> String {
        let groups = Dictionary(grouping: presences, by: \.days).sorted {
            ($0.key[0].first, $0.key[0].last) < ($1.key[0].first, $1.key[0].last)
        }
        let named = groups.map { days, presences in
            "\(words(of: days, language)): \(presences.map(\.subject).names(language))"
        }
        let unnamed =
            below == 0
            ? [] : [Message(vi: "\(below) đơn vị ở cấp dưới", en: "\(below.of("unit", "units")) below")(language)]
        return (named + unnamed).joined(separator: "; ")
    }

    private func words(of days: [DayRange], _ language: Language) -> String {
        days.map { range in
            Message(
                vi: "\(range.first.written) – \(range.last.written)",
                en: "\(range.first.written) to \(range.last.written)")(
                    language)
        }.joined(separator: ", ")
    }
}

extension [ReportSubject] {
    /// A sentence with more names than this is not read.
    private static var mostNames: Int { 12 }

    fileprivate func names(_ language: Language) -> String {
        let others = count - Self.mostNames
        let shown = prefix(Self.mostNames).map { $0.name(language) }.joined(separator: ", ")
        guard others > 0 else { return shown }
        return shown + Message(vi: " và \(others) đơn vị khác", en: " and \(others) others")(language)
    }
}
