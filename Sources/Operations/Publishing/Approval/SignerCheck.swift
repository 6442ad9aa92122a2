import Outreach
import Storage

/// Who may say yes to a post, by the mode of its unit, as one transaction sees it.
struct SignerCheck {
    private let tx: ReadTransaction
    private let tree: UnitTree
    private let settings: [Slug: ApprovalModeSetting]
    private let rights: DecisionRights

    init(_ tx: ReadTransaction) throws {
        self.tx = tx
        tree = try tx.unitTree()
        settings = try tx.approvalModes()
        rights = try DecisionRights(tx)
    }

    func mode(of unit: Slug) -> ApprovalMode { tree.setting(for: unit, among: settings)?.mode ?? .twoPerson }

    /// Whether any unit asks for more than one yes.
    var hasChain: Bool { settings.values.contains { $0.mode == .chain } }

    /// The step that is to be given next for this version; the approval itself comes last.
    func nextStep(of post: Post, hash: ContentHash) throws -> ApprovalStep {
        let given = try signatures(of: post, hash: hash).map(\.step)
        return mode(of: post.unit).steps.first { !given.contains($0) } ?? .approval
    }

    /// The steps before the approval itself that were given for a version.
    func signatures(of post: Post, hash: ContentHash) throws -> [StepSignature] {
        mode(of: post.unit) == .chain ? try tx.signatures(of: post.id, hash: hash) : []
    }

    /// Whether this user may give the step for this version: the right for the post's unit, no hand in what it says,
    /// and no other step of the chain. Only persons decide.
    ///
    /// - Throws: ``OrganisationError``, ``AccessError/personOnly``, ``PublishingError/ownWork(user:)`` or
    ///   ``PublishingError/gaveStep(user:)``.
    func require(_ caller: Caller, for step: ApprovalStep, of post: Post, hash: ContentHash?) throws {
        if case .program = caller { throw PublishingError.ownWork(user: caller.name) }
        try tx.authorise(caller, step.permission, for: post.unit)
        _ = try tx.requirePerson(caller)
        let names = try tx.names(of: caller)
        guard mode(of: post.unit) == .single || !names.contains(where: post.isWork) else {
            throw PublishingError.ownWork(user: caller.name)
        }
        guard let hash else { return }
        if try signatures(of: post, hash: hash).contains(where: { names.contains($0.by) }) {
            throw PublishingError.gaveStep(user: caller.name)
        }
    }

    /// Why the approval does not count any more, judged by the rights of this moment; nil where it does.
    func defect(of approval: Approval, for post: Post) throws -> Message? {
        let mode = mode(of: post.unit)
        let mayBeOwn = mode == .single
        guard try rights.hold(approval.by, ApprovalStep.approval.permission, for: post, mayBeOwn: mayBeOwn) else {
            return Message(
                vi: "Người duyệt “\(approval.by)” không còn quyền duyệt bài này. Nhờ người khác duyệt lại.",
                en: "The approver “\(approval.by)” no longer has the right for this post. Have it approved again.")
        }
        guard mode == .chain else { return nil }
        let signatures = try signatures(of: post, hash: approval.hash)
        for step in mode.steps where step != .approval {
            guard let given = signatures.first(where: { $0.step == step }), given.by != approval.by,
                try rights.hold(given.by, step.permission, for: post)
            else {
                return Message(
                    vi: "Thiếu bước “\(step.words.vietnamese)” của bản này, hoặc người đã ký không còn quyền. "
                        + "Gửi duyệt lại.",
                    en: "The step “\(step.words.english)” is missing for this version, or who gave it lost the right. "
                        + "Submit it again.")
            }
        }
        return nil
    }
}
