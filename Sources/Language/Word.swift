/// The words that grammar asks for by name; every other word is `unlisted` and known by its classes only.
///
/// A case's name is the word itself, but for the marks of punctuation and what `Lexicon.aliases` spells otherwise.
@frozen public enum Word: UInt16, Sendable, CaseIterable {
    case unlisted
    // Marks.
    case comma, semicolon, colon, fullStop, question, exclamation, open, close, quote, dash, bullet, slash, currency, percent, symbol
    // Determiners and pronouns.
    case the, a, an, this, that, these, those, each, every, any, no, either, neither, both, all, some, such, its, their, his, her, our, your
    case my, it, they, he, she, we, you, i, them, him, us, itself, themselves, nothing, nobody, none, one, which, who, whom, whose, what
    case whether, other, others, another, same, own, here, hereby, there, only, not, never, longer, even, anyone, everyone, whoever,
        whichever
    // Conjunctions and subordinators.
    case and, or, nor, but, `if`, when, `where`, whenever, wherever, unless, until, till, once, `while`, whilst, because, since, although,
        though
    case `as`, so, than, provided, providing, before, after, failing, following, lest, except, excepting, save, notwithstanding, despite
    case pending, then, however, therefore, `else`, otherwise, also, too, hereafter, thereafter, further, furthermore, thereby, thus, hence
    // Prepositions.
    case of, to, `in`, on, by, with, within, without, from, at, `for`, upon, under, during, between, among, through, throughout, into, onto
    case over, about, against, toward, towards, per, via, pursuant, subject, prior, regarding, concerning, including, includes, include
    case besides, behalf, out, up, off, down, away, back, later, earlier, least, most, more, less, fewer, beyond, accordance
    case respect, regard, event, extent, request, option, discretion, expense, cost, purpose, purposes, order, view, absence, `case`, cases
    case condition, conditions, consent, approval, prejudice, notice, long, soon, promptly, immediately, forthwith, together, jointly
    // Modals and auxiliaries.
    case shall, must, may, will, should, would, can, cannot, could, might, need, needs, needed, ought, be, `is`, are, was, were, been, being
    case am, has, have, had, having, `do`, does, did, done
    // What makes a duty, a power or a plan.
    case required, require, requires, obliged, obligated, obligation, obligations, duty, duties, bound, liable, liability, responsible
    case responsibility, responsibilities, entitled, entitlement, entitle, entitles, right, rights, power, powers, authority, license,
        licence
    case permission, permitted, permit, permits, allowed, authorized, authorised, authorizes, authorises, allow, allows, free, liberty
    case prohibited, prohibits, prohibit, forbidden, forbids, unlawful, lawful, illegal, precluded, barred, restricted, eligible, ineligible
    case committed, commits, commit, commitment, commitments, agrees, agree, agreed, undertakes, undertake, undertaking, covenants, covenant
    case promises, promise, pledges, pledge, reserves, reserve, retains, retain, intends, intend, intended, intention, expects, expect,
        expected
    case anticipated, anticipates, anticipate, envisaged, envisages, plans, plan, planned, aims, aim, seeks, seek, hopes, hope, proposes
    case propose, proposed, endeavors, endeavours, strives, strive, normally, generally, refrain, refrains, prevent, prevents, prevented
    case recognise, recognises, recognize, recognizes, acknowledge, acknowledges, importance, grants, grant, granted, gives, give, given
    case refuse, elect, choose, necessary, mandatory, compulsory, optional, incumbent, deemed, ensure, ensures, principle, principles
    case value, charge, encouraged, requested, advised, asked, welcome, able, please, answer, yes, mean, means, meaning, defined, refers
    case construed, interpreted, governed, effective, apply, applies, applicable, force, effect, enter, entered, take, takes, place
    // Time.
    case day, days, week, weeks, month, months, year, years, business, working, calendar, banking, hour, hours, quarter, quarters, fortnight
    case daily, weekly, monthly, quarterly, annually, annual, yearly, biennial, biennially, semiannual, semiannually, fortnightly,
        biannually, triennial
    case hundred, thousand, million, half, twice, thrice, times, time, first, last, end, beginning, start, expiry, expiration, date
    case anniversary, advance, period, basis, maximum, minimum, exceed, exceeding
    // Meetings.
    case lead, leads, led, chair, chairs, chaired, attend, attends, attended, participate, participates, nominee, nominees, meet, meeting
    case meetings, member, members, comprise, comprises, comprised, consist, consists, composed, appropriate, possible, practicable
    // Nouns that grammar knows.
    case party, parties, partner, partners, person, persons, section, sections, article, articles, clause, clauses, paragraph, paragraphs
    case subsection, subsections, schedule, annex, appendix, exhibit, regulation, directive, agreement, act, law, laws, penalty, fine
    case steps, measures, measure, action, actions, effort, efforts, endeavour, endeavor, use, make, makes, made, work, works, bring, cause
    case `continue`, continues, cooperate, help, keep, put, set, carry, hold, harmless, refer, compliance, comply, reasonable, best
    // Openers of phrases, and what grammar steps over.
    case availability, conformity, consistent, duration, equally, express, giving, interest, irrespective, likewise, manner, regardless,
        remain
    case term, using, way, whereas, written, become, terminate, just, affected, renewed, based, executed, provide, say, says, read
    case respective, concerned, certain, circumstances, whatsoever, hoped, how, why, accordingly, regularly
    // French.
    case doit, doivent, devra, devront, peut, peuvent, pourra, pourront, tenu, tenue, tenus, tenues, interdit, interdite, ne, n, pas, il
    case est, sont, sera, seront, de, du, des, d, le, la, les, l, un, une, et, ou, que, qui, si, lorsque, sauf, engage, engagent
    case droit, au, aux, ont, faut, incombe, chaque, dans, jours, jour, mois, ans, semaine, semaines, par, pour, avant, avec
    case chargé, chargée, autorisé, autorisée, autorisés, obligatoire, aucun, aucune, nul, personne, s, à, y, plus, après, autres

    /// The one the compiler makes is not inlined in other modules, where the grammar compares words all the time; nor is one of
    /// package access, so this one is public (`Sources/README.md`, "What loops call").
    @inlinable @inline(__always) public static func == (one: Word, other: Word) -> Bool {
        // An enum of 257 to 65,536 cases without payload is its tag of two bytes; `WordTests` holds this.
        unsafeBitCast(one, to: UInt16.self) == unsafeBitCast(other, to: UInt16.self)
    }

    /// The marks come first; their names are no words of a text.
    var isMark: Bool { rawValue <= Word.symbol.rawValue }
}
