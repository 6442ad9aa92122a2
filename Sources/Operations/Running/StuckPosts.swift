import Outreach
import Storage

extension Workspace {
    /// Posts that a process was sending when it died wait for the next one to settle them.
    func stuckPostsCheck() async throws -> HealthCheck {
        let count = try await database.read { try stuckPosts(in: $0).count }
        guard count > 0 else {
            return HealthCheck(
                part: "under way", state: .good,
                finding: Message(vi: "không có bài nào bị bỏ giữa chừng.", en: "no post was left midway."))
        }
        return HealthCheck(
            part: "under way", state: .attention,
            finding: Message(
                vi: "\(count) bài đang gửi thì tiến trình gửi dừng. Chạy “loa serve” hoặc “loa deliver” để xử lý; xem "
                    + "từng bài bằng “loa deliver --explain”.",
                en: "\(count.of("post was", "posts were")) being sent when the process stopped. Run “loa serve” or "
                    + "“loa deliver” to settle them; look at each with “loa deliver --explain”."))
    }
}
