/// The words that decide whether a full stop ends a sentence. From citation manuals and ordinary dictionaries, not from any one text.
///
/// Every list holds words of up to eight bytes in lower case (`TextBytes.packed`).
enum SentenceLexicon {
    static let captionJoints = TextBytes.words("v v. vs vs. and against -against- -v- -v.- c. contre gegen contra")

    /// Abbreviations that always lead on to more.
    static let neverLast = TextBytes.words(
        """
        v vs cf viz ie eg mr mrs ms mme mlle mm dr drs prof messrs hon rev fr capt col lt sgt maj gen gov sen rep pres insp supt atty
        st ste mt ft approx ca esp incl resp bzw vgl sog ca núm cfr dott avv excmo ilmo exmo sra des
        """)

    /// Abbreviations before a number, a Roman number, a section sign or a single letter; ordinary words otherwise.
    static let beforeNumber = TextBytes.words(
        """
        no nos nr nrn art arts artt sec secs § sect ss para paras par pars pt pts p pp pg ch chs chap cap vol vols fig figs ex exh app
        cl cls reg regs r rr s sch sched tit subd subsec subpara bk ed n nn fn l ll abs bst ziff lit al ap fls jan feb mar apr jun jul
        aug sep sept oct nov dec rule ser dkt doc docs ecf tr item misc ord supra sess cong illus cmt
        """)

    /// Abbreviations when written with a capital: of courts, reporters, states, firms and of words in the names of cases.
    /// They end a sentence only where the next one plainly begins.
    static let capitalised = TextBytes.words(
        """
        a.a acad admin adver advert affd agric am amend amends amer analyst ann anon apr app appx arb ariz ark assn assoc assocs assurs
        atl auth auto ave b.c bankr bd bev bhd bldg bros broad bull bur bus cal cas cent ch chem cir civ cl clev cmty cnty co col coll
        colo com comm commc commn commr comp compl compt condo conf cong congr conn cons consol const constr cont contl contr coop copr corp
        corps corr cosm cr crim ct ctr ctrs ctyd cty dec def defs del dem dep dept depts det dev dir disc dist distrib div dkt doc e
        econ ed educ elec emp empl empr enf eng engg enter entm env envtl eq equal equip esq est estab etc ev evid exch exec exp expl
        export ext f fac fam fed fid fin fla fn found ga gen geo gov govt grp guar hist hon hosp hous hr ill imp inc ind indem indus
        info inj ins inst instr int intl inv invs jan jr judic jud jur juris just kan ky la lab labs leg legis liab libr lit litig
        ltd ltda mach mag maint md me med mem memo merch metro mfg mfr mfrs mgmt mich minn misc miss mkt mktg mo mont mot mort mun mut
        n nat natl nc ne neb nev no nos note nt nw obj off okla ont op opp or ord ore org orgs pa pac para par partn pat pats pen pers pet
        petr pharm phila phil photo phys pl pls plan pol prac pres prob proc prod prods prof prop props prot prt ptn pub publ publg
        pty que r rd rec ref reg regs reh rehab rel rep repr repub req res resp rest restat ret rev ry rr s sask sav sch sci se sec sem
        ser serv servs sess sitt soc sol sols spec sq ss st stat std stds stip sub subcomm sup supp supr supt sur surv sys tchr tech
        techs tel telecom temp tenn ter tex tit tr transp trib trs twp u univ util utils va vt vol wash wis wkly wm wyo
        """)

    /// Abbreviations in any case that may well be the last word: a following capital is more often a new sentence than not.
    static let oftenLast = TextBytes.words("inc corp co ltd llc llp plc jr sr esq etc al seq id ibid bros gmbh sa pty")

    /// Words that begin a sentence far more often than a name.
    static let starters = TextBytes.words(
        """
        the an in it its this that these those he she we they you your my his her their our if when where whenever while but and or
        however thus hence so therefore accordingly moreover further although though because since as at on for from by to upon under with within
        without after before during until unless nor not nothing none see here there then such some each every any all both either neither
        what who whom whose which why how whether is are was were do does did can could shall should must would has have had be
        once even only also instead rather indeed finally first second third next again until other another one two no yes nevertheless
        plaintiff defendant appellant appellee petitioner respondent congress id ibid cf accord compare contra
        le la les un une il elle ils elles ce cette ces dans pour par sur der die das ein eine es er sie el los las una en il lo gli
        """)

    /// Words of more than eight letters that begin a sentence; `starters` holds the shorter ones.
    static func isLongStarter(_ start: Int, _ end: Int, in bytes: [UInt8]) -> Bool {
        guard end - start > 8, end - start <= 12 else { return false }
        return longStarters.contains { bytes[start..<end].elementsEqual($0) }
    }

    private static let longStarters = [
        "Therefore", "Furthermore", "Accordingly", "Consequently", "Additionally", "Nevertheless", "Similarly", "Likewise", "Plaintiff",
        "Defendant",
        "Defendants", "Plaintiffs", "Appellant", "Appellants", "Petitioner", "Respondent", "According", "Following", "Throughout",
        "Notwithstanding",
        "Moreover", "Regarding", "Regardless", "Otherwise", "Meanwhile",
    ].map { Array($0.utf8) }

    /// What opens a remark in brackets after a quotation: "(emphasis added)."
    static let asides = TextBytes.words("emphasis internal citation citing quoting footnote omitted")

    /// Names of months as German writes them after an ordinal: "1. Januar".
    static let germanMonths = TextBytes.words("januar februar märz april mai juni juli august oktober november dezember")

    /// Nouns before a single letter that is a name of its own: "Part A. The ...".
    static let lettered = TextBytes.words("part exhibit annex schedule appendix class section group option table figure category type plan")
}
