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
    case .date(let date): object["expiration_date"] = date.value.description
    case .perpetual: object["expiration_date"] = "perpetual"
    case nil: break
    }
    object["renewal_term"] = facts.renewal.map { [$0.value.count, $0.value.unit.rawValue] as [Any] }
    object["notice_to_terminate_renewal"] = facts.notice.map { [$0.value.count, $0.value.unit.rawValue] as [Any] }
    object["governing_law"] = facts.governingLaw?.value
    object["flags"] = Dictionary(facts.clauseTypes.map { ($0.type, true) }, uniquingKeysWith: { a, _ in a })
    print(String(decoding: try JSONSerialization.data(withJSONObject: object, options: [.sortedKeys]), as: UTF8.self))
}
FileHandle.standardError.write(Data("\(bytes) bytes in \(elapsed)\n".utf8))
