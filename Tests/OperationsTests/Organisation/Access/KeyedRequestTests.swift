import Operations
import Outreach
import Testing

@testable import Office
@testable import Storage

/// A request that comes again under its key is answered again, not done again.
struct KeyedRequestTests {
    private let answer = KeptAnswer(status: 201, contentType: "application/json", body: #"{"title":"Gọi 111"}"#)

    private func remember(
        _ key: String = "k-1", _ body: String = "{}", path: String = "/api/v1/posts", as name: String = "lan",
        in office: Office
    ) async throws -> KeyedRequest {
        try await office.workspace.remember(
            key, method: "POST", path: path, body: Array(body.utf8), as: office.user(name))
    }

    @Test func `the first is done, and afterwards its answer is given again`() async throws {
        try await Office.open { office in
            #expect(try await remember(in: office) == .first)
            #expect(try await remember(in: office) == .underWay)
            try await office.workspace.keep(answer, for: "k-1", as: office.user("lan"))
            for _ in 1...2 { #expect(try await remember(in: office) == .again(answer)) }
            try await office.workspace.keep(
                KeptAnswer(status: 500, contentType: "", body: ""), for: "k-1", as: office.user("lan"))
            try await office.workspace.forget("k-1", as: office.user("lan"))
            #expect(try await remember(in: office) == .again(answer))
        }
    }

    @Test func `of many at the same moment one is first`() async throws {
        try await Office.open { office in
            let found = await withTaskGroup { group in
                for _ in 1...12 { group.addTask { try? await remember(in: office) } }
                return await group.reduce(into: [KeyedRequest?]()) { $0.append($1) }
            }
            #expect(found.count { $0 == .first } == 1 && found.count { $0 == .underWay } == 11)
        }
    }

    @Test func `the same key with another request is a mistake`() async throws {
        try await Office.open { office in
            #expect(try await remember(in: office) == .first)
            #expect(try await remember("k-1", #"{"a":1}"#, in: office) == .conflict)
            #expect(try await remember("k-1", path: "/api/v1/sessions", in: office) == .conflict)
            try await office.workspace.keep(answer, for: "k-1", as: office.user("lan"))
            #expect(try await remember("k-1", #"{"a":1}"#, in: office) == .conflict)
        }
    }

    @Test func `two callers have keys of their own`() async throws {
        try await Office.open { office in
            #expect(try await remember(in: office) == .first)
            #expect(try await remember(as: "hoa", in: office) == .first)
            try await office.workspace.keep(answer, for: "k-1", as: office.user("lan"))
            #expect(try await remember(as: "hoa", in: office) == .underWay)
        }
    }

    @Test func `what had no effect is forgotten and can be tried again`() async throws {
        try await Office.open { office in
            #expect(try await remember(in: office) == .first)
            try await office.workspace.forget("k-1", as: office.user("lan"))
            #expect(try await remember("k-1", #"{"a":1}"#, in: office) == .first)
        }
    }

    @Test func `one that was cut off is not done again, since it may have taken effect`() async throws {
        try await Office.open { office in
            #expect(try await remember(in: office) == .first)
            office.wait(.seconds(119))
            #expect(try await remember(in: office) == .underWay)
            office.wait(.seconds(1))
            let again = try await office.reopened()
            #expect(try await remember(in: again) == .unknown)
        }
    }

    @Test func `after a day the key is new again`() async throws {
        try await Office.open { office in
            #expect(try await remember(in: office) == .first)
            try await office.workspace.keep(answer, for: "k-1", as: office.user("lan"))
            office.wait(.hours(24))
            #expect(try await remember(in: office) == .again(answer))
            office.wait(.seconds(1))
            #expect(try await remember("k-2", in: office) == .first)
            #expect(try await office.count("keyed_requests") == 1)
            #expect(try await remember(in: office) == .first)
        }
    }

    @Test(arguments: ["", " ", "có dấu", "a b", String(repeating: "k", count: 256), "k\n"])
    func `what cannot be a key is refused`(key: String) async throws {
        try await Office.open { office in
            await #expect(throws: AccessError.requestKey) { try await remember(key, in: office) }
        }
    }
}
