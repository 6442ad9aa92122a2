public import Foundation
import Outreach

/// Secrets of channels: from the environment first, else from files; never from YAML, never written by Loa.
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

    public func location(_ storedName: String) -> URL {
        folder.appending(path: storedName)
    }

    public static func variable(_ storedName: String) -> String {
        let letters = storedName.uppercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" }
        return "LOA_SECRET_" + String(letters)
    }
}
