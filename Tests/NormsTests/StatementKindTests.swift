import LegalText
import Norms
import Testing

/// Every sentence is one of seven kinds; `coverage` counts them.
struct StatementKindTests {
    @Test(arguments: [
        ("The Tenant shall pay the rent.", Statement.Kind.norm),
        ("It is anticipated that the Director will attend.", .norm),
        ("The Council recognises the importance of open data.", .principle),
        ("These include a commitment to openness.", .principle),
        ("\"Premises\" means the building and its garden.", .definition),
        ("In this Act the word has the meaning given in section 2.", .definition),
        ("This Agreement shall be governed by the law of Ruritania.", .constitutive),
        ("This Act applies to all ships.", .constitutive),
        ("The Trust was founded in York.", .fact),
        ("Members are pleased with the service.", .fact),
        ("Do both partners need a licence?", .question),
        ("WHEREAS the Seller owns the land;", .fact),
        ("Governing law", .unread),
    ])
    func isOfItsKind(_ text: String, _ kind: Statement.Kind) {
        #expect(NormExtractor().read(text: text, units: []).statements.map(\.kind) == [kind])
    }
}
