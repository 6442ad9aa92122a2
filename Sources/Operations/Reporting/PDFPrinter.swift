public import Foundation
import Subprocess

/// Prints Word files to PDF with LibreOffice, where it is installed, one after the other.
///
/// Each print runs in a folder and with a profile of its own, which are gone afterwards; one that takes too long is
/// ended with everything it started.
public actor PDFPrinter {
    private let searchPath: String
    private let limit: Duration
    private var last: Task<[UInt8], any Error>?

    /// - Parameters:
    ///   - searchPath: the folders LibreOffice is looked for in, as in `PATH`.
    ///   - limit: how long one print may take.
    public init(
        searchPath: String = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
        limit: Duration = .seconds(60)
    ) {
        self.searchPath = searchPath
        self.limit = limit
    }

    /// Whether there is anything to print with; pages offer PDF only then.
    public func isInstalled() async -> Bool {
        (try? await executable.resolveExecutablePath(in: environment(home: "/"))) != nil
    }

    /// The PDF of a Word file.
    /// - Throws: ``PDFError``.
    public func pdf(of word: [UInt8]) async throws -> [UInt8] {
        guard await isInstalled() else { throw PDFError.notInstalled }
        let previous = last
        let print = Task {
            // Two at once would only slow each other down, and LibreOffice takes some 200 MB.
            _ = await previous?.result
            return try await self.print(word)
        }
        last = print
        return try await withTaskCancellationHandler {
            try await print.value
        } onCancel: {
            print.cancel()
        }
    }

    private func print(_ word: [UInt8]) async throws -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "loa-pdf-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: folder) }
        let source = folder.appending(path: "paper.docx")
        try Data(word).write(to: source)
        try await withThrowingTaskGroup(of: Void.self) { group in
            let limit = limit
            group.addTask { try await self.run(in: folder, source) }
            group.addTask {
                try await Task.sleep(for: limit)
                throw PDFError.tookTooLong(limit)
            }
            defer { group.cancelAll() }
            try await group.next()
        }
        let printed = folder.appending(path: "paper.pdf")
        guard let bytes = try? Data(contentsOf: printed), bytes.starts(with: Array("%PDF-".utf8)) else {
            throw PDFError.failed("LibreOffice")
        }
        return Array(bytes)
    }

    private func run(in folder: URL, _ source: URL) async throws {
        var options = PlatformOptions()
        // LibreOffice starts helpers; in a session of their own they all end together.
        options.createSession = true
        options.teardownSequence = [
            .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .milliseconds(100))
        ]
        let result = try await Subprocess.run(
            executable, arguments: PDFPrinter.arguments(source: source, folder: folder),
            environment: environment(home: folder.path), workingDirectory: nil, platformOptions: options,
            output: .discarded, error: .string(limit: 64 * 1024))
        guard result.terminationStatus.isSuccess else {
            throw PDFError.failed(result.standardError.split(separator: "\n").last.map(String.init) ?? "LibreOffice")
        }
    }

    private let executable = Executable.name("soffice")

    /// Nothing of this process's own environment, which may hold secrets.
    private func environment(home: String) -> Environment {
        .custom([
            "PATH": searchPath, "HOME": home, "TMPDIR": home, "LANG": "C.UTF-8", "SAL_USE_VCLPLUGIN": "svp",
        ])
    }

    private static func arguments(source: URL, folder: URL) -> Arguments {
        Arguments([
            "-env:UserInstallation=\(folder.appending(path: "profile").absoluteString)", "--headless", "--norestore",
            "--nolockcheck", "--nologo", "--convert-to", "pdf:writer_pdf_Export", "--outdir", folder.path, source.path,
        ])
    }
}
