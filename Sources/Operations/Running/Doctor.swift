import Delivery
import Foundation
public import Outreach
import Storage

/// How one part of a workspace fares, and how to mend it.
public struct HealthCheck: Sendable, Hashable {
    public enum State: String, Sendable, Hashable, Codable {
        case good, attention, broken
    }

    public let part: String
    public let state: State
    public let finding: Message
}

extension Workspace {
    /// Looks at libraries, database, content, channels, clock and disk, and says how to mend what is wrong.
    public func examine() async throws -> [HealthCheck] {
        [
            HealthCheck(
                part: "libcurl", state: .good,
                finding: Message(vi: CurlTransport.libraryVersion, en: CurlTransport.libraryVersion)),
            try await databaseCheck(), try await instanceCheck(), try await strandedCheck(),
            try await stuckPostsCheck(), contentCheck(), try await materialsCheck(),
            try shippedCheck(), cutOffImportCheck(), clockCheck(), diskCheck(),
        ] + (try await channelStatuses().map(\.check))
    }

    private func databaseCheck() async throws -> HealthCheck {
        let problems = try await database.integrityProblems()
        let audit = try await verifyAudit()
        if let first = problems.first {
            return HealthCheck(
                part: "database", state: .broken,
                finding: Message(
                    vi: "Cơ sở dữ liệu hỏng: \(first). Khôi phục bằng “loa restore”.",
                    en: "The database is damaged: \(first). Restore a back-up with “loa restore”."))
        }
        if let problem = audit.problem {
            return HealthCheck(part: "database", state: .broken, finding: problem.message)
        }
        return HealthCheck(
            part: "database", state: .good,
            finding: Message(
                vi: "nguyên vẹn; nhật ký kiểm toán \(audit.entries) dòng, đủ.",
                en: "sound; audit log of \(audit.entries.of("entry", "entries")), whole."))
    }

    private func instanceCheck() async throws -> HealthCheck {
        let recorded = try await database.read { try $0.workspaceValue(WorkspaceKey.instance) }
        let holds = try await database.read { try $0.holds() }
        if recorded != folder.instance() {
            return HealthCheck(part: "sending", state: .attention, finding: PublishingError.notThisInstance.message)
        }
        if let hold = holds.first(where: { $0.scope == .everything }) {
            return HealthCheck(
                part: "sending", state: .attention,
                finding: Message(
                    vi: "Đang tạm dừng toàn bộ (\(hold.by)): \(hold.reason). Mở lại: loa posts release --all.",
                    en: "Everything is held (\(hold.by)): \(hold.reason). Release: loa posts release --all."))
        }
        return HealthCheck(
            part: "sending", state: .good, finding: Message(vi: "sẵn sàng.", en: "ready."))
    }

    /// Posts that wait for a channel that is gone or off would wait until they are missed.
    private func strandedCheck() async throws -> HealthCheck {
        let (count, channels) = try await database.read { tx in
            var filter = PostFilter()
            filter.states = [.approved, .retrying]
            filter.limit = 100_000
            let known = try self.channels.channels(in: tx)
            let stranded = try tx.posts(filter).filter { known[$0.channel]?.channel.isEnabled != true }
            return (stranded.count, Set(stranded.map(\.channel.description)).sorted().joined(separator: ", "))
        }
        guard count > 0 else {
            return HealthCheck(
                part: "posts", state: .good,
                finding: Message(vi: "mọi bài chờ đều có kênh.", en: "every waiting post has its channel."))
        }
        return HealthCheck(
            part: "posts", state: .attention,
            finding: Message(
                vi: "\(count) bài chờ kênh không còn hoặc đang tắt: \(channels). Bật lại kênh hoặc bỏ các bài đó.",
                en:
                    "\(count) posts wait for channels that are gone or off: \(channels). Switch them on or cancel the posts."
            ))
    }

