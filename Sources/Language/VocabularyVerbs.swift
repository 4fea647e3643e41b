/// Verbs in the infinitive; `Lexicon` makes their other forms.
enum VocabularyVerbs {
    static let actions = """
        abandon abide absorb accede accept access accommodate accompany accord account achieve acknowledge acquire act adapt add address adhere adjust
        administer admit adopt advance advertise advise affirm affix afford agree align allocate allot allow alter amend analyse analyze announce
        annul answer anticipate appeal appear apply appoint apportion approach approve arbitrate argue arise arrange articulate ascertain ask assemble
        assert assess assign assist assume assure attract attach attain attempt attend attribute audit authenticate authorise authorize avail avoid
        award balance ban bargain bear become begin believe bid bill bind block bolster borrow breach break bring broadcast build bundle bury buy
        calculate call cancel carry cause cease certify challenge change charge check choose circulate cite claim classify clean clear close
        coach collaborate collate collect combine come commence comment commission commit communicate compel compensate compete compile
        complain complement complete comply compose compromise compute conceal conclude conduct confer confirm conform connect consent
        conserve consider consolidate construct construe consult consume contact contest continue contract contribute control convene
        convert convey cooperate co-operate coordinate co-ordinate copy correct correspond counsel count cover create credit cross cultivate cure
        curtail cut damage deal decide declare decline decommission decompile decorate decrease deduct deem defend defer define delay delegate
        delete deliver demand demonstrate deny depart deploy deposit derive describe design designate destroy detain determine develop deviate
        devise devote direct disable disassemble disburse discharge disclose discontinue discriminate discuss dismiss display dispose disrupt
        disseminate distribute disturb divide document donate download draft draw drill drive drop duplicate earn edit educate effect
        effectuate elaborate elect eliminate employ empower enable enact encourage encumber end endeavor endeavour endorse enforce engage
        enhance enjoy enroll enrol ensure enter entertain entitle equip erect escalate escort establish estimate evaluate evict examine exceed
        exchange exclude excuse execute exercise exert exhaust expand expedite explain exploit explore export expose express extend extinguish
        extract facilitate fail familiarise file fill finance find fix follow forbid forecast foreclose forfeit form formalise formalize
        formulate forward foster franchise fulfil fulfill function fund furnish garnish gather generate get give govern grant guarantee guard guide
        handle happen harm harmonise hear help hinder hire hold honor honour host hypothecate impersonate identify ignore illustrate impair impart implement implicate import
        impose improve include incorporate increase incur indemnify index indicate induce inform infringe inhibit initiate inject insert
        inspect install institute instruct insure integrate interfere interpret interrupt interview intervene introduce invalidate invent invest investigate invite invoice
        involve isolate issue join judge justify keep know label land lay lead learn lease leave lend let levy license lift limit link list
        litigate load lobby locate lodge log look lose maintain make manage manufacture mark market match maximise measure mediate meet mention merge
        mine minimise minimize misappropriate mitigate modify monitor mortgage move name navigate negotiate neglect nominate note notify number obey object oblige
        observe obstruct obtain occupy offer omit open operate opt order organise organize originate outsource oversee own pack package paint park participate
        pass pay perform permit persuade place plan plant play pledge police possess post postpone practice practise precede preclude prepare prescribe present
        preserve prevent proceed process procure produce prohibit project promise promote prompt propose prosecute protect prove provide publicise publish purchase
        pursue put qualify quantify question quote raise reach read readjust reaffirm reallocate reapply reassess rebuild receive recognise recognize recommend reconcile
        reconsider reconstruct record recover recruit recycle redact redeem redistribute reduce refer refile refinance reflect refrain refund refuse regain register
        regulate rehabilitate reimburse reinstate reissue reject relate release relieve relinquish relocate rely remain remedy remind remit
        remove render renegotiate renew renovate rent reopen reorganize repair repay repeat replace replenish reply report represent reproduce repudiate request
        require rescind research resell reserve reside resign resist resolve respect respond restore restrain restrict resubmit result resume retain
        retire retrieve return reuse reveal reverse review revise revoke reward run safeguard sample sanction satisfy save schedule screen seal search secure see
        seek select sell send separate serve service set settle share ship show sign simplify solicit solve specify spend sponsor stand start state
        stay stimulate stipulate stop store strengthen structure study sub-license sublease sublet sublicense submit subcontract sub-contract subject subscribe substantiate substitute succeed sue supervise
        supplement supply support suppress surrender survey suspend sustain swear take tailor target teach tell tender terminate test testify
        tolerate trace track trade train transact transcribe transfer translate transmit transport transpose treat try turn undergo undermine undertake unload update
        upgrade uphold upload use utilise utilize vacate validate value vary verify violate visit void vote wait waive warn warrant wash
        watch welcome widen will wish withdraw withhold witness work write yield pool disclaim abstain acquit adjourn adjudicate amortise append arrest attest bequeath bother bully chase climb co-opt collide compensate consign construct debit
        decrease defray demolish deprive disinfect dispatch despatch divert divest eat embark enclose endanger evacuate excavate exempt expropriate feed
        finalise finalize flush forewarn furlough greet harass impound intimidate irrigate liquidate miss mobilise moderate notarise oust overload overrule
        penalise penalize persist plead preside prolong prune ratify reassure recite recuse repatriate requisition reschedule rinse sanitise
        scan scrutinise secede seize shout sit smoke soundproof spare staple steer streamline strip subrogate summon swap swim tamper threaten throw tidy trespass
        unlock untie unplug vouch wear whistle wipe withstand arrive behave clarify discipline reassign expel collaborate-with underwrite onboard
        benchmark procure accredit certificate prioritise prioritize standardise simulate rectify erase anonymise encrypt decrypt segregate
        reintegrate redeploy redesign rehire reprint decontaminate vaccinate quarantine slaughter fish harvest bunker tow salvage reship reroute
        """

