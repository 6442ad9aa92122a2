import Foundation
import HTTPTypes
import Hummingbird
import Operations
import Outreach

/// JSON out and in, the same everywhere: sorted keys, days and instants as ISO 8601.
enum APIAnswer {
    static func json(_ value: any Encodable, status: HTTPResponse.Status = .ok) throws -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let bytes = try encoder.encode(value)
        return Response(
            status: status, headers: [.contentType: "application/json"],
            body: .init(byteBuffer: ByteBuffer(bytes: Array(bytes))))
    }

    /// The body as a value; whatever is wrong with it is said with its place.
    static func body<Value: Decodable>(of visit: Visit, as _: Value.Type = Value.self) throws(APIError) -> Value {
        do {
            return try JSONDecoder().decode(Value.self, from: Data(visit.body))
        } catch let DecodingError.keyNotFound(key, context) {
            throw .badBody("\(path(context)) lacks “\(key.stringValue)”")
        } catch let DecodingError.typeMismatch(type, context) {
            throw .badBody("\(path(context)) is no \(type)")
        } catch let DecodingError.valueNotFound(_, context) {
            throw .badBody("\(path(context)) is null")
        } catch let DecodingError.dataCorrupted(context) {
            throw .badBody("\(path(context)): \(context.debugDescription)")
        } catch {
            throw .badBody("not JSON")
        }
    }

    private static func path(_ context: DecodingError.Context) -> String {
        "/" + context.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: "/")
    }
}

/// A list with whatever begins the next page; null where this is the last.
struct APIPage<Item: Encodable & Sendable>: Encodable, Sendable {
    let items: [Item]
}

extension Visit {
    /// A slug of the query; nil where it is absent.
    ///
    /// - Throws: ``APIError/badParameter(_:)``.
    func querySlug(_ name: String) throws(APIError) -> Slug? {
        guard query.has(name) else { return nil }
        guard let slug = query[name].flatMap(Slug.init) else { throw .badParameter(name) }
        return slug
    }

    func queryWord<Value: RawRepresentable>(_ name: String, as _: Value.Type = Value.self) throws(APIError) -> Value?
    where Value.RawValue == String {
        guard query.has(name) else { return nil }
        guard let value = query[name].flatMap(Value.init(rawValue:)) else { throw .badParameter(name) }
        return value
    }

    func queryDay(_ name: String) throws(APIError) -> Day? {
        guard query.has(name) else { return nil }
        guard let day = query[name].flatMap({ Day($0) }) else { throw .badParameter(name) }
        return day
    }

    func queryInteger(_ name: String, in range: ClosedRange<Int>, otherwise usual: Int) throws(APIError) -> Int {
        guard query.has(name) else { return usual }
        guard let value = query[name].flatMap({ Int($0) }), range.contains(value) else { throw .badParameter(name) }
        return value
    }

    /// How many to list.
    func limit(most: Int = 500) throws(APIError) -> Int { try queryInteger("limit", in: 1...most, otherwise: 50) }
}
