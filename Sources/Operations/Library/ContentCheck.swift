import Foundation
public import Outreach
import Storage

/// A finding in a file.
public struct FileFinding: Sendable, Hashable {
    public let file: String
    /// The line in the file, where it can be told.
    public let line: Int?
    public let finding: Finding
}

/// What is wrong with files: how they are written, and what they say.
public struct ContentCheckReport: Sendable, Hashable {
    public let problems: [DataProblem]
    public let findings: [FileFinding]
    public let filesRead: Int

    public var blocks: Int { findings.count { $0.finding.level == .block } }
}

extension Workspace {
    /// Reads everything in `Content/` and `Channels/`, says what is wrong with it and what its texts say that must not
    /// go out; changes nothing. Anyone may.
    public func checkContent() throws -> ContentCheckReport {
        let content = try ContentFolder.load(folder.content)
        let channels = channelFiles(knowing: content)
        return ContentCheckReport(
            problems: content.problems + channels.problems, findings: try findings(in: content),
            filesRead: content.fileCount + channels.presets.count + 1)
    }

    /// Holds files against the rules before they are in the library; changes nothing. Anyone may.
    ///
    /// - Throws: ``SafeguardingError`` where there are no rules to hold them against.
    public func checkFiles(_ names: [String], kind: TextKind?) throws -> ContentCheckReport {
        let safeguard = try safeguardOfFiles()
        let files = names.map { TextFile.read(URL(filePath: $0), named: $0, kind: kind) }
        let findings = files.flatMap { file in
            let source = FileLines(URL(filePath: file.file))
            return safeguard.findingsAsTypedAndRead(in: file.texts).map {
                FileFinding(file: file.file, line: source.line(of: $0, in: file.texts), finding: $0)
            }
        }
        return ContentCheckReport(problems: files.flatMap(\.problems), findings: findings, filesRead: files.count)
    }

    /// Nothing in a workspace without rules: their mistakes are among the problems, and nothing goes out without them.
    private func findings(in content: ContentFolder) throws -> [FileFinding] {
        guard content.safeguarding != nil else { return [] }
        let safeguard = try safeguard(of: content)
        let inMaterials = content.materials.flatMap { material in
            let texts = material.checkedTexts
            let source = FileLines(folder.root.appending(path: material.file))
            return safeguard.findingsAsTypedAndRead(in: texts).map {
                FileFinding(file: material.file, line: source.line(of: $0, in: texts), finding: $0)
            }
        }
        // Plans and playbooks are for colleagues: what they call children counts, a help line is not asked of them.
        let inLists = content.texts.flatMap { text in
            safeguard.findingsAsTypedAndRead(in: CheckedText(text.text, kind: .note))
                .map { FileFinding(file: text.file, line: text.line, finding: $0) }
        }
        return inMaterials + inLists
    }
}

/// The text of a file, to tell on which line a finding lies.
private struct FileLines {
    private let text: String

    init(_ file: URL) {
        let bytes = (try? Data(contentsOf: file)) ?? Data()
        text = String(decoding: bytes, as: UTF8.self).normalized.lines.joined(separator: "\n")
    }

    /// Nil where the words stand otherwise in the file than in the text, as in quoted YAML.
    func line(of finding: Finding, in texts: [CheckedText]) -> Int? {
        for part in texts.flatMap(\.parts) where part.place == finding.place {
            guard let range = text.range(of: part.text) else { continue }
            let scalars = text[range].unicodeScalars.prefix(finding.start)
            return text[..<range.lowerBound].count { $0 == "\n" } + scalars.count { $0 == "\n" } + 1
        }
        return text.range(of: finding.words).map { range in text[..<range.lowerBound].count { $0 == "\n" } + 1 }
    }
}

extension MaterialFile {
    /// What the file says, its media by their names.
    var checkedTexts: [CheckedText] {
        let texts = contentWithoutMedia.checkedTexts
        guard let whole = texts.first, !media.isEmpty else { return texts }
        let parts = media.flatMap { CheckedText.Part.ofMedia(name: $0.name, alternativeText: $0.alternativeText) }
        let complete = CheckedText(parts: whole.parts + parts, kind: whole.kind, audiences: whole.audiences)
        return [complete] + texts.dropFirst()
    }
}
