import Foundation
import KnowledgeBase
import LegalText

/// What each page is made from, as fingerprints: a page whose print is the one it was made with need not be made again.
///
/// A document's pages show the document itself, the frame that all pages have, and of other documents only how they are called: those that
/// cite it, amend it, take its place, or are versions of it. A page that gathers from all documents depends on all.
struct PagePrints {
    private let site: Site
    private let frame: Fingerprint
    private let documents: [Fingerprint]
    /// How each document and its provisions are called by the pages of others.
    private let faces: [Fingerprint]

    /// - Parameter frame: of templates, words, and the program.
    init(_ site: Site, frame: Fingerprint) {
        self.site = site
        var mixed = Mixer()
        mixed.add(frame)
        mixed.add(site.title)
        mixed.add(site.language)
        mixed.add(site.base.register.baseURL)
        mixed.add(site.asOf?.description ?? "")
        self.frame = mixed.fingerprint
        documents = site.base.documents.indices.map { site.base.fingerprint(of: $0) }
        faces = site.base.documents.indices.map { index in
            var face = Mixer()
            let document = site.base.documents[index].document
            face.add(document.id)
            face.add(site.title(of: document))
            face.add(site.base.entry(of: index)?.version?.description ?? "")
            for provision in document.provisions.indices {
                face.add(site.anchor(document, provision))
                face.add(site.name(document, provision))
            }
            return face.fingerprint
        }
    }

    /// Of `d/<document>/` and its page of changes.
    func ofDocument(_ index: Int) -> Fingerprint {
        let base = site.base
        let document = base.documents[index].document
        var print = Mixer()
        print.add(frame)
        print.add(documents[index])
        print.add(faces[index])
        for party in base.parties(to: index) {
            print.add(base.parties[party].id)
            print.add(base.parties[party].name)
        }
        for place in base.incoming(to: Citation(document: document.id)) {
            print.add(faces[place.document])
            let reference = base.reference(at: place)
            print.add(String(reference.clause))
            print.add(reference.resolved?.description ?? "")
        }
        let versions = Versions.of(index, in: site)
        for version in versions { print.add(faces[version]) }
        if let position = versions.firstIndex(of: index), position > 0 { print.add(documents[versions[position - 1]]) }
        let entry = base.entry(of: index)
        let named = (entry?.amends ?? []) + (entry?.supersedes ?? [])
        for other in named.compactMap(base.index(of:)) + (site.amendedBy[document.id] ?? []) + (site.supersededBy[document.id] ?? []) {
            print.add(faces[other])
        }
        return print.fingerprint
    }

    /// Of every page that gathers from all documents.
    func ofAll(assets: Fingerprint) -> Fingerprint {
        var print = Mixer()
        print.add(frame)
        print.add(assets)
        print.add(site.base.commonFingerprint)
        for document in documents { print.add(document) }
        return print.fingerprint
    }
}

/// Joins fingerprints and texts into one, each apart from the next.
struct Mixer {
    private var bytes: [UInt8] = []

    mutating func add(_ fingerprint: Fingerprint) {
        withUnsafeBytes(of: fingerprint.value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func add(_ text: String) {
        bytes.append(contentsOf: text.utf8)
        // No UTF-8 holds this byte.
        bytes.append(0xFF)
    }

    var fingerprint: Fingerprint { Fingerprint(bytes) }
}
