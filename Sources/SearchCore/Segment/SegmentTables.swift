/// A document of a segment.
package struct DocumentEntry: Sendable {
    package var id: [UInt8]
    package var title: [UInt8]
    package var records: Range<Int>
}

extension Segment {
    package var documentCount: Int {
        let table = section(.documents)
        return min(table.offset(0), table.count / 8)
    }

    package func document(_ number: Int) -> DocumentEntry {
        let table = section(.documents)
        let count = documentCount
        let first = min(table.offset(4 + number * 4), recordCount)
        let next = number + 1 < count ? min(table.offset(8 + number * 4), recordCount) : recordCount
        var at = 4 + count * 8 + table.offset(4 + count * 4 + number * 4)
        let idCount = table.varint(&at)
        let id = table.array(at, idCount)
        at &+= idCount
        let titleCount = table.varint(&at)
        return DocumentEntry(id: id, title: table.array(at, titleCount), records: first..<max(first, next))
    }

    /// The document that holds a record, nil in a segment without documents.
    package func document(of record: Int) -> DocumentEntry? {
        if let pieces { return pieces.rows(of: record)?.document(of: record) }
        var low = 0
        var high = documentCount
        while low < high {
            let middle = (low + high) / 2
            if section(.documents).offset(4 + middle * 4) <= record { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? document(low - 1) : nil
    }

    package var facetValueCount: Int {
        let table = section(.facetValues)
        return min(table.offset(0), table.count / 4)
    }

    /// Field and value of a number in the column of facets.
    package func facetValue(_ number: Int) -> (field: [UInt8], value: [UInt8]) {
        let table = section(.facetValues)
        guard number >= 0, number < facetValueCount else { return ([], []) }
        var at = 4 + facetValueCount * 4 + table.offset(4 + number * 4)
        let fieldCount = table.varint(&at)
        let field = table.array(at, fieldCount)
        at &+= fieldCount
        let valueCount = table.varint(&at)
        return (field, table.array(at, valueCount))
    }

    /// The words to look for misspellings in; the places of their lists mean nothing here.
    package var spelling: TermDictionary {
        guard let pieces else { return dictionary }
        return pieces.spelling ?? TermDictionary(blocks: owner.bytes, index: owner.bytes)
    }

    /// Fields and values of a record.
    package func facets(of record: Int) -> [(field: [UInt8], value: [UInt8])] {
        if let pieces { return pieces.rows(of: record)?.facets(of: record) ?? [] }
        return facetColumn.numbers(record).map { facetValue($0) }
    }

    /// What the dictionary does not hold. The browser's pieces have none.
    package var termFilter: TermFilter { TermFilter(pieces == nil ? section(.termFilter) : Bytes.none) }

    package var facetColumn: Column { Column(section(.facets), records: recordCount) }
    package var sentenceColumn: Column { Column(section(.sentences), records: recordCount) }

    /// Fields that records have facets under, sorted.
    package var facetFields: [[UInt8]] {
        if let pieces { return pieces.head.facetFields }
        var fields: [[UInt8]] = []
        for number in 0..<facetValueCount {
            let field = facetValue(number).field
            if fields.last != field { fields.append(field) }
        }
        return fields
    }
}
