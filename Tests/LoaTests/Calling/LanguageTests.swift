import Testing

/// Flag before environment before loa.yaml before locale; Vietnamese where nobody says otherwise.
struct LanguageTests {
    private static let vietnamese = "Không có đơn vị"
    private static let english = "There is no unit"

    private static let asked: [(flags: [String], environment: [String: String], expected: String)] = [
        ([], [:], vietnamese),
        (["--lang", "en"], [:], english),
        ([], ["LOA_LANGUAGE": "en"], english),
        (["--lang", "vi"], ["LOA_LANGUAGE": "en"], vietnamese),
        ([], ["LANG": "en_US.UTF-8"], vietnamese),
    ]

    @Test(arguments: asked)
    func `a command speaks the language that was asked for`(
        flags: [String], environment: [String: String], expected: String
    ) async throws {
        let office = try await Office.new()
        let answer = try await office.loa(["units", "show", "xa-khong-co"] + flags, environment: environment)
        #expect(answer.refused(64).messages.contains(expected), "\(answer)")
    }

    @Test func `loa.yaml sets the language of data and of messages`() async throws {
        let office = try await Office.new()
        try office.replace("language: vi", with: "language: en", in: "loa.yaml")
        let refused = try await office.loa("units", "show", "xa-khong-co").refused(64)
        #expect(refused.messages.contains(LanguageTests.english))
        let listed = try await office.loa("units", "list").succeeded()
        #expect(listed.output.hasPrefix("Id"))
    }

    @Test func `help is in the language of the process`() async throws {
        #expect(try await Program.run(["--help"]).succeeded().output.contains("Kế hoạch của ban chỉ đạo"))
        let english = try await Program.run(["--help"], environment: ["LOA_LANGUAGE": "en"]).succeeded()
        #expect(english.output.contains("Committee plans"))
    }
}
