public import Outreach

/// Why a report was not built or submitted; nothing was changed.
public enum ReportingError: ReadableError, Hashable {
    case unknownPeriod(String, examples: [String])
    case unknownIndicator(Slug, known: [Slug])
    case unknownDuty(DutyReference, known: [DutyReference])
    case noIndicators
    case noVersion(Int, last: Int?)
    case rowsNotKept(Int, ReportSlice)
    case notBegun(Period)
    case locked(Period)
    case noReason
    case nothingChanged(Int)
    case changedSinceSeen
    /// The words of a narrative that may not leave.
    case narrative([String])
    /// The words of a target, a reason or a head that count fewer than five cases in one commune.
    case fewCases([String])
    /// The names of members of a committee whose reports are waited for.
    case membersMissing([LocalizedText])
    /// Somebody else kept a narrative after this writer opened theirs.
    case narrativeWrittenMeanwhile
    /// Somebody else registered a target after this person opened the form.
    case targetRegisteredMeanwhile(indicator: LocalizedText, value: String)
    case noIssuer
    case badAddress(String)
    case negativeTarget(String)
    case notForReminders(Slug)
    case reminderNotTaken(Slug, reason: Message)
    /// The channel may have taken it; it is not sent again that day.
    case reminderUnclear(Slug, reason: Message)

    public var kind: FailureKind {
        switch self {
        case .unknownPeriod, .unknownIndicator, .unknownDuty, .noVersion, .rowsNotKept: .notFound
        case .noIndicators: .configuration
        case .locked, .notBegun, .membersMissing: .refused
        case .changedSinceSeen, .nothingChanged, .narrativeWrittenMeanwhile, .targetRegisteredMeanwhile: .conflict
        case .noReason, .noIssuer, .badAddress, .negativeTarget, .notForReminders: .usage
        case .reminderNotTaken: .tryAgain
        case .reminderUnclear: .unavailable
        case .narrative, .fewCases: .badData
        }
    }

