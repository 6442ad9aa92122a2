/// What tells of a single person and is kept nowhere in a session: Loa counts, and holds no list of people.
public enum PersonalDetail: Sendable, Hashable {
    /// The name of a child.
    case child
    /// Full names in a row.
    case people
    /// A telephone number or the number of a person's papers.
    case number
    /// The name of a speaker, who is written down by role.
    case speaker
}

extension PersonalDetail {
    /// Says what was found in general; the name itself is not repeated anywhere.
    func message(in field: String) -> Message {
        let name = PersonalDetail.fields[field] ?? Message(vi: "Mục này", en: "This field")
        return switch self {
        case .child:
            Message(
                vi: "\(name.vietnamese) có tên của trẻ em. Không giữ lại gì; hãy viết không có tên, ví dụ “một em lớp "
                    + "6”.",
                en: "\(name.english) names a child. Nothing was kept; write it without the name: “a pupil of class "
                    + "6”.")
        case .people:
            Message(
                vi: "\(name.vietnamese) có nhiều họ tên liền nhau. Không giữ lại gì; hãy chỉ ghi số "
                    + "người hoặc vai trò.",
                en: "\(name.english) lists names of people. Nothing was kept; write how many they were, or "
                    + "their role.")
        case .number:
            Message(
                vi: "\(name.vietnamese) có số điện thoại hoặc số giấy tờ của một người. Không giữ lại gì; hãy "
                    + "viết không có số đó.",
                en: "\(name.english) has a telephone number or the number of a person’s papers. Nothing was "
                    + "kept; write it without the number.")
        case .speaker:
            Message(
                vi: "\(name.vietnamese) có tên người. Không giữ lại gì; hãy ghi vai trò, ví dụ “công an xã”.",
                en: "\(name.english) has the name of a person. Nothing was kept; write the role: “commune police”.")
        }
    }

    private static let fields: [String: Message] = [
        "place": Message(vi: "Nơi tổ chức", en: "The place"), "notes": Message(vi: "Ghi chú", en: "The notes"),
        "speakers": Message(vi: "Báo cáo viên", en: "The speakers"), "reason": Message(vi: "Lý do", en: "The reason"),
    ]
}

extension Session {
    /// - Parameter helpLines: the numbers of lines to call, which are no person's.
    func personalDetails(helpLines: Set<String>) -> [SessionProblem] {
        var found = SessionProblem.personal(in: place, field: "place", helpLines: helpLines)
        found += SessionProblem.personal(in: notes, field: "notes", helpLines: helpLines)
        if speakers.contains(where: SpeakerWords.haveNumber) { found.append(.personal(.number, field: "speakers")) }
        if speakers.contains(where: SpeakerWords.haveName) {
            found.append(.personal(.speaker, field: "speakers"))
        } else if speakers.contains(where: { NamesInText($0).nameChildByGivenName(inPlace: false) }) {
            found.append(.personal(.child, field: "speakers"))
        }
        return found
    }
}

extension SessionProblem {
    /// What a text that is kept with a session says of single people.
    public static func personal(in text: String, field: String, helpLines: Set<String> = []) -> [SessionProblem] {
        guard !text.isEmpty else { return [] }
        var found: [SessionProblem] = []
        if NameHint.isGiven(in: text) {
            let names = NamesInText(text)
            // A class behind a name makes it a pupil's, but not where schools go by the names of people.
            if names.nameChild || (field != "place" && names.giveClass)
                || names.nameChildByGivenName(inPlace: field == "place")
            {
                found.append(.personal(.child, field: field))
            }
            if names.areInARow { found.append(.personal(.people, field: field)) }
        }
        if PersonalNumber.isGiven(in: text, helpLines: helpLines) { found.append(.personal(.number, field: field)) }
        return found
    }
}

/// Speakers are kept by role; lists from offices lose the names beside the roles in the same way.
enum SpeakerWords {
    /// No role has a number this long.
    static func haveNumber(_ text: String) -> Bool { text.count(where: \.isNumber) >= 6 }

    static func haveName(_ text: String) -> Bool {
        text.split { ",;-–()\n:".contains($0) }.contains { NamesInText(String($0)).beginWithName }
    }
}
