import KnowledgeBase
import SearchIndex
import SiteRendering
import YAMLReading

/// The words for what went wrong: what, where, and what to do.
enum ErrorWords {
    static func describe(_ error: BaseError) -> String {
        switch error {
        case .file(let error): describe(error)
        case .ledger(let fault): describe(fault)
        case .stored(let fault): describe(fault)
        case .index(let error): describe(error)
        case .unwritable(let path, let reason): "\(path): cannot be written (\(reason)). Check the folder's permissions and the space left."
        }
    }

    static func describe(_ fault: StorageFault) -> String {
        switch fault {
        case .absent: "Nothing is built yet. Run `concordat build`."
        case .otherVersion: "The base was built by another version of concordat. Run `concordat build`."
        case .corrupt: "The stored base is damaged. Nothing in corpus/ is lost: run `concordat build --full`."
        case .unreadable: "The stored base cannot be read. Check the permissions of .concordat/, or run `concordat build --full`."
        }
    }

    static func isDamage(_ error: IndexError) -> Bool { if case .corrupt = error { true } else { false } }

    static func describe(_ error: IndexError) -> String {
        switch error {
        case .absent: "There is no index yet, or it is empty. Run `concordat build`."
        case .tooOld, .tooNew: "The index was written by another version of concordat. Run `concordat build --full`."
        case .corrupt: "The index is damaged. Nothing in corpus/ is lost: run `concordat build --full`."
        case .system(let path, let code): "\(path): the system refused (error \(code)). Check permissions and the space left."
        case .tooManyRecords: "The corpus has more clauses than one index holds (16,777,215). Split it in two bases."
        }
    }

    static func describe(_ fault: LedgerFile.Fault) -> String {
        let place = "corpus/\(LedgerFile.name):\(fault.line): "
        switch fault.kind {
        case .columns(let count): return place + "\(count) columns, expected 5 with tabs between. Take the line back from version control."
        case .state: return place + "expected `live` or `gone` in the third column."
        case .fingerprint: return place + "expected 16 hexadecimal digits in the fourth column."
        case .sketch: return place + "expected 64 hexadecimal digits in the fifth column."
        case .conflictMarker: return place + "a merge conflict is left open. Keep both sides' lines, take out the markers, and build again."
        case .repeated: return place + "this identifier stands in the ledger twice. Keep one of the two lines."
        case .notText: return place + "not UTF-8 text."
        }
    }

    static func describe(_ error: FileError) -> String {
        let place = error.place
        let at = place.line > 0 ? "\(place.file):\(place.line):\(max(1, place.column)): " : "\(place.file): "
        return at + describe(error.problem)
    }

    static func describe(_ error: TemplateError) -> String {
        let at = error.line > 0 ? "templates/\(error.file):\(error.line):\(max(1, error.column)): " : "templates/\(error.file): "
        switch error.problem {
        case .unreadable: return at + "cannot be read. Check its permissions, and that it is UTF-8 text."
        case .missing: return at + "the pages need it, and it is not there. `concordat init` writes a fresh copy into an empty folder."
        case .syntax(let words): return at + "does not parse: \(shortened(words))."
        }
    }

    static func describe(_ error: SitePathError) -> String {
        "`\(shortened(error.path))` is no path inside site/. Give the document another id in corpus/register.yaml."
    }

    private static func describe(_ problem: FileError.Problem) -> String {
        switch problem {
        case .unreadable: return "cannot be read. Check its permissions, and that it is UTF-8 text."
        case .notYAML(let words): return "not YAML: \(words)."
        case .tooLarge(let limit): return "larger than \(limit >> 20) MB, which no such file is. Is it the right one?"
        case .alias: return "aliases (*name) are not read here. Write the value out."
        case .expected(let expectation, let found):
            let near: String? = if case .oneOf(let values) = expectation { Nearest.name(to: found, among: values) } else { nil }
            return "expected \(describe(expectation)), found `\(shortened(found))`" + (near.map { "; did you mean `\($0)`?" } ?? ".")
        case .unknownKey(let key, let allowed):
            let near = Nearest.name(to: key, among: allowed).map { "; did you mean `\($0)`? " } ?? ". "
            return "`\(shortened(key))` is not a key here\(near)Known are: \(allowed.joined(separator: ", "))."
        case .missingKey(let key): return "`\(key)` is missing here."
        case .duplicate(let name): return "`\(name)` stands here twice."
        case .unknownName(let name, let near):
            return "`\(shortened(name))` is not known" + (near.map { "; did you mean `\($0)`?" } ?? ".")
        case .quoteNotInClause(let quote, let citation): return "\(citation) does not say “\(quote)”. Quote its words exactly."
        case .overrideLoop(let rules): return "rules override one another in a ring: \(rules.joined(separator: " -> "))."
        }
    }

    /// What a file says, on one line and not endless.
    private static func shortened(_ text: String) -> String { Paragraph.harmless(Paragraph.beginning(of: text, limit: 80)) }

    static func describe(_ expectation: FileError.Expectation) -> String {
        switch expectation {
        case .mapping: "keys with values"
        case .list: "a list"
        case .text: "a text"
        case .wholeNumber: "a whole number"
        case .number: "a number"
        case .yesOrNo: "yes or no"
        case .date: "a date such as 2002, 2002-04 or 2002-04-01"
        case .citation: "a citation such as membership-policy#para_6"
        case .oneOf(let values): "one of \(values.joined(separator: ", "))"
        case .syntax(let piece): piece
        }
    }
}
