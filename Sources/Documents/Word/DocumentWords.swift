import Outreach

/// The fixed words of a paper in one language, as Decree 30/2020/NĐ-CP gives them; the English ones follow the
/// translations that ministries use.
struct DocumentWords {
    let language: Language

    func callAsFunction(_ vietnamese: String, _ english: String) -> String {
        Message(vi: vietnamese, en: english)(language)
    }

    var nation: String { self("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SOCIALIST REPUBLIC OF VIETNAM") }
    var motto: String { self("Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness") }
    var youthUnion: String { self("ĐOÀN TNCS HỒ CHÍ MINH", "HO CHI MINH COMMUNIST YOUTH UNION") }
    var party: String { self("ĐẢNG CỘNG SẢN VIỆT NAM", "COMMUNIST PARTY OF VIETNAM") }
    var addressees: String { self("Kính gửi:", "To:") }
    var recipients: String { self("Nơi nhận:", "Recipients:") }
    var asAbove: String { self("Như trên", "As above") }
    var archive: String { self("Lưu: ", "Archive: ") }
    var annex: String { self("Phụ lục", "Annex") }
    /// Shows that nothing follows; English papers have no such mark.
    var endMark: String? { language == .vietnamese ? "./." : nil }

    /// "Số: 05/BC-BCĐ138", with a zero before numbers under 10 and room where there is none yet.
    func number(_ document: AdministrativeDocument) -> String {
        let number = document.number.map { $0.padded(2) } ?? "     "
        let separator =
            switch document.head.template {
            case .state: "/"
            case .youthUnion, .party: "-"
            }
        return "\(self("Số:", "No.:")) \(number)\(separator)\(document.symbol)"
    }

    /// "Tháp Mười, ngày 05 tháng 02 năm 2026", or room for the numbers.
    func placeAndDate(_ document: AdministrativeDocument) -> String {
        let date =
            switch (document.date, language) {
            case (let day?, .vietnamese): day.officialVietnamese
            case (let day?, .english): day.officialEnglish
            case (nil, .vietnamese): "ngày      tháng      năm         "
            case (nil, .english): "(day)      (month)      (year)        "
            }
        return "\(document.place), \(date)"
    }

    /// The line under the title of an annex that says which paper it belongs to.
    func attachedTo(_ document: AdministrativeDocument) -> String {
        let number = number(document).replacing(self("Số:", "No.:"), with: self("số", "No."))
        let kind = document.kind.first.map { $0.uppercased() + document.kind.dropFirst().lowercased() } ?? ""
        let date = document.date.map { language == .vietnamese ? $0.officialVietnamese : $0.officialEnglish }
        let issuer = document.head.issuer
        return self(
            "(Kèm theo \(kind) \(number) \(date ?? "ngày      tháng      năm         ") của \(issuer))",
            "(Attached to \(kind) \(number) of \(date ?? "(day)      (month)      (year)        "), \(issuer))")
    }
}

extension Day {
    /// "5 February 2026".
    fileprivate var officialEnglish: String {
        let months = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
        return "\(day) \(months[month - 1]) \(year)"
    }
}
