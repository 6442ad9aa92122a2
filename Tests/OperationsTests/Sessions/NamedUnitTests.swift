import Foundation
import Operations
import Outreach
import Testing

@testable import Office

/// Names on lists and in forms mean the units that were there on the day: after a reform another one has the name.
struct NamedUnitTests {
    private static let units = OfficeContent.units(
        and: """
            - {id: old-police, name: {vi: "Công an xã Hưng Thạnh", en: "Police"}, kind: police, parent: east, until: 2025-06-30}
            - {id: new-police, name: {vi: "Công an xã Hưng Thạnh", en: "Police"}, kind: police, parent: east, from: 2025-07-01}
            - {id: twin-a, name: {vi: "Trạm y tế", en: "Health post"}, kind: health, parent: city}
            - {id: twin-b, name: {vi: "Trạm y tế", en: "Health post"}, kind: health, parent: city}
            - {id: old-school, name: {vi: "Trường THCS Hưng Thạnh", en: "School"}, kind: school, parent: east, until: 2025-06-30}
            - {id: new-school, name: {vi: "Trường THCS Hưng Thạnh", en: "School"}, kind: school, parent: east, from: 2025-07-01}
            - {id: primary, name: {vi: "Trường Tiểu học Hưng Thạnh", en: "Primary"}, kind: school, parent: east}
            """)

    private func open(_ test: (Office) async throws -> Void) async throws {
        try await Office.open { office in
            try await office.rewrite("Content/units.yaml", Self.units)
            try await test(office)
        }
    }

    private func row(_ day: String, with partners: String) -> String {
        "\(day);07:30;Tại trường;Trường THCS Hưng Thạnh;6A1;pupils;45;300;law;\(partners)"
    }

    private func importing(
        _ rows: String..., of unit: String = "east-youth", mode: ChangeMode = .perform, in office: Office
    ) async throws -> SessionImportReport {
        let heading = "Ngày;Giờ;Hình thức;Địa điểm;Lớp;Đối tượng;Phút;Số lượt;Nội dung;Đơn vị phối hợp"
        return try await office.workspace.importSessions(
            Array(([heading] + rows).joined(separator: "\n").utf8), unit: try slug(unit),
            as: try office.user("admin"), mode: mode)
    }

    // MARK: Lists

