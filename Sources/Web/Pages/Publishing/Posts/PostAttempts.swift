import Operations
import Outreach

/// Every try to send a post: what left, what came back, secrets masked.
struct PostAttempts {
    let visit: Visit
    let reading: PostReading

    var html: HTML {
        guard !reading.attempts.isEmpty else { return .empty }
        return """
            <section class="card" id="attempts"><h2>\(visit.t("Các lần gửi", "Attempts"))</h2>
            <ol class="attempts">\(reading.attempts.reversed().html(attempt))</ol></section>
            """
    }

    private func attempt(_ attempt: AttemptRecord) -> HTML {
        """
        <li><p><strong>\(visit.t("Lần \(attempt.number)", "Attempt \(attempt.number)"))</strong> · \
        \(visit.formats.stamp(attempt.claimedAt)) · \(visit.badge(visit.t(attempt.words), attempt.tone))\
        \(attempt.status.html { " · HTTP \($0)" })</p>
        \(attempt.bytesMayHaveLeft == true && attempt.tone != .ok ? "<p class=\"hint\">\(visit.t("Dữ liệu có thể đã rời máy.", "Bytes may have left."))</p>" : .empty)
        \(fold(visit.t("Yêu cầu đã gửi", "What was sent"), attempt.request))\
        \(fold(visit.t("Trả lời nhận được", "What came back"), attempt.answer))</li>
        """
    }

    private func fold(_ name: String, _ text: String?) -> HTML {
        guard let text, !text.isEmpty else { return .empty }
        return "<details class=\"fold\"><summary>\(name)</summary><pre tabindex=\"0\">\(text)</pre></details>"
    }
}

extension AttemptRecord {
    /// The outcome in words.
    var words: Message {
        switch outcome {
        case nil: Message(vi: "đang gửi", en: "under way")
        case "posted": Message(vi: "đã lên kênh", en: "out")
        case "retry": Message(vi: "chưa được, sẽ gửi lại", en: "failed, to be tried again")
        case AttemptRecord.inDoubt:
            Message(vi: "chưa rõ, sẽ gửi lại cùng mã", en: "in doubt, to be tried again with the same key")
        case AttemptRecord.interrupted: Message(vi: "bị ngắt giữa chừng", en: "interrupted")
        case AttemptRecord.restored:
            Message(vi: "khôi phục: có thể đã gửi sau lần sao lưu", en: "restored: may have gone out after the back-up")
        case AttemptRecord.unknown: Message(vi: "chưa rõ", en: "unknown")
        case "failed": Message(vi: "bị từ chối", en: "refused")
        case "missed": Message(vi: "hết giờ", en: "out of time")
        case "channel disabled": Message(vi: "kênh bị tắt", en: "channel switched off")
        case let other?: Message(verbatim: other)
        }
    }

    var tone: Tone {
        switch outcome {
        case "posted": .ok
        case nil: .info
        case "retry", "missed", AttemptRecord.unknown, AttemptRecord.inDoubt, AttemptRecord.interrupted,
            AttemptRecord.restored:
            .warn
        default: .bad
        }
    }
}
