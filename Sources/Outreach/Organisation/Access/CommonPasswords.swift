extension PasswordRule {
    /// Whether a password of twelve characters or more is one of those tried first: one of the list, one piece
    /// said again and again, or a run along the alphabet, the digits or the keyboard.
    static func isCommon(_ bare: String) -> Bool {
        common.contains(bare) || isRepeated(bare)
            || bare.count >= length.lowerBound && runs.contains { $0.contains(bare) }
    }

    /// `aaaaaaaaaaaa`, `123123123123`, `matkhaumatkhau`.
    private static func isRepeated(_ bare: String) -> Bool {
        let bytes = Array(bare.utf8)
        return (1...8).contains { length in
            bytes.count >= 2 * length && bytes.indices.allSatisfy { bytes[$0] == bytes[$0 % length] }
        }
    }

    private static let runs: [String] = {
        let rows = [
            String(repeating: "1234567890", count: 3), String(repeating: "0123456789", count: 3),
            "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm", "1234567890qwertyuiop",
            "1qaz2wsx3edc4rfv5tgb6yhn7ujm", "q1w2e3r4t5y6u7i8o9p0", "1q2w3e4r5t6y7u8i9o0p",
            "qazwsxedcrfvtgbyhnujm", "a1b2c3d4e5f6g7h8i9", "1a2b3c4d5e6f7g8h9i",
        ]
        return rows + rows.map { String($0.reversed()) }
    }()

    /// In their bare form, so that `Mật khẩu 123456` is found too.
    private static let common: Set<String> = [
        "password1234", "password12345", "password123456", "password2024", "password2025", "password2026",
        "p@ssword1234", "p@ssw0rd1234", "passw0rd1234", "mypassword123", "passwordpassword",
        "qwerty123456", "qwerty1234567", "qwertyuiop123", "123456qwerty", "1234567qwerty", "qwerty12345678",
        "abc123456789", "abcd12345678", "abcd123456789", "abcdef123456", "abc@12345678", "abcd@1234567",
        "a123456789012", "aa123456789a", "aa1234567890", "a1234567890a", "123456789abc", "1234567890abc",
        "123456789qwe", "qwe123456789", "zxcvbnm12345", "asdfghjkl123", "asd123456789", "112233445566",
        "111222333444", "123456654321", "123456abcdef", "147258369147", "147258369000", "987654321000",
        "iloveyou1234", "iloveyou12345", "ilovevietnam", "welcome12345", "welcome123456", "letmein12345",
        "admin1234567", "admin12345678", "admin123456789", "admin@123456", "administrator", "administrator1",
        "quantri123456", "quantrivien123", "quantrihethong", "user12345678", "guest1234567", "changeme1234",
        "matkhau12345", "matkhau123456", "matkhau1234567", "matkhau12345678", "matkhaucuatoi", "khongcomatkhau",
        "anhyeuem1234", "anhyeuem123456", "emyeuanh1234", "emyeuanh123456", "yeuemnhieulam", "anhyeuemnhieu",
        "vietnam12345", "vietnam123456", "vietnamvodich", "congacon1234", "chucmungnammoi", "khongbiet123",
        "treem1112222", "tongdai111111", "baovetreem111", "baovetreem123", "banchidao138", "loa123456789",
    ]
}
