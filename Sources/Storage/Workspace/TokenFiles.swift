public import Foundation
public import Outreach
import Synchronization

/// The tokens Loa renews by itself, one file for each account beside the secrets it began with. A file is replaced as a
/// whole, so that access and refresh token always belong together.
public final class TokenFiles: Sendable {
    private let folder: URL
    private let wait: @Sendable (Duration) async throws -> Void
    /// Tokens the disk did not take: the refresh token before them is used up, so they must not be forgotten.
    private let unsaved = Mutex<[String: Stored]>([:])

    /// What stands in a file.
    private struct Stored: Codable {
        let accessToken: String
        let refreshToken: String
        let expiresAt: Instant?
        /// Of the token a person stored, to see when they store another.
        let firstToken: ContentHash
    }

    /// - Parameter wait: lets time pass until another process is done.
    public init(
        folder: URL, wait: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
    ) {
        self.folder = folder
        self.wait = wait
    }

    /// The tokens that came of this first one; nil where there are none yet.
    public func tokens(of name: String, firstToken: String) -> AccessTokens? {
        let kept = unsaved.withLock { $0[name] }
        if let kept, (try? write(kept, to: name)) != nil { unsaved.withLock { $0[name] = nil } }
        guard let stored = kept ?? read(name), stored.firstToken == ContentHash.sha256(of: firstToken) else {
            return nil
        }
        return AccessTokens(
            accessToken: stored.accessToken, refreshToken: stored.refreshToken, expiresAt: stored.expiresAt)
    }

    /// Runs `renew` while no other process and nobody else in this one does for the same account.
    public func renew(
        _ name: String, firstToken: String, _ renew: @Sendable (AccessTokens?) async -> AccessTokens?
    ) async throws {
        let lock = try await lock(name)
        defer { withExtendedLifetime(lock) {} }
        guard let tokens = await renew(tokens(of: name, firstToken: firstToken)) else { return }
        let stored = Stored(
            accessToken: tokens.accessToken, refreshToken: tokens.refreshToken, expiresAt: tokens.expiresAt,
            firstToken: ContentHash.sha256(of: firstToken))
        unsaved.withLock { $0[name] = stored }
        try write(stored, to: name)
        unsaved.withLock { $0[name] = nil }
    }

    private func location(_ name: String) -> URL { folder.appending(path: "\(name).oauth") }

    private func read(_ name: String) -> Stored? {
        (try? Data(contentsOf: location(name))).flatMap { try? JSONDecoder().decode(Stored.self, from: $0) }
    }

    /// Writes to a file of its own, waits until the disk has it, and puts it in the place of the old one.
    private func write(_ stored: Stored, to name: String) throws {
        let target = location(name).path
        let draft = target + ".new"
        let bytes = Array(try JSONEncoder().encode(stored))
        let descriptor = open(draft, O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw WorkspaceError.cannotWrite(path: draft, detail: Self.errorText) }
        defer { close(descriptor) }
        guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0,
            rename(draft, target) == 0
        else { throw WorkspaceError.cannotWrite(path: target, detail: Self.errorText) }
        let directory = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        fsync(directory)
        close(directory)
    }

    private func lock(_ name: String) async throws -> FileLock {
        try? FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        while true {
            if let lock = try FileLock(location(name).appendingPathExtension("lock"), .alone) { return lock }
            try await wait(.milliseconds(50))
        }
    }

    private static var errorText: String { String(cString: strerror(errno)) }
}
