/// Characters that show nothing: they may split a word for a program but not for a reader.
enum HiddenCharacter {
    /// Zero-width and joining characters, soft hyphens, direction controls, variation selectors, tags, fillers, and
    /// marks that strike through or enclose.
    static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAD, 0x34F, 0x61C, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F, 0x200B...0x200F, 0x202A...0x202E,
            0x2060...0x206F, 0x3164, 0xFE00...0xFE0F, 0xFEFF, 0xFFA0, 0xFFF9...0xFFFB, 0xE0000...0xE0FFF:
            true
        case 0x334...0x338, 0x20D0...0x20F0: true
        default: false
        }
    }

    /// Blanks of all widths; line ends are not among them.
    static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20, 0x09, 0x0B, 0x0C, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x2800, 0x3000: true
        default: false
        }
    }
}
