import Documents
import Foundation
public import Outreach
import Storage

/// What an import of `Content/` and `Channels/` did, by kind of thing.
public struct ContentImportReport: Sendable, Hashable {
    /// How many were added, changed and unchanged, by kind: "material", "unit", "channel" …
    public let effects: [String: [ImportEffect: Int]]
    /// Materials that have a new revision waiting for approval.
    public let toApprove: [Slug]
    /// Those of them that the safeguarding rules block: they are kept, and cannot be approved so.
    public let blocked: [Slug]
    /// The mistakes found; what they stand in was left out, everything else was imported.
    public let problems: [DataProblem]
    public let filesRead: Int

    /// Whether anything but materials is new or different.
    var changesWorkspace: Bool {
        effects.contains { kind, counts in
            kind != "material" && (counts[.added] ?? 0) + (counts[.changed] ?? 0) > 0
        }
    }

    public func count(_ effect: ImportEffect) -> Int {
        effects.values.reduce(0) { $0 + ($1[effect] ?? 0) }
    }
}

extension Workspace {
    /// Brings `Content/` and `Channels/` into the workspace. What has not changed changes nothing; each changed
    /// material becomes a new revision in review. Broken files are left out and reported.
    public func importContent(as caller: Caller, mode: ChangeMode) async throws -> ContentImportReport {
        let content = try ContentFolder.load(folder.content)
        let channels = channelFiles(knowing: content)
        let (materials, mediaProblems, marks) = await storeMedia(of: content.materials, by: caller)
        let now = now
        return try await change(mode) { [folder] tx in
            try tx.authoriseProvisioning(caller)
            var tally = ImportTally()
            try tally.put(content, into: tx, at: now)
            try tally.put(channels, from: folder.channels, into: tx, at: now)
            for mark in marks where try tx.pictureMark(mark.hash) == nil { try tx.put(mark) }
            for material in materials {
                let effect = try tx.importRevision(material, author: caller.name, at: now)
                tally.count(effect, of: "material")
                if effect != .unchanged { tally.toApprove.append(material.material) }
            }
            let report = ContentImportReport(
                effects: tally.effects, toApprove: tally.toApprove,
                blocked: try blocked(of: tally.toApprove, among: materials, in: tx),
                problems: content.problems + channels.problems + mediaProblems,
                filesRead: content.fileCount + channels.presets.count + 1)
            if report.changesWorkspace, try !tx.users().isEmpty {
                // Units decide who may do what and channels where posts go: both are for the whole workspace to say.
                try tx.authoriseWhole(caller, .administer)
            }
            if report.changesWorkspace { try requireClean(content.texts + channels.names, in: tx) }
            if report.count(.added) + report.count(.changed) > 0 {
                try tx.audit(
                    at: now, actor: caller.name, action: "content.import", subject: "workspace",
                    detail:
                        "added \(report.count(.added)), changed \(report.count(.changed)), "
                        + "problems \(report.problems.count)")
            }
            return report
        }
    }

    /// Which of these new revisions break a rule that blocks; none where there are no rules yet.
    private func blocked(of new: [Slug], among materials: [MaterialContent], in tx: ReadTransaction) throws -> [Slug] {
        guard !new.isEmpty else { return [] }
        let judge = try judge(in: tx)
        let isNew = Set(new)
        do {
            return try materials.filter { content in
                try isNew.contains(content.material)
                    && judge.findings(in: content, pictures: []).contains { $0.level == .block }
            }.map(\.material)
        } catch is SafeguardingError {
            return []
        }
    }

    /// Whether the caller may import whatever the folders hold, units and channels too; asked before long work begins.
    ///
    /// - Throws: ``OrganisationError/notPermitted(user:permission:unit:)``.
    public func requireWholeImport(as caller: Caller) async throws {
        try await database.read { try $0.authoriseWhole(caller, .administer) }
    }

    func channelFiles(knowing content: ContentFolder) -> ChannelFolder {
        ChannelFiles.load(
            folder: folder.channels, units: Set(content.units.map(\.id)),
            audiences: Set(content.taxonomy.audiences.map(\.id)))
    }

