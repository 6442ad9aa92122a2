/// A status or a class of them: `410`, `5xx`.
public enum StatusPattern: Sendable, Hashable, LosslessStringConvertible {
    case code(Int)
    /// The hundreds: 5 for `5xx`.
    case category(Int)

    /// Reads three digits from 100 to 599, or a digit from 1 to 5 and `xx`.
    public init?(_ text: String) {
        if text.wholeMatch(of: /[1-5][0-9][0-9]/) != nil, let code = Int(text) {
            self = .code(code)
        } else if text.wholeMatch(of: /[1-5]xx/) != nil, let category = Int(text.prefix(1)) {
            self = .category(category)
        } else {
            return nil
        }
    }

    public var description: String {
        switch self {
        case .code(let code): "\(code)"
        case .category(let category): "\(category)xx"
        }
    }

    public func matches(_ status: Int) -> Bool {
        switch self {
        case .code(let code): code == status
        case .category(let category): category == status / 100
        }
    }

    /// The hundreds of what it matches.
    public var hundreds: Int {
        switch self {
        case .code(let code): code / 100
        case .category(let category): category
        }
    }
}

extension [StatusPattern] {
    public func match(_ status: Int) -> Bool {
        contains { $0.matches(status) }
    }
}
