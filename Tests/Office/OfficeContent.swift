/// A small workspace's files: a city with two communes, three materials, one playbook.
enum OfficeContent {
    static let files = [
        "Content/audiences.yaml": audiences, "Content/topics.yaml": topics, "Content/units.yaml": units(),
        "Content/calendars.yaml": calendars, "Content/observances.yaml": observances,
        "Content/indicators.yaml": indicators, "Content/playbooks/june.yaml": playbook,
        "Content/materials/article/goi-111.md": article, "Content/materials/leaflet/to-roi.md": leaflet,
        "Content/materials/radio-script/loa-111.md": radioScript,
    ]

    private static let audiences = """
        audiences:
          - {id: pupils, name: {vi: "Học sinh", en: "Pupils"}, children: true}
          - {id: parents, name: {vi: "Cha mẹ", en: "Parents"}, children: false}
        """

    private static let topics = """
        topics:
          - {id: law, name: {vi: "Pháp luật", en: "Law"}}
          - {id: hotline-111, name: {vi: "Tổng đài 111", en: "Hotline 111"}}
        """

    /// The office's units with others behind them.
    ///
    /// - Parameter more: further entries of the list, each line as deep as a list at the margin; none for the office alone.
    static func units(and more: String = "") -> String {
        """
        units:
          - {id: city, name: {vi: "Thành phố", en: "City"}, kind: province}
          - {id: east, name: {vi: "Xã Đông", en: "East commune"}, kind: commune, parent: city}
          - {id: east-culture, name: {vi: "Văn hóa xã Đông", en: "East culture"}, kind: culture-centre, parent: east}
          - {id: east-youth, name: {vi: "Đoàn xã Đông", en: "East youth union"}, kind: youth-union, parent: east}
          - {id: east-police, name: {vi: "Công an xã Đông", en: "East police"}, kind: police, parent: east}
          - {id: old-youth, name: {vi: "Đoàn cũ", en: "Former youth union"}, kind: youth-union, parent: east, until: 2025-06-30}
          - {id: west, name: {vi: "Xã Tây", en: "West commune"}, kind: commune, parent: city}
          - {id: west-culture, name: {vi: "Văn hóa xã Tây", en: "West culture"}, kind: culture-centre, parent: west}
        \(more.isEmpty ? "" : "  " + more.replacing("\n", with: "\n  "))
        committees:
          - id: east-138
            name: {vi: "Ban Chỉ đạo 138 xã Đông", en: "Committee 138 of East"}
            area: east
            standing: east-police
            members: [east-police, east-culture, east-youth, old-youth]
        """
    }

    private static let calendars = """
        calendars:
          - id: half-year
            name: {vi: "Nửa năm", en: "Half-year"}
            periods:
              - {code: "{year}-H1", name: {vi: "Đầu năm", en: "First"}, from: "01-01", to: "06-30", due: "07-05"}
              - {code: "{year}-H2", name: {vi: "Cuối năm", en: "Second"}, from: "07-01", to: "12-31", due: "01-05@+1"}
        """

    private static let observances = """
        observances:
          - {id: june, name: {vi: "Tháng 6", en: "June"}, rule: {month: 6}, notice: 30d, source: "Luật Trẻ em 2016"}
        """

    private static let indicators = """
        indicators:
          - {id: posts-social, name: {vi: "Bài", en: "Posts"}, unit: {vi: "bài", en: "posts"}, rows: posts, where: {channel_kind: [social]}, sum: count}
          - {id: sessions-held, name: {vi: "Buổi", en: "Sessions"}, unit: {vi: "buổi", en: "sessions"}, rows: sessions, sum: count}
          - {id: turns, name: {vi: "Lượt", en: "Turns"}, unit: {vi: "lượt", en: "turns"}, rows: attendance, sum: turns}
          - {id: plays, name: {vi: "Lần phát", en: "Plays"}, unit: {vi: "lần", en: "plays"}, rows: samples, where: {metric: [plays]}, sum: value}
          - {id: views, name: {vi: "Lượt xem", en: "Views"}, unit: {vi: "lượt", en: "views"}, rows: samples, where: {metric: [views]}, sum: value}
          - {id: places, name: {vi: "Điểm", en: "Places"}, unit: {vi: "điểm", en: "places"}, rows: sessions, sum: places}
        """

    private static let playbook = """
        playbook: june
        name: {vi: "Tháng 6", en: "June"}
        observance: june
        audiences: [parents]
        hotline_every: 30d
        spacing: 1d
        slots:
          - id: weekly
            what: {vi: "Bài hằng tuần", en: "Weekly post"}
            why: {vi: "Nhắc số 111", en: "To remind of 111"}
            days: {from: 0, to: last, every: 7}
            time: "08:00"
            channels: [social]
            materials: {kinds: [article]}
            audiences: [parents]
        """

    private static let article = """
        ---
        title: {vi: "Gọi 111", en: "Call 111"}
        summary: "Nhắc số 111."
        audiences: [parents]
        topics: [hotline-111]
        source: "Luật Trẻ em 2016"
        ---
        Khi trẻ em cần giúp đỡ, hãy gọi 111.

        === social ===
        Khi trẻ em cần giúp đỡ, hãy gọi 111 (miễn phí, 24/24).
        """

    private static let leaflet = """
        ---
        title: {vi: "Tờ rơi 111", en: "Leaflet 111"}
        summary: "Tờ rơi."
        audiences: [parents]
        topics: [hotline-111]
        source: "Luật Trẻ em 2016"
        valid: {from: 2026-06-01, until: 2026-06-30}
        ---
        Gọi 111.

        === social ===
        Gọi 111 trong tháng 6.
        """

    private static let radioScript = """
        ---
        title: {vi: "Loa 111", en: "Broadcast 111"}
        summary: "Bài phát thanh."
        audiences: [parents]
        topics: [hotline-111]
        source: "Luật Trẻ em 2016"
        duration: 6s
        ---
        Bài phát thanh ngắn.

        === loudspeaker ===
        Thưa bà con, khi trẻ em cần giúp đỡ, hãy gọi ngay số một-một-một.
        """
}
