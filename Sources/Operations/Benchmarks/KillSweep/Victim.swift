import Delivery
import Foundation

/// One run of the real program that is to be killed.
struct Victim: Sendable {
    enum Way: Sendable {
        /// At the n-th time one of its threads makes a system call, by the tracer: just before the call is done.
        case atCall(String, Int)
        /// After so long, wherever it is then.
        case after(Duration)
        /// Not at all: it may finish.
        case untouched
    }

    let root: URL
    let way: Way

    /// - Returns: whether it was killed before it had finished by itself.
    @discardableResult
    func run() async throws -> Bool {
        let process = Process()
        let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        let arguments = ["deliver", "--until-idle", "--workspace", root.path]
        if case .atCall(let call, let number) = way, let tracer = Victim.tracer {
            process.executableURL = tracer
            process.arguments =
                ["-f", "-qq", "-o", "/dev/null", "-e", "trace=\(call)"]
                + ["-e", "inject=\(call):signal=SIGKILL:when=\(number)", program.path] + arguments
        } else {
            process.executableURL = program
            process.arguments = arguments
        }
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        if case .after(let time) = way {
            try await Task.sleep(for: time)
            kill(process.processIdentifier, SIGKILL)
        }
        process.waitUntilExit()
        return process.terminationReason == .uncaughtSignal
    }

    /// strace, where it is installed.
    static let tracer = ["/usr/bin/strace", "/bin/strace"].first(where: FileManager.default.isExecutableFile)
        .map { URL(filePath: $0) }
}

/// The ways in turn: every step of a run once, by the system calls that make it up, and random times in between.
struct Victims {
    /// Writing the database, its being on the disk, connecting, sending, receiving; and how many of each a thread of a run
    /// makes, about.
    private static let steps = [("pwrite64", 64), ("fdatasync", 16), ("connect", 26), ("sendto", 48), ("recvfrom", 48)]

    private let root: URL
    private let length: Duration
    private var steps: [Victim.Way] = []

    /// - Parameter length: how long a run takes that is left alone.
    init(root: URL, length: Duration, _ random: inout SeededRandom) {
        self.root = root
        self.length = length
        guard Victim.tracer != nil else { return }
        let all = Victims.steps.flatMap { call, count in (1...count).map { Victim.Way.atCall(call, $0) } }
        steps = all.shuffled(using: &random)
    }

    mutating func next(_ random: inout SeededRandom) -> Victim {
        if random.unit() < 0.5, let step = steps.popLast() { return Victim(root: root, way: step) }
        return Victim(root: root, way: .after(length * random.unit()))
    }
}
