import Outreach
import Testing

private typealias Make = UnitFixture

struct UnitTreeCheckTests {
    private func problems(_ units: [Unit], _ committees: [Committee] = []) -> [UnitTreeProblem] {
        do {
            _ = try UnitTree(units: units, committees: committees)
            return []
        } catch {
            return error.problems
        }
    }

    @Test func `two units with one id are refused, and so are a unit and a committee`() throws {
        #expect(problems(try [Make.unit("a"), Make.unit("b"), Make.unit("a")]) == [.duplicate(try Make.slug("a"))])
        let committee = try Make.committee("b", area: "a", standing: "a", members: "a")
        #expect(problems(try [Make.unit("a"), Make.unit("b")], [committee]) == [.duplicate(try Make.slug("b"))])
    }

    @Test func `a parent that does not exist is named with its child`() throws {
        #expect(
            problems(try [Make.unit("a", under: "b")])
                == [.unknownParent(try Make.slug("a"), parent: try Make.slug("b"))])
    }

    @Test func `a committee is nobody's parent`() throws {
        let committee = try Make.committee("c", area: "a", standing: "a", members: "a")
        #expect(
            problems(try [Make.unit("a"), Make.unit("b", under: "c")], [committee])
                == [.unknownParent(try Make.slug("b"), parent: try Make.slug("c"))])
    }

    @Test func `a unit under itself is a circle`() throws {
        #expect(problems(try [Make.unit("a", under: "a")]) == [.cycle(try Make.slugs("a a"))])
    }

    @Test(arguments: 1...20)
    func `a circle is told once, from its smallest id, without what hangs on it`(_: Int) throws {
        let units = try [
            Make.unit("b", under: "d"), Make.unit("d", under: "c"), Make.unit("c", under: "b"),
            Make.unit("tail", under: "c"), Make.unit("a", under: "tail"), Make.unit("free"),
        ]
        #expect(problems(units) == [.cycle(try Make.slugs("b d c b"))])
    }

    @Test func `two circles are two mistakes`() throws {
        let units = try [
            Make.unit("x", under: "y"), Make.unit("y", under: "x"), Make.unit("a", under: "b"),
            Make.unit("b", under: "a"),
        ]
        #expect(problems(units) == [.cycle(try Make.slugs("a b a")), .cycle(try Make.slugs("x y x"))])
    }

    @Test func `area, standing unit and members of a committee have to exist`() throws {
        let committee = try Make.committee("c", area: "no-area", standing: "no-standing", members: "a no-member")
        let expected = try ["no-area", "no-standing", "no-member"].map {
            UnitTreeProblem.unknownMember(committee: try Make.slug("c"), unit: try Make.slug($0))
        }
        #expect(problems(try [Make.unit("a")], [committee]) == expected)
    }

    @Test func `every mistake is told at once, each with what it is about`() throws {
        let units = try [
            Make.unit("a"), Make.unit("a"), Make.unit("b", under: "no-parent"), Make.unit("c", under: "d"),
            Make.unit("d", under: "c"),
        ]
        let committee = try Make.committee("k", area: "a", standing: "a", members: "no-member")
        let found = problems(units, [committee])
        #expect(found.map(\.subject) == (try Make.slugs("a b c k")))
        for problem in found {
            #expect(problem.message.vietnamese.contains(problem.subject.description))
            #expect(problem.message.english.contains(problem.subject.description))
        }
        let refused = #expect(throws: UnitTreeError.self) { try UnitTree(units: units, committees: [committee]) }
        #expect(refused?.message.english.contains("no-member") == true)
    }
}
