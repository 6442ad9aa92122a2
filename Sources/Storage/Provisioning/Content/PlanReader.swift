import Outreach

/// Reads one file of `plans/`: a committee's written plan as duties and targets.
enum PlanReader {
    static func read(_ file: ContentFile, slug: Slug) -> Entry<CommitteePlan>? {
        Document.read(file, key: "plan", slug: slug, plan)
    }

    private static func plan(_ slug: Slug, _ mapping: YAMLMapping, _ references: References) -> CommitteePlan? {
        let title = mapping.require("title")?.localizedText()
        let number = mapping.value("number")?.text()
        let committee = references.one(mapping.require("committee"), .committee)
        let issued = mapping.require("issued")?.issueDate()
        let signed = mapping.require("signed")?.mapping()
        let office = signed?.require("office")?.text()
        let name = signed?.require("name")?.text()
        signed?.finish()
        let duties = mapping.require("duties")
        duties?.refuseEmptyList()
        let ids = DeclaredNames()
        let readDuties = duties?.list { duty($0, ids: ids, references) }
        let targets = mapping.value("targets")?.list(target) ?? []
        guard let title, let committee, let issued, let office, let name, let readDuties else { return nil }
        return CommitteePlan(
            id: slug, title: title, number: number, committee: committee, issued: issued, signingOffice: office,
            signingName: name, duties: readDuties, targets: targets)
    }

    private static func duty(_ element: YAMLValue, ids: DeclaredNames, _ references: References) -> Duty? {
        guard let mapping = element.mapping() else { return nil }
        let id = mapping.require("id")?.slug()
        if let id { _ = ids.claim(id, at: element) }
        let task = mapping.require("task")?.localizedText()
        let lead = references.some(mapping.require("lead"), .body)
        let support = references.many(mapping.value("support"), .body)
        let forms = mapping.value("forms")?.list { $0.dutyForm() } ?? []
        let audiences = references.many(mapping.value("audiences"), .audience)
        let topics = references.many(mapping.value("topics"), .topic)
        let place = mapping.value("where")?.localizedText()
        let deadline = mapping.value("due")?.dutyDeadline()
        let source = mapping.require("source")?.dutySource()
        mapping.finish()
        guard let id, let task, let source else { return nil }
        return Duty(
            id: id, task: task, lead: lead, support: support, forms: forms, audiences: audiences, topics: topics,
            place: place, deadline: deadline, source: source)
    }

    private static func target(_ element: YAMLValue) -> PlanTarget? {
        guard let mapping = element.mapping() else { return nil }
        let row = mapping.require("row")?.text()
        let content = mapping.require("content")?.localizedText()
        let value = mapping.value("value")
        let target = value.map { $0.targetValue() } ?? .blank
        mapping.finish()
        guard let row, let content, let target else { return nil }
        return PlanTarget(row: row, content: content, value: target)
    }
}

/// The scalar forms of plans.
extension YAMLValue {
    /// A year, a month or a day, as far as the paper says.
    fileprivate func issueDate() -> String? {
        parsed("năm, tháng hoặc ngày, dạng 2024, 2024-10 hoặc 2024-10-05", "2024, 2024-10 or 2024-10-05") { text in
            switch text.utf8.count {
            case 4: Day(text + "-01-01") == nil ? nil : text
            case 7: Day(text + "-01") == nil ? nil : text
            default: Day(text)?.description
            }
        }
    }

    fileprivate func dutyDeadline() -> DutyDeadline? {
        parsed(
            "một ngày có thật, month, half-year, year hoặc null", "a day that exists, month, half-year, year or null"
        ) {
            Day($0).map(DutyDeadline.day) ?? DutyPeriod(rawValue: $0).map(DutyDeadline.every)
        }
    }

    /// A kind of material, a kind of channel or a form of session: no word is two of them.
    fileprivate func dutyForm() -> DutyForm? {
        let materials = MaterialKind.allCases.map { (word: $0.rawValue, meaning: DutyForm.material($0)) }
        let channels = ChannelKind.allCases.map { (word: $0.rawValue, meaning: DutyForm.channel($0)) }
        let sessions = SessionForm.allCases.map { (word: $0.rawValue, meaning: DutyForm.session($0)) }
        return word(among: materials + channels + sessions)
    }

    fileprivate func dutySource() -> DutySource? {
        guard let mapping = mapping() else { return nil }
        let section = mapping.require("section")?.text()
        let words = mapping.require("words")?.text()
        mapping.finish()
        guard let section, let words else { return nil }
        return DutySource(section: section, words: words)
    }

    /// `"3%"`, `">95%"`, `"12"`; anything else only as `{text: …}`, so that a slip in a number is noticed.
    fileprivate func targetValue() -> TargetValue? {
        if isMapping {
            guard let mapping = mapping() else { return nil }
            let text = mapping.require("text")?.text()
            mapping.finish()
            return text.map(TargetValue.text)
        }
        return parsed(
            "“12”, “3%”, “>95%”, null hoặc {text: \"…\"}", "“12”, “3%”, “>95%”, null or {text: \"…\"}"
        ) { written in
            let value = TargetValue(reading: written)
            if case .text = value { return nil }
            return value
        }
    }
}
