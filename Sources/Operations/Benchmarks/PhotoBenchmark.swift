import Documents
import Foundation
public import Outreach
import Storage
import Subprocess

/// Puts pictures that say more than they show into a throw-away workspace by its own door, and has exiftool look at
/// what is stored.
public enum PhotoBenchmark {
    public struct Result: Sendable {
        public let photos: Int
        public let stored: Int
        public let duration: Duration
        /// What exiftool found in the pictures as they came in, besides what any file of their kind needs.
        public let factsBefore: Int
        /// What it found in those that are stored, by file.
        public let factsAfter: [String]
    }

    /// - Throws: ``PhotoBenchmarkError`` where exiftool is not there.
    public static func run(photos: Int, progress: @Sendable (Int) -> Void) async throws -> Result {
        let root = FileManager.default.temporaryDirectory.appending(path: "loa-photos-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: root) }
        let sent = root.appending(path: "sent")
        for folder in ["Content", "Channels", "sent"] {
            try FileManager.default.createDirectory(
                at: root.appending(path: folder), withIntermediateDirectories: true)
        }
        let workspace = try await Workspace(at: root)
        let clock = ContinuousClock()
        var (duration, stored): (Duration, Set<ContentHash>) = (.zero, [])
        for number in 0..<photos {
            let kind = number.isMultiple(of: 2) ? PhotoKind.jpeg : .png
            let photo = try TellingPhoto.make(kind, number: number)
            try Data(photo).write(to: sent.appending(path: "\(number).\(kind.rawValue)"))
            let start = clock.now
            let file = try await workspace.storeMedia(
                photo, name: "\(number).\(kind.rawValue)", alternativeText: "Hình thử", as: .program)
            duration += clock.now - start
            stored.insert(file.hash)
            if number % 100 == 99 { progress(number + 1) }
        }
        return Result(
            photos: photos, stored: stored.count, duration: duration, factsBefore: try await facts(in: sent).count,
            factsAfter: try await facts(in: workspace.folder.media))
    }

    /// Every fact of every file below a folder that is not about the file itself or its pixels.
    private static func facts(in folder: URL) async throws -> [String] {
        let output: String
        do {
            let result = try await Subprocess.run(
                .name("exiftool"), arguments: ["-r", "-a", "-G1", "-s", "-ee", "-u", folder.path],
                output: .string(limit: 256 << 20), error: .discarded)
            output = result.standardOutput
        } catch {
            throw PhotoBenchmarkError.noExiftool
        }
        let lines = output.split(separator: "\n").map(String.init)
        guard lines.contains(where: { $0.hasPrefix("[File]") }) else { throw PhotoBenchmarkError.noExiftool }
        let harmless = ["[System]", "[File]", "[ExifTool]", "[Composite]", "[JFIF]", "[PNG]"]
        return lines.filter { line in
            line.hasPrefix("[") && (!harmless.contains { line.hasPrefix($0) } || isTelling(line))
        }
    }

    private static func isTelling(_ line: String) -> Bool {
        ["Comment", "GPS", "Thumbnail", "Artist", "Make ", "Model", "Author", "Creator", "Description", "Warning"]
            .contains { line.contains($0) }
    }
}

/// Why photos could not be measured.
public enum PhotoBenchmarkError: ReadableError {
    case noExiftool

    public var kind: FailureKind { .configuration }

    public var message: Message {
        Message(
            vi: "Không chạy được exiftool. Cài libimage-exiftool-perl rồi đo lại.",
            en: "exiftool cannot be run. Install libimage-exiftool-perl, then measure again.")
    }
}
