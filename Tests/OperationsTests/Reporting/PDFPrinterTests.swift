import Documents
import Foundation
import Operations
import Outreach
import Testing

@testable import Office

@Suite("Printing to PDF")
struct PDFPrinterTests {
    private static let paper = AdministrativeDocument(
        head: DocumentHead(superior: nil, issuer: "Ban Chỉ đạo 138"), symbol: "BC", place: "Tháp Mười", kind: "Báo cáo",
        subject: "Kết quả", blocks: [.paragraph("Nội dung")])

    /// As long as no machine takes, however busy it is.
    private static let patience = Duration.seconds(1800)

    /// A program of this name that does what the script says, in a folder that is gone afterwards.
    private func withProgram(_ script: String, _ body: (URL) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "loa-print-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let program = folder.appending(path: "soffice")
        try Data("#!/bin/sh\n\(script)\n".utf8).write(to: program)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
        try await body(folder)
    }

    private func printer(_ folder: URL, limit: Duration = PDFPrinterTests.patience) -> PDFPrinter {
        PDFPrinter(searchPath: "\(folder.path):/usr/bin:/bin", limit: limit)
    }

    @Test("LibreOffice prints a Word file, and leaves nothing behind")
    func prints() async throws {
        let printer = PDFPrinter(limit: PDFPrinterTests.patience)
        try #require(await printer.isInstalled())
        let pdf = try await printer.pdf(of: try Self.paper.word())
        #expect(pdf.starts(with: Array("%PDF-".utf8)))
        #expect(pdf.count > 5_000)
    }

    @Test("without LibreOffice the message says what to do instead")
    func missing() async throws {
        let printer = PDFPrinter(searchPath: "/nowhere")
        #expect(await printer.isInstalled() == false)
        await #expect(throws: PDFError.notInstalled) { try await printer.pdf(of: []) }
        #expect(PDFError.notInstalled.message.vietnamese.contains("apt-get install libreoffice-writer-nogui"))
    }

    private func isAlive(_ process: pid_t) -> Bool {
        let state = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
        return state.map { !$0.contains(") Z ") } ?? false
    }

    @Test("a print that takes too long is ended with all it started")
    func tooLong() async throws {
        try await withProgram("sleep 600 & echo $! > \"$(dirname \"$0\")/child\"; wait") { folder in
            var child = ""
            // On a busy machine the program may be ended before it has started anything: then with more time.
            for limit in [Duration.milliseconds(500), .seconds(4), .seconds(32)] where child.isEmpty {
                let printer = self.printer(folder, limit: limit)
                await #expect(throws: PDFError.tookTooLong(limit)) { try await printer.pdf(of: []) }
                child = (try? String(contentsOf: folder.appending(path: "child"), encoding: .utf8)) ?? ""
            }
            let process = try #require(pid_t(child.trimmingCharacters(in: .whitespacesAndNewlines)))
            // Only what is left of it may still be there, waiting to be collected; on a busy machine it takes its time to
            // die of the signal it got.
            let end = ContinuousClock.now + .seconds(30)
            while isAlive(process), ContinuousClock.now < end { await Task.yield() }
            #expect(!isAlive(process))
        }
    }

    @Test("a print that fails says why and gives no file")
    func fails() async throws {
        try await withProgram("echo 'Error: no display' >&2; exit 3") { folder in
            await #expect(throws: PDFError.failed("Error: no display")) {
                try await printer(folder).pdf(of: [])
            }
        }
        try await withProgram("exit 0") { folder in
            await #expect(throws: PDFError.failed("LibreOffice")) { try await printer(folder).pdf(of: []) }
        }
    }

    @Test("prints wait for each other")
    func oneByOne() async throws {
        let script = """
            lock="$(dirname "$0")/lock"
            mkdir "$lock" || exit 9
            for last; do :; done
            printf '%%PDF-1.7' > "${last%.docx}.pdf"
            rmdir "$lock"
            """
        try await withProgram(script) { folder in
            let printer = self.printer(folder)
            let prints = try await withThrowingTaskGroup(of: [UInt8].self) { group in
                for _ in 0..<6 { group.addTask { try await printer.pdf(of: []) } }
                return try await group.reduce(into: 0) { count, pdf in count += pdf == Array("%PDF-1.7".utf8) ? 1 : 0 }
            }
            #expect(prints == 6)
        }
    }
}
