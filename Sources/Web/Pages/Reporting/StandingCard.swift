import Operations
import Outreach

/// Where a report stands: its state, the versions that were submitted, and what can be done next.
struct StandingCard {
    let visit: Visit
    let question: ReportQuestion
    let dossier: ReportDossier
    let mayReport: Bool

    var html: HTML {
        """
        <section class="card standing" aria-labelledby="standing-title"><h2 id="standing-title">\(visit.t("Nộp báo cáo", "Submission"))</h2>
        <p>\(visit.badge(dossier.state)) \(sentence)</p>
        \(dossier.exception.html { "<p class=\"hint\">\(visit.t("Lý do", "Reason")): \($0.reason)</p>" })
        \(versions)
        \(actions)</section>
        """
    }

    private var sentence: HTML {
        guard let last = dossier.versions.last else {
            return HTML(text: visit.t("Chưa nộp lần nào.", "Not submitted yet."))
        }
        if dossier.lacksWhole {
            return HTML(
                text: visit.t(
                    "Bản \(last.number) nộp khi kỳ chưa hết; cần nộp lại số liệu cả kỳ.",
                    "Version \(last.number) was submitted before the period was over; submit the whole of it."))
        }
        return dossier.differs
            ? HTML(
                text: visit.t(
                    "Số liệu hoặc phần lời hiện nay khác bản \(last.number) đã nộp; bản đã nộp giữ nguyên.",
                    "What it says now is not what version \(last.number) says; that version stays as it is."))
            : HTML(text: visit.t("Đang đúng như bản \(last.number) đã nộp.", "Just as version \(last.number)."))
    }

    private var versions: HTML {
        guard !dossier.versions.isEmpty else { return .empty }
        return """
            <ul class="versions">\(dossier.versions.html { version in
                """
                <li>\(visit.link(visit.t("Bản \(version.number)", "Version \(version.number)"), "/reports/version?\(question.query)&version=\(version.number)")) · \
                \(visit.formats.stamp(version.submittedAt)) · \(version.submittedBy) · <code>\(version.hash.short)</code>\
                \(version.reason.html { " · \(visit.t("đính chính", "corrected")): \($0)" })</li>
                """
            })</ul>
            """
    }

    private var actions: HTML {
        guard mayReport else { return .empty }
        let submit =
            dossier.versions.isEmpty || dossier.lacksWhole
            ? visit.t("Nộp báo cáo", "Submit the report") : visit.t("Đính chính", "Correct")
        let isOpen = (dossier.differs || dossier.lacksWhole) && !dossier.isLocked
        return """
            <div class="form-actions">\(isOpen
                ? visit.link(submit, "/reports/submit?\(question.query)", css: "button button-primary") : .empty)\
            \(visit.link(visit.t("Viết phần lời", "Write the narrative"), "/reports/narrative?\(question.query)", css: "button"))</div>
            """
    }
}

/// What the unit wrote beside its numbers.
struct NarrativeView {
    let visit: Visit
    let question: ReportQuestion
    let dossier: ReportDossier
    let mayReport: Bool

    var html: HTML {
        let parts = dossier.content.narrative.sections.filter { !$0.text.isEmpty }
        guard !parts.isEmpty else { return .empty }
        return """
            <h2>\(visit.t("Phần lời", "Narrative"))</h2>
            <section class="card">\(parts.html { part in
                "<h3>\(visit.t(part.name))</h3>\(part.text.split(separator: "\n").map(String.init).html { "<p>\($0)</p>" })"
            })</section>\(ReportFindings(visit: visit, findings: dossier.findings).html)
            """
    }
}

/// Where a narrative breaks a safeguarding rule.
struct ReportFindings {
    let visit: Visit
    let findings: [Finding]

    var html: HTML {
        guard !findings.isEmpty else { return .empty }
        return visit.notice(
            .warn,
            """
            <ul>\(findings.html { finding in
                "<li>“\(finding.words)”: \(visit.t(finding.why)) \(visit.t(finding.suggestion))</li>"
            })</ul>
            """)
    }
}