    public var message: Message {
        switch self {
        case .unknownPeriod(let code, let examples):
            Message(
                vi:
                    "Không có kỳ báo cáo “\(code)”. Ví dụ: \(examples.joined(separator: ", ")); hoặc 2026-06-01..2026-06-30.",
                en:
                    "There is no period “\(code)”. For example: \(examples.joined(separator: ", ")); or 2026-06-01..2026-06-30."
            )
        case .unknownIndicator(let id, let known):
            Message(
                vi: "Không có chỉ tiêu thống kê “\(id)”. Hiện có: \(known.map(\.description).joined(separator: ", ")).",
                en: "There is no indicator “\(id)”. There are: \(known.map(\.description).joined(separator: ", ")).")
        case .unknownDuty(let reference, let known):
            Message(
                vi: "Báo cáo này không có nhiệm vụ “\(reference)”."
                    + (known.first.map { " Ví dụ: \($0)." } ?? " Ban chỉ đạo này không có kế hoạch nào."),
                en: "This report has no duty “\(reference)”."
                    + (known.first.map { " For example: \($0)." } ?? " The committee has no plan."))
        case .noIndicators:
            Message(
                vi: "Chưa có chỉ tiêu thống kê nào. Chạy “loa content import” trước.",
                en: "There are no indicators yet. Run “loa content import” first.")
        case .noVersion(let number, let last):
            Message(
                vi: "Không có bản \(number)."
                    + (last.map { " Bản mới nhất là \($0)." } ?? " Báo cáo chưa nộp lần nào."),
                en: "There is no version \(number)."
                    + (last.map { " The newest is \($0)." } ?? " The report was never submitted."))
        case .rowsNotKept(let number, let slice):
            Message(
                vi: "Bản \(number) không giữ các dòng của \(slice.words.vietnamese): bản đã nộp chỉ giữ các dòng của "
                    + "số trong kỳ và những phần tách được từ đó. Số đã nộp vẫn nguyên trong bản này; mở các dòng hiện "
                    + "nay thì bỏ số bản (--version), và có thể khác số đã nộp.",
                en: "Version \(number) does not keep the rows of \(slice.words.english): a submitted version keeps "
                    + "those of the numbers of its period, and of parts that can be told from them. The number stays as "
                    + "it was submitted; for the rows as they are now leave out the version (--version): they may add "
                    + "up to another number.")
        case .notBegun(let period):
            Message(
                vi: "Kỳ \(period.code) bắt đầu ngày \(period.range.first.written); chưa nộp được.",
                en: "The period \(period.code) begins on \(period.range.first.written); it cannot be submitted yet.")
        case .locked(let period):
            Message(
                vi: "Kỳ \(period.code) đã khóa từ sau ngày \(period.lock?.written ?? ""). Chưa nộp gì; "
                    + "nhờ nơi nhận báo cáo mở lại (loa reports reopen).",
                en: "The period \(period.code) was locked after \(period.lock?.written ?? ""). Nothing was "
                    + "submitted; ask whoever you report to to reopen it (loa reports reopen).")
        case .noReason:
            Message(vi: "Cần ghi lý do. Chưa lưu gì.", en: "A reason is needed. Nothing was kept.")
        case .nothingChanged(let last):
            Message(
                vi: "Báo cáo không khác bản \(last) đã nộp nên không tạo bản mới.",
                en: "The report says the same as version \(last), so there is no new version.")
        case .changedSinceSeen:
            Message(
                vi: "Số liệu đã đổi từ lúc bạn mở báo cáo. Chưa nộp gì; xem lại rồi nộp.",
                en: "The numbers changed since you opened the report. Nothing was submitted; look again, then submit.")
        case .narrative(let words):
            Message(
                vi: "Phần lời có chỗ không được đưa ra ngoài: \(words.map { "“\($0)”" }.joined(separator: ", ")). "
                    + "Chưa nộp, chưa xuất tệp; sửa lại phần lời.",
                en: "The narrative has words that may not leave: \(words.map { "“\($0)”" }.joined(separator: ", ")). "
                    + "Nothing was submitted and no file made; mend them first.")
        case .fewCases(let words):
            Message(
                vi: "Báo cáo không được nêu số vụ dưới 5 ở một xã, vì ai cũng đoán được là ai: "
                    + "\(words.map { "“\($0)”" }.joined(separator: ", ")). Chưa lưu, chưa nộp, chưa xuất gì. Sửa chỉ tiêu "
                    + "bằng chữ, lý do đính chính hoặc thể thức văn bản có câu đó; gộp lên cấp trên hoặc kỳ dài hơn.",
                en: "A report may not tell of fewer than 5 cases in one commune, for everyone can tell who it is: "
                    + "\(words.map { "“\($0)”" }.joined(separator: ", ")). Nothing was kept, submitted or written. Mend "
                    + "the target, the reason or the head that says so; add it up to a larger area or a longer period.")
        case .membersMissing(let names):
            Message(
                vi: "Còn \(names.count) đơn vị thành viên chưa nộp báo cáo kỳ này: "
                    + "\(names.map(\.vi).joined(separator: "; ")). Chưa nộp gì; nhắc các đơn vị, hoặc xác nhận nộp khi "
                    + "còn thiếu (đánh dấu ô xác nhận, hay thêm --without-members).",
                en: "\(names.count) members have not handed in their reports of this period: "
                    + "\(names.map(\.en).joined(separator: "; ")). Nothing was submitted; remind them, or confirm to "
                    + "submit without them (tick the box, or add --without-members).")
        case .narrativeWrittenMeanwhile:
            Message(
                vi: "Phần lời đã được người khác lưu sau khi bạn mở ra. Chưa lưu để khỏi ghi đè; chữ bạn gõ vẫn còn "
                    + "dưới đây, hãy so với bản đang có rồi lưu lại.",
                en: "Somebody else kept a narrative after you opened it. Not saved, lest it be written over; what you "
                    + "typed is still here: compare it with what is there, then save again.")
        case .targetRegisteredMeanwhile(let indicator, let value):
            Message(
                vi:
                    "Chỉ tiêu “\(indicator.vi)” vừa được người khác đổi thành “\(value)”. Chưa lưu chỉ tiêu nào để khỏi "
                    + "ghi đè; xem lại rồi lưu nếu vẫn cần.",
                en:
                    "Somebody else set the target “\(indicator.en)” to “\(value)” meanwhile. None was saved, lest it be "
                    + "written over; look again, then save if still needed.")
        case .noIssuer:
            Message(vi: "Cần tên cơ quan ban hành. Chưa lưu gì.", en: "The issuing body is needed. Nothing was kept.")
        case .badAddress(let address):
            Message(
                vi: "“\(address)” không phải địa chỉ thư điện tử. Chưa lưu gì.",
                en: "“\(address)” is no e-mail address. Nothing was kept.")
        case .negativeTarget(let value):
            Message(
                vi: "“\(value)” là số âm; chỉ tiêu từ 0 trở lên. Chưa lưu gì.",
                en: "“\(value)” is negative; a target is 0 or more. Nothing was kept.")
        case .notForReminders(let slug):
            Message(
                vi: "Kênh “\(slug)” không dành cho nhắc việc. Nếu đó là nhóm nội bộ, không phải trang công khai, ghi "
                    + "“reminders: true” ở kênh này trong channels.yaml.",
                en: "The channel “\(slug)” is not for reminders. If it leads to colleagues and is no public page, "
                    + "write “reminders: true” in its entry in channels.yaml.")
        case .reminderNotTaken(let slug, let reason):
            Message(
                vi: "Kênh “\(slug)” chưa nhận lời nhắc: \(reason.vietnamese)",
                en: "The channel “\(slug)” did not take the reminder: \(reason.english)")
        case .reminderUnclear(let slug, let reason):
            Message(
                vi: "Không rõ kênh “\(slug)” đã nhận lời nhắc chưa: \(reason.vietnamese) Loa không tự gửi lại lời nhắc "
                    + "này; hãy xem trên kênh.",
                en: "It is not known whether the channel “\(slug)” took the reminder: \(reason.english) Loa does not "
                    + "send this reminder again by itself; look at the channel.")
        }
    }
}

extension ReportSlice {
    fileprivate var words: Message {
        switch self {
        case .everything: Message(vi: "số này", en: "this number")
        case .member(let unit): Message(vi: "đơn vị “\(unit)”", en: "the unit “\(unit)”")
        case .part(let dimension, let word):
            Message(vi: "\(dimension.words.vietnamese) “\(word)”", en: "\(dimension.words.english) “\(word)”")
        case .cumulative: Message(vi: "số lũy kế", en: "the cumulative number")
        case .before: Message(vi: "số cùng kỳ năm trước", en: "the same period before")
        case .priority: Message(vi: "địa bàn ưu tiên", en: "the priority areas")
        }
    }
}
