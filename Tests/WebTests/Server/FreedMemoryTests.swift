import Foundation
import Testing

@testable import Web

struct FreedMemoryTests {
    @Test func `what was freed below a piece still in use goes back to the system`() async throws {
        let kilobyte = 1024
        let blocks = (0..<200_000).compactMap { _ in malloc(kilobyte) }
        for block in blocks { memset(block, 1, kilobyte) }
        defer { blocks.last.map { free($0) } }
        for block in blocks.dropLast() { free(block) }

        let before = try resident()
        let pauses = Pauses(2)
        await FreedMemory.keepGivingBack(every: .seconds(9)) { try await pauses.wait($0) }
        #expect(try resident() < before - 100_000_000)
        #expect(await pauses.waited == [.seconds(9), .seconds(9), .seconds(9)])
    }

    /// What this process holds of the machine's memory, in bytes (proc(5)).
    private func resident() throws -> Int {
        let fields = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
        return try #require(Int(fields[1])) * sysconf(Int32(_SC_PAGESIZE))
    }
}

/// So many pauses pass at once; the next one is cut short, as by the end of the server.
private actor Pauses {
    private var left: Int
    private(set) var waited: [Duration] = []

    init(_ count: Int) { left = count }

    func wait(_ pause: Duration) throws {
        waited.append(pause)
        left -= 1
        if left < 0 { throw CancellationError() }
    }
}
