import CMalloc

/// Gives memory that nobody uses any more back to the system. The C library alone keeps much of what a long report or a
/// calendar of thousands of posts needed for a moment, and keeps it once for each of its arenas (mallopt(3)).
enum FreedMemory {
    /// From this size on a piece of memory is a mapping of its own, which goes back the moment it is freed, in bytes.
    private static let large: CInt = 128 * 1024

    /// What one thread frees another may use: the library's own choice is eight arenas a core, and each grows to what
    /// the longest page needs. Threads keep small pieces of their own, so two arenas hinder nobody. And what is large
    /// stays large: the library's own limit moves up to 32 MiB with the first long page, and whole pages and answers
    /// of the database then lie among the small pieces.
    static func keepLittle() {
        mallopt(M_ARENA_MAX, 2)
        mallopt(M_MMAP_THRESHOLD, large)
    }

    /// Gives back whole pages from among what is in use, again and again until the task is cancelled; each time takes a
    /// few milliseconds (malloc_trim(3)).
    static func keepGivingBack(
        every pause: Duration = .seconds(5),
        wait: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
    ) async {
        while (try? await wait(pause)) != nil { malloc_trim(0) }
    }
}
