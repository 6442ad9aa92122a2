import ArgumentParser

struct Consents: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: say("Ảnh trẻ em và sổ đồng ý.", "Pictures of children and the consent register."),
        subcommands: [
            ConsentsList.self, ConsentsRecord.self, ConsentsWithdraw.self, ConsentsPicture.self, ConsentsPictures.self,
            ConsentsTakeDowns.self, ConsentsTakenDown.self,
        ])
}
