import Agreements
import Foundation
import LegalText

/// A labelled contract: its sentences as sparse features, the clause types each shows, and those the contract as a whole has.
struct Contract {
    struct Sentence {
        /// As the reader sees them.
        var hashes: [UInt32]
        /// Indices into the corpus's vocabulary.
        var features: [Int32]
        /// Bit c is set where the sentence lies in a span of clause type c.
        var labels: UInt64
        /// Bit c is set where a rule for type c holds.
        var rules: UInt64
    }

    var file: String
    var family: String
    var sentences: [Sentence]
    var flags: UInt64
}

/// The labelled contracts, with a vocabulary of the features that occur in three contracts or more.
struct Corpus {
    var contracts: [Contract] = []
    /// The hash of each feature.
    var vocabulary: [UInt32] = []

    init(registry: URL, texts: URL, read: (URL) throws -> Document) throws {
        var raw: [(object: [String: Any], sentences: [SentenceFeatures])] = []
        for line in try String(contentsOf: registry, encoding: .utf8).split(separator: "\n") {
            guard let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
                let file = object["file"] as? String
            else { continue }
            raw.append((object, SentenceFeatures.read(try read(texts.appending(path: file)))))
        }
        var counts: [UInt32: Int32] = [:]
        for (_, sentences) in raw {
            for feature in Set(sentences.lazy.flatMap(\.features)) { counts[feature, default: 0] += 1 }
        }
        vocabulary = counts.filter { $0.value >= 3 }.map(\.key).sorted()
        let index = Dictionary(uniqueKeysWithValues: vocabulary.enumerated().map { ($1, Int32($0)) })
        for (object, sentences) in raw {
            let file = object["file"] as? String ?? ""
            let flags = object["flags"] as? [String: Bool] ?? [:]
            let spans = object["spans"] as? [String: [String]] ?? [:]
            var contract = Contract(
                file: file, family: Self.family(file),
                sentences: sentences.map {
                    .init(hashes: $0.features, features: $0.features.compactMap { index[$0] }, labels: 0, rules: $0.rules)
                },
                flags: 0)
            for (type, name) in ClauseTypes.names.enumerated() {
                if flags[name] == true { contract.flags |= 1 << UInt64(type) }
                for span in spans[name] ?? [] { Self.mark(span, 1 << UInt64(type), sentences, &contract.sentences) }
            }
            contracts.append(contract)
        }
    }

    /// The company that filed it: contracts of one company resemble each other and are never split between training and test.
    private static func family(_ file: String) -> String {
        String(file.lowercased().prefix { $0.isLetter || $0.isNumber }.prefix(10))
    }

    /// Sets `label` on the sentences that a span covers; the parts of a span are apart at "<omitted>".
    private static func mark(_ span: String, _ label: UInt64, _ sentences: [SentenceFeatures], _ marked: inout [Contract.Sentence]) {
        for part in span.components(separatedBy: "<omitted>") {
            let words = SentenceFeatures.words(of: part)
            guard words.count >= 3 else { continue }
            if let place = find(words, sentences) {
                for number in place { marked[number].labels |= label }
            }
        }
    }

    /// The sentences whose words begin with, hold or run on through `words`.
    private static func find(_ words: [UInt64], _ sentences: [SentenceFeatures]) -> ClosedRange<Int>? {
        for number in sentences.indices {
            let own = sentences[number].words
            for start in own.indices where own[start] == words[0] {
                var at = start
                var sentence = number
                var matched = 0
                while matched < words.count, sentence < sentences.count {
                    if at == sentences[sentence].words.count {
                        sentence += 1
                        at = 0
                        continue
                    }
                    guard sentences[sentence].words[at] == words[matched] else { break }
                    at += 1
                    matched += 1
                }
                if matched == words.count || matched >= 12 { return number...max(number, min(sentence, sentences.count - 1)) }
            }
        }
        return nil
    }
}
