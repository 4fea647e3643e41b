/// The small words and the ones grammar counts with.
enum VocabularyOther {
    static let determiners =
        "the a an this that these those each every any no either neither both all some such another its their his her our your my la le les un une des"
    static let possessives = "its their his her our your my whose"
    static let prepositions = """
        of to in on by with within without from at for upon under during between among through throughout into onto over about against toward
        towards per via before after until till except excepting besides beyond despite notwithstanding pursuant regarding concerning including following pending failing
        as than like near since across along around behind above below inside outside de du dans par pour avant avec
        """
    static let pronouns =
        "it they he she we you i them him us itself themselves himself herself ourselves yourself anyone everyone someone whoever nothing nobody none one il elle ils elles nous vous"
    static let conjunctions = "and or nor but and/or et ou"
    static let subordinators =
        "if when where whenever wherever unless until till once while whilst because since although though whether provided lest si lorsque sauf"
    static let auxiliaries = "be is are was were been being am has have had having do does did est sont sera seront ont"
    static let modals =
        "shall must may will should would can cannot could might ought doit doivent devra devront peut peuvent pourra pourront"
    static let relatives = "which who whom whose that qui que"
    static let adverbs = """
        also too then thereafter hereafter however therefore thus hence otherwise else always never not only just still yet already soon again now here there
        hereby thereupon thereby herein therein hereof thereof hereunder thereunder hereto thereto therefor thereon herewith therewith hereinafter ever once twice often sometimes perhaps quite very
        further furthermore moreover nevertheless nonetheless instead together jointly severally forthwith promptly immediately normally generally
        well best better far even almost least most more less later earlier back away down up off out forward alone solely annually daily weekly monthly quarterly unreasonably commercially
        """
    static let adjectives = """
        able necessary appropriate reasonable responsible liable valid void null effective binding enforceable subject equal due payable available free eligible
        confidential proprietary non-exclusive exclusive sole own other new old prior written material joint mutual respective applicable relevant
        good such same former current previous full additional further initial final annual public private personal national local federal european first second third last next
        competent concerned present past future total entire whole single separate independent proportionate commensurate compatible consistent identical
        safe secure accurate complete correct clean clear ready willing entitled aware mindful possible practicable sufficient adequate
        low high large small long short wide narrow strong weak open closed early late common general special specific particular certain
        """
    static let numbers = """
        one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty
        thirty forty fifty sixty seventy eighty ninety hundred thousand million
        deux trois quatre cinq sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante cinquante soixante cent mille
        """
    static let ordinals = """
        first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth
        eighteenth nineteenth twentieth thirtieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirty-first premier
        """
    static let months = """
        january february march april may june july august september october november december
        jan feb mar apr jun jul aug sep sept oct nov dec
        janvier février mars avril mai juin juillet août septembre octobre novembre décembre
        """
    static let timeUnits =
        "day days week weeks month months year years hour hours fortnight quarter quarters jour jours semaine semaines mois an ans année années"
    static let citationUnits =
        "section sections article articles clause clauses paragraph paragraphs subsection subsections subparagraph subparagraphs sub-paragraph sub-paragraphs part parts schedule schedules annex annexes appendix exhibit point points item items title chapter regulation rule form no nos number subclause"
    static let french =
        "doit doivent devra devront peut peuvent pourra pourront tenu tenue tenus tenues interdit interdite ne n pas il est sont sera seront de du des d le la les l un une et ou que qui si lorsque sauf engage engagent droit au aux ont incombe chaque dans par pour avant avec à"

    /// Words of private agreements, which regulation hardly uses.
    static let contracts = """
        agreement tenant landlord lessee lessor sublease lease rent premises buyer seller purchaser vendor customer licensee licensor franchisee franchisor lender
        borrower employer contractor consultant client party partner partnership herein hereby hereunder hereto we you our your us i my alliance member trustee
        counterparty servicer hereof expense affiliate indemnify indemnification indemnified hereinafter stockholder royalty royalties commercially unreasonably grievance treasurer grantee bylaws by-laws prorated pupil quorum
        """

    /// The words that can open an adverbial.
    static let openers = """
        even according apart should if where whenever wherever when once while whilst only so as upon in provided providing on failing at with by giving subject lorsque si
        unless except excepting sauf save other without despite notwithstanding although though because since whereas pursuant under through using
        during throughout until till from for including thereby thus such consistent regardless irrespective whether promptly immediately forthwith equally
        likewise pending no not more less fewer a twice every each any chaque annually yearly monthly quarterly weekly fortnightly daily biennially biannually
        semiannually semi-annually half-yearly six-monthly three-monthly bi-annually within before after prior following dans avant après
        """

    /// The words that can decide a norm.
    static let cues = """
        shall must may will should would can cannot ought needs need required obliged obligated obligation duty bound liable responsible responsibility entitled
        right rights option permitted allowed authorized authorised prohibited forbidden unlawful eligible committed commits commit commitment agrees agree
        undertakes undertake covenants covenant promises promise pledges pledge reserves reserve retains intends intend expects expect expected anticipated anticipates
        envisaged hopes hope proposes propose plans plan aims aim seeks seek refrain recognise recognises recognize recognizes acknowledge acknowledges grants grant free incumbent liberty
        answer has have is are power charge nothing
        illegal mandatory compulsory ineligible precluded barred restricted intended encouraged requested advised planned authority entitlement
        allow allows permit permits require requires asked do please never accept accepts assume assumes disclaim disclaims
        powers duties intention authorise authorises authorize authorizes empower empowers
        doit doivent devra devront peut peuvent pourra pourront tenu tenue tenus tenues interdit interdite engage engagent droit incombe
        """
}
