/// What earlier steps of one attempt captured from their answers: by step, then by name.
public typealias Captures = [String: [String: String]]

/// Everything a template can be filled from; what a place may not use is simply not handed in.
struct TemplateValues {
    var channel: Channel
    var post: PostValues?
    var secrets: [String: String] = [:]
    var captures: Captures = [:]
    var receipt: Receipt?
    var media: PostMedia?

    /// The value, refused where there is none or nothing in it: half a text never leaves.
    func value(of reference: TemplateReference) throws(TemplateError) -> String {
        guard let value = found(reference) else { throw .missing(reference) }
        if value.isBlank { throw .empty(reference) }
        return value
    }

    private func found(_ reference: TemplateReference) -> String? {
        switch reference {
        case .post(let field): post?.value(of: field)
        case .secret(let name): secrets[name]
        case .target(let name): channel.target[name]
        case .channel(.id): channel.slug.description
        case .channel(.name): channel.name.vi
        case .captured(let step, let name): captures[step]?[name]
        case .oauth(.accessToken): secrets[TokenRenewal.accessTokenName]
        case .oauth(.refreshToken): secrets[TokenRenewal.refreshTokenName]
        case .media(.name): media?.name
        case .media(.alt): media?.alternativeText
        case .media(.type): media?.type
        case .receipt(.id): receipt?.remoteID
        case .receipt(.link): receipt?.link
        }
    }
}
