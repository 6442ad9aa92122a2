import Foundation

/// What this process takes of the machine's memory, as the kernel tells it in `/proc/self/status` (proc(5)).
enum ProcessMemory {
    static func megabytes(_ key: String) -> Int? {
        guard let text = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
            let line = text.split(separator: "\n").first(where: { $0.hasPrefix("\(key):") }),
            let kilobytes = line.split(whereSeparator: { !$0.isNumber }).first.flatMap({ Int($0) })
        else { return nil }
        return kilobytes / 1024
    }
}
