import Outreach

/// What the reading of a list took for granted, said so that nobody is surprised.
struct ImportAssumptions {
    var forms = 0
    var audiences = 0
    var sexes = 0
    var prints = 0
    var names = 0
    var lessons = 0
    var owners = 0
    var coHosts = UnclearCoHosts()

    static func + (left: ImportAssumptions, right: ImportAssumptions) -> ImportAssumptions {
        var sum = left
        sum.forms += right.forms
        sum.audiences += right.audiences
        sum.sexes += right.sexes
        sum.prints += right.prints
        sum.names += right.names
        sum.lessons += right.lessons
        sum.owners += right.owners
        sum.coHosts = left.coHosts + right.coHosts
        return sum
    }

    var remarks: [Message] {
        var remarks: [Message] = []
        func add(_ count: Int, _ vietnamese: String, _ english: String) {
            guard count > 0 else { return }
            remarks.append(Message(vi: "\(count) dòng: \(vietnamese)", en: "\(count.of("row", "rows")): \(english)"))
        }
        add(
            forms,
            "không ghi rõ hình thức, hiểu theo nội dung và nơi tổ chức (trường, câu lạc bộ, còn lại là hội nghị).",
            "no form is given; taken from subject and place (school, club, else conference).")
        add(
            audiences, "không tách được đối tượng, ghi là “khác hoặc không ghi rõ”.",
            "audiences cannot be told apart; counted as “others or not stated”.")
        add(
            sexes, "có nhiều đối tượng nên không rõ nam, nữ của ai; chỉ giữ số lượt.",
            "several audiences, so nobody knows whose female and male they are; turns alone were kept.")
        add(
            prints,
            "có số bản in nhưng không rõ tài liệu nào; tính là tờ rơi, áp phích hoặc tài liệu in không ghi tên. Muốn ghi rõ: "
                + "cho cột đó là handout:TÀI-LIỆU.",
            "print without its material; counted as leaflets, posters or print that nobody named. To name it, map the "
                + "column to handout:MATERIAL.")
        add(
            lessons, "thời lượng ghi bằng tiết, tính 45 phút một tiết.",
            "lengths in lessons, taken for 45 minutes each.")
        add(
            owners, "đơn vị chủ trì ghi cả ở mục phối hợp; đã bỏ khỏi mục đó.",
            "the unit that held the session was given as its co-host too; it was left out there.")
        add(names, "bỏ họ tên báo cáo viên, chỉ giữ vai trò.", "names of speakers were left out; roles were kept.")
        return remarks + coHosts.remarks
    }
}
