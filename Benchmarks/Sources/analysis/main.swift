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

let files = CommandLine.arguments.dropFirst().compactMap { FileManager.default.contents(atPath: $0) }
guard !files.isEmpty else {
    FileHandle.standardError.write(Data("usage: analysis FILE...\n".utf8))
    exit(2)
}
let clauses = files.flatMap { Array($0).split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) } }
let bytes = clauses.reduce(0) { $0 + $1.utf8.count }

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
measure("outline") { clauses.reduce(0) { $0 + TextOutline.units(of: $1).count } }
measure("references") { clauses.reduce(0) { $0 + ReferenceFinder.find(in: $1, units: [], context: nil).count } }
measure("definitions") { clauses.reduce(0) { $0 + DefinitionFinder.find(in: $1, units: []).count } }
// These read what is tokenized already, as in `analyze`.
let texts = clauses.map { TokenizedText($0) }
measure("norms") { texts.reduce(0) { $0 + NormExtractor().read($1, units: []).norms.count } }
measure("dates") { texts.reduce(0) { $0 + TimeExpressions.dates(in: $1).count } }
measure("periods") { texts.reduce(0) { $0 + TimeExpressions.periods(in: $1).count } }
measure("actors") { texts.reduce(0) { $0 + Actors.find(in: $1).count } }
measure("analyze") { clauses.reduce(0) { $0 + TextAnalysis(text: $1).reading.norms.count } }
