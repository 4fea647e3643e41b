import Agreements
import Foundation
import LegalText

// Throwaway bench: TEXTS folder -> registry lines.
let folder = CommandLine.arguments[1]
func document(_ text: String) -> Document {
    var document = Document()
    for paragraph in text.replacingOccurrences(of: "\r", with: "").components(separatedBy: "\n\n") {
        let words = paragraph.split(whereSeparator: { $0.isWhitespace })
        guard !words.isEmpty else { continue }
        var provision = Provision(.paragraph, depth: 0)
        provision.text = words.joined(separator: " ")
        document.provisions.append(provision)
    }
    return document
}
func context(_ d: Document, _ p: Int?, _ t: String) -> String {
    guard let p, let r = d.provisions[p].text.range(of: t) else { return "?" }
    let text = d.provisions[p].text
    let a = text.index(r.lowerBound, offsetBy: -160, limitedBy: text.startIndex) ?? text.startIndex
    let b = text.index(r.upperBound, offsetBy: 60, limitedBy: text.endIndex) ?? text.endIndex
    return String(text[a..<b])
}
var bytes = 0
var elapsed = Duration.zero
for file in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
    let text = try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
    let document = document(text)
    bytes += text.utf8.count
    let clock = ContinuousClock()
    var facts = AgreementFacts()
    elapsed += clock.measure { facts = AgreementReader.read(document) }
    var object: [String: Any] = ["file": file, "parties": facts.parties.map(\.name)]
    object["agreement_date"] = facts.signed?.value.description
    object["effective_date"] = facts.effective?.value.description
    switch facts.expiry {
    case .date(let date):
        object["expiration_date"] = date.value.description
        object["_x"] = context(document, date.provision, date.text) + " = " + (date.arithmetic ?? "")
    case .perpetual(let t):
        object["_x"] = context(document, t.provision, t.text)
        object["expiration_date"] = "perpetual"
    case nil: break
    }
    object["renewal_term"] = facts.renewal.map { [$0.value.count, $0.value.unit.rawValue] as [Any] }
    object["notice_to_terminate_renewal"] = facts.notice.map { [$0.value.count, $0.value.unit.rawValue] as [Any] }
    object["governing_law"] = facts.governingLaw?.value
    object["flags"] = Dictionary(facts.clauseTypes.map { ($0.type, true) }, uniquingKeysWith: { a, _ in a })
    print(String(decoding: try JSONSerialization.data(withJSONObject: object, options: [.sortedKeys]), as: UTF8.self))
}
FileHandle.standardError.write(Data("\(bytes) bytes in \(elapsed)\n".utf8))
