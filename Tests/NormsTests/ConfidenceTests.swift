import Norms
import Testing

/// The less the words say, the less sure the norm.
struct ConfidenceTests {
    private func confidence(_ text: String) throws -> Double {
        try #require(NormExtractor().read(text: text, units: []).norms.first, "\(text)").confidence
    }

    @Test func fallsWithTheCue() throws {
        let falling = try [
            "The Tenant shall pay the rent.", "The Tenant will pay the rent.", "The Tenant intends to pay the rent.",
            "The Tenant can pay the rent by cheque.",
        ].map(confidence)
        #expect(falling == falling.sorted(by: >) && Set(falling).count == falling.count)
    }

    @Test func fallsWithTheSubject() throws {
        let falling = try [
            "The Tenant shall pay the rent.", "The rent under this Agreement shall be paid.",
            "The zorb shall pay the rent under this Agreement.",
        ].map(confidence)
        #expect(falling == falling.sorted(by: >) && Set(falling).count == falling.count)
    }

    @Test func aDutyWithItsBearerIsMarkedNineInTen() throws { #expect(try confidence("Members must keep records.") == 0.9) }
}
