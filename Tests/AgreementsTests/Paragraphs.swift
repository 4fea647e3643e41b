import LegalText

@testable import Agreements

/// A document of unnumbered paragraphs, one a line.
func document(of paragraphs: [String]) -> Document {
    var document = Document()
    document.provisions = paragraphs.map { text in
        var provision = Provision(.paragraph, depth: 0)
        provision.text = text
        return provision
    }
    return document
}

func document(_ paragraphs: String...) -> Document { document(of: paragraphs) }

func text(_ paragraphs: String...) -> AgreementText { AgreementText(document(of: paragraphs)) }
