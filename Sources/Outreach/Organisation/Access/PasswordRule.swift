import Foundation

/// What a password has to be: long, and not one of those tried first. Nothing about letters, digits or signs, which
/// makes passwords worse, not better (NIST SP 800-63B §5.1.1.2).
public enum PasswordRule {
    /// In characters as people count them.
    public static let length = 12...200
    /// No more bytes than this are hashed; one character can be made of any number of them.
    static let mostBytes = 1600

    /// The password as it is hashed and compared.
    ///
    /// - Throws: ``PasswordProblem``.
    public static func checked(_ password: String, of user: User) throws(PasswordProblem) -> String {
        let text = password.normalized
        guard text.count >= length.lowerBound else { throw .tooShort }
        guard isShortEnough(text) else { throw .tooLong }
        let bare = bare(text)
        guard bare != PasswordRule.bare(user.id.description), bare != PasswordRule.bare(user.name) else {
            throw .isName
        }
        guard !isCommon(bare) else { throw .isCommon }
        return text
    }

    /// Without case, diacritics and spaces: who guesses tries all of those.
    static func bare(_ text: String) -> String {
        text.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
            .replacing("đ", with: "d").filter { !$0.isWhitespace }
    }

    /// Whether it can be anyone's password at all; a longer one is not worth hashing.
    public static func isShortEnough(_ password: String) -> Bool {
        password.utf8.count <= mostBytes && password.count <= length.upperBound
    }
}

/// Why a password is not taken.
public enum PasswordProblem: ReadableError, Hashable {
    case tooShort, tooLong, isName, isCommon

    public var message: Message {
        let (least, most) = (PasswordRule.length.lowerBound, PasswordRule.length.upperBound)
        return switch self {
        case .tooShort:
            Message(
                vi: "Mật khẩu phải có ít nhất \(least) ký tự. Chưa đổi gì; một câu ngắn dễ nhớ là tốt nhất.",
                en: "A password has at least \(least) characters. Nothing was changed; a short sentence serves best.")
        case .tooLong:
            Message(
                vi: "Mật khẩu dài quá \(most) ký tự. Chưa đổi gì; hãy chọn mật khẩu ngắn hơn.",
                en: "A password has at most \(most) characters. Nothing was changed; choose a shorter one.")
        case .isName:
            Message(
                vi: "Mật khẩu trùng với tên của bạn, người khác đoán được ngay. Chưa đổi gì; hãy chọn mật khẩu khác.",
                en: "The password is your name, which anyone tries first. Nothing was changed; choose another one.")
        case .isCommon:
            Message(
                vi: "Mật khẩu này rất nhiều người dùng nên dễ bị đoán. Chưa đổi gì; hãy chọn mật khẩu khác.",
                en: "Many people use this password, so it is tried first. Nothing was changed; choose another one.")
        }
    }
}
