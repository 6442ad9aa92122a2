import ArgumentParser
import Operations
import Outreach

struct SessionsCorrect: ChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "correct",
        abstract: say(
            "Sửa một buổi; số cũ và lý do được giữ lại.", "Correct a session; the old values and the reason are kept."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: ArgumentHelp(say("Mã buổi hoặc phần cuối của mã.", "The session's id or its end.")))
    var session: String

    @Option(help: ArgumentHelp(say("Vì sao sửa.", "Why.")))
    var reason: String

    @Option(help: ArgumentHelp(say("Ngày đúng.", "The right day."), valueName: "yyyy-mm-dd"))
    var day: Day?

    @Option(help: ArgumentHelp(say("Địa điểm đúng.", "The right place.")))
    var place: String?

    @Option(
        help: ArgumentHelp(
            say(
                "Trường hoặc câu lạc bộ đúng (mã đơn vị); không ghi thì tìm theo tên địa điểm mới.",
                "The right school or club, as a unit; else it is found by the name of the new place.")))
    var placeUnit: Slug?

    @Option(help: ArgumentHelp(say("Số phút đúng.", "The right minutes.")))
    var minutes: Int?

    @Option(
        help: ArgumentHelp(
            say("Số lượt đúng của một đối tượng (lặp lại được).", "The right turns of an audience (may be repeated)."),
            valueName: "audience=n"))
    var turns: [AttendanceArgument] = []

    @Option(help: ArgumentHelp(say("Hình thức đúng.", "The right form.")))
    var form: SessionForm?

    @Option(help: ArgumentHelp(say("Cấp học đúng.", "The right level.")))
    var level: SchoolLevel?

    @Option(help: ArgumentHelp(say("Cách đếm đúng.", "How it was counted.")))
    var method: CountingMethod?

    @Option(help: ArgumentHelp(say("Kinh phí đúng, đồng.", "The right cost in đồng.")))
    var cost: Int?

    @Option(
        help: ArgumentHelp(
            say("Số bản in đúng: tài-liệu=số-bản.", "The right print handed out: material=quantity."),
            valueName: "material=n"))
    var handout: [HandoutArgument] = []

    @Option(help: ArgumentHelp(say("Ghi chú đúng.", "The right notes.")))
    var notes: String?

    func run(in context: Context) async throws {
        let values = Corrected(
            day: day, place: place?.normalized.trimmed, placeUnit: placeUnit, minutes: minutes,
            turns: turns.map(\.attendance), form: form,
            level: level, method: method, cost: cost, handouts: handout.map(\.handout), notes: notes?.normalized)
        let record = try await context.workspace.correctSession(
            session, reason: reason, saysPlaceUnit: placeUnit != nil, as: context.caller(), mode: change.mode
        ) { old in
            old.corrected(values)
        }
        if output.json { try context.console.json(record) }
        context.console.say(
            "Đã sửa \(record.session.id.short) (bản \(record.version)): \(record.session.turns) lượt.",
            "Corrected \(record.session.id.short) (version \(record.version)): \(record.session.turns.of("turn", "turns"))."
        )
    }
}

/// What is to be said instead; nil stays as it is.
private struct Corrected: Sendable {
    let day: Day?
    let place: String?
    let placeUnit: Slug?
    let minutes: Int?
    let turns: [Attendance]
    let form: SessionForm?
    let level: SchoolLevel?
    let method: CountingMethod?
    let cost: Int?
    let handouts: [Handout]
    let notes: String?
}

extension Session {
    /// The session with some values replaced; audiences and prints not named stay as they are.
    fileprivate func corrected(_ values: Corrected) -> Session {
        let named = Set(values.turns.map(\.audience))
        let printed = Set(values.handouts.map(\.material))
        return Session(
            id: id, unit: unit, coHosts: coHosts, day: values.day ?? day, time: time, zone: zone,
            place: values.place ?? place, placeUnit: values.placeUnit ?? placeUnit, form: values.form ?? form,
            level: values.level ?? level,
            topics: topics, material: material, revision: revision, minutes: values.minutes ?? minutes,
            attendance: attendance.filter { !named.contains($0.audience) } + values.turns, speakers: speakers,
            handouts: handouts.filter { !printed.contains($0.material) } + values.handouts,
            method: values.method ?? method, notes: values.notes ?? notes, cost: values.cost ?? cost,
            campaign: campaign)
    }
}
