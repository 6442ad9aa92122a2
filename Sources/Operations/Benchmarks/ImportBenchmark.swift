public import Foundation
import Outreach
import Storage

/// How long a long list of sessions takes to import.
public enum ImportBenchmark {
    public struct Result: Sendable, Hashable {
        public let rows: Int
        public let megabytes: Double
        public let imported: Int
        public let duplicates: Int
        /// What a workspace does once and not for each file: taking in its content, compiling the safeguarding rules.
        public let content: Duration
        /// One call: the bytes of the file read, checked, held against the rules, and logged durably.
        public let first: Duration
        /// The same file once more: every row is there already.
        public let again: Duration
        public let mostMemoryMegabytes: Int?
    }

    /// Imports a made-up list into a throw-away workspace, and then the same list once more.
    ///
    /// - Parameter content: a folder with `Content/` and `Channels/`.
    public static func run(rows: Int, content: URL) async throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "loa-bench-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try WorkspaceCreation.create(at: folder, name: "Bench", copying: content)
        let workspace = try await Workspace(at: folder)
        let clock = ContinuousClock()
        let start = clock.now
        _ = try await workspace.importContent(as: .program, mode: .perform)
        _ = try await workspace.judgingObstacle()
        let content = clock.now - start
        guard let unit = Slug("doan-thanh-xuan") else { throw WorkspaceError.badName }
        let first = try await workspace.unitTree().units[unit]?.validity.from ?? workspace.today - 700
        let file = list(rows: rows, from: max(first, workspace.today - 700), until: workspace.today)
        let begin = clock.now
        let report = try await workspace.importSessions(file, unit: unit, as: .program, mode: .perform)
        let middle = clock.now
        let again = try await workspace.importSessions(file, unit: unit, as: .program, mode: .perform)
        return Result(
            rows: rows, megabytes: Double(file.count) / 1_048_576, imported: report.sessions.count,
            duplicates: again.duplicates.count, content: content, first: middle - begin, again: clock.now - middle,
            mostMemoryMegabytes: ProcessMemory.megabytes("VmHWM"))
    }

    /// As an office would write it: titles, a heading of two lines, days of nearly two years, a line of totals.
    private static func list(rows: Int, from first: Day, until today: Day) -> [UInt8] {
        var text = """
            \u{FEFF}ĐOÀN XÃ THẠNH XUÂN;;;;;;;;
            DANH SÁCH CÁC BUỔI TUYÊN TRUYỀN;;;;;;;;
            STT;Ngày tổ chức;Địa điểm;Hình thức;Thời lượng (phút);Số lượt người tham dự;;;Ghi chú
            ;;;;;Học sinh;Giáo viên;Phụ huynh;

            """
        let forms = ["Buổi tại trường", "Tọa đàm", "Hội thi", "Ngoại khóa"]
        let levels = ["Tiểu học", "THCS", "THPT"]
        var sum = 0
        for number in 0..<rows {
            let day = today - 1 - number % (today - first)
            let pupils = 20 + number % 1200
            sum += pupils
            text += """
                \(number + 1);\(day.written);Trường \(levels[number % 3]) số \(number % 997);\
                \(forms[number % 4]);\(30 + number % 60);\(pupils < 1000 ? "\(pupils)" : "1.\((pupils - 1000).padded(3))");\
                \(number % 40);\(number % 7 == 0 ? "" : "\(number % 50)");

                """
        }
        text += ";Tổng cộng;;;;\(sum);;;\n"
        return Array(text.replacing("\n", with: "\r\n").utf8)
    }
}
