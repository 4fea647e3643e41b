// How fast text is read, stage by stage: `analysis FILE...` prints megabytes of text a second of CPU time for each reader that `analyze`
// asks, and for the whole of it. The least time of five passes; a file's lines are its clauses, as in a document.

import Calendar
import DocumentReading
import Foundation
import KnowledgeBase
import Language
import LegalText
import Norms
import References

let texts = CommandLine.arguments.dropFirst().compactMap { try? String(contentsOfFile: $0, encoding: .utf8) }
guard !texts.isEmpty else {
    FileHandle.standardError.write(Data("usage: analysis FILE...\n".utf8))
    exit(2)
}
let clauses = texts.flatMap { $0.split(separator: "\n").map(String.init) }
let bytes = clauses.reduce(0) { $0 + $1.utf8.count }
let document = {
    var document = Document()
    document.provisions = clauses.map { clause in
        var provision = Provision(.paragraph, depth: 0)
        provision.text = clause
        return provision
    }
    return document
}()

/// CPU seconds of this thread.
func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

func measure(_ stage: String, _ work: () -> Int) {
    var best = Double.infinity
    var found = 0
    for _ in 0..<5 {
        let start = now()
        found = work()
        best = min(best, now() - start)
    }
    print(
        stage.padding(toLength: 14, withPad: " ", startingAt: 0), String(format: "%8.1f MB/s", Double(bytes) / 1e6 / best),
        String(format: "%8d found", found))
}

measure("tokens") { clauses.reduce(0) { $0 + TokenizedText($1).tokens.count } }
measure("sentences") { clauses.reduce(0) { $0 + Sentences.split($1).count } }
measure("norms") { NormExtractor().read(document).norms.count }
measure("references") { ReferenceFinder.find(in: document).count }
measure("definitions") { DefinitionFinder.find(in: document).count }
measure("dates") { clauses.reduce(0) { $0 + TimeExpressions.dates(in: $1).count } }
measure("periods") { clauses.reduce(0) { $0 + TimeExpressions.periods(in: $1).count } }
measure("actors") { clauses.reduce(0) { $0 + Actors.find(in: $1).count } }
measure("analyze") { clauses.reduce(0) { $0 + TextAnalysis(text: $1).reading.norms.count } }
