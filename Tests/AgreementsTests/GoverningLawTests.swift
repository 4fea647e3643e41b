import Testing

@testable import Agreements

@Suite struct GoverningLawTests {
    @Test(arguments: [
        (
            "This Agreement shall be governed by and construed in accordance with the laws of the State of New York, without regard to conflicts of law.",
            "New York"
        ),
        ("THIS AGREEMENT IS GOVERNED BY THE LAW OF THE STATE OF NEW YORK WITHOUT REGARD TO ITS PRINCIPLES.", "New York"),
        ("This Agreement is governed by English law.", "England"),
        ("The laws of California shall govern the construction of the Agreement.", "California"),
        ("This Agreement shall be governed by the laws of England and Wales.", "England and Wales"),
        ("This Agreement is governed by the laws of the Province of Ontario, Canada.", "Ontario, Canada"),
        ("This Agreement shall be governed by the laws of the PRC.", "People's Republic of China"),
    ])
    func jurisdiction(sentence: String, value: String) {
        #expect(AgreementReader.read(document(sentence)).governingLaw?.value == value)
    }

    @Test(arguments: ["The Company is organized under the laws of Delaware.", "The laws of physics govern.", "governed by the laws of"])
    func none(sentence: String) {
        #expect(AgreementReader.read(document(sentence)).governingLaw == nil)
    }
}
