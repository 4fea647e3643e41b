import LegalText
import Rules
import YAMLReading

/// A small rules file of our own world, and the clauses it rests on.
enum RuleFixtures {
    static let clauses = [
        "policy#para_6": "Where a partner is not a member, the partnership must not give it access to records.",
        "policy#para_7": "The partner must hold its own subscription. A partnership must share each record within 14 days.",
        "policy#para_8": "Totals may be given to anyone.",
    ]

    static let text = """
        facts:
          partner.member: { type: yes-no, ask: Does the partner hold a membership? }
          access.given: { type: yes-no }
          access.totals-only: { type: yes-no }
          record.entered: { type: date }
          record.shared: { type: date }
          access.kind: { type: choice, values: [dashboard, report] }
        rules:
          - id: no-access
            clause: policy#para_6
            quote: must not give it access
            modality: prohibition
            bearer: Partnership
            counterparty: Partner
            action: give access to records
            when: not partner.member
            act: access.given
            remedy: { do: The partner takes a subscription., clause: policy#para_7 }
          - id: totals
            clause: policy#para_8
            quote: Totals may be given to anyone.
            modality: permission
            bearer: Partnership
            action: give totals
            when: access.totals-only
            overrides: no-access
          - id: share-in-time
            clause: policy#para_7
            quote: must share each record within 14 days
            modality: obligation
            bearer: Partnership
            action: share each record
            act: record.shared <= record.entered + 14 days
        """

    static func rules(_ text: String = text) throws(FileError) -> RuleSet {
        try RuleFile { clauses[$0.description] }.read([("rules.yaml", text)])
    }

    static func facts(_ text: String, for rules: RuleSet) throws(FileError) -> Facts {
        try FactsFile.read(text, file: "facts.yaml", declared: rules.facts)
    }
}
