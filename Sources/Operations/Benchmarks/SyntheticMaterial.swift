import Outreach

/// Made-up materials whose words are spread as in real ones: a few in every text, most in few.
enum SyntheticMaterial {
    static func content(_ number: Int) -> MaterialContent? {
        guard let slug = Slug("tai-lieu-\(number)"), let audience = Slug(audiences[number % audiences.count]),
            let topic = Slug(topics[number / 3 % topics.count])
        else { return nil }
        let kind = MaterialKind.allCases[number % MaterialKind.allCases.count]
        let text = sentences(from: number, count: 12)
        return MaterialContent(
            material: slug, kind: kind,
            title: LocalizedText(
                vi: "\(sentences(from: number &* 7, count: 1)) – tài liệu \(number)", en: "Material \(number)"),
            summary: sentences(from: number &* 3, count: 2), audiences: [audience], topics: [topic],
            source: "Luật Trẻ em 2016", body: text,
            variants: [
                Variant(channelKind: number % 2 == 0 ? .social : .print, text: sentences(from: number &* 5, count: 4))
            ])
    }

    private static func sentences(from seed: Int, count: Int) -> String {
        var state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        return (0..<count).map { _ in
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            // Squaring a share prefers the first phrases: common words are common, rare ones rare.
            let share = Double(state % 10_000) / 10_000
            return phrases[Int(share * share * Double(phrases.count))]
        }.joined(separator: ". ")
    }

    private static let audiences = ["parents", "teachers", "primary-pupils", "youth", "public"]
    private static let topics = ["online-safety", "body-safety", "hotline-111", "law", "parenting"]

    private static let phrases = [
        "Mỗi trẻ em đều được bảo vệ", "Gọi tổng đài 111 miễn phí", "Cha mẹ trò chuyện cùng con mỗi ngày",
        "An toàn trên mạng cho học sinh", "Người lớn đáng tin cậy luôn lắng nghe", "Kỹ năng sống trong mùa hè",
        "Nói không với bạo lực học đường", "Bí mật không vui cần được kể ra", "Thầy cô đồng hành cùng học trò",
        "Chủ nhà trọ nhớ ghi tên khách", "Câu lạc bộ sinh hoạt cuối tuần", "Phòng tránh đuối nước khi đi bơi",
        "Quyền riêng tư của trẻ em trên ảnh", "Học sinh tiểu học và cổng trường an toàn", "Hòm thư góp ý của lớp",
        "Tọa đàm về tình bạn đẹp", "Đêm văn nghệ ở nhà văn hóa", "Loa truyền thanh buổi sáng",
    ]
}
