import Outreach
import Storage

/// What is known about pictures, films and all else that goes with a text: what people said they show, and the consents that hold.
struct PictureCheck {
    let tx: ReadTransaction

    init(_ tx: ReadTransaction) { self.tx = tx }

    /// - Parameter day: the day of publication.
    /// - Returns: what was said about each picture, and a sentence for each nobody said anything about.
    func pictures(
        of media: [MediaFile], on day: Day
    ) throws -> (known: [CheckedText.Picture], unknown: [Message]) {
        var known: [CheckedText.Picture] = []
        var unknown: [Message] = []
        for file in media {
            guard let mark = try tx.pictureMark(file.hash) else {
                unknown.append(PictureCheck.unsaid(file.name))
                continue
            }
            let consents = mark.children > 0 ? try tx.consents(for: file.hash).count { $0.holds(on: day) } : 0
            known.append(
                CheckedText.Picture(
                    file: file.name, showsRecognisableChild: mark.children > 0, showsVictim: mark.showsVictim,
                    hasConsent: consents >= mark.children))
        }
        return (known, unknown)
    }

    private static func unsaid(_ name: String) -> Message {
        Message(
            vi: "Chưa ai nói trong “\(name)” có trẻ em nhận ra được không. Trả lời trên trang Ảnh và sự đồng ý, hoặc "
                + "“loa consents picture”.",
            en:
                "Nobody said whether a child can be recognised in “\(name)”. Answer on the page Pictures and consent, or "
                + "by “loa consents picture”.")
    }
}
