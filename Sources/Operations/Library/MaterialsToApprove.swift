public import Outreach
import Storage

extension Workspace {
    /// What to do about materials that wait for approval, which no plan can use before; nil where none waits.
    public func materialsToApprove() async throws -> Message? {
        let (waiting, hasApprover) = try await database.read { tx in
            (
                try tx.libraryCounts()[.inReview] ?? 0,
                try tx.users().contains { $0.isActive && $0.grants.contains { $0.role == .approver } }
            )
        }
        guard waiting > 0 else { return nil }
        guard hasApprover else {
            return Message(
                vi: "\(waiting) tài liệu chờ duyệt, kế hoạch và bài đăng chưa dùng được; chưa có người duyệt. Thêm: "
                    + "loa users add TÊN --name \"Họ tên\" --role approver --unit ĐƠN-VỊ; rồi người đó chạy: "
                    + "loa content approve --all --as TÊN (người nhập không tự duyệt được).",
                en:
                    "\(waiting.of("material waits", "materials wait")) for approval, and no plan or post can use them; there is no approver. "
                    + "Add one: loa users add NAME --name \"Full name\" --role approver --unit UNIT; then let them run: "
                    + "loa content approve --all --as NAME (whoever imported cannot approve).")
        }
        return Message(
            vi: "\(waiting) tài liệu chờ duyệt, kế hoạch và bài đăng chưa dùng được. Người duyệt (không phải người "
                + "nhập) xem ở Thư viện, hoặc chạy: loa content approve --all --as TÊN.",
            en:
                "\(waiting.of("material waits", "materials wait")) for approval, and no plan or post can use them. An approver (not whoever "
                + "imported them) looks at them in the library, or runs: loa content approve --all --as NAME.")
    }
}
