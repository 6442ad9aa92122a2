import HTTPTypes
import Operations
import Outreach

/// A new campaign: choose an observance, a year and who answers for it, look at what is proposed, then keep it.
struct NewCampaignPages: RouteGroup {
    var routes: [Route] {
        [
            .get("/campaigns/new", .holding(.plan)) { .page(try await NewCampaignPage($0).page(nil)) },
            .post(
                "/campaigns/new", .holding(.plan), on: { try await NewCampaignPage($0).page($1) },
                save: { try await NewCampaignPage($0).create() }),
        ]
    }
}

/// What was chosen for a new campaign, from the address or the form.
private struct CampaignChoice: Sendable {
    let playbook: Slug
    let year: Int
    let owner: Slug
    /// Empty for everyone the owner answers for.
    let units: [Slug]

    /// - Throws: ``FormError/mistakes(_:)``.
    init(_ fields: Fields) throws {
        var reader = FormReader(fields)
        let year = reader.requiredInteger("year", in: LunarCalendar.supportedYears)
        let owner = try reader.requiredSlug("owner")
        let playbook = try reader.requiredSlug("playbook")
        try reader.finish()
        (self.playbook, self.year, self.owner) = (playbook, year, owner)
        units = fields.all("unit").compactMap(Slug.init)
    }
}

private struct NewCampaignPage: Sendable {
    let visit: Visit

    init(_ visit: Visit) { self.visit = visit }

    /// What is filled in: the form after a refusal, else the address.
    private var fields: Fields { visit.method == .post ? visit.form : visit.query }

    func page(_ refusal: Refusal?) async throws -> Page {
        let title = visit.t("Lập chiến dịch", "Plan a campaign")
        let playbooks = try await visit.workspace.playbooks()
        let names = try await PlanningNames(visit)
        guard !playbooks.isEmpty else { return Page(title, in: .campaigns, main: nothing(title)) }
        let (proposal, problem) = refusal == nil ? await proposal() : (nil, nil)
        return Page(
            title, in: .campaigns,
            main: """
                \(visit.heading(title, HTML(text: visit.t(
                    "Chọn dịp, năm và đơn vị: Loa đề xuất bài và buổi theo kịch bản. Xem trước, chưa lưu gì.",
                    "Choose observance, year and units: Loa proposes posts and sessions. Only a preview, nothing is stored."))))
                \(FormView(visit, problem ?? refusal).notice)
                \(try await choices(playbooks, names, problem ?? refusal))
                \(proposal.html { ProposalView(visit: visit, names: names, planned: $0).html })
                """)
    }

    private func nothing(_ title: String) -> HTML {
        visit.heading(title)
            + visit.empty(
                visit.t("Chưa có kịch bản nào", "No playbooks yet"),
                visit.t(
                    "Kịch bản nằm trong Content/playbooks. Nhập nội dung rồi quay lại đây.",
                    "Playbooks are in Content/playbooks. Import the content, then come back."))
    }

    /// Planned in rehearsal once everything is chosen; what is wrong with the choice otherwise.
    private func proposal() async -> (CampaignPlanned?, Refusal?) {
        guard fields.has("owner"), fields.has("playbook") else { return (nil, nil) }
        do {
            let choice = try CampaignChoice(fields)
            let planned = try await visit.workspace.planCampaign(
                playbook: choice.playbook, year: choice.year, owner: choice.owner, units: choice.units,
                as: try visit.caller, mode: .rehearse)
            return (planned, nil)
        } catch let error as any ReadableError {
            return (nil, Refusal(error))
        } catch {
            return (nil, Refusal(WebError.badForm))
        }
    }

