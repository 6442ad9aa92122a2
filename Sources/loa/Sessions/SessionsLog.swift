import ArgumentParser
import Operations
import Outreach

struct SessionsLog: ChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: say("Ghi một buổi đã diễn ra.", "Log a session that took place."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var output: OutputOptions

    @Option(
        help: ArgumentHelp(
            say(
                "Mã do máy ghi tạo; gửi lại cùng mã không ghi hai lần.",
                "Id made by whoever logs; the same id again logs nothing twice."), valueName: "uuid"))
    var id: String?

    @Option(help: ArgumentHelp(say("Đơn vị tổ chức.", "The unit.")))
    var unit: Slug

    @Option(help: ArgumentHelp(say("Ngày (mặc định: hôm nay).", "Day (default: today)."), valueName: "yyyy-mm-dd"))
    var day: Day?

    @Option(help: ArgumentHelp(say("Giờ bắt đầu.", "Start."), valueName: "hh:mm"))
    var time: TimeOfDay?

    @Option(help: ArgumentHelp(say("Hình thức.", "Form.")))
    var form: SessionForm

    @Option(help: ArgumentHelp(say("Địa điểm.", "Place.")))
    var place: String

    @Option(help: ArgumentHelp(say("Trường hoặc câu lạc bộ (mã đơn vị).", "School or club, as a unit.")))
    var placeUnit: Slug?

    @Option(help: ArgumentHelp(say("Cấp học.", "School level.")))
    var level: SchoolLevel?

    @Option(help: ArgumentHelp(say("Số phút.", "Minutes.")))
    var minutes: Int

    @Option(
        help: ArgumentHelp(
            say(
                "Người dự: đối-tượng=lượt hoặc đối-tượng=lượt/nữ/nam (lặp lại được).",
                "Present: audience=turns or audience=turns/female/male (may be repeated)."),
            valueName: "audience=n"))
    var turns: [AttendanceArgument]

    @Option(help: ArgumentHelp(say("Tài liệu đã dùng.", "The material used.")))
    var material: Slug?

    @Option(help: ArgumentHelp(say("Chủ đề (lặp lại được).", "Topic (may be repeated).")))
    var topic: [Slug] = []

    @Option(
        help: ArgumentHelp(
            say("Tờ in đã phát: tài-liệu=số-bản.", "Print handed out: material=quantity."), valueName: "material=n"))
    var handout: [HandoutArgument] = []

    @Option(help: ArgumentHelp(say("Đơn vị phối hợp (lặp lại được).", "Co-host (may be repeated).")))
    var coHost: [Slug] = []

    @Option(
        help: ArgumentHelp(
            say(
                "Báo cáo viên theo vai trò, không ghi tên (lặp lại được).",
                "Speaker by role, no name (may be repeated).")))
    var speaker: [String] = []

    @Option(help: ArgumentHelp(say("Kinh phí, đồng.", "Cost in đồng.")))
    var cost: Int?

    @Option(help: ArgumentHelp(say("Cách đếm.", "How it was counted.")))
    var method: CountingMethod = .counted

    @Option(help: ArgumentHelp(say("Thuộc chiến dịch.", "Of this campaign.")))
    var campaign: Slug?

    @Option(help: ArgumentHelp(say("Ghi chú (không ghi tên trẻ).", "Notes (never a child's name).")))
    var notes = ""

    func run(in context: Context) async throws {
        let session = try await session(in: context)
        let logged = try await context.workspace.logSession(session, as: context.caller(), mode: change.mode)
        if output.json { try context.console.json(logged.session) }
        switch logged.effect {
        case .logged:
            context.console.say(
                "Đã ghi buổi \(session.id.short): \(session.turns) lượt.",
                "Logged \(session.id.short): \(session.turns.of("turn", "turns")).")
        case .alreadyLogged, .conflict:
            context.console.say(
                "Buổi \(session.id.short) đã ghi từ trước; không ghi thêm.",
                "\(session.id.short) was logged before; nothing was added.")
        }
        for other in logged.similar {
            context.console.say(
                "! Đã có buổi giống vậy (\(other.session.id.short), \(other.session.turns) lượt, \(other.loggedBy)). Có phải ghi hai lần?",
                "! There is a session like it (\(other.session.id.short), \(other.session.turns.of("turn", "turns")), \(other.loggedBy)). Logged twice?"
            )
        }
    }

    private func session(in context: Context) async throws -> Session {
        let identifier = try id.map { text in
            guard let identifier = Identifier<Session>(text) else {
                throw CommandError.usage(Message(vi: "“\(text)” không phải UUID.", en: "“\(text)” is no UUID."))
            }
            return identifier
        }
        let revision = try await material.asyncMap { try await context.workspace.material($0).approved?.hash } ?? nil
        return Session(
            id: identifier ?? context.workspace.newSessionID(), unit: unit, coHosts: coHost,
            day: day ?? context.workspace.today, time: time, zone: context.workspace.zone,
            place: place.normalized.trimmed,
            placeUnit: placeUnit, form: form, level: level, topics: topic, material: material, revision: revision,
            minutes: minutes, attendance: turns.map(\.attendance), speakers: speaker.map(\.normalized.trimmed),
            handouts: handout.map(\.handout), method: method, notes: notes.normalized, cost: cost, campaign: campaign)
    }
}

extension Optional {
    fileprivate func asyncMap<Result>(_ transform: (Wrapped) async throws -> Result) async throws -> Result? {
        guard let self else { return nil }
        return try await transform(self)
    }
}
