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
        ("Council Directives 1 and 2 apply to the Council of Europe.", []),
        ("All market participants shall cooperate.", ["market participants addressee"]),
        ("Reports of local and regional authorities are published.", ["local and regional authorities authority"]),
        ("It supports micro, small and medium-sized enterprises.", ["micro, small and medium-sized enterprises addressee"]),
        ("(a) permit obligated parties to count savings;", ["obligated parties addressee"]),
        ("installations undertaking the combustion of fuels", []),
        ("The Union and the Member States shall cooperate in the Union.", ["Union addressee", "Member States addressee"]),
        ("An agreement with third countries on electricity from a third country.", ["third countries addressee"]),
        ("Points accessible to the public are put in place.", ["public addressee"]),
        (
            "a public body of the Government of the United States of America",
            ["public body authority", "Government of the United States of America authority"]
        ),
        ("Producers or third parties set up schemes.", ["Producers addressee", "third parties addressee"]),
        ("an energy sales company that is bound by the scheme", ["energy sales company addressee"]),
        ("It enables customer protection and investor access.", []),
        (
            "Where other parties are able to own them, the transport sector decides.",
            ["other parties addressee", "transport sector sector"]
        ),
        ("They act by requiring national authorities to report.", ["national authorities authority"]),
        ("The Committee on Biofuels gives its opinion.", ["Committee on Biofuels authority"]),
        ("‘aggregator’ means whoever combines loads.", ["aggregator sector"]),
        ("any person, or a natural or legal person, may object", ["natural or legal person addressee"]),
    ])
    func mentions(_ text: String, _ expected: [String]) {
        #expect(Actors.find(in: text).map { "\($0.name) \($0.role.rawValue)" } == expected)
    }
}
