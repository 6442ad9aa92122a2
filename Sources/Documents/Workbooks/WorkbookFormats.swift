import CXLSXWriter

/// The looks of cells, each made once a file: Times New Roman, thin rules.
final class WorkbookFormats {
    enum Look: Hashable {
        case heading, subheading, note
        case columnHead
        case text, day
        /// Text that Excel could take for a formula when somebody edits it.
        case guardedText
        case number(fractionDigits: Int)
        case percent(fractionDigits: Int)
    }

    private struct Key: Hashable {
        let look: Look
        let isStrong: Bool
    }

    private let workbook: UnsafeMutablePointer<lxw_workbook>
    private var formats: [Key: UnsafeMutablePointer<lxw_format>] = [:]

    init(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
        self.workbook = workbook
    }

    func callAsFunction(_ look: Look, isStrong: Bool = false) -> UnsafeMutablePointer<lxw_format>? {
        let key = Key(look: look, isStrong: isStrong)
        if let format = formats[key] { return format }
        guard let format = workbook_add_format(workbook) else { return nil }
        format_set_font_name(format, "Times New Roman")
        format_set_font_size(format, look == .heading ? 14 : 12)
        if isStrong || look == .heading || look == .columnHead { format_set_bold(format) }
        if look == .subheading || look == .note { format_set_italic(format) }
        apply(look, to: format)
        formats[key] = format
        return format
    }

    private func apply(_ look: Look, to format: UnsafeMutablePointer<lxw_format>) {
        switch look {
        case .heading, .subheading, .note: return
        case .columnHead:
            format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
            format_set_text_wrap(format)
            format_set_bg_color(format, 0xE7ECF2)
        case .text: format_set_text_wrap(format)
        case .guardedText:
            format_set_text_wrap(format)
            format_set_num_format(format, "@")
        case .day:
            format_set_num_format(format, "dd/mm/yyyy")
            format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
        case .number(let digits): format_set_num_format(format, "#,##0" + fraction(digits))
        case .percent(let digits): format_set_num_format(format, "0" + fraction(digits) + "%")
        }
        format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    }

    private func fraction(_ digits: Int) -> String {
        digits > 0 ? "." + String(repeating: "0", count: min(digits, 15)) : ""
    }
}
