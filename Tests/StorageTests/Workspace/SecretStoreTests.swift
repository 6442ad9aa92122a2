import Foundation
import Outreach
import Storage
import Testing

struct SecretStoreTests {
    private static let name = "vh-facebook.page_token"
    private static let variable = "LOA_SECRET_VH_FACEBOOK_PAGE_TOKEN"

    private func secret(file: String?, environment: [String: String]) async throws -> String? {
        try await StorageFixture.inFolder { folder in
            let store = SecretStore(folder: folder, environment: environment)
            if let file { try Data(file.utf8).write(to: store.location(SecretStoreTests.name)) }
            return store.secret(SecretStoreTests.name)
        }
    }

    @Test func `the environment comes before the file`() async throws {
        let environment = [SecretStoreTests.variable: "from the environment"]
        #expect(try await secret(file: "from the file", environment: environment) == "from the environment")
        #expect(try await secret(file: "from the file", environment: [:]) == "from the file")
        #expect(try await secret(file: nil, environment: environment) == "from the environment")
    }

    @Test func `what is empty is not set, and the line break a file ends in is no part of it`() async throws {
        #expect(try await secret(file: nil, environment: [:]) == nil)
        #expect(try await secret(file: " \r\n", environment: [:]) == nil)
        #expect(try await secret(file: "s3cret\r\n", environment: [SecretStoreTests.variable: ""]) == "s3cret")
    }

    @Test(arguments: [
        ("vh-facebook.page_token", "LOA_SECRET_VH_FACEBOOK_PAGE_TOKEN"),
        ("shared.notices", "LOA_SECRET_SHARED_NOTICES"),
        ("kênh.mã", "LOA_SECRET_K_NH_M_"),
    ])
    func `a secret's variable is its name in capitals`(name: String, variable: String) {
        #expect(SecretStore.variable(name) == variable)
    }

    @Test func `a fingerprint changes with the value and with the name, and does not give the value away`() {
        let store = SecretStore(
            folder: FileManager.default.temporaryDirectory.appending(path: "no-secrets-here"),
            environment: ["LOA_SECRET_A": "s3cret", "LOA_SECRET_B": "s3cret", "LOA_SECRET_C": "other"])
        let prints = ["a", "b", "c"].map { store.fingerprint($0) ?? "" }
        #expect(Set(prints).count == 3)
        #expect(prints.allSatisfy { $0.wholeMatch(of: /[0-9a-f]{8}/) != nil })
        #expect(store.fingerprint("a") == store.fingerprint("a"))
        #expect(store.fingerprint("d") == nil)
    }
}
