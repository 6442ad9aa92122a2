import Foundation

/// What this process takes of the machine's memory, as the kernel tells it in `/proc/self/status` (proc(5)).
public enum ProcessMemory {
    /// The most that was resident at one time, in megabytes; nil where the kernel does not tell.
    public static var peakMegabytes: Int? { megabytes("VmHWM") }

    static func megabytes(_ key: String) -> Int? {
        guard let text = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
            let line = text.split(separator: "\n").first(where: { $0.hasPrefix("\(key):") }),
            let kilobytes = line.split(whereSeparator: { !$0.isNumber }).first.flatMap({ Int($0) })
        else { return nil }
        return kilobytes / 1024
    }
}
