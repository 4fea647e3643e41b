import LegalText

extension Dialect {
    /// Licences of the SPDX list: numbered lists with printed bullets.
    static let spdx = Dialect(
        format: "spdx",
        matches: { $0.root == "SPDXLicenseCollection" || $0.rootTag(contains: "spdx.org") },
        roles: [
            (.ask, ["license", "exception", "item"]), (.capture, ["bullet", "crossRef"]),
            (.skip, ["notes", "titleText", "obsoletedBys"]), (.mute, ["crossRefs"]),
            (.block, ["p", "standardLicenseHeader", "copyrightText"]), (.space, ["br", "list"]),
        ],
        refine: SPDX.refine, captured: SPDX.captured,
        finish: { reader in
            reader.document.kind = .agreement
            reader.document.language = "en"
        })
}

/// Items are clauses by their depth.
private enum SPDX {
    static func refine(_ reader: inout DialectReader, _ element: borrowing MarkupElement) -> Role {
        if element.name == "item" {
            switch reader.builder.currentType {
            case .clause: return .provision(.subclause)
            case .subclause, .point: return .provision(.point)
            default: return .provision(.clause)
            }
        }
        reader.document.title = element["name"] ?? ""
        if let id = element["licenseId"] { reader.document.aliases.append(id) }
        return .inline
    }

    static func captured(_ reader: inout DialectReader, _ element: String, _ words: String) {
        if element == "bullet" {
            if reader.builder.currentLabel.isEmpty { reader.addLabel(words) }
        } else if reader.document.uri == nil {
            reader.document.uri = words
        } else {
            reader.document.aliases.append(words)
        }
    }
}
