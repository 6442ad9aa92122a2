import Outreach

/// How a value has to be written, by the name that help and usage give it. A value that may be any text has no form.
enum ArgumentForm {
    /// - Parameter place: as the usage has it, `--limit <limit>` or `<id@hash>`.
    static func expected(at place: String) -> Message {
        let name = place.firstMatch(of: /<([^<>]+)>/).map { String($0.1) } ?? place
        if let form = forms[name] { return form }
        return numbers.contains(name) ? wholeNumber : identifier
    }

    private static let wholeNumber = Message(
        vi: "cần một số nguyên, chỉ gồm chữ số, như 20", en: "it takes a whole number in digits, such as 20")

    /// Whatever is named by a word of its own: units, channels, people, materials.
    private static let identifier = Message(
        vi: "cần một mã gồm chữ thường không dấu, số và gạch nối, như xa-thanh-xuan",
        en: "it takes a name of lower-case letters, digits and hyphens, such as xa-thanh-xuan")

    private static let numbers: Set<String> = [
        "channels", "children", "communes", "connections", "cost", "count", "days", "delay", "fail-first", "hanging",
        "hours", "kills", "limit", "materials", "minutes", "number", "photos", "plays", "port", "ports", "posts",
        "prints", "rows", "samples", "seed", "seeds", "sessions", "status", "value", "version", "year",
    ]

    private static let hash = Message(
        vi: "cần mã băm 64 ký tự như Loa in ra", en: "it takes the hash of 64 characters as Loa prints it")

    private static let forms: [String: Message] = [
        "yyyy-mm-dd": Message(
            vi: "cần một ngày có thật, viết năm-tháng-ngày như 2026-06-01",
            en: "it takes a day that exists, as year-month-day, such as 2026-06-01"),
        "hh:mm": Message(vi: "cần giờ và phút, như 07:30", en: "it takes hours and minutes, such as 07:30"),
        "rfc3339": Message(
            vi: "cần ngày, giờ và múi giờ, như 2026-06-01T07:30:00+07:00",
            en: "it takes day, time and zone, such as 2026-06-01T07:30:00+07:00"),
        "audience=n": Message(
            vi: "cần đối tượng=lượt, hoặc đối tượng=lượt/nữ/nam, như primary-pupils=120/70/50",
            en: "it takes audience=turns or audience=turns/female/male, such as primary-pupils=120/70/50"),
        "material=n": Message(
            vi: "cần tài liệu=số bản, như nam-ngon-tay-an-toan=50",
            en: "it takes material=copies, such as nam-ngon-tay-an-toan=50"),
        "id@hash": Message(
            vi: "cần mã bài và mã băm nối bằng @, như “loa posts show” in ra; đọc bài rồi chép từ đó",
            en:
                "it takes the post's id and hash with @ between, as “loa posts show” prints it; read the post, copy it there"
        ),
        "finding": Message(
            vi: "cần tên phát hiện như Loa in ra, ví dụ S06@body:12-40",
            en: "it takes a finding's name as Loa prints it, such as S06@body:12-40"),
        "part": Message(
            vi: "cần một trong member=, form=, audience=, channel=, campaign=, quality= kèm giá trị, hoặc priority, "
                + "before, cumulative",
            en: "it takes one of member=, form=, audience=, channel=, campaign=, quality= with its value, or priority, "
                + "before, cumulative"),
        "number:hash": Message(
            vi: "cần số và mã băm nối bằng dấu hai chấm, như “loa audit verify” in ra",
            en: "it takes number and hash with a colon between, as “loa audit verify” prints them"),
        "duty": Message(
            vi: "cần mã kế hoạch và mã nhiệm vụ nối bằng /, như “loa plans show” in ra",
            en: "it takes plan and duty with / between, as “loa plans show” prints them"),
        "consent": Message(
            vi: "cần mã bản đồng ý như “loa consents list” in ra",
            en: "it takes a consent's id as “loa consents list” prints it"),
        "hash": hash, "pictures": hash,
    ]
}