    private func choices(_ playbooks: [Playbook], _ names: PlanningNames, _ refusal: Refusal?) async throws -> HTML {
        let form = FormView(visit, refusal, asked: fields)
        let me = try await visit.workspace.me(as: try visit.caller)
        let owner = fields["owner"].flatMap(Slug.init)
        return """
            <form method="get" action="/campaigns/new" class="card form">
            <div class="row">\
            \(form.select(
                "playbook", visit.t("Dịp và kịch bản", "Observance and playbook"), try await playbookChoices(playbooks),
                chosen: fields["playbook"] ?? firstPlaybook(playbooks), required: true))\
            \(form.input(
                "year", visit.t("Năm", "Year"), type: "number", value: fields["year"] ?? String(nextYear),
                required: true, minimum: "1968", maximum: "2100"))\
            \(form.select(
                "owner", visit.t("Đơn vị hoặc ban chỉ đạo chịu trách nhiệm", "Unit or committee that answers for it"),
                names.unitChoices(me, .plan, words: visit.unitGroups), chosen: fields["owner"],
                empty: visit.t("Chọn…", "Choose…"), required: true))</div>
            \(owner.html { units(below: $0, form, names) })
            <div class="form-actions"><button class="button button-primary">\(owner == nil
                ? visit.t("Xem đề xuất", "See what is proposed") : visit.t("Cập nhật đề xuất", "Propose again"))</button></div>
            </form>
            """
    }

    /// A campaign is planned ahead: in the last quarter of a year for the next one.
    private var nextYear: Int { (visit.workspace.today + 92).year }

    /// Playbooks under the name of their observance.
    private func playbookChoices(_ playbooks: [Playbook]) async throws -> [Choice] {
        let year = fields["year"].flatMap(Int.init).flatMap { LunarCalendar.supportedYears.contains($0) ? $0 : nil }
        let occurrences = try await visit.workspace.observances(in: year ?? nextYear)
        return playbooks.map { playbook in
            let occurrence = occurrences.first { $0.observance.id == playbook.observance }
            let group = occurrence.map {
                "\(visit.t($0.observance.name)) · \(visit.formats.range($0.dates))"
            }
            return Choice(value: playbook.id.description, label: visit.t(playbook.name), group: group)
        }
    }

    /// Where one came with an observance in mind.
    private func firstPlaybook(_ playbooks: [Playbook]) -> String? {
        let observance = fields["observance"].flatMap(Slug.init)
        return playbooks.first { $0.observance == observance }?.id.description
    }

    private func units(below owner: Slug, _ form: FormView, _ names: PlanningNames) -> HTML {
        guard let everyDay = DayRange(Day(julianDay: 0), visit.workspace.today + 100_000) else { return .empty }
        let units = names.tree.reportingUnits(of: owner, during: everyDay)
        let withChannel = Set(names.channels.values.map(\.channel.unit))
        let chosen = fields.all("unit")
        return form.boxes(
            "unit", visit.t("Đơn vị tham gia", "Units that take part"),
            units.map { unit in
                let channels = withChannel.contains(unit) ? "" : visit.t(" (không có kênh)", " (no channel)")
                return Choice(value: unit.description, label: names.unit(unit) + channels)
            }.inOrder(of: \.label),
            chosen: Set(chosen.isEmpty ? units.map(\.description) : chosen),
            hint: visit.t(
                "Bỏ chọn đơn vị không tham gia rồi bấm “Cập nhật đề xuất”.",
                "Take away those that do not take part, then press “Propose again”."))
    }

    func create() async throws -> Reply {
        let choice = try CampaignChoice(visit.form)
        let planned = try await visit.workspace.planCampaign(
            playbook: choice.playbook, year: choice.year, owner: choice.owner, units: choice.units,
            as: try visit.caller, mode: .perform)
        let count = planned.proposal.slots.count { !$0.isDropped }
        return .done(
            "/campaigns/\(planned.campaign.id)",
            "Đã lưu chiến dịch với \(count) mục. Xem lại, sửa nếu cần, rồi gửi duyệt.",
            "The campaign is saved with \(count.of("slot", "slots")). Look it over, change what you like, then submit it."
        )
    }
}
