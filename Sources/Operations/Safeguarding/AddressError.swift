public import Outreach

/// Why a web address is not kept.
public enum AddressError: ReadableError, Hashable {
    /// Its words name a child; they are not repeated.
    case namesChild

    public var kind: FailureKind { .badData }

    public var message: Message {
        Message(
            vi: "Địa chỉ này nêu tên một trẻ em (cùng lớp, tuổi hoặc vụ việc). Không giữ lại gì; hãy dẫn tới trang "
                + "khác, hoặc nhờ nơi đăng đổi địa chỉ.",
            en: "The address names a child (with a class, an age or a case). Nothing was kept; lead to another page, "
                + "or ask whoever publishes it to change the address.")
    }
}
