import Foundation

extension ContentFixture {
    /// A small folder with something of everything and no mistake.
    static var valid: ContentFixture {
        var fixture = ContentFixture()
        fixture["README.md"] = "Not data."
        fixture[".hidden"] = "Not data either."
        fixture["audiences.yaml"] = audiences
        fixture["topics.yaml"] = topics
        fixture["help-lines.yaml"] = helpLines
        fixture["observances.yaml"] = observances
        fixture["calendars.yaml"] = calendars
        fixture["indicators.yaml"] = indicators
        fixture["units.yaml"] = units
        fixture["plans/chau-thanh.yaml"] = plan
        fixture["playbooks/action-month.yaml"] = playbook
        fixture["materials/article/five-fingers.md"] = article
        fixture["materials/article/hand.png"] = "picture"
        fixture["materials/radio-script/call-111.md"] = radioScript
        return fixture
    }

    private static let audiences = """
        audiences:
          - {id: parents, name: {vi: "Cha mẹ", en: "Parents"}, children: false}
          - {id: primary-pupils, name: {vi: "Học sinh tiểu học", en: "Primary pupils"}, children: true}
        """

    private static let topics = """
        topics:
          - {id: body-safety, name: {vi: "An toàn cơ thể", en: "Body safety"}}
          - {id: hotline-111, name: {vi: "Tổng đài 111", en: "Hotline 111"}}
        """

    private static let helpLines = """
        help_lines:
          - number: "111"
            name: {vi: "Tổng đài 111", en: "Hotline 111"}
            spoken: "một-một-một"
            free: true
            hours: "24/24"
            from: 2017-12-06
            also: ["Zalo 111"]
            source: "Nghị định 56/2017/NĐ-CP"
          - number: "18001567"
            name: {vi: "Phím số diệu kỳ", en: "Magic number"}
            spoken: "một-tám-không-không"
            free: true
            hours: "24/24"
            until: 2017-12-05
            replaced_by: "111"
            source: "tongdai111.vn"
        """

    private static let observances = """
        observances:
          - id: action-month-for-children
            name: {vi: "Tháng hành động vì trẻ em", en: "Action Month for Children"}
            rule: {month: 6}
            focus: ["06-01", "06-03"]
            notice: 45d
            source: "Luật Trẻ em 2016, Điều 11"
          - id: mid-autumn
            name: {vi: "Tết Trung thu", en: "Mid-Autumn Festival"}
            rule: {lunar: "08-15"}
            notice: 30d
            source: "Phong tục"
        """

    private static let calendars = """
        calendars:
          - id: half-year
            name: {vi: "Nửa năm", en: "Half-year"}
            periods:
              - {code: "{year}-H1", name: {vi: "Đầu năm", en: "First"}, from: "01-01", to: "06-30", due: "07-05"}
          - id: administrative
            name: {vi: "Hành chính", en: "Administrative"}
            periods:
              - {code: "{year}-ADM", name: {vi: "Năm", en: "Year"}, from: "12-15@-1", to: "12-14", due: "12-20"}
        """

    private static let indicators = """
        indicators:
          - id: sessions-held
            name: {vi: "Số cuộc", en: "Sessions held"}
            unit: {vi: "cuộc", en: "sessions"}
            rows: sessions
            where: {form: [school-session, seminar], topic: [body-safety]}
            sum: count
            source: "Biểu 10"
          - id: turns-of-parents
            name: {vi: "Lượt cha mẹ", en: "Turns of parents"}
            unit: {vi: "lượt", en: "turns"}
            rows: attendance
            where: {audience: [parents]}
            sum: turns
        """
}
