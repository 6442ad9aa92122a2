import Hummingbird
import Operations
import Outreach

/// Who may use a route. The operation behind it decides for the very unit; this is the first of the two doors.
enum Access: Sendable, Hashable {
    /// Before log-in too.
    case everyone
    /// Whoever is logged in.
    case signedIn
    /// Whoever holds the right for some unit.
    case holding(Permission)
    /// Whoever holds one of the rights for some unit.
    case holdingOne(of: [Permission])
    /// Programs with a token, and people who hold the right: `/api/v1`.
    case api(Permission)
    /// Whoever knows the secret in the address: feeds, inbound metrics.
    case secretAddress
}

/// One address of the product: how it is asked, who may, and what answers. There is no way to add one without saying
/// who may use it.
struct Route: Sendable {
    typealias Handler = @Sendable (Visit) async throws -> Reply

    let method: HTTPRequest.Method
    let path: String
    let access: Access
    /// The largest body taken, in bytes.
    var bodyLimit = 1_048_576
    /// How the form is shown again after a refusal, with what was typed; nil where there is no form to show.
    var refused: (@Sendable (Visit, Refusal) async throws -> Reply)?
    let handle: Handler

    static func get(_ path: String, _ access: Access, _ handle: @escaping Handler) -> Route {
        Route(method: .get, path: path, access: access, handle: handle)
    }

    static func post(
        _ path: String, _ access: Access, bodyLimit: Int = 1_048_576, _ handle: @escaping Handler
    ) -> Route {
        Route(method: .post, path: path, access: access, bodyLimit: bodyLimit, handle: handle)
    }

    static func put(
        _ path: String, _ access: Access, bodyLimit: Int = 1_048_576, _ handle: @escaping Handler
    ) -> Route {
        Route(method: .put, path: path, access: access, bodyLimit: bodyLimit, handle: handle)
    }

    /// A form: shown by GET, taken by POST to the same path, and shown again with what was typed where it is refused.
    static func form(
        _ path: String, _ access: Access, bodyLimit: Int = 1_048_576,
        show: @escaping @Sendable (Visit, Refusal?) async throws -> Page, save: @escaping Handler
    ) -> [Route] {
        [
            Route(method: .get, path: path, access: access) { .page(try await show($0, nil)) },
            Route(
                method: .post, path: path, access: access, bodyLimit: bodyLimit,
                refused: { .page(try await show($0, $1)) }, handle: save),
        ]
    }

    /// A form that stands on another page: taken by POST, and that page is shown again where it is refused.
    static func post(
        _ path: String, _ access: Access, bodyLimit: Int = 1_048_576,
        on page: @escaping @Sendable (Visit, Refusal?) async throws -> Page, save: @escaping Handler
    ) -> Route {
        Route(
            method: .post, path: path, access: access, bodyLimit: bodyLimit,
            refused: { .page(try await page($0, $1)) }, handle: save)
    }
}

/// Why a form was not taken, and which fields are to blame.
struct Refusal: Sendable {
    let message: Message
    let mistakes: [String: Message]
    /// What was thrown, where a form goes on differently after some refusals.
    let cause: any ReadableError

    init(_ error: any ReadableError) {
        cause = error
        message = error.message
        mistakes = if case FormError.mistakes(let mistakes) = error { mistakes } else { [:] }
    }
}

/// A stage's routes.
protocol RouteGroup: Sendable {
    var routes: [Route] { get }
}
