package import Calendar
import DocumentReading
import Language
package import LegalText
package import Norms
package import References

/// What `analyze` finds in running text, no knowledge base needed. All ranges count into `text`.
package struct TextAnalysis: Sendable {
    package var text: String
    package var sentences: [TextRange]
    package var units: [OutlineUnit]
    package var reading: NormReading
    package var references: [Reference]
    package var definitions: [Definition]
    package var dates: [DateMention]
    package var periods: [PeriodMention]
    package var actors: [ActorMention]

    /// - Parameters:
    ///   - agent: the party whose modalities are asked for ("Tenant", "[landlord]").
    ///   - context: the number of the provision the text stands in; relative references are completed from it.
    package init(text: String, agent: String? = nil, context: String? = nil) {
        let tokens = TokenizedText(text)
        let units = TextOutline.units(utf8: tokens.bytes)
        self.text = text
        self.units = units
        sentences = Sentences.split(utf8: tokens.bytes)
        reading = NormExtractor().read(tokens, units: units, sentences: sentences, agent: agent)
        references = ReferenceFinder.find(in: text, utf8: tokens.bytes, units: units, context: context)
        definitions = DefinitionFinder.find(utf8: tokens.bytes)
        dates = TimeExpressions.dates(in: tokens)
        periods = TimeExpressions.periods(in: tokens)
        actors = Actors.find(in: tokens)
    }
}
