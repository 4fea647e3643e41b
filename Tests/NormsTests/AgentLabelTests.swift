import Norms
import Testing

/// What one sentence states of each of its parties.
struct AgentLabelTests {
    @Test(arguments: [
        ("Tenant shall pay rent to Landlord.", "[tenant]", [Modality.obligation]),
        ("Tenant shall pay rent to Landlord.", "[landlord]", [.right]),
        ("Tenant may not be charged for repairs.", "[tenant]", [.right]),
        ("Tenant may not be charged for repairs.", "[landlord]", [.prohibition]),
        ("Lessee shall not assign this lease.", "[tenant]", [.prohibition]),
        ("Lessor shall have the right to inspect the premises.", "landlord", [.right]),
        ("The Employee is not required to work on Sundays.", "[employee]", [.exemption]),
        ("The Consultant has no right to bind the Company.", "[consultant]", [.noRight]),
        ("Either party may terminate this Agreement.", "[buyer]", [.permission]),
        ("The weather was fine.", "[tenant]", []),
    ])
    func labels(_ text: String, _ agent: String, _ expected: [Modality]) {
        #expect(NormExtractor().read(text: text, units: [], agent: agent).labels == expected)
    }
}
