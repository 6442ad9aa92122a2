import Foundation
import Hummingbird
import Outreach

/// What a route answers.
enum Reply: Sendable {
    case page(Page)
    /// Part of a page, for a script to put in place.
    case fragment(HTML)
    /// After a change: the browser is sent to a local path, which says what was done.
    case seeOther(String, Said? = nil)
    case download(Download)
    /// Any other answer, ready made: events, JSON.
    case response(Response)

    /// A value for a program, its keys in order.
    static func json(_ value: some Encodable, status: HTTPResponse.Status = .ok) throws -> Reply {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let body = ByteBuffer(bytes: Array(try encoder.encode(value)))
        return .response(
            Response(
                status: status, headers: [.contentType: "application/json"], body: .init(byteBuffer: body)))
    }

    static func done(_ path: String, _ vietnamese: String, _ english: String) -> Reply {
        .seeOther(path, Said(kind: .done, message: Message(vi: vietnamese, en: english)))
    }

    static func done(_ path: String, _ message: Message) -> Reply {
        .seeOther(path, Said(kind: .done, message: message))
    }
}

/// A file to be saved or shown.
struct Download: Sendable {
    let bytes: [UInt8]
    /// A media type with its character set.
    let type: String
    /// Nil is shown in the page instead of saved.
    var name: String?
}

/// What an action says on the next page.
struct Said: Sendable, Hashable, Codable {
    enum Kind: String, Sendable, Codable {
        case done, warning
    }

    let kind: Kind
    let message: Message
}

/// A page within the frame.
struct Page: Sendable {
    let title: String
    /// Which entry of the navigation is marked.
    var section: Section?
    let main: HTML
    /// Modules of Assets/ that the page needs: `"calendar.js"`.
    var scripts: [String] = []
    /// The frame without navigation: log-in, print, first run.
    var isBare = false
    /// Kept by the browser for whoever opens it next: without switches, whose forms need somebody's token.
    var isForNobody = false
    var status: HTTPResponse.Status = .ok

    init(
        _ title: String, in section: Section? = nil, scripts: [String] = [], isBare: Bool = false,
        status: HTTPResponse.Status = .ok, main: HTML
    ) {
        self.title = title
        self.section = section
        self.scripts = scripts
        self.isBare = isBare
        self.status = status
        self.main = main
    }
}
