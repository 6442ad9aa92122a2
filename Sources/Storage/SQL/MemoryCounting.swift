import CSQLite

/// Whether SQLite keeps no count of its memory: settled for the process, before it opens its first database.
enum MemoryCounting {
    /// Nobody asks for the count, and a lock for every piece of memory slowed each write by a twentieth. Where SQLite was
    /// in use before, it goes on counting, and nothing else is different.
    static let isOff = sqlite_count_no_memory() == SQLITE_OK
}
