import Calendar
import LegalText
import Norms

/// The norms beside a clause: each a line that says modality (word, icon, colour), strength and bearer, and opens to the rest.
struct MarginWriter {
    let page: DocumentScope

    func write(_ clause: Int, to html: inout HTML) {
        let norms = page.norms(ofClause: clause)
        guard !norms.isEmpty else { return }
        html += "<ul class=\"norms\" aria-label=\"\(page.site.words("normsOf", ["name": page.name(clause)]))\">\n"
        for number in norms { write(norm: number, to: &html) }
        html += "</ul>\n"
    }

    private func write(norm number: Int, to html: inout HTML) {
        let norm = page.analyzed.norms[number]
        let words = page.site.words
        let anchor = page.normAnchor(number)
        html += "<li class=\"norm \(norm.modality.rawValue)\" id=\"\(anchor)\"><details><summary>"
        html += page.site.badge(norm.modality, norm.strength)
        if !norm.bearers.isEmpty { html += " <span class=\"bearers\">\(norm.bearers.joined(separator: ", "))</span>" }
        html += "</summary>\n<dl>\n"
        func row(_ name: String, _ value: String) {
            if !value.isEmpty { html += "<dt>\(words(name))</dt><dd>\(value)</dd>\n" }
        }
        func row(_ name: String, _ values: some Sequence<String>) {
            var isOpen = false
            for value in values where !value.isEmpty {
                html += isOpen ? "<br>\(value)" : "<dt>\(words(name))</dt><dd>\(value)"
                isOpen = true
            }
            if isOpen { html += "</dd>\n" }
        }
        row("norm.action", norm.action.text)
        row("norm.counterparties", norm.counterparties)
        row("norm.participants", norm.participants.lazy.map { "\($0.name) (\(words("participant." + $0.role.rawValue)))" })
        row("norm.conditions", norm.conditions.lazy.map(\.text))
        row("norm.exceptions", norm.exceptions.lazy.map(\.text))
        row("norm.deadline", norm.deadline?.text ?? "")
        row("norm.recurrence", norm.recurrence?.text ?? "")
        row("norm.cue", "“\(norm.cue)”")
        row("norm.confidence", NormMarkup.percent(norm.confidence))
        if norm.status != .extracted {
            let review = page.site.base.reviews.extraction(of: norm.id)
            let who = [review?.review.by ?? "", review?.review.on.map(page.site.date) ?? ""].filter { !$0.isEmpty }
            row("norm.status", ([words("status." + norm.status.rawValue)] + who).joined(separator: ", "))
            // What a person set stands above; what the machine had read is kept beside it.
            if let machine = review?.machine { row("norm.machine", norm.corrections(of: machine).map { $0.joined(separator: "; ") }) }
        }
        html +=
            "</dl>\n<a class=\"pilcrow\" href=\"#\(Links.encoded(anchor))\" aria-label=\"\(words("permalink", ["name": anchor]))\">¶</a></details></li>\n"
    }
}

/// How a norm's modality shows everywhere: icon, word and strength, in its colour.
enum NormMarkup {
    static func badge(_ norm: Norm, _ words: Words) -> HTML { badge(norm.modality, norm.strength, words) }

    static func badge(_ modality: Modality, _ strength: Strength, _ words: Words) -> HTML {
        "<span class=\"badge \(modality.rawValue)\">\(icon(modality))<b>\(words("modality." + modality.rawValue))</b></span> <span class=\"strength\">\(words("strength." + strength.rawValue))</span>"
    }

    /// As `badge`, in words alone, with who is bound.
    static func plain(_ norm: Norm, _ words: Words) -> HTML {
        let bearers = norm.bearers.isEmpty ? "" : ", " + norm.bearers.joined(separator: ", ")
        return "\(words("modality." + norm.modality.rawValue)) (\(words("strength." + norm.strength.rawValue)))\(bearers)"
    }

    static func icon(_ modality: Modality) -> HTML {
        "<svg class=\"icon\" aria-hidden=\"true\"><use href=\"#icon-\(modality.rawValue)\"/></svg>"
    }

    static func percent(_ share: Double) -> String {
        share.isFinite ? "\(Int((min(max(share, 0), 1) * 100).rounded()))\u{A0}%" : "?"
    }
}
