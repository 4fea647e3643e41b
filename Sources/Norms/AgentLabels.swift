import Language

/// The modalities that a text states of one party: its own, and those that mirror what another owes it.
enum AgentLabels {
    static func labels(of agent: String, in text: TokenizedText, norms: [Norm]) -> [Modality] { [] }
}
