import Foundation
import Outreach
import Storage
import Testing

@testable import Documents
@testable import Office
@testable import Operations

/// Everything out and in again.
struct OpenExportTests {
    private func filled(_ office: Office) async throws {
        let clicks =
            "\n  - {id: clicks, name: {vi: \"Lượt mở\", en: \"Clicks\"}, unit: {vi: lượt, en: clicks}, "
            + "rows: samples, where: {metric: [clicks]}, sum: value}\n"
        let indicators = try #require(OfficeContent.files["Content/indicators.yaml"])
        try await office.rewrite("Content/indicators.yaml", indicators + clicks)
        let post = try await office.approved(on: "speakers", at: "2026-05-20 09:00")
        try office.turn(to: "2026-05-20 12:00")
        _ = try await office.workspace.resolvePost(
            post.id.description, .posted(link: nil, at: post.moment, figure: (.plays, 1)), comment: "",
            as: try office.user("lan"), mode: .perform)
        _ = try await office.workspace.importSessions(
            Array("Ngày;Trường;Học sinh\n18/05/2026;Trường THCS;40\n19/05/2026;Trường THCS;50\n".utf8),
            unit: try slug("east-youth"), as: try office.user("an"), mode: .perform)
        let link = try await office.workspace.makeLink(
            to: "https://example.org/111", title: "Bảng tin", unit: try slug("west-culture"),
            as: try office.user("admin"), mode: .perform)
        let phone = LinkVisitor(userAgent: "Mozilla/5.0 (Linux; Android 14) Safari", isHead: false, purpose: nil)
        _ = try await office.workspace.follow(link.code, by: phone)
        let session = try #require(
            try await office.workspace.sessions(SessionFilter(), within: nil, as: .program).first?.session)
        _ = try await office.workspace.addPhoto(
            PhotoSample.png(), id: .of([1], in: session.id), to: session.id, as: try office.user("an"))
    }

    private func figures(of unit: String, in workspace: Workspace) async throws -> [String: Int] {
        let report = try await workspace.report(on: try slug(unit), period: "2026-05-01..2026-05-31", as: .program)
        return Dictionary(
            uniqueKeysWithValues: report.lines.compactMap { line in
                line.value.map { (line.indicator.id.description, $0) }
            })
    }

    private func entries(of file: URL) throws -> [String: [UInt8]] {
        let archive = try ArchiveReader(
            file: file, limits: ArchiveLimits(entries: 10_000, entryBytes: 1 << 30, totalBytes: 1 << 30))
        return Dictionary(
            uniqueKeysWithValues: try archive.entries.map { ($0.name, try archive.bytes(of: $0)) })
    }

    @Test func `an export that is imported exports equal content`() async throws {
        try await Office.open { office in
            try await filled(office)
            try await Office.inFolder { folder in
                let first = folder.appending(path: "first.zip")
                let report = try await office.workspace.exportEverything(to: first, as: try office.user("admin"))
                #expect(report.tables["sessions"] == 2 && report.tables["samples"] == 1 && report.mediaFiles == 1)
                let root = folder.appending(path: "again")
                let imported = try await Workspace.importEverything(from: first, into: root)
                #expect(imported == report)
                let again = try await Workspace(at: root, time: office.clock.source, environment: [:])
                let second = folder.appending(path: "second.zip")
                _ = try await again.exportEverything(to: second, as: try office.user("admin"))
                let (one, two) = (try entries(of: first), try entries(of: second))
                #expect(Set(one.keys) == Set(two.keys))
                for (name, bytes) in one where two[name] != bytes { Issue.record("differs: \(name)") }
                #expect(try await again.sendingStatus() == .notThisInstance)
                // What is worked out from the rows comes out the same, also of a unit that has nothing but a link.
                for unit in ["west-culture", "east-culture", "east-youth"] {
                    let (before, after) = (
                        try await figures(of: unit, in: office.workspace), try await figures(of: unit, in: again)
                    )
                    #expect(before == after)
                    if unit == "west-culture" { #expect(before["clicks"] == 1) }
                }
            }
        }
    }

    @Test func `no secrets are exported`() async throws {
        try await Office.open { office in
            try await filled(office)
            try await Office.inFolder { folder in
                try Office.write("s3cret-in-file", to: office.folder.appending(path: "secrets/page.token"))
                let file = folder.appending(path: "all.zip")
                _ = try await office.workspace.exportEverything(to: file, as: try office.user("admin"))
                let entries = try entries(of: file)
                #expect(!entries.keys.contains { $0.contains("secret") || $0.contains("password") })
                let everything = entries.values.map { String(decoding: $0, as: UTF8.self) }.joined()
                #expect(!everything.contains("s3cret"))
                for table in ["passwords", "web_sessions", "api_tokens", "feeds", "log_in_links"] {
                    #expect(entries["data/\(table).jsonl"] == nil)
                }
            }
        }
    }

    @Test func `pictures beside the content leave without places and names, and come in as they left`() async throws {
        try await Office.open { office in
            let photo = try TellingPhoto.make(.jpeg, number: 7)
            let beside = office.folder.appending(path: "Content/materials/article")
            try Data(photo).write(to: beside.appending(path: "anh.jpg"))
            try Data(photo.dropLast(200)).write(to: beside.appending(path: "cut.jpg"))
            try Data([0, 0, 0, 24] + Array("ftypheic".utf8)).write(to: beside.appending(path: "IMG_1.HEIC"))
            let article = try #require(OfficeContent.files["Content/materials/article/goi-111.md"])
            try await office.rewrite(
                "Content/materials/article/co-anh.md",
                article.replacing(
                    "source: \"Luật Trẻ em 2016\"",
                    with: "source: \"Luật Trẻ em 2016\"\nmedia:\n  - {file: anh.jpg, alt: \"Sân\", children: 0}"))
            try await Office.inFolder { folder in
                let file = folder.appending(path: "all.zip")
                let report = try await office.workspace.exportEverything(to: file, as: try office.user("admin"))
                #expect(
                    report.leftOut == ["IMG_1.HEIC", "cut.jpg"].map { "Content/materials/article/\($0)" })
                let all = try entries(of: file)
                let picture = try #require(all["workspace/Content/materials/article/anh.jpg"])
                for word in ["Exif", "Phone of 7", "Person 7", "lớp 6A"] {
                    for (name, bytes) in all where bytes.firstRange(of: Array(word.utf8)) != nil {
                        Issue.record("\(word) in \(name)")
                    }
                }
                let root = folder.appending(path: "again")
                _ = try await Workspace.importEverything(from: file, into: root)
                let again = try await Workspace(at: root, time: office.clock.source, environment: [:])
                let imported = try await again.importContent(as: try office.user("admin"), mode: .perform)
                #expect(imported.toApprove.isEmpty)
                let stored = try await again.material(try slug("co-anh"))
                #expect(stored.newest?.content.media.first?.hash == .sha256(of: picture))
            }
        }
    }

    @Test func `an import that was cut off is named, and the next one clears it away but not one still at work`()
        async throws
    {
        try await Office.open { office in
            try await Office.inFolder { folder in
                let file = folder.appending(path: "all.zip")
                _ = try await office.workspace.exportEverything(to: file, as: try office.user("admin"))
                let root = folder.appending(path: "loa")
                let (cut, other) = (CutOffImports.newFolder(beside: root), CutOffImports.newFolder(beside: root))
                try CutOffImports.begin(cut).release()
                let atWork = try CutOffImports.begin(other)
                let mine = folder.appending(path: ".loa-import-of-mine")
                try FileManager.default.createDirectory(at: mine, withIntermediateDirectories: true)
                #expect(CutOffImports.all(beside: root) == [cut.root])
                let report = try await Workspace.importEverything(from: file, into: root)
                #expect(report.cleared == [cut.root.path])
                #expect(FileManager.default.fileExists(atPath: other.root.path))
                #expect(FileManager.default.fileExists(atPath: mine.path))
                let again = try await Workspace(at: root, time: office.clock.source, environment: [:])
                #expect(again.cutOffImportCheck().state == .good)
                atWork.release()
                let check = again.cutOffImportCheck()
                #expect(check.state == .attention && check.finding.english.contains(other.root.path))
            }
        }
    }

    @Test func `secrets that were set before an import stay`() async throws {
        try await Office.open { office in
            try await Office.inFolder { folder in
                let file = folder.appending(path: "all.zip")
                _ = try await office.workspace.exportEverything(to: file, as: try office.user("admin"))
                let root = folder.appending(path: "loa")
                for part in ["Content", "Channels", "secrets"] {
                    try FileManager.default.createDirectory(
                        at: root.appending(path: part), withIntermediateDirectories: true)
                }
                let secret = root.appending(path: "secrets/page.token")
                try Office.write("s3cret", to: secret)
                _ = try await Workspace.importEverything(from: file, into: root)
                #expect(try String(contentsOf: secret, encoding: .utf8) == "s3cret")
            }
        }
    }

    @Test func `only an administrator exports, and nothing in use is overwritten`() async throws {
        try await Office.open { office in
            try await Office.inFolder { folder in
                let file = folder.appending(path: "all.zip")
                await #expect(throws: OrganisationError.self) {
                    try await office.workspace.exportEverything(to: file, as: try office.user("lan"))
                }
                _ = try await office.workspace.exportEverything(to: file, as: try office.user("admin"))
                await #expect(throws: ExportError.exists(file.path)) {
                    try await office.workspace.exportEverything(to: file, as: try office.user("admin"))
                }
                let before = try await office.rows()
                await #expect(throws: WorkspaceError.self) {
                    try await Workspace.importEverything(from: file, into: office.folder)
                }
                try office.workspace.close()
                await #expect(throws: ExportError.inUse(office.folder.path)) {
                    try await Workspace.importEverything(from: file, into: office.folder)
                }
                #expect(try await office.rows() == before)
            }
        }
    }

    @Test func `what is no export is refused and leaves no folder`() async throws {
        try await Office.inFolder { folder in
            let file = folder.appending(path: "other.zip")
            try Data(try ArchiveWriter.bytes(of: [(name: "a.txt", content: [65])])).write(to: file)
            let root = folder.appending(path: "new")
            await #expect(throws: ExportError.notAnExport("other.zip")) {
                try await Workspace.importEverything(from: file, into: root)
            }
            #expect(!FileManager.default.fileExists(atPath: root.path))
        }
    }
}
