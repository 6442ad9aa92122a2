import ArgumentParser

struct Channels: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: say("Kênh đăng bài.", "Channels."),
        subcommands: [
            ChannelsList.self, ChannelsShow.self, ChannelsCheck.self, ChannelsTest.self, ChannelsEnable.self,
            ChannelsDisable.self,
            ChannelsReceive.self,
        ])
}