    @Test func `a co-host and a school on a list are those of the row's day`() async throws {
        try await open { office in
            let report = try await importing(
                row("18/05/2025", with: "Công an xã Hưng Thạnh"), row("18/05/2026", with: "Công an xã Hưng Thạnh"),
                in: office)
            #expect(report.errors.isEmpty)
            let sessions = report.sessions.sorted { $0.day < $1.day }
            #expect(sessions.map { $0.coHosts.map(\.description) } == [["old-police"], ["new-police"]])
            #expect(sessions.map { $0.placeUnit?.description } == ["old-school", "new-school"])
            #expect(!report.remarks.contains { $0.english.contains("co-host given") })
            // The police hand in the same session: it counts once.
            let theirs = try await importing(row("18/05/2026", with: ""), of: "new-police", in: office)
            let id = try #require(sessions.last?.id)
            #expect(
                try theirs.duplicates.map(\.original) == [.heldTogether(id, owner: slug("east-youth"))]
                    && theirs.sessions.isEmpty)
        }
    }

    @Test func `co-hosts that nobody can be found for are said with their rows, and the others are taken`() async throws
    {
        try await open { office in
            let report = try await importing(
                row("18/05/2026", with: "Công an xã Hưng Thạnh, ban nhân dân ấp"), row("19/05/2026", with: "Trạm y tế"),
                row("20/05/2026", with: "ban nhân dân ấp"), mode: .rehearse, in: office)
            #expect(report.errors.isEmpty && report.sessions.count == 3)
            #expect(report.sessions.map { $0.coHosts.map(\.description) } == [["new-police"], [], []])
            #expect(report.sessions.allSatisfy { $0.notes.contains("Phối hợp: ") })
            let remarks = report.remarks.map(\.vietnamese).filter { $0.contains("mục phối hợp ghi") }
            #expect(remarks.count == 2)
            #expect(remarks.first?.hasPrefix("Dòng 2, 4: mục phối hợp ghi “ban nhân dân ấp”") == true)
            #expect(remarks.last?.hasPrefix("Dòng 3: ") == true && remarks.last?.contains("nhiều đơn vị") == true)
        }
    }

    // MARK: One session

    @Test func `a typed place is the school of that name, as if it were chosen`() async throws {
        try await open { office in
            let typed = try office.session(place: "THCS Hưng Thạnh")
            let other = try office.session(day: "2025-05-18", place: "trường thcs hưng thạnh")
            for session in [typed, other] {
                _ = try await office.workspace.logSession(session, as: try office.user("an"), mode: .perform)
            }
            let units = try await office.workspace.sessions(SessionFilter(), within: nil, as: .program)
                .map(\.session.placeUnit?.description)
            #expect(units == ["new-school", "old-school"])
        }
    }

    @Test func `a phone that sends a session again sends the same, whatever became of the school`() async throws {
        try await open { office in
            let (workspace, an) = (office.workspace, try office.user("an"))
            let sent = try office.session(place: "THCS Hưng Thạnh")
            #expect(try await workspace.logSession(sent, as: an, mode: .perform).effect == .logged)
            #expect(try await workspace.logSession(sent, as: an, mode: .perform).effect == .alreadyLogged)
            try await office.rewrite(
                "Content/units.yaml", Self.units.replacing("Trường THCS Hưng Thạnh", with: "Trường THCS Mới"))
            #expect(try await workspace.logSession(sent, as: an, mode: .perform).effect == .alreadyLogged)
            let amended = try office.session(sent.id, place: sent.place, turns: 119)
            _ = try await workspace.correctSession(
                sent.id.description, reason: "Đếm lại", as: an, mode: .perform
            ) { _ in amended }
            #expect(try await workspace.logSession(sent, as: an, mode: .perform).effect == .alreadyLogged)
            await #expect(throws: SessionError.idTaken(sent.id.description)) {
                try await workspace.logSession(
                    try office.session(sent.id, place: "THCS Hưng Thạnh", turns: 7), as: an, mode: .perform)
            }
        }
    }

    @Test func `what a phone saved as a file has its school, too`() async throws {
        try await open { office in
            let id = office.workspace.newSessionID()
            let text = """
                {"sessions": [{"id": "\(id)", "unit": "east-youth", "day": "2026-05-18", "form": "school-session",
                "place": "THCS Hưng Thạnh", "minutes": 45, "attendance": [{"audience": "pupils", "turns": 120}]}]}
                """
            let report = try await office.workspace.importSessions(
                Array(text.utf8), unit: try slug("east-youth"), as: try office.user("admin"), mode: .perform)
            #expect(report.sessions.map { $0.placeUnit?.description } == ["new-school"])
        }
    }

    @Test func `a correction to another place leaves the school, finds another, or takes the one that is said`()
        async throws
    {
        try await open { office in
            let (workspace, an) = (office.workspace, try office.user("an"))
            let session = try office.session(place: "THCS Hưng Thạnh")
            _ = try await workspace.logSession(session, as: an, mode: .perform)
            /// As a form sends it: all values anew, the school still chosen.
            func corrected(_ place: String, at unit: String, said: Bool = false) async throws -> String? {
                let unit = try slug(unit)
                return try await workspace.correctSession(
                    session.id.description, reason: "Sửa nơi", saysPlaceUnit: said, as: an, mode: .perform
                ) { old in
                    Session(
                        id: old.id, unit: old.unit, day: old.day, place: place, placeUnit: unit, form: old.form,
                        minutes: 45, attendance: old.attendance)
                }.session.placeUnit?.description
            }
            #expect(try await corrected("Tiểu học Hưng Thạnh", at: "new-school") == "primary")
            #expect(try await corrected("Nhà văn hóa ấp 5", at: "primary") == nil)
            #expect(try await corrected("Sân vận động", at: "new-school") == "new-school")
            #expect(try await corrected("Nhà văn hóa ấp 5", at: "new-school", said: true) == "new-school")
        }
    }
}
