import LegalText
import Testing

@Suite struct PartialDateTests {
    @Test(arguments: ["2002", "2002-04", "2004-02-29"]) func readsWhatItWrites(_ text: String) {
        #expect(PartialDate(text)?.description == text)
    }

    @Test(arguments: ["", "02", "2002-13", "2003-02-29", "2002-4", "2002-04-", "x"]) func refusesWhatIsNoDate(_ text: String) {
        #expect(PartialDate(text) == nil)
    }
}
