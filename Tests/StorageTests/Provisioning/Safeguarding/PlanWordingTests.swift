import Outreach
import Storage
import Testing

/// What the two plans of 2024 say of children that must not be said again: the reason why texts are checked.
struct PlanWordingTests {
    @Test func `early love as the explanation is found`() throws {
        let text = """
            Nổi lên là tình trạng “yêu sớm” trong lứa tuổi học sinh, các em có quan hệ tình cảm với nhau, từ đó dẫn đến \
            các vụ xâm hại tình dục trẻ em. Gọi 111.
            """
        #expect(try SafeguardingFixture.found(text).contains(.consentFraming))
    }

    @Test(arguments: [
        "Giám sát chặt chẽ thanh thiếu niên hư hỏng, có lối sống không lành mạnh.",
        "Làm tốt việc cảm hóa, giáo dục học sinh cá biệt, vi phạm pháp luật.",
    ])
    func `labels put on children are found`(_ text: String) throws {
        #expect(try SafeguardingFixture.found(text, kind: .note).contains(.stigma))
    }

    @Test func `shares of seven cases tell single cases`() throws {
        let text = """
            Công an huyện đã phát hiện 07 vụ tội phạm xâm hại tình dục trẻ em. Trong đó “hiếp dâm người dưới 16 tuổi” \
            chiếm 42.9% và “dâm ô đối với người dưới 16 tuổi” chiếm 14.2%. Có đến 85.7% số vụ xâm hại trẻ em giữa đối \
            tượng và nạn nhân. Gọi 111.
            """
        #expect(try SafeguardingFixture.found(text).contains(.smallCount))
    }

    @Test func `what the library says of children passes its own check`() throws {
        let content = try SafeguardingFixture.content.get()
        #expect(!content.materials.isEmpty)
        for material in content.materials {
            let blocks = try SafeguardingFixture.safeguard().findings(in: material.contentWithoutMedia.checkedTexts)
                .filter { $0.level == .block }
            #expect(blocks.isEmpty, "\(material.file): \(blocks.map { "\($0.rule.rawValue) \($0.words)" })")
        }
    }
}
