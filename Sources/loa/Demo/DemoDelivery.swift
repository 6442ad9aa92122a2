import Operations
import Outreach
import Web

/// The stages of the demo from the first byte sent to the figures that come back.
extension DemoStory {
    /// Sends every automatic post at its moment; returns how many are out.
    func deliver(_ campaign: Slug, _ workspace: Workspace) async throws -> Int {
        let clock = clock
        let summary = try await workspace.deliver(
            .untilIdle(within: .seconds(70 * 86_400)),
            wait: { clock.advance(by: $0) },
            progress: { [console] summary in
                console.progress(Message(vi: "  đã đăng \(summary.posted)…", en: "  posted \(summary.posted)…"))
            })
        console.endProgress()
        tell(
            "Đăng bài", "Publishing",
            "\(summary.posted) bài đã ra kênh, \(summary.failed) không gửi được, \(summary.missed) lỡ giờ; "
                + "máy nhận ghi \(receiver.ledger.effects) bài, \(receiver.ledger.duplicates) lặp lại.",
            "\(summary.posted) posts are out, \(summary.failed) failed, \(summary.missed) missed; "
                + "the receiver logged \(receiver.ledger.effects.of("post", "posts")), \(receiver.ledger.duplicates) repeated."
        )
        return summary.posted
    }

    /// Loudspeakers and printed matter: a person takes the kit and writes down what was done.
    func postByHand(_ campaign: Slug, _ workspace: Workspace, _ people: DemoPeople) async throws {
        var filter = PostFilter()
        filter.campaign = campaign
        filter.states = [.approved]
        let waiting = try await workspace.posts(filter, as: people.editor)
        var plays = 0
        for post in waiting {
            let kit = try await workspace.kit(for: post.id.description, as: people.editor)
            let isPlayed = kit.record == .playLog
            let figure: (Metric, Int) = isPlayed ? (.plays, 2) : (.prints, 40)
            plays += isPlayed ? 2 : 0
            _ = try await workspace.resolvePost(
                post.id.description, .posted(link: nil, at: post.moment, figure: figure), comment: "",
                as: people.editor, mode: .perform)
        }
        tell(
            "", "", "\(waiting.count) bài đăng tay: lấy bộ nội dung, đăng xong ghi lại; loa phát \(plays) lượt.",
            "\(waiting.count.of("post", "posts")) by hand: taken as kits, then written down; loudspeakers played \(plays) times."
        )
    }

    /// Logs three sessions, one of them twice as a phone with bad signal would, and corrects one; returns the turns.
    func holdSessions(_ workspace: Workspace, _ people: DemoPeople) async throws -> Int {
        let kits = try await workspace.searchLibrary(LibraryQuery(kind: .sessionKit, state: .approved, limit: 1))
        let units = try await workspace.unitTree().units
        let sessions = try [
            ("truong-th-thanh-xuan", SchoolLevel.primary, "primary-pupils", 186, 3),
            ("truong-thcs-thanh-xuan", .lowerSecondary, "lower-secondary-pupils", 342, 8),
            ("truong-thpt-thanh-xuan", .upperSecondary, "upper-secondary-pupils", 415, 15),
        ].map { school, level, audience, turns, day in
            let placeUnit = try slug(school)
            return Session(
                id: workspace.newSessionID(), unit: try slug("doan-thanh-xuan"), coHosts: [try slug("ca-thanh-xuan")],
                day: try demoDay(day), place: units[placeUnit]?.name.vi ?? school, placeUnit: placeUnit,
                form: .schoolSession, level: level, topics: [try slug("body-safety")], material: kits.first?.material,
                revision: kits.first?.revision, minutes: 45,
                attendance: [Attendance(audience: try slug(audience), turns: turns)])
        }
        for session in sessions + [sessions[0]] {
            _ = try await workspace.logSession(session, as: people.logger, mode: .perform)
        }
        let teachers = Attendance(audience: try slug("teachers"), turns: 12)
        let corrected = try await workspace.correctSession(
            sessions[0].id.description, reason: "Bổ sung 12 giáo viên cùng dự", as: people.logger, mode: .perform
        ) { $0.adding(teachers) }
        let turns = sessions.dropFirst().reduce(corrected.session.turns) { $0 + $1.turns }
        tell(
            "Buổi tuyên truyền", "Sessions",
            "3 buổi tại trường, một buổi gửi hai lần vẫn ghi một; một buổi sửa có lý do, số cũ được giữ. Tổng \(turns) lượt.",
            "3 school sessions; one sent twice was logged once, one was corrected with a reason and its old value kept. "
                + "\(turns.of("turn", "turns")) in all.")
        return turns
    }

    func pullReach(_ workspace: Workspace, _ people: DemoPeople) async throws {
        clock.advance(to: workspace.zone.instant(try demoDay(30) + 3, .midnight))
        let pulled = try await workspace.pullSamples(ignoringSchedule: false, as: people.editor, mode: .perform)
        let views = pulled.samples.reduce(0) { $0 + $1.value }
        tell(
            "Tiếp cận", "Reach",
            "Hỏi \(pulled.asked) bài, được \(pulled.samples.count) số đo, \(console.number(views)) lượt xem (số liệu thay thế của máy nhận thử).",
            "Asked about \(pulled.asked.of("post", "posts")): \(pulled.samples.count.of("figure", "figures")), \(console.number(views)) views (stand-in figures of the test receiver)."
        )
    }

    private func demoDay(_ day: Int) throws -> Day {
        guard let day = Day(year: clock.year, month: 6, day: day) else {
            throw CommandError.usage(Message(vi: "Ngày không hợp lệ.", en: "Not a day."))
        }
        return day
    }
}

extension Session {
    fileprivate func adding(_ group: Attendance) -> Session {
        Session(
            id: id, unit: unit, coHosts: coHosts, day: day, time: time, zone: zone, place: place,
            placeUnit: placeUnit, form: form, level: level, topics: topics, material: material, revision: revision,
            minutes: minutes, attendance: attendance + [group], speakers: speakers, handouts: handouts,
            method: method, notes: notes, cost: cost, campaign: campaign)
    }
}
