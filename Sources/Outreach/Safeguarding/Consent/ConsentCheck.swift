/// What is wrong with a consent record as it was written down.
public enum ConsentProblem: Sendable, Hashable {
    case referenceMissing
    /// The reference reads like somebody's name.
    case referenceNames
    case referenceTooLong
    case childNotAsked(ConsentAge)
    case guardianNotAsked
    case endsBeforeItBegins
    case signedInFuture
    case noPicture

    public var message: Message {
        switch self {
        case .referenceMissing:
            Message(
                vi: "Cần số hiệu của bản giấy đã ký, có ít nhất một chữ số, ví dụ HS-2026/014.",
                en: "The signed paper's number is needed, with at least one digit, such as HS-2026/014.")
        case .referenceNames:
            Message(
                vi: "Số hiệu giống họ tên người. Sổ này chỉ ghi số hiệu bản giấy, không bao giờ ghi tên trẻ.",
                en: "The reference reads like a person's name. The register holds the paper's number, never a name.")
        case .referenceTooLong:
            Message(vi: "Số hiệu dài quá 40 ký tự.", en: "The reference is longer than 40 characters.")
        case .childNotAsked(let age):
            Message(
                vi: "Trẻ \(age.words.vietnamese) phải tự đồng ý, cùng với cha mẹ hoặc người giám hộ.",
                en: "A child of \(age.words.english) has to agree, too, beside a parent or guardian.")
        case .guardianNotAsked:
            Message(
                vi: "Cha mẹ hoặc người giám hộ phải đồng ý.", en: "A parent or guardian has to agree.")
        case .endsBeforeItBegins:
            Message(vi: "Ngày hết hạn đứng trước ngày ký.", en: "It ends before it was signed.")
        case .signedInFuture:
            Message(vi: "Ngày ký chưa đến.", en: "It was signed on a day to come.")
        case .noPicture:
            Message(
                vi: "Nêu ít nhất một ảnh hoặc clip mà sự đồng ý này nói đến.",
                en: "Name at least one picture or film it is about.")
        }
    }
}

extension Consent {
    /// Everything that keeps it from the register.
    public func problems(today: Day) -> [ConsentProblem] {
        var problems: [ConsentProblem] = []
        if !reference.contains(where: \.isNumber) { problems.append(.referenceMissing) }
        if reference.count > 40 { problems.append(.referenceTooLong) }
        if Consent.namesSomebody(reference) { problems.append(.referenceNames) }
        if age.asksTheChild, !childAgreed { problems.append(.childNotAsked(age)) }
        if !guardianAgreed { problems.append(.guardianNotAsked) }
        if expiresOn < signedOn { problems.append(.endsBeforeItBegins) }
        if signedOn > today { problems.append(.signedInFuture) }
        if pictures.isEmpty { problems.append(.noPicture) }
        return problems
    }

    /// Whether any part of the reference, digits and marks aside, is a name of two words or more.
    private static func namesSomebody(_ reference: String) -> Bool {
        let letters = reference.split { !$0.isLetter && !$0.isWhitespace }.map { String($0).trimmed }
        let joined = String(reference.map { $0.isLetter ? $0 : " " }).split(separator: " ").joined(separator: " ")
        return (letters + [joined]).contains(where: PersonName.isLikely)
    }
}
