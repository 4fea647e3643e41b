import Testing

/// Texts of our own with the norms they make (`good`) or seem to make and do not (`bad`).
struct LiterateTests {
    @Test(arguments: LiterateCase.load("good")) func makesTheseNorms(_ example: LiterateCase) {
        #expect(!example.expected.isEmpty, "a case under good/ names its norms")
        #expect(example.found() == example.expected, "\(example.text)")
    }

    @Test(arguments: LiterateCase.load("bad")) func makesNone(_ example: LiterateCase) {
        #expect(example.found() == [], "\(example.text)")
    }

    @Test func fixturesAreThere() {
        #expect(LiterateCase.load("good").count > 10)
        #expect(LiterateCase.load("bad").count > 10)
    }
}
