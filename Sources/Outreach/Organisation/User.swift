/// What a user may do, always within a unit and those below it.
public enum Role: String, Sendable, Hashable, Codable, CaseIterable {
    case administrator, editor, approver
    /// The police or legal check of a chain of approval.
    case checker
    case logger, viewer

    public var permissions: Set<Permission> {
        switch self {
        case .administrator: Set(Permission.allCases).subtracting([.approve, .check])
        case .editor: [.view, .edit, .plan, .recordReach, .logSessions, .hold, .report]
        case .approver: [.view, .approve, .override, .hold, .report]
        case .checker: [.view, .check, .override, .hold]
        case .logger: [.view, .logSessions]
        case .viewer: [.view]
        }
    }
}

/// One right that an operation asks for.
public enum Permission: String, Sendable, Hashable, Codable, CaseIterable {
    /// See a unit's drafts, posts, sessions and counts.
    case view
    /// Write materials and posts, and send them for review.
    case edit
    /// Plan campaigns.
    case plan
    /// Approve or reject what someone else wrote.
    case approve
    /// Give the police or legal check where a unit asks for one.
    case check
    /// Let one finding of the safeguarding rules pass, with a reason.
    case override
    /// Stop and resume sending.
    case hold
    /// Log and correct sessions.
    case logSessions
    /// Type in or import samples.
    case recordReach
    /// Write a unit's reports and submit them.
    case report
    /// Change units, users, channels and the workspace itself.
    case administer
}

/// A role held for a unit and everything below it, or for the whole workspace.
public struct Grant: Sendable, Hashable, Codable {
    public let role: Role
    /// Nil is the whole workspace.
    public let unit: Slug?

    public init(role: Role, unit: Slug?) {
        self.role = role
        self.unit = unit
    }
}

/// A person who works with Loa, known by a log-in name.
public struct User: Sendable, Hashable, Codable {
    public let id: Slug
    public let name: String
    public let grants: [Grant]
    public let isActive: Bool

    public init(id: Slug, name: String, grants: [Grant], isActive: Bool = true) {
        self.id = id
        self.name = name
        self.grants = grants
        self.isActive = isActive
    }

    /// Whether one of the user's roles gives the permission for the unit.
    ///
    /// For a committee its standing unit is asked: that unit speaks for it.
    public func may(_ permission: Permission, for unit: Slug, in tree: UnitTree) -> Bool {
        guard isActive else { return false }
        let subject = tree.committees[unit]?.standing ?? unit
        return grants.contains { grant in
            grant.role.permissions.contains(permission)
                && (grant.unit.map { tree.isUnit(subject, within: $0) } ?? true)
        }
    }

    /// Whether one of the user's roles gives the permission for some unit: enough for what the workspace shares,
    /// such as the library.
    public func may(_ permission: Permission) -> Bool {
        isActive && grants.contains { $0.role.permissions.contains(permission) }
    }

    /// Whether one of the user's roles gives the permission over the whole workspace.
    public func mayForWhole(_ permission: Permission) -> Bool {
        isActive && grants.contains { $0.unit == nil && $0.role.permissions.contains(permission) }
    }
}
