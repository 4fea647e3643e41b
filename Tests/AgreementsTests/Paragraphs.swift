import LegalText

@testable import Agreements

/// A document of unnumbered paragraphs, one a line.
func document(_ paragraphs: String...) -> Document {
    var document = Document()
    document.provisions = paragraphs.map { text in
        var provision = Provision(.paragraph, depth: 0)
        provision.text = text
        return provision
    }
    return document
}

func text(_ paragraphs: String...) -> AgreementText {
    var document = Document()
    document.provisions = paragraphs.map { text in
        var provision = Provision(.paragraph, depth: 0)
        provision.text = text
        return provision
    }
    return AgreementText(document)
}
