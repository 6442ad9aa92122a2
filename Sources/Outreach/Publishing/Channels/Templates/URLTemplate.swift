/// Which way a request leaves.
public enum URLScheme: String, Sendable, Hashable, CaseIterable {
    case https
    /// In clear: only to this machine itself, for the demo and for tests.
    case http
}

/// An address with references: scheme and structure are literal, so no value can turn it into another address.
///
/// The host and port take target values only. What a template puts in the path is percent-encoded there.
public struct URLTemplate: Sendable, Hashable {
    public let scheme: URLScheme
    public let host: Template
    public let port: Template?
    /// Begins with a slash.
    public let path: Template

    /// Reads `https://host:port/path`; a query belongs in its own key.
    public init(_ text: String) throws(TemplateSyntaxError) {
        guard let scheme = URLScheme.allCases.first(where: { text.hasPrefix("\($0.rawValue)://") }) else {
            throw .badAddress(.scheme)
        }
        let rest = text.dropFirst(scheme.rawValue.count + 3)
        let slash = rest.firstIndex(of: "/") ?? rest.endIndex
        let (host, port) = try URLTemplate.authority(String(rest[..<slash]))
        let path = slash == rest.endIndex ? Template(literal: "/") : try Template(String(rest[slash...]))
        try URLTemplate.checkLiterals(of: path)
        self.scheme = scheme
        self.host = host
        self.port = port
        self.path = path
    }

    public var references: [TemplateReference] {
        host.references + (port?.references ?? []) + path.references
    }

    private static func authority(_ text: String) throws(TemplateSyntaxError) -> (host: Template, port: Template?) {
        if text.contains("@") { throw .badAddress(.userInformation) }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count <= 2, !parts[0].isEmpty else { throw .badAddress(.host) }
        let host = try hostTemplate(String(parts[0]))
        guard parts.count == 2 else { return (host, nil) }
        let port = try Template(String(parts[1]))
        let isTarget = port.parts.count == 1 && port.references.first?.isTarget == true
        guard isTarget || port.references.isEmpty && HostName.isPort(port.literals) else { throw .badAddress(.port) }
        return (host, port)
    }

    /// A host name in which target values may stand.
    public static func hostTemplate(_ text: String) throws(TemplateSyntaxError) -> Template {
        let host = try Template(text)
        guard !host.parts.isEmpty,
            host.references.allSatisfy(\.isTarget),
            host.literals.wholeMatch(of: /[A-Za-z0-9.-]*/) != nil
        else { throw .badAddress(.host) }
        if host.references.isEmpty, HostName.normalized(host.literals) == nil { throw .badAddress(.host) }
        return host
    }

    /// What may stand in a path as it is (RFC 3986, section 3.3). A regular expression for each character took most of
    /// the time in which the channels were read, and with it whatever a process was asked first.
    private static let inPath = Set(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/._~:@!$&'()*+,;=%-".utf8)

    private static func checkLiterals(of path: Template) throws(TemplateSyntaxError) {
        let literals = path.literals
        if literals.utf8.contains(where: { "?#".utf8.contains($0) }) { throw .badAddress(.queryOrFragment) }
        for character in literals where !character.utf8.allSatisfy(inPath.contains) {
            throw .badAddress(.character(String(character)))
        }
    }
}

extension URLTemplate: CustomStringConvertible {
    public var description: String {
        "\(scheme.rawValue)://\(host)\(port.map { ":\($0)" } ?? "")\(path)"
    }
}

extension URLTemplate {
    /// The host in lower case.
    func filledHost(_ values: TemplateValues) throws(TemplateError) -> String {
        try URLTemplate.filledHost(host, values)
    }

    static func filledHost(_ template: Template, _ values: TemplateValues) throws(TemplateError) -> String {
        let text = try template.filled(values)
        guard let host = HostName.normalized(text) else { throw .badHost(template.description) }
        return host
    }

    /// The whole address without a query.
    ///
    /// - Parameter host: the host as it is filled in.
    func filled(_ values: TemplateValues, host: String) throws(TemplateError) -> String {
        var address = "\(scheme.rawValue)://\(host)"
        if let port {
            let digits = try port.filled(values)
            guard HostName.isPort(digits) else { throw .badPort(port.description) }
            address += ":\(digits)"
        }
        return address + (try filledPath(values))
    }

    /// The path, refused where a value would make a segment empty, `.` or `..`, because receivers resolve those.
    private func filledPath(_ values: TemplateValues) throws(TemplateError) -> String {
        let text = try path.filled(values) { reference, value throws(TemplateError) in
            if value.hasControlCharacter { throw .controlCharacter(reference) }
            return PercentEncoding.path(value, keepingSlashes: reference.isRegistered)
        }
        let segments = text.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        guard segments.dropLast().allSatisfy({ !$0.isEmpty }), !segments.contains("."), !segments.contains("..") else {
            throw .badPath(path.description)
        }
        return text
    }
}