    private func contentCheck() -> HealthCheck {
        do {
            let report = try checkContent()
            if report.problems.isEmpty, let first = report.findings.first(where: { $0.finding.level == .block }) {
                return HealthCheck(
                    part: "content", state: .attention,
                    finding: Message(
                        vi: "\(report.blocks) chỗ không được đăng, đầu tiên: \(first.file) (\(first.finding.words)). "
                            + "Xem “loa content check”.",
                        en: "\(report.blocks) places must not go out, the first: \(first.file) "
                            + "(\(first.finding.words)). See “loa content check”."))
            }
            guard let first = report.problems.first else {
                return HealthCheck(
                    part: "content", state: .good,
                    finding: Message(
                        vi: "\(report.filesRead) tệp, không lỗi.",
                        en: "\(report.filesRead.of("file", "files")), no mistakes."))
            }
            return HealthCheck(
                part: "content", state: .attention,
                finding: Message(
                    vi: "\(report.problems.count) lỗi, đầu tiên: \(first.message.vietnamese) Xem “loa content check”.",
                    en:
                        "\(report.problems.count.of("mistake", "mistakes")), the first: \(first.message.english) See “loa content check”."
                ))
        } catch {
            let message = (error as? any ReadableError)?.message ?? Message(vi: "\(error)", en: "\(error)")
            return HealthCheck(part: "content", state: .broken, finding: message)
        }
    }

    private func materialsCheck() async throws -> HealthCheck {
        guard let next = try await materialsToApprove() else {
            return HealthCheck(
                part: "materials", state: .good,
                finding: Message(vi: "không có tài liệu nào chờ duyệt.", en: "no material waits for approval."))
        }
        return HealthCheck(part: "materials", state: .attention, finding: next)
    }

    /// After an upgrade the program may bring newer rules, help lines and indicators than the workspace works with.
    private func shippedCheck() throws -> HealthCheck {
        let files = try Workspace.installedContent.map(shippedFiles) ?? []
        let ready = files.count { $0.state != .edited }
        guard ready > 0 else {
            return HealthCheck(
                part: "starter", state: .good,
                finding: Message(
                    vi: files.isEmpty
                        ? "nội dung kèm chương trình không có gì mới."
                        : "\(files.count) tệp khác bản kèm chương trình vì đã sửa tại đây; xem “loa content refresh --dry-run”.",
                    en: files.isEmpty
                        ? "the program brings nothing newer."
                        : "\(files.count) files differ from the program's, for they were edited here; see “loa content refresh "
                            + "--dry-run”."))
        }
        return HealthCheck(
            part: "starter", state: .attention,
            finding: Message(
                vi:
                    "Chương trình kèm \(ready) tệp nội dung mới hơn (quy tắc an toàn, đường dây nóng, chỉ tiêu…). Lấy về: “loa "
                    + "content refresh”, rồi “loa content import”.",
                en:
                    "The program brings \(ready) newer content files (rules, help lines, indicators …). Take them: “loa "
                    + "content refresh”, then “loa content import”."))
    }

    private func clockCheck() -> HealthCheck {
        let year = zone.day(of: TimeSource.system.now).year
        guard (2025...2100).contains(year) else {
            return HealthCheck(
                part: "clock", state: .broken,
                finding: Message(
                    vi: "Đồng hồ máy chỉ năm \(year). Chỉnh lại giờ (timedatectl) trước khi gửi bài.",
                    en: "This machine's clock says \(year). Set it (timedatectl) before sending."))
        }
        return HealthCheck(
            part: "clock", state: .good,
            finding: Message(vi: "\(zone.written(now)), \(zone.name)", en: "\(zone.written(now)), \(zone.name)"))
    }

    private func diskCheck() -> HealthCheck {
        let attributes = try? FileManager.default.attributesOfFileSystem(forPath: folder.state.path)
        let free = (attributes?[.systemFreeSize] as? NSNumber)?.int64Value ?? 0
        let megabytes = free / 1_048_576
        return HealthCheck(
            part: "disk", state: megabytes < 512 ? .attention : .good,
            finding: Message(vi: "còn trống \(megabytes) MB.", en: "\(megabytes) MB free."))
    }
}

extension ChannelStatus {
    fileprivate var check: HealthCheck {
        let part = "channel \(channel.slug)"
        if let reason = disabledReason {
            return HealthCheck(part: part, state: .broken, finding: reason)
        }
        guard channel.channel.isEnabled else {
            return HealthCheck(
                part: part, state: .good, finding: Message(vi: "chưa bật (enabled: false).", en: "not enabled."))
        }
        guard missingSecrets.isEmpty else {
            let names = missingSecrets.map { SecretStore.variable($0) }.joined(separator: ", ")
            return HealthCheck(
                part: part, state: .attention,
                finding: Message(
                    vi: "thiếu mã bí mật: đặt biến \(names) hoặc tệp trong secrets/.",
                    en: "a secret is missing: set \(names) or a file in secrets/."))
        }
        return HealthCheck(part: part, state: .good, finding: Message(vi: "sẵn sàng.", en: "ready."))
    }
}