    /// What a thing or a state "does": no one acts.
    static let statives = """
        affect amount apply appear arise authorize belong bind cease commence comprise concern consist constitute contain continue cover depend
        derogate differ enure equal exceed exist expire extend fall form govern happen imply inure include indicate involve lapse last lie matter
        mean merge need occur operate originate override pertain prejudice preclude prevail reflect relate remain represent require result run
        seem specify stand state subsist supersede survive take terminate vest consider become cost prove set
        """

    /// Its object is the person it is done to.
    static let personal = """
        notify inform advise indemnify pay reimburse compensate provide give offer grant send supply furnish charge bill invoice consult tell
        ask assist help support defend appoint employ hire engage remunerate refund repay remind warn instruct direct require invite entitle
        enable allow permit authorise authorize oblige compel cause request train teach serve protect represent release relieve evict
        contact remind brief update reward sue credit guarantee insure supervise monitor dismiss suspend expel designate nominate permit
        deny lend show assure afford allot award sponsor host treat equip prevent accompany escort join keep discipline
        """

    static let irregularParticiples = """
        paid made given held sent kept sold bought brought built taken shown known done met left lost set put read written spent borne begun bound broken
        broadcast chosen drawn driven found forbidden gotten grown heard hidden laid led lent let meant mown overseen proven quit rent risen run said
        seen sought sworn spoken split spread stood struck sworn taught told thought thrown torn undertaken understood underwritten upheld
        withdrawn withheld won worn foreseen hired born put cut fallen gone come become forgiven forgone hung caught dealt felt fought frozen
        got overcome paid-up prepaid repaid resold rebuilt sublet submitted permitted referred incurred transferred committed omitted planned
        controlled cancelled travelled labelled levied occurred compelled deferred conferred admitted remitted equipped shipped stopped prorated obligated
        """

    /// Words an infinitive completes.
    static let control = """
        agree arrange attempt begin cause cease choose continue cooperate co-operate decide elect enable endeavor endeavour fail help
        hesitate intend offer permit allow authorise authorize invite encourage prepare proceed promise propose refuse require request instruct direct seek
        start strive try undertake volunteer wish work need use exercise
        way ways right option obligation duty effort endeavours endeavor ability authority power opportunity responsibility intention decision
        commitment permission step action measure failure refusal request attempt plan wish need freedom capacity entitlement licence license
        willingness able ready willing likely entitled required obliged permitted allowed authorized authorised free eligible sufficient necessary
        enough liable apt ask assign possibility undertaking offer proposal invitation election agreement consent instructions incentive chance
        """
}
