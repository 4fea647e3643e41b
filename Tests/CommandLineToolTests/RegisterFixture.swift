import Testing

@testable import CommandLineTool

/// A small register for the verbs of staff and reviewers: a lease that renews, rules that pull against it, an order in two versions,
/// an amendment. Documents of our own.
enum RegisterFixture {
    static let lease = """
        QUAY LEASE AGREEMENT

        This Agreement is made on 1 March 2024 between Harbour Board Limited (the "Board") and Fishers Cooperative Limited (the "Cooperative").

        1. This Agreement takes effect on 1 April 2024 and continues for two years. It then renews for successive periods of one year unless either party gives the other at least 60 days' written notice before the end of the current period.

        2. The Cooperative shall pay the Board a fee of £500 on or before 1 April and 1 October in each year.

        3. The Board shall inspect the quay every six months.

        4. The Cooperative shall report any accident to the Board within three days after it happens.

        5. The Board may close the quay during a storm.

        6. The Cooperative must not store fuel on the quay.

        7. The Cooperative shall send the Board its accounts within 30 days.

        """

    static let rules = """
        RULES OF THE QUAY

        1. The Board must not close the quay without two days' notice.

        2. The Fishers Cooperative Limited may store fuel on the quay in sealed tanks.

        3. The Fishers Cooperative Limited shall send the Harbour Board Limited its accounts within 14 days.

        4. The users shall meet three times a year.

        """

    static let order2020 = """
        HARBOUR ORDER

        1. Skippers must report to the harbour master within two hours of arrival.

        2. Nobody may refuel a vessel at the quay between sunset and sunrise.

        3. The Harbour Board Limited may charge a fee for each visit.

        """

    static let order2024 = """
        HARBOUR ORDER

        1. Skippers must wear a life jacket in the harbour.

        2. Skippers must report to the harbour master within one hour of arrival.

        3. The Harbour Board Limited must charge a fee for each visit.

        """

    static let amendment = """
        FIRST AMENDMENT TO THE QUAY LEASE AGREEMENT

        This Amendment is made on 1 May 2025 between Harbour Board Limited and Fishers Cooperative Limited.

        1. In section 2 of the Quay Lease Agreement, "£500" is replaced by "£600".

        """

    static let register = """
        base_url: https://harbour.example/
        parties:
          - name: Harbour Board Limited
            aliases: [Board]
          - name: Fishers Cooperative Limited
            aliases: [Cooperative]
        documents:
          order/2020.txt: { id: order-2020, kind: statute, work: order, version: 2020-01-01 }
          order/2024.txt: { id: order, kind: statute, work: order, version: 2024-06-01 }
          amendment.txt: { amends: [lease] }

        """

    static let ruleFile = """
        facts:
          fuel.stored: { type: yes-no, ask: Was fuel stored on the quay? }
          fuel.sealed: { type: yes-no, ask: Was it in sealed tanks? }
          accident.on: { type: date }
          accident.reported: { type: date }
        rules:
          - id: no-fuel
            clause: lease#cl_6
            quote: must not store fuel on the quay
            modality: prohibition
            bearer: Cooperative
            action: store fuel on the quay
            act: fuel.stored
            remedy: { do: The fuel is taken away., clause: lease#cl_5 }
            breach: The Board may close the quay.
          - id: sealed-tanks
            clause: rules#sec_2
            quote: may store fuel on the quay in sealed tanks
            modality: permission
            bearer: Cooperative
            action: store fuel in sealed tanks
            when: fuel.sealed
            overrides: no-fuel
          - id: report-accidents
            clause: lease#cl_4
            quote: report any accident to the Board within three days
            modality: obligation
            bearer: Cooperative
            action: report any accident
            act: accident.reported <= accident.on + 3 days

        """

    static var files: [String: String] {
        [
            "corpus/lease.txt": lease, "corpus/rules.txt": rules, "corpus/order/2020.txt": order2020, "corpus/order/2024.txt": order2024,
            "corpus/amendment.txt": amendment, "corpus/register.yaml": register, "corpus/rules.yaml": ruleFile,
        ]
    }

    /// A built base of all of it; files of `changes` stand in the place of the fixture's.
    static func base(_ changes: [String: String] = [:]) throws -> TestBase {
        let base = try TestBase(files.merging(changes) { $1 })
        let answer = base.run("build", "--quiet")
        #expect(answer.code == 0, "\(answer.messages)")
        return base
    }
}