    /// Puts the media files of materials into the store; a material whose file cannot be read is left out.
    ///
    /// - Returns: with them what the headers say about the pictures; what a person said since counts more.
    private func storeMedia(
        of files: [MaterialFile], by caller: Caller
    ) async -> (contents: [MaterialContent], problems: [DataProblem], marks: [PictureMark]) {
        var contents: [MaterialContent] = []
        var problems: [DataProblem] = []
        var marks: [PictureMark] = []
        for file in files {
            do {
                var stored: [MediaFile] = []
                for item in file.media {
                    let hash = try await store(item)
                    stored.append(MediaFile(name: item.name, alternativeText: item.alternativeText, hash: hash))
                    if let children = item.recognisableChildren {
                        marks.append(
                            PictureMark(hash: hash, children: children, showsVictim: false, by: caller.name, at: now))
                    }
                }
                contents.append(file.content(media: stored))
            } catch {
                let reason =
                    (error as? any ReadableError)?.message
                    ?? Message(vi: "Không đọc được tệp media: \(error).", en: "Cannot read a media file: \(error).")
                problems.append(DataProblem(file: file.file, line: nil, reason: reason))
            }
        }
        return (contents, problems, marks)
    }

    /// The same doors as for a file that is sent to a page: its bytes tell what it is, and pictures are made anew.
    private func store(_ item: MaterialFile.Media) async throws -> ContentHash {
        let bytes = Array(try Data(contentsOf: item.file))
        guard let type = MediaType(of: bytes) else { throw MediaError.unknownType(name: item.name) }
        guard bytes.count <= type.maximum else { throw MediaError.tooLarge(name: item.name, maximum: type.maximum) }
        // What was made anew here before, as an export hands it on, is not made anew once more.
        let known = ContentHash.sha256(of: bytes)
        if media.has(known) { return known }
        let kept = try await PhotoQueue.kept(bytes, of: type)
        return try media.store(Data(kept))
    }
}

extension WriteTransaction {
    /// A file that is as it was at the last import brings nothing, whatever was written in a page since.
    fileprivate func importRevision(
        _ content: MaterialContent, author: String, at now: Instant
    ) throws -> ImportEffect {
        let hash = try content.revisionHash
        guard try importedRevision(of: content.material) != hash else { return .unchanged }
        let (effect, revision) = try addRevision(content, author: author, at: now)
        try setImportedRevision(of: content.material, to: revision)
        return effect
    }
}

extension ReadTransaction {
    /// An editor or administrator imports; in a workspace without users, whoever sets it up.
    fileprivate func authoriseProvisioning(_ caller: Caller) throws {
        if case .program = caller { return }
        do {
            try authorise(caller, .edit)
        } catch {
            try authorise(caller, .administer)
        }
    }
}

/// Counts what an import does.
private struct ImportTally {
    private(set) var effects: [String: [ImportEffect: Int]] = [:]
    var toApprove: [Slug] = []

    mutating func count(_ effect: ImportEffect, of kind: String) {
        effects[kind, default: [:]][effect, default: 0] += 1
    }

    mutating func put(_ content: ContentFolder, into tx: WriteTransaction, at now: Instant) throws {
        try put(content.taxonomy.audiences, into: tx, at: now)
        try put(content.taxonomy.topics, into: tx, at: now)
        try put(content.taxonomy.helpLines, into: tx, at: now)
        try put(content.observances, into: tx, at: now)
        try put(content.calendars, into: tx, at: now)
        try put(content.indicators, into: tx, at: now)
        try put(content.units, into: tx, at: now)
        try put(content.committees, into: tx, at: now)
        try put(content.plans, into: tx, at: now)
        try put(content.playbooks, into: tx, at: now)
        // Broken rules leave the ones in use untouched.
        try put(content.safeguarding.map { [$0] } ?? [], into: tx, at: now)
    }

    mutating func put(_ channels: ChannelFolder, from folder: URL, into tx: WriteTransaction, at now: Instant) throws {
        for preset in channels.presets {
            let text = try String(contentsOf: folder.appending(path: "\(preset.slug).yaml"), encoding: .utf8)
            count(try tx.putPreset(preset.slug, text: text, at: now), of: "preset")
        }
        let register = folder.appending(path: ChannelFiles.registerName)
        // A mistake in the register leaves the one in use untouched: half of it would strand posts of lost channels.
        let isSound = !channels.problems.contains { $0.file.hasSuffix(ChannelFiles.registerName) }
        guard try isSound || tx.channelFolder().channels.isEmpty else { return }
        if let text = try? String(contentsOf: register, encoding: .utf8) {
            count(try tx.putRegister(text, at: now), of: "channel register")
        }
    }

    private mutating func put<Document: ProvisionedDocument>(
        _ documents: [Document], into tx: WriteTransaction, at now: Instant
    ) throws {
        for (position, document) in documents.enumerated() {
            count(try tx.put(document, position: position, at: now), of: Document.documentKind)
        }
    }
}
