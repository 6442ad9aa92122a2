import Foundation

/// A process that has a workspace open.
public struct WorkspaceUser: Sendable, Hashable {
    public let process: Int
    /// Its program and command, such as `loa serve`; options are left out.
    public let command: String

    public init(process: Int, command: String) {
        self.process = process
        self.command = command
    }

    /// Who holds a lock on the file, as the kernel has it (proc_locks(5)); empty where it does not tell.
    static func all(of file: URL) -> [WorkspaceUser] {
        var found = stat()
        // In one piece: the kernel makes the list anew for every read, and between two of them locks come and go.
        guard stat(file.path, &found) == 0, let list = FileHandle(forReadingAtPath: "/proc/locks"),
            let locks = try? list.read(upToCount: 1 << 20)
        else { return [] }
        let processes = String(decoding: locks, as: UTF8.self).split(separator: "\n").compactMap { line -> Int? in
            // Number, kind, ADVISORY, READ or WRITE, process, device and inode; one that only waits has an arrow.
            let words = line.split(separator: " ")
            guard words.count >= 6, words[1] == "FLOCK", words[5].hasSuffix(":\(found.st_ino)") else { return nil }
            return Int(words[4])
        }
        return Set(processes).sorted().compactMap { process in
            command(of: process).map { WorkspaceUser(process: process, command: $0) }
        }
    }

    private static func command(of process: Int) -> String? {
        guard let bytes = FileManager.default.contents(atPath: "/proc/\(process)/cmdline") else { return nil }
        let words = bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
        guard let program = words.first else { return nil }
        let name = URL(filePath: program).lastPathComponent
        return ([name] + words.dropFirst().prefix(2).prefix { !$0.hasPrefix("-") }).joined(separator: " ")
    }
}
