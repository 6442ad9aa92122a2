/// The methods a step may use.
public enum HTTPMethod: String, Sendable, Hashable, CaseIterable {
    case get = "GET"
    case post = "POST"
    case put = "PUT"
    case patch = "PATCH"
}

/// What a step does to the world, which decides what a failure in it means.
public enum StepRole: String, Sendable, Hashable, CaseIterable {
    /// Before publishing, such as an upload: it may be done again.
    case prepare
    /// The one request after which the post is out; the idempotency promise is about it.
    case publish
    /// After publishing, such as asking for the id: the post is out whatever becomes of it.
    case follow
    /// After publishing, where the network only took the post in: it is out once this says so, and not before.
    case confirm
}

/// Which posts take a step.
public enum StepCondition: String, Sendable, Hashable, CaseIterable {
    case always
    /// Only posts with a file.
    case media
    /// Only posts without.
    case noMedia = "no-media"

    func holds(withMedia hasMedia: Bool) -> Bool {
        switch self {
        case .always: true
        case .media: hasMedia
        case .noMedia: !hasMedia
        }
    }
}

/// One request of a delivery and how its answer is read.
public struct SendStep: Sendable, Hashable {
    public let id: String
    public let role: StepRole
    public let condition: StepCondition
    public let method: HTTPMethod
    public let url: URLTemplate
    public let query: [NamedTemplate]
    public let headers: [NamedTemplate]
    public let body: BodyTemplate
    public let success: SuccessCondition
    /// Any of these in a JSON answer without success: try again.
    public let retryConditions: [JSONConditions]
    /// Any of these in a JSON answer without success: it may have worked in part, whatever the status says.
    public let uncertainConditions: [JSONConditions]
    /// Where a JSON answer says how long to wait.
    public let retryAfter: [RetryHint]
    public let captures: [Capture]

    public init(
        id: String,
        role: StepRole = .publish,
        condition: StepCondition = .always,
        method: HTTPMethod,
        url: URLTemplate,
        query: [NamedTemplate] = [],
        headers: [NamedTemplate] = [],
        body: BodyTemplate = .none,
        success: SuccessCondition = .standard,
        retryConditions: [JSONConditions] = [],
        uncertainConditions: [JSONConditions] = [],
        retryAfter: [RetryHint] = [],
        captures: [Capture] = []
    ) {
        self.id = id
        self.role = role
        self.condition = condition
        self.method = method
        self.url = url
        self.query = query
        self.headers = headers
        self.body = body
        self.success = success
        self.retryConditions = retryConditions
        self.uncertainConditions = uncertainConditions
        self.retryAfter = retryAfter
        self.captures = captures
    }

    public var references: [TemplateReference] {
        url.references + (query + headers).flatMap(\.value.references) + body.references
    }
}

/// The body of a request before it is filled in.
public enum BodyTemplate: Sendable, Hashable {
    case none
    case json(JSONTemplate)
    case form([NamedTemplate])
    /// Parts with a name each (RFC 7578).
    case multipart([Part])
    case raw(RawType, Template)
    /// The post's file as it is.
    case media

    /// One part of a multipart body.
    public enum Part: Sendable, Hashable {
        case text(NamedTemplate)
        /// The post's file.
        case media(name: String)
        /// A tree as JSON text.
        case json(name: String, JSONTemplate)
    }

    /// The texts a raw body may be; each says how values are escaped in it.
    public enum RawType: String, Sendable, Hashable, CaseIterable {
        case plain = "text/plain"
        case markdown = "text/markdown"
        /// Values are escaped as HTML text, except `post.html`, which is HTML already.
        case html = "text/html"
        case xml = "application/xml"
    }

    public var references: [TemplateReference] {
        switch self {
        case .none: []
        case .json(let tree): tree.references
        case .form(let fields): fields.flatMap(\.value.references)
        case .multipart(let parts): parts.flatMap(\.references)
        case .raw(_, let template): template.references
        case .media: []
        }
    }

    /// Whether the post's file goes with it.
    public var carriesMedia: Bool {
        switch self {
        case .media: true
        case .multipart(let parts): parts.contains { if case .media = $0 { true } else { false } }
        case .none, .json, .form, .raw: false
        }
    }
}

/// What an answer must say for the step to have worked.
public struct SuccessCondition: Sendable, Hashable {
    public let statuses: [StatusPattern]
    public let conditions: JSONConditions

    public init(statuses: [StatusPattern], conditions: JSONConditions = .none) {
        self.statuses = statuses
        self.conditions = conditions
    }

    /// Any 2xx.
    public static let standard = SuccessCondition(statuses: [.category(2)])
}

/// A value kept from a JSON answer under a name.
public struct Capture: Sendable, Hashable {
    public let name: String
    public let pointer: JSONPointer

    public init(name: String, pointer: JSONPointer) {
        self.name = name
        self.pointer = pointer
    }
}

/// Where a JSON answer says how long to wait, and in what.
public struct RetryHint: Sendable, Hashable {
    public enum Unit: String, Sendable, Hashable, CaseIterable {
        case seconds = "s"
        case milliseconds = "ms"
    }

    public let pointer: JSONPointer
    public let unit: Unit

    public init(_ pointer: JSONPointer, unit: Unit = .seconds) {
        self.pointer = pointer
        self.unit = unit
    }
}

extension BodyTemplate.Part {
    var references: [TemplateReference] {
        switch self {
        case .text(let field): field.value.references
        case .media: []
        case .json(_, let tree): tree.references
        }
    }
}
