import Operations
import Outreach

/// The folded part of the session form: what is seldom different from what is expected.
struct SessionDetailsView: Sendable {
    private let view: SessionFormView
    private var form: FormView { view.form }
    private var visit: Visit { view.visit }
    private var values: Fields { view.values }

    init(_ view: SessionFormView) { self.view = view }

    var html: HTML {
        """
        <div class="row">\(kind)\(level)\(minutes)</div>
        \(topics)\(campaign)\(coHosts)\(speakers)\(handouts)
        <div class="row">\(method)\(cost)</div>\(notes)
        """
    }

    private var kind: HTML {
        form.select(
            "form", view.t("Hình thức", "Form"), SessionForm.allCases.map { Choice($0.rawValue, visit.t($0.words)) },
            chosen: values["form"] ?? view.choices?.recent.first?.form.rawValue ?? SessionForm.schoolSession.rawValue,
            required: true)
    }

    private var level: HTML {
        form.select(
            "level", view.t("Cấp học", "School level"),
            SchoolLevel.allCases.map { Choice($0.rawValue, visit.t($0.words)) }, chosen: values["level"],
            empty: view.t("Không theo cấp", "None"))
    }

    private var minutes: HTML {
        form.input(
            "minutes", view.t("Số phút", "Minutes"),
            value: values["minutes"] ?? String(view.choices?.recent.first?.minutes ?? 45),
            required: values["minutes"] != "",
            mode: "numeric")
    }

    private var topics: HTML {
        let topics = view.choices?.topics ?? []
        return """
            <div id="topics">\(form.boxes(
                "topics", view.t("Chủ đề", "Topics"),
                topics.map { Choice($0.id.description, visit.t($0.name)) }, chosen: Set(values.all("topics"))))</div>
            """
    }

    private var campaign: HTML {
        let campaigns = view.choices?.campaigns ?? []
        return """
            <div id="campaign-choice">\(form.select(
                "campaign", view.t("Thuộc chiến dịch", "Of the campaign"),
                campaigns.map { Choice($0.id.description, visit.t($0.name)) },
                chosen: values["campaign"] ?? (view.isCorrection ? nil : running),
                empty: view.t("Không thuộc chiến dịch nào", "None")))</div>
            """
    }

    /// The campaign a session of today belongs to, where there is no doubt.
    private var running: String? {
        if let asked = visit.query["campaign"] { return asked }
        let today = visit.workspace.today
        let running = view.choices?.campaigns.filter { $0.range.contains(today) } ?? []
        return running.count == 1 ? running.first?.id.description : nil
    }

    private var coHosts: HTML {
        let partners = view.choices?.partners ?? []
        return """
            <div id="partners">\(form.boxes(
                "coHosts", view.t("Đơn vị phối hợp (buổi vẫn tính một lần)", "Co-hosts (the session still counts once)"),
                partners.map { Choice($0.id.description, visit.t($0.name)) }, chosen: Set(values.all("coHosts"))))</div>
            """
    }

    private var speakers: HTML {
        let usual = SpeakerRole.usual.map { visit.t($0) }
        let chosen = values.all("speakers")
        let others = chosen.filter { !usual.contains($0) }
        let before = (view.choices?.recent ?? []).flatMap(\.speakers).filter { !usual.contains($0) }
        var seen: Set<String> = []
        return """
            <div id="speakers">\(form.boxes(
                "speakers", view.t("Người trình bày (theo vai trò)", "Speakers (by role)"),
                (usual + others + before).filter { seen.insert($0).inserted }.map { Choice($0, $0) },
                chosen: Set(chosen)))</div>
            \(form.area(
                "otherSpeakers", view.t("Vai trò khác, mỗi dòng một vai trò", "Other roles, one a line"),
                value: values["otherSpeakers"],
                hint: view.t("Ghi vai trò, không ghi tên: “bác sĩ trạm y tế”.", "The role, not the name: “doctor”."),
                rows: 2))
            """
    }

    private var handouts: HTML {
        let prints = (view.choices?.prints ?? []).map { Choice($0.material.description, visit.t($0.title)) }
        let typed = (1...99).prefix { values["handout.\($0)"] != nil }.count
        return """
            <fieldset class="field" id="handouts"><legend>\(view.t("Tờ rơi, áp phích đã phát", "Print handed out"))</legend>\
            \((1...max(3, typed + 1)).html { number in
                """
                <div class="row handout">\(form.select(
                    "handout.\(number)", view.t("Tài liệu in \(number)", "Print \(number)"), prints,
                    chosen: values["handout.\(number)"], empty: "—"))
                \(form.input(
                    "quantity.\(number)", view.t("Số bản", "Quantity"), value: values["quantity.\(number)"],
                    mode: "numeric"))</div>
                """
            })</fieldset>
            """
    }

    private var method: HTML {
        form.select(
            "method", view.t("Cách đếm", "How counted"),
            CountingMethod.allCases.map { Choice($0.rawValue, visit.t($0.words)) },
            chosen: values["method"] ?? CountingMethod.counted.rawValue, required: true)
    }

    private var cost: HTML {
        form.input(
            "cost", view.t("Kinh phí (đồng)", "Cost (VND)"), value: values["cost"], mode: "numeric")
    }

    private var notes: HTML {
        form.area(
            "notes", view.t("Ghi chú", "Notes"), value: values["notes"],
            hint: view.t(
                "Không bao giờ ghi tên hay chi tiết nhận ra một em. Nếu có em tâm sự, báo cán bộ bảo vệ trẻ em và gọi 111.",
                "Never a name, or anything by which a child could be known. If a child confides in you, tell the child protection officer and call 111."
            ),
            rows: 3)
    }
}

/// Who usually speaks at a session.
enum SpeakerRole {
    static let usual = [
        Message(vi: "báo cáo viên", en: "speaker"), Message(vi: "cán bộ Đoàn", en: "youth union officer"),
        Message(vi: "công an xã", en: "commune police"), Message(vi: "giáo viên", en: "teacher"),
        Message(vi: "cán bộ y tế", en: "health worker"), Message(vi: "cán bộ tư pháp", en: "justice officer"),
        Message(vi: "cán bộ Hội Phụ nữ", en: "women's union officer"),
        Message(vi: "cán bộ bảo vệ trẻ em", en: "child protection officer"),
    ]
}

extension Choice {
    fileprivate init(_ value: String, _ label: String) {
        self.init(value: value, label: label)
    }
}
