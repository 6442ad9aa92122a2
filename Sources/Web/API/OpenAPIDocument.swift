import HTTPTypes
import Outreach

/// The API's description of itself (OpenAPI 3.1), made from the endpoints, so that it cannot say anything else.
struct OpenAPIDocument: Sendable {
    let endpoints: [Endpoint]
    let schemas: [(name: String, schema: Schema)]

    var json: JSONValue {
        .object([
            .init("openapi", .string("3.1.0")), .init("info", info),
            .init("servers", .array([.object([.init("url", .string(Endpoint.root))])])),
            .init("security", .array([.object([.init("token", .array([]))])])), .init("paths", paths),
            .init("components", components),
        ])
    }

    private var info: JSONValue {
        .object([
            .init("title", .string("Loa")), .init("version", .string("1")),
            .init(
                "description",
                .string(
                    "Materials, campaigns, posts, sessions, reach and reports of child protection outreach. "
                        + "Everything a page can do, by the same operations and rights. Tokens are made in the pages "
                        + "under Settings; they never approve and never administer. Send Idempotency-Key with each "
                        + "POST or PUT, and the same request is done once. Errors are problem details (RFC 9457).")),
        ])
    }

    private var paths: JSONValue {
        var order: [String] = []
        var operations: [String: [JSONMember]] = [:]
        for endpoint in endpoints {
            let path = endpoint.path.split(separator: "/").map {
                $0.hasPrefix(":") ? "{\($0.dropFirst())}" : String($0)
            }
            .reduce("") { $0 + "/" + $1 }
            if operations[path] == nil { order.append(path) }
            operations[path, default: []].append(
                .init(endpoint.method.rawValue.lowercased(), operation(endpoint)))
        }
        return .object(order.map { .init($0, .object(operations[$0] ?? [])) })
    }

    private func operation(_ endpoint: Endpoint) -> JSONValue {
        var members: [JSONMember] = [
            .init("operationId", .string(identifier(endpoint))), .init("summary", .string(endpoint.summary)),
            .init("tags", .array([.string(endpoint.tag)])),
            .init("parameters", .array(endpoint.parameters.map(parameter) + keyParameter(endpoint))),
        ]
        if let body = endpoint.body {
            members.append(
                .init("requestBody", .object([.init("required", .bool(true)), .init("content", content(body))])))
        }
        let made = endpoint.answersCreated ? [("200", "It was there before."), ("201", "Made.")] : [("200", "Done.")]
        let answers: [JSONMember] =
            made.map { .init($0.0, response($0.1, "application/json", endpoint.answer)) }
            + problems.map { .init($0.0, response($0.1, "application/problem+json", .named("Problem"))) }
        members.append(.init("responses", .object(answers)))
        return .object(members)
    }

    private var problems: [(String, String)] {
        [
            ("400", "The request cannot be understood."), ("401", "No token, or one that no longer holds."),
            ("403", "A rule forbids it."), ("404", "There is none, or it is not yours."),
            ("409", "It contradicts what is there."), ("413", "Too large."), ("422", "What was sent is wrong."),
            ("503", "Not now; try again."),
        ]
    }

    private func identifier(_ endpoint: Endpoint) -> String {
        let words = endpoint.path.split { "/:-".contains($0) }.map { $0.prefix(1).uppercased() + $0.dropFirst() }
        return endpoint.method.rawValue.lowercased() + words.joined()
    }

    private func parameter(_ parameter: Endpoint.Parameter) -> JSONValue {
        .object([
            .init("name", .string(parameter.name)), .init("in", .string(parameter.place.rawValue)),
            .init("required", .bool(parameter.place == .path)), .init("description", .string(parameter.text)),
            .init("schema", parameter.schema.json),
        ])
    }

    private func keyParameter(_ endpoint: Endpoint) -> [JSONValue] {
        guard endpoint.method != .get else { return [] }
        return [
            .object([
                .init("name", .string("Idempotency-Key")), .init("in", .string("header")),
                .init("required", .bool(false)),
                .init("description", .string("The same request with the same key is done once; kept for 24 hours.")),
                .init("schema", Schema.pattern("^[!-~]+$", longest: 255).json),
            ])
        ]
    }

    private func response(_ text: String, _ type: String, _ schema: Schema) -> JSONValue {
        .object([.init("description", .string(text)), .init("content", content(type, schema))])
    }

    private func content(_ body: Endpoint.Body) -> JSONValue {
        switch body {
        case .json(let schema): content("application/json", schema)
        case .photo: bytes(of: ["image/jpeg", "image/png"])
        case .table:
            bytes(of: ["text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"])
        }
    }

    private func bytes(of types: [String]) -> JSONValue {
        .object(types.map { .init($0, .object([.init("schema", .object([]))])) })
    }

    private func content(_ type: String, _ schema: Schema) -> JSONValue {
        .object([.init(type, .object([.init("schema", schema.json)]))])
    }

    private var components: JSONValue {
        .object([
            .init("schemas", .object(schemas.map { .init($0.name, $0.schema.json) })),
            .init(
                "securitySchemes",
                .object([
                    .init(
                        "token", .object([.init("type", .string("http")), .init("scheme", .string("bearer"))]))
                ])),
        ])
    }
}
