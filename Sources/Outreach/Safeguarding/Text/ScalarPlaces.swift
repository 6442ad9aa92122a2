/// Finds the scalars of a text by their number: a string alone has to be counted through from its beginning each time.
struct ScalarPlaces {
    private static let distance = 64

    private let scalars: String.UnicodeScalarView
    /// The place of every so many scalars.
    private var marks: [String.Index] = []

    init(_ text: String) {
        scalars = text.unicodeScalars
        var number = 0
        for index in scalars.indices {
            if number.isMultiple(of: ScalarPlaces.distance) { marks.append(index) }
            number += 1
        }
    }

    /// The scalars `start..<end`, as far as there are that many.
    func text(from start: Int, to end: Int) -> String {
        let from = index(of: start)
        return String(scalars[from..<max(from, index(of: end))])
    }

    private func index(of number: Int) -> String.Index {
        let mark = number / ScalarPlaces.distance
        guard mark < marks.count else { return scalars.endIndex }
        return scalars.index(marks[mark], offsetBy: number % ScalarPlaces.distance, limitedBy: scalars.endIndex)
            ?? scalars.endIndex
    }
}
