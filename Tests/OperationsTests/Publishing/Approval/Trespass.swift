import Outreach

@testable import Office
@testable import Operations
@testable import Storage

/// What somebody does to the database behind the operations' back, in a way the claim cannot tell from the real thing:
/// whatever goes out by it has to be noticed, or the sequences would prove nothing.
enum Trespass: String, CaseIterable, Sendable {
    /// A yes that nobody gave is written down.
    case forgedYes
    /// A text is changed after its approval, and the approval made to fit.
    case changedText
    /// Every hold is lifted.
    case liftedHolds

    func commit(in office: Office) async throws {
        let workspace = office.workspace
        try await workspace.database.write { tx in
            switch self {
            case .forgedYes:
                for post in try posts(.inReview, in: tx) { try seal(post, by: "minh", workspace, in: tx) }
            case .changedText:
                for var post in try posts(.approved, in: tx) {
                    guard let approver = post.approval?.by else { continue }
                    post.text += " Gọi ngay."
                    try seal(post, by: approver, workspace, in: tx)
                }
            case .liftedHolds:
                for hold in try tx.holds() { _ = try tx.removeHold(hold.scope) }
            }
        }
    }

    private func posts(_ state: PostState, in tx: ReadTransaction) throws -> [Post] {
        var filter = PostFilter()
        filter.states = [state]
        return try tx.posts(filter)
    }

    /// Approves a post as it stands.
    private func seal(_ post: Post, by approver: String, _ workspace: Workspace, in tx: WriteTransaction) throws {
        guard let channel = try workspace.channels.channels(in: tx)[post.channel] else { return }
        let check = try ApprovalCheck(workspace, in: tx)
        var sealed = post
        sealed.state = .approved
        sealed.approval = Approval(
            by: approver, at: workspace.now, hash: try check.hash(of: post, on: channel), rules: check.judge.version)
        _ = try tx.update(sealed, from: post.state)
    }
}
