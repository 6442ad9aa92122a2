import Foundation
import Testing

/// Addresses judged line by line, as at sending.
@Suite(.timeLimit(.minutes(30)))
struct AddressCheckTests {
    private func verdicts(_ input: String) async throws -> [String] {
        let answer = try await Program.shell(
            "printf '\(input)' | loa channels check --lang en --url -",
            environment: ["FOLDER": FileManager.default.temporaryDirectory.path]
        ).succeeded()
        return answer.output.split(separator: "\n").map(String.init)
    }

    @Test func `each line gets a verdict, a tab and a reason, whatever it holds`() async throws {
        let input = [
            "https://hooks.example.vn/a", "http://hooks.example.vn/", "https://127.0.0.1/", "",
            "https://hooks.example.vn/\\r", "https://a\\000b.vn/", "https://\\377.vn/", "https://0x7f.1/",
            "https://[fe80::1%%25eth0]/", "https://user:pass@hooks.example.vn/", "https://8.8.8.8:8443/x",
        ].joined(separator: "\\n")
        let lines = try await verdicts(input)
        let verdicts = lines.map { $0.split(separator: "\t")[0] }
        #expect(
            verdicts == [
                "accept", "refuse", "refuse", "refuse", "refuse", "refuse", "refuse", "refuse", "refuse", "refuse",
                "accept",
            ])
        #expect(lines.allSatisfy { $0.split(separator: "\t").count == 2 })
    }

    @Test func `a line without end is answered, and one of a megabyte is refused`() async throws {
        let answer = try await Program.shell(
            "(printf 'https://a.vn/'; head -c 1000000 /dev/zero | tr '\\0' a; printf '\\nhttps://b.vn/') "
                + "| loa channels check --url -",
            environment: ["FOLDER": FileManager.default.temporaryDirectory.path]
        ).succeeded()
        let verdicts = answer.output.split(separator: "\n").map { $0.split(separator: "\t")[0] }
        #expect(verdicts == ["refuse", "accept"])
    }

    @Test func `one address alone is judged by the exit code too`() async throws {
        _ = try await Program.run(["channels", "check", "--url", "https://hooks.example.vn/"]).succeeded()
        let refused = try await Program.run(["channels", "check", "--url", "https://169.254.169.254/"])
        #expect(refused.code == 65 && refused.output.hasPrefix("refuse\t"))
    }
}
