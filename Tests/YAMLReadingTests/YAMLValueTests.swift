import LegalText
import Testing
import YAMLReading

@Suite struct YAMLValueTests {
    private func root(_ text: String) throws -> YAMLValue { try #require(try YAMLValue.root(of: text, file: "register.yaml")) }

    private func failure(_ body: () throws -> Void) -> FileError? {
        do { try body() } catch let error as FileError { return error } catch { return nil }
        return nil
    }

    @Test func readsByType() throws {
        let fields = try root("title: The Register\nsince: 2002-04\nopen: yes\nnames: [a, b]\nlimit: 12\n").fields([
            "title", "since", "open", "names", "limit",
        ])
        #expect(try fields["title"]?.text() == "The Register")
        #expect(try fields["since"]?.date() == PartialDate(year: 2002, month: 4))
        #expect(try fields["open"]?.yesOrNo() == true)
        #expect(try fields["names"]?.texts() == ["a", "b"])
        #expect(try fields["limit"]?.wholeNumber() == 12)
    }

    @Test func saysWhereAWrongValueStands() throws {
        let error = failure { _ = try root("a: 1\nwhen: 2002-13\n").fields(["a", "when"])["when"]?.date() }
        #expect(error == FileError(.expected(.date, found: "2002-13"), at: FilePlace(file: "register.yaml", line: 2, column: 7)))
    }

    @Test func namesAnUnknownKey() throws {
        let error = failure { _ = try root("title: x\n  \ntitel: y\n").fields(["title"]) }
        #expect(error?.problem == .unknownKey("titel", allowed: ["title"]))
        #expect(error?.place.line == 3)
    }

    @Test func refusesAKeyThatStandsTwice() throws {
        #expect(failure { _ = try root("a: 1\na: 2\n").entries() }?.problem == .duplicate("a"))
    }

    @Test(arguments: ["", "# only a comment\n", "~\n"]) func anEmptyFileSaysNothing(_ text: String) throws {
        #expect(try YAMLValue.root(of: text, file: "x").map(\.place) == nil)
    }

    @Test func placesBrokenYAML() {
        let error = failure { _ = try YAMLValue.root(of: "a: [1, 2\nb: 3\n", file: "x") }
        guard case .notYAML = error?.problem else { return #expect(Bool(false), "\(String(describing: error))") }
        #expect(error?.place.line == 2)
    }
}
