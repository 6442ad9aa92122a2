import Outreach

/// What each step does to the world, by its place relative to the one that publishes.
struct StepRoles {
    let roles: [StepRole]
    let conditions: [StepCondition]

    init(_ values: [YAMLValue], at place: YAMLValue) {
        var flags: [Bool] = []
        var confirming: [Int: YAMLValue] = [:]
        var conditions: [StepCondition] = []
        for (index, value) in values.enumerated() {
            let mapping = value.isMapping ? value.mapping() : nil
            flags.append(mapping?.value("publishes")?.boolean() ?? false)
            if let confirms = mapping?.value("confirms"), confirms.boolean() == true { confirming[index] = confirms }
            conditions.append(mapping?.value("when")?.word(StepCondition.self) ?? .always)
        }
        // A single step need not say that it publishes.
        if values.count == 1 { flags = [true] }
        self.conditions = conditions
        if var roles = StepRoles.roles(flags, conditions) {
            for (index, place) in confirming.sorted(by: { $0.key < $1.key }) {
                if roles[index] == .follow { roles[index] = .confirm } else { place.report(StepRoles.confirmsTooEarly) }
            }
            self.roles = roles
        } else {
            roles = Array(repeating: .publish, count: values.count)
            place.report(StepRoles.unclear(values.count))
        }
    }

    /// Nil where posts with a file, or posts without, have no step that publishes or several, or where a step comes
    /// before it for the ones and after it for the others.
    private static func roles(_ flags: [Bool], _ conditions: [StepCondition]) -> [StepRole]? {
        var roles: [Int: StepRole] = [:]
        for hasMedia in [false, true] {
            let taken = flags.indices.filter {
                conditions[$0] == .always || (conditions[$0] == .media) == hasMedia
            }
            let publishing = taken.filter { flags[$0] }
            guard let publisher = publishing.first, publishing.count == 1 else { return nil }
            for index in taken {
                let role: StepRole = index < publisher ? .prepare : index == publisher ? .publish : .follow
                guard roles[index] == nil || roles[index] == role else { return nil }
                roles[index] = role
            }
        }
        return flags.indices.map { roles[$0] ?? .publish }
    }

    private static let confirmsTooEarly = Message(
        vi: "confirms: true chỉ dùng cho bước sau bước có publishes: true: nó hỏi bài đã hiện ra chưa.",
        en: "confirms: true is for a step after the one with publishes: true: it asks whether the post has appeared.")

    private static func unclear(_ count: Int) -> Message {
        Message(
            vi: "Có \(count) bước: ghi publishes: true ở đúng một bước, bước làm bài hiện ra. Nếu có bước chỉ dành cho "
                + "bài có tệp (when), thì đúng một cho bài có tệp và một cho bài không tệp.",
            en:
                "There are \(count) steps: write publishes: true in exactly one, which makes the post appear. Where some "
                + "are only for posts with a file (when), in one for those and one for the others.")
    }
}
