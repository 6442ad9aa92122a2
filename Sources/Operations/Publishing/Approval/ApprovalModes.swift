public import Outreach
import Storage

/// The mode that holds for a unit.
public struct UnitApproval: Sendable, Hashable {
    public let mode: ApprovalMode
    /// Who said so, and for which unit; nil where it is the mode of everybody who said nothing.
    public let setting: ApprovalModeSetting?
}

extension Workspace {
    /// Sets who has to say yes before the posts of a unit, and of those below it without a mode of their own, go out.
    /// What is approved already is judged by the new mode when it is to leave.
    public func setApprovalMode(
        _ approval: ApprovalMode, of unit: Slug, as caller: Caller, mode: ChangeMode
    ) async throws -> ApprovalModeSetting {
        try await change(mode) { tx in
            let tree = try tx.requireUnit(unit)
            try tx.authorise(caller, .administer, for: unit)
            // Fewer people than the unit above asks for are for whoever administers that one to allow.
            let others = try tx.approvalModes().filter { $0.key != unit }
            if let above = tree.setting(for: unit, among: others), approval.people < above.mode.people {
                try tx.authorise(caller, .administer, for: above.unit)
            }
            let setting = ApprovalModeSetting(unit: unit, mode: approval, by: caller.name, at: now)
            try tx.put(setting)
            try tx.audit(
                at: now, actor: caller.name, action: "units.approval-mode", subject: unit.description,
                detail: approval.rawValue)
            return setting
        }
    }

    /// By unit: the modes that were set.
    public func approvalModes(as caller: Caller) async throws -> [Slug: ApprovalModeSetting] {
        try await database.read { tx in
            try tx.authorise(caller, .view)
            return try tx.approvalModes()
        }
    }

    public func approval(of unit: Slug, as caller: Caller) async throws -> UnitApproval {
        try await database.read { tx in
            let tree = try tx.requireUnit(unit)
            try tx.authorise(caller, .view)
            let setting = tree.setting(for: unit, among: try tx.approvalModes())
            return UnitApproval(mode: setting?.mode ?? .twoPerson, setting: setting)
        }
    }
}

extension ApprovalMode {
    /// How many people have a post in their hands before it goes out.
    fileprivate var people: Int {
        switch self {
        case .single: 1
        case .twoPerson: 2
        case .chain: 4
        }
    }
}
