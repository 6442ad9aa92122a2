import Foundation
import Testing

struct SettingsTests {
    @Test func `who does something is said by flag, else by LOA_USER, else by loa.yaml`() async throws {
        let office = try await Office.open()
        func author(_ flags: [String], _ environment: [String: String]) async throws -> String? {
            let made: [PostLine] = try await office.loa(
                [
                    "posts", "create", "--channel", Office.loudspeaker, "--day", June.day(1), "--time", "07:30",
                    "--title", "Gọi 111", "--text", "Miễn phí, ngày đêm.", "--dry-run", "--json",
                ] + flags, environment: environment
            ).succeeded().decoded()
            return made.first?.author
        }
        try office.replace("language: vi", with: "user: \(Office.administrator)", in: "loa.yaml")
        for (person, rights) in [("lan-hai", "editor"), ("chi-hai", "editor")] {
            try await office.loa("users", "add", person, "--name", person, "--role", rights).succeeded()
        }
        try office.replace("user: \(Office.administrator)", with: "user: chi-hai", in: "loa.yaml")
        #expect(try await author([], [:]) == "chi-hai")
        #expect(try await author([], ["LOA_USER": "lan-hai"]) == "lan-hai")
        #expect(try await author(["--as", Office.editor], ["LOA_USER": "lan-hai"]) == Office.editor)
    }

    @Test func `the workspace is found from any folder inside it`() async throws {
        let office = try await Office.open()
        let answer = try await office.shell("loa units list --json", in: "Content/materials").succeeded()
        #expect(answer.output.contains("xa-thanh-xuan"))
    }

    @Test func `a flag goes before LOA_WORKSPACE`() async throws {
        let (here, there) = (try await Office.new(), try await Office.open())
        let answer = try await here.loa("units", "list", "--json", "--workspace", there.folder.path).succeeded()
        #expect(answer.output.contains("xa-thanh-xuan"))
    }

    @Test func `a folder that is no workspace is refused with the way to make one`() async throws {
        let office = try await Office.new()
        let answer = try await office.loa("units", "list", "--workspace", office.file("Content").path).refused(78)
        #expect(answer.messages.contains("loa init"))
    }

    @Test(arguments: [
        ("LOA_PORT", "abc"), ("LOA_PORT", "99999"), ("LOA_PORT", "-1"), ("LOA_TRUST_PROXY", "maybe"),
        ("LOA_ADDRESS", "loa.example.vn"),
    ])
    func `a variable that cannot be keeps the server from starting`(name: String, value: String) async throws {
        let office = try await Office.new()
        let answer = try await office.loa(["serve"], environment: [name: value]).refused(78)
        #expect(answer.messages.contains(value), "\(answer)")
    }

    @Test(arguments: [
        ("zone: Asia/Ho_Chi_Minh", "zone: Sao/Hỏa", "loa.yaml:4"), ("language: vi", "langage: vi", "loa.yaml:5"),
        ("language: vi", "language: [vi", "loa.yaml"),
    ])
    func `a mistake in loa.yaml stops every command with its line`(
        right: String, wrong: String, place: String
    ) async throws {
        let office = try await Office.new()
        try office.replace(right, with: wrong, in: "loa.yaml")
        let answer = try await office.loa("units", "list").refused(78)
        #expect(answer.messages.contains(place), "\(answer)")
        #expect(answer.output.isEmpty)
    }
}
