import ArgumentParser
import Operations
import Outreach

struct SessionsCorrect: LoaCommand {
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

    @Option(help: ArgumentHelp(say("Số phút đúng.", "The right minutes.")))
    var minutes: Int?

    @Option(
        help: ArgumentHelp(
            say("Số lượt đúng của một đối tượng (lặp lại được).", "The right turns of an audience (may be repeated)."),
            valueName: "audience=n"))
    var turns: [AttendanceArgument] = []

    func run(in context: Context) async throws {
        let (day, place, minutes, turns) = (day, place, minutes, turns.map(\.attendance))
        let record = try await context.workspace.correctSession(
            session, reason: reason, as: context.caller(), mode: change.mode
        ) { old in
            old.corrected(day: day, place: place?.normalized.trimmed, minutes: minutes, turns: turns)
        }
        if output.json { try context.console.json(record) }
        context.console.say(
            "Đã sửa \(record.session.id.short) (bản \(record.version)): \(record.session.turns) lượt.",
            "Corrected \(record.session.id.short) (version \(record.version)): \(record.session.turns) turns.")
        change.remark(context.console)
    }
}

extension Session {
    /// The session with some values replaced; audiences not named stay as they are.
    fileprivate func corrected(day: Day?, place: String?, minutes: Int?, turns: [Attendance]) -> Session {
        let named = Set(turns.map(\.audience))
        return Session(
            id: id, unit: unit, coHosts: coHosts, day: day ?? self.day, time: time, zone: zone,
            place: place ?? self.place, placeUnit: placeUnit, form: form, level: level, topics: topics,
            material: material, revision: revision, minutes: minutes ?? self.minutes,
            attendance: attendance.filter { !named.contains($0.audience) } + turns, speakers: speakers,
            handouts: handouts, method: method, notes: notes, cost: cost, campaign: campaign)
    }
}
