import Testing
import YAMLReading

/// Files that were made to hurt: each ends in an error with a place, and soon.
@Suite struct HostileYAMLTests {
    private func failure(_ text: String) -> FileError? {
        do throws(FileError) { _ = try YAMLValue.root(of: text, file: "x.yaml") } catch { return error }
        return nil
    }

    @Test func aBombOfAliasesIsRefusedWithItsPlace() {
        var text = "a0: &a0 [x, x]\n"
        for level in 1..<40 { text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
        text += "? *a39\n: boom\n"
        #expect(failure(text) == FileError(.alias, at: FilePlace(file: "x.yaml", line: 2, column: 10)))
    }

    @Test(arguments: [
        ("a: &x 1\nb: *x\n", 2, 4), ("- &x a\n- *x\n", 2, 3), ("a: &x {b: c}\n<<: *x\n", 2, 5), ("{a: &x 1, b: [*x]}", 1, 15),
        ("a: &x 'it''s'\nb: \"say *no\"\n? *x\n: y\n", 3, 3), ("a: &x |\n  *not\nb: *x\n", 3, 4), ("a: !!str &x 1\nb: *x\n", 2, 4),
    ]) func anAliasIsFoundWhereverAValueBegins(_ text: String, _ line: Int, _ column: Int) {
        #expect(failure(text) == FileError(.alias, at: FilePlace(file: "x.yaml", line: line, column: column)))
    }

    /// Signs inside texts are text.
    @Test(arguments: [
        "a: R&D *and* more\n", "a: \"&x\"\nb: '*x'\n", "a: |\n  &x one\n  *x two\nb: c\n", "# &x *x\na: b & c\n", "a: x &y\nb: z *y\n",
        "a: don't & *can't\nb: [1, 2 * 3]\n", "a: \"x \\\" &y\n  *y\"\n", "a: A, *note\nb: B - *note\n",
    ]) func whatOnlyLooksLikeOneIsLeftAlone(_ text: String) throws { #expect(try YAMLValue.root(of: text, file: "x") != nil) }

    @Test(arguments: ["[", "{a: ", "- ", "? "]) func deepNestingIsAnError(_ opening: String) {
        let error = failure(String(repeating: opening, count: 200_000))
        guard case .notYAML? = error?.problem else { return #expect(Bool(false), "\(String(describing: error?.problem))") }
    }

    @Test func moreThanAPersonWritesIsRefused() {
        guard case .tooLarge? = failure("a: " + String(repeating: "x", count: 17 << 20))?.problem else { return #expect(Bool(false)) }
    }

    @Test func aControlCharacterHasAPlace() {
        #expect(failure("a: b\nc: d\u{1}e\n")?.place == FilePlace(file: "x.yaml", line: 2, column: 5))
    }

    @Test(arguments: [("titel", "title"), ("partys", "parties"), ("documents:", "documents")])
    func theNearestNameIsFound(_ typed: String, _ meant: String) {
        #expect(Nearest.name(to: typed, among: ["title", "parties", "documents", "languages"]) == meant)
    }

    @Test func nothingIsNearToNonsense() {
        #expect(Nearest.name(to: "zzzzzz", among: ["title", "parties"]) == nil)
        #expect(Nearest.name(to: String(repeating: "a", count: 100_000), among: ["title"]) == nil)
        #expect(Nearest.name(to: "", among: ["a"]) == nil)
    }
}
