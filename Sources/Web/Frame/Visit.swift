import Foundation
import Hummingbird
import Operations
import Outreach

/// One request as a page sees it: who asks, in what language, for what.
struct Visit: Sendable {
    let workspace: Workspace
    let options: WebOptions
    let jobs: Jobs
    let trial: TrialInbox
    let method: HTTPRequest.Method
    /// The path without its query.
    let path: String
    /// The named parts of the route: `:post` of `/posts/:post`.
    let parameters: [String: String]
    let query: Fields
    var form = Fields()
    var files: [UploadedFile] = []
    var body: [UInt8] = []
    let headers: HTTPFields
    /// The host and port the visitor typed.
    let authority: String?
    /// The visitor's network address, for throttling.
    let address: String
    let language: Language
    let theme: Theme
    /// Absent before log-in.
    private(set) var signedIn: SignedIn?
    /// Who a token speaks for, where the request came with one.
    let bearer: Caller?
    /// What the last action said.
    private(set) var said: Said?

    /// Who asks for the operation.
    ///
    /// - Throws: ``WebError/notSignedIn``; a route that asks for a log-in never gets there.
    var caller: Caller {
        get throws(WebError) {
            if let bearer { return bearer }
            guard let signedIn else { throw .notSignedIn }
            return signedIn.caller
        }
    }

    /// A part of the path that is a slug; what is none cannot exist.
    func slug(_ name: String) throws(WebError) -> Slug {
        guard let slug = parameters[name].flatMap(Slug.init) else { throw .noPage }
        return slug
    }

    func parameter(_ name: String) throws(WebError) -> String {
        guard let value = parameters[name] else { throw .noPage }
        return value
    }

    /// One of two wordings, in the visitor's language.
    func t(_ vietnamese: String, _ english: String) -> String {
        language == .vietnamese ? vietnamese : english
    }

    func t(_ message: Message) -> String { message(language) }

    func t(_ text: LocalizedText) -> String { text(language) }

    /// Whether the person holds the right for some unit; pages show only what can be used. Operations decide.
    func may(_ permission: Permission) -> Bool { person?.may(permission) ?? false }

    /// Who is logged in; nil before, and for programs.
    var person: User? { signedIn?.user }

    var formats: Formats { Formats(language: language, zone: workspace.zone) }
}

/// Light, dark, or as the device has it.
enum Theme: String, Sendable, CaseIterable {
    case device, light, dark
}

extension Visit {
    /// The same visit by nobody: for what a browser keeps and may show to somebody else.
    var byNobody: Visit {
        var visit = self
        visit.signedIn = nil
        visit.said = nil
        return visit
    }

    /// The same visit by whoever has just logged in.
    func by(_ signedIn: SignedIn) -> Visit {
        var visit = self
        visit.signedIn = signedIn
        return visit
    }

    /// The same visit with what the request carried.
    func with(_ body: RequestBody) -> Visit {
        var visit = self
        visit.form = body.form
        visit.files = body.files
        visit.body = body.bytes
        return visit
    }
}
