public import Foundation
public import Outreach

/// Everything the folder `Content/` says, and everything that is wrong with it.
///
/// What is well-formed is here even if other files are broken. Where `problems` is empty, every name leads somewhere
/// and the units form a tree; where it is not, an entry can name one that was left out for its own mistake.
public struct ContentFolder: Sendable {
    public let taxonomy: Taxonomy
    public let observances: [Observance]
    public let calendars: [ReportingCalendar]
    public let indicators: [Indicator]
    /// Always a tree, together with the committees.
    public let units: [Outreach.Unit]
    public let committees: [Committee]
    public let plans: [CommitteePlan]
    public let playbooks: [Playbook]
    public let materials: [MaterialFile]
    /// The linter's rules; nil where there are none, or one of their files is broken: half of them would let through
    /// what the other half stops.
    public let safeguarding: SafeguardingRules?
    /// What people read in the YAML files, rules of the linter apart.
    public let texts: [FileText]
    /// In the order of files and lines.
    public let problems: [DataProblem]
    /// The files found where a data file belongs, broken ones too; media are not counted.
    public let fileCount: Int

    /// Reads the folder, one list or document after the other, then looks up every name one uses of another.
    ///
    /// - Throws: `ContentFolderError` where the folder itself is missing or cannot be opened.
    public static func load(_ folder: URL) throws(ContentFolderError) -> ContentFolder {
        let files = try ContentFiles.find(in: folder)
        let audiences = TaxonomyReader.audiences(files.lists["audiences.yaml"])
        let topics = TaxonomyReader.topics(files.lists["topics.yaml"])
        let helpLines = HelpLineReader.helpLines(files.lists["help-lines.yaml"])
        let observances = ObservanceReader.observances(files.lists["observances.yaml"])
        let calendars = CalendarReader.calendars(files.lists["calendars.yaml"])
        let indicators = IndicatorReader.indicators(files.lists["indicators.yaml"])
        let (units, committees) = UnitReader.read(files.lists["units.yaml"])
        let plans = files.plans.compactMap { PlanReader.read($0.file, slug: $0.slug) }
        let playbooks = files.playbooks.compactMap { PlaybookReader.read($0.file, slug: $0.slug) }
        let materials = MaterialLibrary.read(files.materials)
        let safeguarding = SafeguardingReader.read(files.safeguarding, helpLines: helpLines)

        let names = KnownNames(
            audiences: audiences.declared, topics: topics.declared, observances: observances.declared,
            units: units.declared, committees: committees.declared, materials: materials.list.declared)
        let tree = SoundTree.of(
            units: names.resolved(units.entries), committees: names.resolved(committees.entries))
        return ContentFolder(
            taxonomy: Taxonomy(audiences: audiences.values, topics: topics.values, helpLines: helpLines),
            observances: observances.values,
            calendars: calendars.values,
            indicators: names.resolved(indicators.entries).map(\.value),
            units: tree.units,
            committees: tree.committees,
            plans: names.resolved(plans).map(\.value),
            playbooks: names.resolved(playbooks).map(\.value),
            materials: names.resolved(materials.list.entries).map(\.value),
            safeguarding: safeguarding,
            texts: files.readable.filter(\.problems.isEmpty).flatMap(FileText.texts),
            problems: sorted(files.problems + materials.problems + files.all.flatMap(\.problems)),
            fileCount: files.all.count)
    }

    private static func sorted(_ problems: [DataProblem]) -> [DataProblem] {
        problems.enumerated()
            .sorted {
                ($0.element.file, $0.element.line ?? 0, $0.offset) < ($1.element.file, $1.element.line ?? 0, $1.offset)
            }
            .map(\.element)
    }
}
