/// Reads entity declarations: the internal subset's, and those of files in the input folder that the document type names.
///
/// Only `<!ENTITY ...>` counts; a parameter entity matters where it brings in a file of declarations. Nothing outside the
/// input folder is read (`load` decides), at most `fileLimit` files of a document, none within itself.
enum EntityDeclarations {
    static let fileLimit = 16

    static func read(_ prolog: MarkupProlog, load: @escaping DocumentReader.Loader) -> EntityTable {
        var reading = Reading(load: load)
        guard let doctype = prolog.doctype else { return reading.table }
        reading.read(doctype.subset, folder: "")
        if let system = doctype.systemIdentifier { reading.include(system, folder: "") }
        return reading.table
    }

    private struct Reading {
        let load: DocumentReader.Loader
        var table = EntityTable()
        var parameters: [String: (system: String, folder: String)] = [:]
        var files: Set<String> = []

        init(load: @escaping DocumentReader.Loader) { self.load = load }

        mutating func include(_ system: String, folder: String) {
            guard let path = RelativePath.join(folder, system), files.count < fileLimit, files.insert(path).inserted, let bytes = load(path)
            else { return }
            read(DecodedText(bytes).bytes[...], folder: RelativePath.folder(of: path))
        }

        mutating func read(_ bytes: ArraySlice<UInt8>, folder: String) {
            var index = bytes.startIndex
            while index < bytes.endIndex {
                switch bytes[index] {
                case UInt8(ascii: "%"):
                    let name = bytes[(index + 1)...].prefix(64).prefix { $0 != UInt8(ascii: ";") && $0 > 0x20 }
                    index = name.endIndex
                    if let file = parameters[String(decoding: name, as: UTF8.self)] { include(file.system, folder: file.folder) }
                case UInt8(ascii: "<") where bytes[index...].starts(with: Array("<!--".utf8)):
                    index = (MarkupProlog.find("-->", in: bytes[(index + 4)...]) ?? bytes.endIndex - 3) + 3
                case UInt8(ascii: "<") where bytes[index...].starts(with: Array("<!ENTITY".utf8)):
                    index = declaration(bytes, index + 8, folder: folder)
                default: index += 1
                }
            }
        }

        /// Reads `name "value">`, `name SYSTEM "file">` or `% name SYSTEM "file">`; returns where it ends.
        private mutating func declaration(_ bytes: ArraySlice<UInt8>, _ start: Int, folder: String) -> Int {
            var words: [String] = []
            var literals: [ArraySlice<UInt8>] = []
            var index = start
            while index < bytes.endIndex, bytes[index] != UInt8(ascii: ">") {
                let byte = bytes[index]
                if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                    let end = bytes[(index + 1)...].firstIndex(of: byte) ?? bytes.endIndex
                    literals.append(bytes[(index + 1)..<end])
                    index = min(end + 1, bytes.endIndex)
                } else if byte > 0x20 {
                    let word = bytes[index...].prefix {
                        $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'")
                    }
                    words.append(String(decoding: word, as: UTF8.self))
                    index = word.endIndex
                } else {
                    index += 1
                }
            }
            if words.first == "%", words.count > 1 {
                if words.count > 2, let system = literals.last { parameters[words[1]] = (String(decoding: system, as: UTF8.self), folder) }
            } else if words.count == 1, let value = literals.first {
                table.declare(words[0], Array(value))
            }
            return min(index + 1, bytes.endIndex)
        }
    }
}
