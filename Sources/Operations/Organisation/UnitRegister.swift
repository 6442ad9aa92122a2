public import Outreach
import Storage

/// Units made, renamed, moved, ended and merged by a person. The register stays `Content/units.yaml`: the file is
/// changed first and held against the same checks as an import, and what it says then is what counts.
extension Workspace {
    /// - Throws: ``OrganisationError``, ``UnitChangeError``, ``FileChangeError``, ``WorkspaceError``.
    public func addUnit(_ unit: Unit, as caller: Caller, mode: ChangeMode) async throws {
        try await changeRegister("units.add", unit.id, as: caller, mode) { contents, tree in
            guard tree.name(of: unit.id) == nil, !contents.units.contains(where: { $0.id == unit.id }),
                // The pages' own address.
                unit.id.description != "new"
            else { throw UnitChangeError.taken(unit.id) }
            contents.units.append(unit)
            return unit.validity.from.map { "from \($0)" } ?? ""
        }
    }

    /// Gives a unit another name or another parent.
    ///
    /// - Parameter day: the first day on which that holds; nil puts right what was written wrongly.
    public func renameUnit(
        _ id: Slug, _ name: LocalizedText, under parent: Slug?, from day: Day?, as caller: Caller, mode: ChangeMode
    ) async throws {
        try await changeRegister("units.rename", id, as: caller, mode) { contents, _ in
            try contents.change(id) { try $0.renamed(name, under: parent, from: day) }
            return "\(name.vi)\(day.map { ", from \($0)" } ?? ", corrected")"
        }
    }

    /// Ends a unit, or lets it go on.
    ///
    /// - Parameters:
    ///   - day: the last day on which it exists; nil for one that was ended by mistake.
    ///   - successor: who takes over: of a merger the unit that remains.
    public func endUnit(
        _ id: Slug, on day: Day?, successor: Slug?, as caller: Caller, mode: ChangeMode
    ) async throws {
        try await changeRegister("units.end", id, as: caller, mode) { contents, _ in
            try contents.change(id) { try $0.ending(on: day) }
            if let successor { try contents.change(successor) { try $0.takingOver(id) } }
            return "\(day.map { "last day \($0)" } ?? "goes on")\(successor.map { ", \($0) takes over" } ?? "")"
        }
    }

    /// Units and committees decide who may do what, so only whoever administers the whole workspace changes them.
    func changeRegister(
        _ action: String, _ subject: Slug, as caller: Caller, _ mode: ChangeMode,
        _ edit: @Sendable @escaping (inout UnitsFile.Contents, UnitTree) throws -> String
    ) async throws {
        let file = UnitsFile(content: folder.content)
        try await change(mode) { tx in
            try tx.authoriseWhole(caller, .administer)
            var contents = try file.read()
            let named = Set(contents.names)
            let detail = try edit(&contents, try tx.unitTree())
            for name in contents.names where !named.contains(name) { try checkName(name, in: tx) }
            let draft = try file.draft(contents)
            defer { draft.discard() }
            for (position, unit) in contents.units.enumerated() {
                _ = try tx.put(unit, position: position, at: now)
            }
            for (position, committee) in contents.committees.enumerated() {
                _ = try tx.put(committee, position: position, at: now)
            }
            try tx.audit(at: now, actor: caller.name, action: action, subject: subject.description, detail: detail)
            if mode == .perform { try draft.takePlace() }
        }
    }
}

extension UnitsFile.Contents {
    fileprivate var names: [LocalizedText] { units.map(\.name) + committees.map(\.name) }

    fileprivate mutating func change(_ id: Slug, _ edit: (Unit) throws -> Unit) throws {
        guard let index = units.firstIndex(where: { $0.id == id }) else {
            throw OrganisationError.unknownUnit(id, suggestions: NearestNames.of(id, among: units.map(\.id)))
        }
        units[index] = try edit(units[index])
    }
}
