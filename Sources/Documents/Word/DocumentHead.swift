/// The two columns a paper begins with. State offices follow Decree 30/2020/NĐ-CP; mass organisations have their own.
public struct DocumentHead: Sendable, Hashable {
    /// Whose papers these are.
    public enum Template: String, Sendable, Hashable, CaseIterable {
        /// Offices of the state and committees they form: the name of the country on the right, a rule under the issuer.
        case state
        /// The Youth Union (guideline 29-HD/TWĐTN-VP of 2013): its own name on the right, asterisks under the issuer, a
        /// hyphen behind the number.
        case youthUnion
        /// Bodies of the Party (guideline 36-HD/VPTW of 2018): the name of the Party on the right, an asterisk under the
        /// issuer, a hyphen behind the number.
        case party
    }

    public let template: Template
    /// The body above the one that issues; nil where it is not named.
    public let superior: String?
    public let issuer: String

    public init(template: Template = .state, superior: String?, issuer: String) {
        self.template = template
        self.superior = superior
        self.issuer = issuer
    }
}
