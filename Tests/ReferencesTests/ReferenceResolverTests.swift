import LegalText
import Testing

@testable import References

struct ReferenceResolverTests {
    @Test(arguments: [
        ("Clause 5(2)(b) applies.", "lease#sec_5__subsec_2__para_b"),
        ("Clause 5(2)(z) applies.", "lease#sec_5__subsec_2"),
        ("See Annex A.", "lease#annex_a"),
        ("See paragraph 1 of Annex A.", "lease#annex_a__para_1"),
        ("See Annex B.", nil),
        ("See section 9 of the Canal Act.", "canal-act#sec_9"),
        ("See the Canal Act 1994.", "canal-act"),
        ("See the Oldham Report.", nil),
    ])
    func referencesLeadToCitations(_ text: String, _ citation: String?) {
        let lease = lease(saying: text)
        let resolver = ReferenceResolver(documents: [lease, act])
        let resolved = resolver.resolve(ReferenceFinder.find(in: lease), of: lease).filter { $0.clause == lease.provisions.count - 1 }
        #expect(resolved.first?.resolved?.description == citation)
    }

    @Test func scopeFollowsWhatTheBaseHolds() {
        let lease = lease(saying: "The Oldham Report, the Canal Act and the Weir Act; see section 5.")
        let resolved = ReferenceResolver(documents: [lease, act]).resolve(ReferenceFinder.find(in: lease), of: lease)
        #expect(resolved.map(\.scope) == [.external, .document, .external, .internal])
    }

    @Test func aDocumentsOwnTitleIsNoReference() {
        let lease = lease(saying: "The Lock House Agreement binds both.")
        #expect(ReferenceResolver(documents: [lease]).resolve(ReferenceFinder.find(in: lease), of: lease).isEmpty)
    }

    @Test func linksLeadByIdentifier() {
        var lease = lease(saying: "Go there or there.")
        let last = lease.provisions.count - 1
        lease.provisions[last].marks = [
            Mark(.reference(target: "#sec_5"), TextRange(3, 8)), Mark(.reference(target: "../acts/canal-act.xml#s9"), TextRange(12, 17)),
        ]
        let resolved = ReferenceResolver(documents: [lease, act]).resolve(ReferenceFinder.find(in: lease), of: lease)
        #expect(resolved.map { $0.resolved?.description } == ["lease#sec_5", "canal-act#sec_9"])
    }

    private var act: Document {
        var act = Document()
        act.id = "canal-act"
        act.title = "The Canal Act 1994"
        act.aliases = ["Canal Act"]
        act.source = "acts/canal-act.xml"
        act.provisions = [provision(.section, 0, "9", "9.", "sec_9", aliases: ["s9"])]
        return act
    }

    private func lease(saying text: String) -> Document {
        var lease = Document()
        lease.id = "lease"
        lease.title = "Lock House Agreement"
        var last = provision(.paragraph, 0, "", "", "para_9")
        last.text = text
        var annex = provision(.annex, 0, "", "Annex A", "annex_a")
        annex.heading = "Groups"
        lease.provisions = [
            provision(.section, 0, "5", "5.", "sec_5"), provision(.subsection, 1, "5(2)", "(2)", "sec_5__subsec_2"),
            provision(.paragraph, 2, "5(2)(b)", "(b)", "sec_5__subsec_2__para_b"), annex,
            provision(.paragraph, 1, "1", "1.", "annex_a__para_1"), last,
        ]
        return lease
    }

    private func provision(_ type: ProvisionType, _ depth: Int, _ number: String, _ label: String, _ id: String, aliases: [String] = [])
        -> Provision
    {
        var provision = Provision(type, depth: depth)
        provision.number = number
        provision.label = label
        provision.eId = id
        provision.wId = id
        provision.aliases = aliases
        return provision
    }
}
