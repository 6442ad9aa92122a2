public import Foundation
public import Outreach

/// Secrets of channels: from the environment first, else from files that a person puts there or hands in; never from
/// YAML.
///
/// A secret is stored under a name such as `tay-do-facebook.access_token`: the variable is that name behind
/// `LOA_SECRET_` in upper case with underscores for everything else, the file is `secrets/<name>`.
public struct SecretStore: Sendable {
    private let folder: URL
    private let environment: [String: String]

    public init(folder: URL, environment: [String: String]) {
        self.folder = folder
        self.environment = environment
    }

    /// The secret's value, or nil where it is nowhere to be found.
    public func secret(_ storedName: String) -> String? {
        if let value = environment[SecretStore.variable(storedName)], !value.isEmpty { return value }
        let text = try? String(contentsOf: location(storedName), encoding: .utf8)
        return text.map(\.trimmed).flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The first eight digits of a SHA-256 over name and value: enough to see that a secret changed.
    public func fingerprint(_ storedName: String) -> String? {
        secret(storedName).map { value in
            String(ContentHash.sha256(of: "\(storedName):\(value)").description.prefix(8))
        }
    }

    /// Whether the text holds the value of any secret, long enough not to be a chance word.
    public func isAnywhere(in text: String) -> Bool {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        let values = environment.filter { $0.key.hasPrefix("LOA_SECRET_") }.map(\.value) + names.compactMap(secret)
        return values.contains { $0.utf8.count >= 6 && text.contains($0) }
    }

    /// Keeps a secret that was handed in, in a file that nobody but this user of the machine can read.
    ///
    /// - Throws: ``SecretError``, ``WorkspaceError/cannotWrite(path:detail:)``.
    public func store(_ value: String, as storedName: String) throws {
        guard environment[SecretStore.variable(storedName), default: ""].isEmpty else {
            throw SecretError.setElsewhere(variable: SecretStore.variable(storedName))
        }
        let value = value.trimmed
        guard (1...SecretStore.longest).contains(value.utf8.count) else { throw SecretError.badLength }
        let target = location(storedName).path
        let draft = target + ".new"
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            guard
                FileManager.default.createFile(
                    atPath: draft, contents: Data(value.utf8), attributes: [.posixPermissions: 0o600]),
                rename(draft, target) == 0
            else { throw WorkspaceError.cannotWrite(path: target, detail: String(cString: strerror(errno))) }
        } catch let error as WorkspaceError {
            throw error
        } catch {
            throw WorkspaceError.cannotWrite(path: target, detail: error.systemWords)
        }
    }

    /// In bytes: far more than any token or key.
    static let longest = 8192

    public func location(_ storedName: String) -> URL {
        folder.appending(path: storedName)
    }

    public static func variable(_ storedName: String) -> String {
        let letters = storedName.uppercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" }
        return "LOA_SECRET_" + String(letters)
    }
}

/// Why a secret was not kept; the one before stands.
public enum SecretError: ReadableError, Hashable {
    /// The environment has it, and comes first.
    case setElsewhere(variable: String)
    case badLength

    public var kind: FailureKind { self == .badLength ? .badData : .refused }

    public var message: Message {
        switch self {
        case .setElsewhere(let variable):
            Message(
                vi: "Mã này đến từ biến môi trường \(variable) của máy chủ, nên không đổi ở đây được. "
                    + "Chưa thay đổi gì.",
                en: "This secret comes from the server’s environment, \(variable), and cannot be changed here. "
                    + "Nothing was changed.")
        case .badLength:
            Message(
                vi: "Mã bí mật trống hoặc dài quá \(SecretStore.longest) byte. Chưa lưu; mã cũ còn nguyên.",
                en: "The secret is empty or longer than \(SecretStore.longest) bytes. Not kept; the old one stands.")
        }
    }
}
