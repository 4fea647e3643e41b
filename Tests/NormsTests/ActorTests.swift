import Norms
import Testing

/// Whom a regulation speaks of: the text, and under it the mentions with their parts.
struct ActorTests {
    @Test(arguments: [
        (
            "Member States shall ensure that final customers and suppliers are informed.",
            ["Member States addressee", "final customers addressee", "suppliers sector"]
        ),
        ("The Commission shall consult the European Parliament.", ["Commission authority", "European Parliament authority"]),
        ("The competent authority may fine household customers.", ["competent authority authority", "household customers sector"]),
        ("They may require producers to offer final customers a choice.", ["producers addressee", "final customers addressee"]),
        ("Each Member State's report is public.", ["Member State's addressee"]),
        ("Commission Regulation 5 was repealed.", []),
    ])
    func mentions(_ text: String, _ expected: [String]) {
        #expect(Actors.find(in: text).map { "\($0.name) \($0.role.rawValue)" } == expected)
    }
}
