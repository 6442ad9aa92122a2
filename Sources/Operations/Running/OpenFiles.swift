import Foundation

/// Every connection, database and transfer is an open file, and a process may have only so many.
public enum OpenFiles {
    /// Raises this process's own limit as far as it may be (getrlimit(2)).
    ///
    /// - Returns: how many files may be open from now on.
    public static func raise(to wanted: UInt = 16_384) -> Int {
        var limit = rlimit()
        guard getrlimit(.init(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 1024 }
        let raised = rlimit(
            rlim_cur: min(max(limit.rlim_cur, rlim_t(wanted)), limit.rlim_max), rlim_max: limit.rlim_max)
        var change = raised
        if setrlimit(.init(RLIMIT_NOFILE.rawValue), &change) == 0 { limit = raised }
        return Int(clamping: limit.rlim_cur)
    }
}
