import ArgumentParser
import Foundation
import Operations
import Outreach

struct ContentLearn: LoaCommand {
    static let configuration = CommandConfiguration(
        commandName: "learn",
        abstract: say(
            "Học lại bản đọc lần hai của các quy tắc bảo vệ trẻ em từ văn bản đã gắn nhãn.",
            "Learn the second reading of the safeguarding rules again, from labelled texts."),
        discussion: say(
            """
            Học từ các tệp --samples, ví dụ trong tệp quy tắc, tài liệu và danh mục trong Content/ (coi là sạch); chỉ \
            dùng văn bản từ \(LearntSecondReading.words.lowerBound) đến \(LearntSecondReading.words.upperBound) từ. \
            Cùng dữ liệu cho cùng kết quả. Kết quả chỉ có hiệu lực sau loa content import.
            """,
            """
            Learns from the files under --samples, the samples in the rules' files, and the materials and lists of \
            Content/ (taken as clean); only texts of \(LearntSecondReading.words.lowerBound) to \
            \(LearntSecondReading.words.upperBound) words are used. The same data lead to the same result, which counts \
            only after loa content import.
            """))

    @OptionGroup var common: CommonOptions

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            say(
                "Tệp JSON Lines: id, text, kind, audience, lang, expect và allow (số của quy tắc).",
                "JSON Lines files: id, text, kind, audience, lang, expect and allow (numbers of rules)."),
            valueName: "file"))
    var samples: [String]

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            say(
                "Ghi vào tệp (mặc định: Content/safeguarding/second-reading.txt của thư mục làm việc).",
                "Write to a file (default: Content/safeguarding/second-reading.txt of the workspace)."),
            valueName: "file"))
    var output: String?

    func run(in context: Context) async throws {
        let texts = try samples.flatMap { try LabelledLines.read($0) }
        let learnt = try context.workspace.learnSecondReading(from: texts)
        let path = output ?? context.workspace.secondReadingFile.path
        try Files.write(learnt.text.utf8, to: path)
        context.console.say(
            "Đã học từ \(learnt.texts) văn bản (bỏ \(learnt.leftOut) văn bản quá ngắn hoặc quá dài): \(learnt.features) đặc "
                + "trưng, ghi vào \(path). Kiểm tra bằng loa bench safeguarding, rồi chạy loa content import.",
            "Learnt from \(learnt.texts) texts (\(learnt.leftOut) too short or too long were left out): \(learnt.features) "
                + "features, written to \(path). Check it with loa bench safeguarding, then run loa content import.")
    }
}
