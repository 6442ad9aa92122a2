import Outreach

/// Reads `indicators.yaml`.
enum IndicatorReader {
    static func indicators(_ file: ContentFile?) -> EntryList<Indicator> {
        let lists = ListFile.open(file)
        var indicators = lists.entries("indicators", read: indicator)
        lists.finish()
        let declared = indicators.declared ?? []
        indicators.entries.removeAll { entry in
            guard let whole = entry.value.outOf, !declared.contains(whole) else { return false }
            entry.place.report(
                Message(
                    vi: "out_of: không có chỉ tiêu “\(whole)” trong tệp này. Sửa lại hoặc xóa dòng đó.",
                    en: "out_of: there is no indicator “\(whole)” in this file. Mend or delete it."))
            return true
        }
        return indicators
    }

    private static func indicator(_ id: Slug, _ mapping: YAMLMapping, _ references: References) -> Indicator? {
        let name = mapping.require("name")?.localizedText()
        let unit = mapping.require("unit")?.localizedText()
        let rows = mapping.require("rows")?.word(IndicatorRows.self)
        let narrowing = mapping.value("where")
        let total = mapping.require("sum")
        let sum = total?.word(IndicatorSum.self)
        let source = mapping.value("source")?.text()
        let outOf = mapping.value("out_of")?.slug()
        let note = mapping.value("note")?.localizedText()
        guard let name, let unit, let rows, let sum else { return nil }
        if !rows.sums.contains(sum) {
            total?.reportUnfit("sum", sum.rawValue, rows: rows, fit: rows.sums.map(\.rawValue))
        }
        let filters = narrowing.map { self.filters($0, rows: rows, sum: sum, references) } ?? [:]
        return Indicator(
            id: id, name: name, unit: unit, rows: rows, filters: filters, sum: sum, source: source, outOf: outOf,
            note: note)
    }

    private static func filters(
        _ value: YAMLValue, rows: IndicatorRows, sum: IndicatorSum, _ references: References
    ) -> [IndicatorFilter: [String]] {
        let fit = rows.filters(for: sum)
        var filters: [IndicatorFilter: [String]] = [:]
        for (key, values) in value.mapping()?.entries() ?? [] {
            guard let filter = IndicatorFilter(rawValue: key), fit.contains(filter) else {
                values.reportUnfit("where", key, rows: rows, fit: fit.map(\.rawValue))
                continue
            }
            filters[filter] = self.words(values, of: filter, references)
        }
        return filters
    }

    private static func words(_ values: YAMLValue, of filter: IndicatorFilter, _ references: References) -> [String] {
        switch filter {
        case .form: values.words(SessionForm.self)?.map(\.rawValue) ?? []
        case .level: values.words(SchoolLevel.self)?.map(\.rawValue) ?? []
        case .metric: values.words(Metric.self)?.map(\.rawValue) ?? []
        case .materialKind: values.words(MaterialKind.self)?.map(\.rawValue) ?? []
        case .channelKind: values.words(ChannelKind.self)?.map(\.rawValue) ?? []
        case .language: values.words(MaterialLanguage.self)?.map(\.rawValue) ?? []
        case .kind: values.words(UnitKind.self)?.map(\.rawValue) ?? []
        case .place: values.words(PlaceKind.self)?.map(\.rawValue) ?? []
        case .topic: references.some(values, .topic).map(\.description)
        case .audience: references.some(values, .audience).map(\.description)
        }
    }
}

extension YAMLValue {
    /// A word that has no meaning for what the indicator counts.
    fileprivate func reportUnfit(_ key: String, _ word: String, rows: IndicatorRows, fit: [String]) {
        let fit = fit.sorted().joined(separator: ", ")
        report(
            Message(
                vi: "\(key): “\(word)” không dùng được với rows: \(rows.rawValue). Chọn trong: \(fit).",
                en: "\(key): “\(word)” has no meaning for rows: \(rows.rawValue). Choose from: \(fit)."))
    }
}
