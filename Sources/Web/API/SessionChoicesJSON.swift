import Operations
import Outreach

/// What a phone keeps to fill the form in without a network: names in both languages, nothing about any session but
/// the person's own last ones.
struct SessionChoicesJSON: Encodable {
    let user: Owner
    let today: Day
    let units: [Named]
    let places: [Place]
    let partners: [Named]
    let kits: [Kit]
    let prints: [Named]
    let audiences: [Counted]
    let topics: [Named]
    let campaigns: [Running]
    let recent: [Recent]

    struct Owner: Encodable {
        let id: String
        let name: String
    }

    struct Named: Encodable {
        let id: Slug
        let name: LocalizedText
    }

    struct Counted: Encodable {
        let id: Slug
        let name: LocalizedText
        /// Offered first where nothing was logged before.
        let isChildren: Bool
    }

    struct Place: Encodable {
        let id: Slug
        let name: LocalizedText
        let level: SchoolLevel?
    }

    struct Kit: Encodable {
        let id: Slug
        let revision: ContentHash
        let name: LocalizedText
        let level: SchoolLevel?
        let audiences: [Slug]
        let topics: [Slug]
    }

    struct Running: Encodable {
        let id: Slug
        let name: LocalizedText
        let from: Day
        let to: Day
        let units: [Slug]
    }

    /// One of the person's last sessions, as far as the next one may be like it.
    struct Recent: Encodable {
        let unit: Slug
        let day: Day
        let place: String
        let placeUnit: Slug?
        let form: SessionForm
        let level: SchoolLevel?
        let material: Slug?
        let minutes: Int
        let audiences: [Slug]
        let speakers: [String]
        let coHosts: [Slug]
    }

    init(_ choices: SessionChoices, user: Me, today: Day) {
        self.user = Owner(id: user.id, name: user.name)
        self.today = today
        units = choices.units.map { Named(id: $0.id, name: $0.name) }
        places = choices.places.map { Place(id: $0.id, name: $0.name, level: $0.level) }
        partners = choices.partners.map { Named(id: $0.id, name: $0.name) }
        kits = choices.kits.map { kit in
            Kit(
                id: kit.material, revision: kit.revision, name: kit.title, level: kit.level,
                audiences: kit.audiences, topics: kit.topics)
        }
        prints = choices.prints.map { Named(id: $0.material, name: $0.title) }
        audiences = choices.audiences.map { Counted(id: $0.id, name: $0.name, isChildren: $0.isChildren) }
        topics = choices.topics.map { Named(id: $0.id, name: $0.name) }
        campaigns = choices.campaigns.map { campaign in
            Running(
                id: campaign.id, name: campaign.name, from: campaign.range.first, to: campaign.range.last,
                units: campaign.units)
        }
        recent = choices.recent.map { session in
            Recent(
                unit: session.unit, day: session.day, place: session.place, placeUnit: session.placeUnit,
                form: session.form, level: session.level, material: session.material, minutes: session.minutes ?? 45,
                audiences: session.attendance.map(\.audience), speakers: session.speakers, coHosts: session.coHosts)
        }
    }
}
