import Foundation

/// The longer files of the folder without mistakes.
extension ContentFixture {
    static let units = """
        units:
          - id: district
            name: {vi: "Huyện", en: "District"}
            kind: district
            until: 2025-06-30
          - {id: police, name: {vi: "Công an", en: "Police"}, kind: police, parent: district}
          - {id: commune, name: {vi: "Xã", en: "Commune"}, kind: commune, from: 2025-07-01, succeeds: [district]}
          - id: school
            name: {vi: "Trường", en: "School"}
            kind: school
            parent: commune
            level: primary
            priority: true
        committees:
          - id: committee-138
            name: {vi: "Ban Chỉ đạo 138", en: "Committee 138"}
            area: district
            standing: police
            members: [police, school]
        """

    static let plan = """
        plan: chau-thanh
        title: {vi: "Kế hoạch", en: "Plan"}
        number: null
        committee: committee-138
        issued: "2024-10"
        signed: {office: "Trưởng ban", name: "Trưởng ban"}
        duties:
          - id: d01
            task: {vi: "Đăng tin, bài", en: "Publish items"}
            lead: [police]
            support: [school, committee-138]
            forms: [article, social, seminar]
            audiences: [parents]
            topics: [body-safety]
            where: {vi: "Trường học", en: "Schools"}
            due: 2024-11-15
            source: {section: "III.7", words: "tin, bài"}
          - id: d02
            task: {vi: "Báo cáo", en: "Report"}
            lead: [police]
            due: half-year
            source: {section: "IV", words: "Định kỳ"}
        targets:
          - {row: 1, content: {vi: "Giảm số vụ", en: "Fewer cases"}, value: "3%"}
          - {row: 4, content: {vi: "Tuyên truyền", en: "Communication"}, value: null}
          - {row: 5a, content: {vi: "Tập huấn", en: "Training"}, value: {text: "Khi có hướng dẫn"}}
        """

    static let playbook = """
        playbook: action-month
        name: {vi: "Tháng hành động", en: "Action month"}
        observance: action-month-for-children
        audiences: [parents, primary-pupils]
        hotline_every: 7d
        spacing: 10d
        slots:
          - id: launch
            what: {vi: "Bài mở đầu", en: "Opening article"}
            why: {vi: "Mở đầu", en: "To open"}
            days: {from: -1, to: last, every: 3}
            time: "07:30"
            channels: [social, portal]
            materials: {kinds: [article], topics: [body-safety], slugs: [five-fingers]}
            audiences: [parents]
          - id: schools
            what: {vi: "Buổi nói chuyện", en: "Talk"}
            why: {vi: "Trực tiếp", en: "Face to face"}
            days: {from: 2}
            time: "07:30"
            session: {form: school-session, level: primary}
            materials: {kinds: [session-kit]}
            audiences: [primary-pupils]
        """

    static let article = """
        ---
        title: {vi: "Năm ngón tay an toàn", en: "The five-finger rule"}
        summary: "Giúp trẻ nhớ."
        audiences: [primary-pupils, parents]
        topics: [body-safety]
        source: "Luật Trẻ em 2016, Điều 25"
        valid: {from: 2026-01-01, until: 2028-12-31}
        media:
          - {file: hand.png, alt: "Bàn tay năm ngón"}
        ---
        # Năm ngón tay

        Mỗi ngón tay là một vòng tròn.

        === social ===
        Dòng một

        Dòng hai. Gọi 111.

        === portal ===
        Cột cổng thông tin.
        """

    static let radioScript = """
        ---
        title: {vi: "Gọi 111", en: "Call 111"}
        summary: "Nhắc số 111."
        audiences: [parents]
        topics: [hotline-111]
        source: "Nghị định 56/2017/NĐ-CP"
        duration: 4s
        ---
        Bài đọc ngắn.

        === loudspeaker ===
        Thưa bà con, khi trẻ em cần giúp đỡ, hãy gọi ngay số một-một-một.
        """
}
