import Foundation
import Testing

/// Certificates made for one test by the `openssl` command, good ones and bad ones.
enum Certificates {
    static let names = ["good", "expired", "wrong-host", "self-signed"]

    /// Writes `authority.pem` and, for each name, a `.pem` and a `.key`.
    static func make(in folder: URL) throws {
        try openssl(in: folder, request("authority", subject: "Test authority"))
        try openssl(in: folder, request("good", host: "receiver.example") + signed)
        try openssl(in: folder, request("wrong-host", host: "other.example") + signed)
        try openssl(in: folder, request("self-signed", host: "receiver.example"))
        let key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", "expired.key"]
        try openssl(in: folder, ["req", "-new"] + key + ["-out", "expired.csr", "-subj", "/CN=receiver.example"])
        try openssl(
            in: folder, ["x509", "-req", "-in", "expired.csr", "-days", "-1", "-out", "expired.pem"] + signed)
    }

    private static let signed = ["-CA", "authority.pem", "-CAkey", "authority.key"]

    private static func request(_ name: String, subject: String = "Test", host: String? = nil) -> [String] {
        [
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
            "-keyout", "\(name).key", "-out", "\(name).pem", "-subj", "/CN=\(subject)",
        ] + (host.map { ["-addext", "subjectAltName=DNS:\($0)"] } ?? [])
    }

    private static func openssl(in folder: URL, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["openssl"] + arguments
        process.currentDirectoryURL = folder
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "openssl \(arguments)")
    }
}
