/// The library in order, and what of it suits a need.
struct Catalogue {
    /// By slug.
    let materials: [PlanningMaterial]
    private let numbers: [Slug: Int]

    init(_ library: [PlanningMaterial]) {
        materials = library.sorted { $0.slug < $1.slug }
        numbers = Dictionary(materials.enumerated().map { ($1.slug, $0) }) { first, _ in first }
    }

    func number(of slug: Slug?) -> Int? { slug.flatMap { numbers[$0] } }

    subscript(slug: Slug?) -> PlanningMaterial? { number(of: slug).map { materials[$0] } }

    /// The materials a need accepts, in tiers from the best fit down.
    func shelf(for need: MaterialNeed) -> Shelf {
        let found = materials.indices.compactMap { number in
            need.fit(of: materials[number]).map { (number: number, fit: $0) }
        }
        let fits = Set(found.map(\.fit)).sorted(by: >)
        return Shelf(
            need: need,
            tiers: fits.map { fit in
                found.filter { $0.fit == fit }.map(\.number)
                    .sorted { (materials[$0].timesUsed, $0) < (materials[$1].timesUsed, $1) }
            })
    }
}

/// The materials that suit one need, as numbers in the catalogue.
struct Shelf {
    let need: MaterialNeed
    /// Best fit first; within a tier those used least before this campaign first, then by slug.
    let tiers: [[Int]]

    var isEmpty: Bool { tiers.isEmpty }
}
