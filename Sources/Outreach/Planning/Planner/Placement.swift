/// Where a slot can stand, and what stood in the way of where it was wanted.
enum Placement: Hashable {
    case wanted
    case moved(Day, TimeOfDay, because: Obstacle)
    /// No day has room; the obstacle is the wanted day's.
    case nowhere(because: Obstacle)
}

/// What keeps a slot from its wanted place.
enum Obstacle: Hashable {
    /// Nothing may take place at that time of day.
    case closedTime
    /// Nothing may take place on that day at all.
    case closedDay
    /// Another post or session is too near.
    case neighbour
    /// As many posts as the channel takes on a day.
    case dailyLimit
    /// Open, but with no room left between the others.
    case crowdedDay
}

extension Lane {
    /// The wanted time, else the nearest free one of the same day, else of the next day up to `last` that has one.
    func placement(on wanted: Day, at time: TimeOfDay, through last: Day, within open: OpenTimes) -> Placement {
        if let found = freeTime(on: wanted, near: time, within: open) {
            if found == time { return .wanted }
            return .moved(wanted, found, because: open.contains(time, on: wanted) ? .neighbour : .closedTime)
        }
        let obstacle = obstacle(on: wanted, within: open)
        var day = wanted + 1
        while day <= last {
            if let found = freeTime(on: day, near: time, within: open) { return .moved(day, found, because: obstacle) }
            day = day + 1
        }
        return .nowhere(because: obstacle)
    }

    private func obstacle(on day: Day, within open: OpenTimes) -> Obstacle {
        if open.spans(on: day).isEmpty { return .closedDay }
        return isFull(on: day) ? .dailyLimit : .crowdedDay
    }
}
