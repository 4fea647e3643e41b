import Language

/// What the verbs and nouns of regulation mean, roughly: a model of few examples learns of a class what it cannot learn of each word.
///
/// A word may be in several classes; a class is a bit.
enum RegulativeLexicon {
    static func verbClasses(_ token: Token, in text: TokenizedText) -> UInt64 {
        verbs[TextBytes.hash(token.lower, token.upper, in: text.bytes)] ?? 0
    }
    static func nounClasses(_ token: Token, in text: TokenizedText) -> UInt64 {
        nouns[TextBytes.hash(token.lower, token.upper, in: text.bytes)] ?? 0
    }

    /// Each line a class: held to be so, reckoned, handed over, made public, allowed or not, amended, paid, kept, protected, done, examined,
    /// decided, used, said, given a form, involved, in time, related, changed.
    private static let verbs = table(
        [
            "deem consider construe regard treat understand presume interpret recognise view suppose classify qualify count",
            "calculate determine fix measure express round base compute weight adjust reckon derive estimate value convert index",
            """
            submit transmit communicate send give forward notify deliver provide supply report return inform address present lodge convey hand
            pass exchange refer share serve issue dispatch
            """,
            "publish post display print announce disclose advertise",
            "prohibit permit allow authorise forbid require oblige entitle exempt exclude preclude restrict limit ban tolerate",
            "amend repeal replace delete insert supplement correct substitute extend reword modify revise",
            "pay charge bear finance reimburse recover collect levy fund deduct refund compensate credit debit release cover",
            "keep store retain hold maintain preserve archive file record register enter note log save",
            """
            protect secure safeguard encrypt destroy erase handle carry transport escort accompany wrap remove mark label seal affix attach
            equip place fit
            """,
            """
            take carry perform conduct execute implement undertake put organise launch establish set lay draw prepare ensure arrange do run
            operate create develop
            """,
            "check verify inspect examine review evaluate assess monitor audit test control supervise investigate analyse validate scrutinise",
            """
            adopt approve reject grant refuse withdraw suspend revoke accept appoint designate elect confirm nominate terminate cancel assign
            allocate award impose close open dismiss decide agree
            """,
            "use apply process manage govern regulate employ access distribute divide",
            """
            state indicate specify mention describe list identify define name include contain comprise detail show document explain justify
            substantiate foresee stipulate
            """,
            "write draft word sign date translate formulate make structure design complete fill",
            "consult hear invite involve associate assist advise support train brief instruct",
            "begin start commence end expire lapse cease last continue resume elapse become",
            """
            affect prejudice prevent prevail relate concern correspond depend entail constitute mean consist amount equal exceed represent belong
            fall aim result reflect remain occur arise differ imply benefit
            """,
            "increase reduce raise lower transfer move add subtract double change update",
        ], forms: verbForms)

    /// Each line a class: acts and their parts, documents, money, time, information, deeds, goods, bodies and vehicles, rights and duties.
    private static let nouns = table(
        [
            """
            regulation decision directive article paragraph annex provision rule subparagraph point chapter section title protocol agreement code
            convention measure derogation act requirement condition exception amendment clause arrangement procedure principle obligation
            prohibition exemption
            """,
            """
            report request application notification form certificate statement document opinion declaration dossier plan programme proposal
            contract invoice file notice letter list record register communication questionnaire reply response recommendation licence permit
            authorisation approval warning text photograph tender offer
            """,
            """
            amount expenditure fee allowance cost price payment remuneration salary contribution duty tax budget fund benefit pension rate sum aid
            levy security balance revenue tariff quota income compensation
            """,
            "period date term time deadline year day month duration hour",
            "information data detail result finding content evidence statistics particulars number figure value",
            """
            inspection review assessment check control evaluation audit examination monitoring supervision investigation consultation meeting
            training transport test discussion interview negotiation verification sampling analysis search visit work activity operation
            processing management participation appointment designation
            """,
            """
            product equipment packaging package goods material medium container substance food feed fish animal vehicle device system stock catch
            seed plant sample waste sign machine tool line table
            """,
            """
            vessel ship carrier group team council staff party board panel person family company latter former office network agent crew unit
            service delegation mission presidency aircraft industry
            """,
            "right power liability responsibility entitlement interest access status position competence task function mandate objective purpose need",
        ], forms: nounForms)

    private static func table(_ classes: [String], forms: (String) -> [String]) -> WordMap<UInt64> {
        var bits: [UInt64: UInt64] = [:]
        for (number, words) in classes.enumerated() {
            for word in words.utf8.split(whereSeparator: { $0 <= 0x20 }) {
                for form in forms(String(Substring(word))) { bits[TextBytes.hash(form), default: 0] |= 1 << UInt64(number) }
            }
        }
        return WordMap(bits.lazy.map { ($0.key, $0.value) })
    }

    private static func nounForms(_ noun: String) -> [String] {
        [noun, noun + "s", noun + "es"] + (noun.hasSuffix("y") ? [noun.dropLast() + "ies"] : [])
    }

    /// The plain form and the participle, which is all that follows "shall" and "shall be".
    private static func verbForms(_ verb: String) -> [String] {
        var forms = [verb, verb + "d", verb + "ed"]
        if let last = verb.last { forms.append(verb + String(last) + "ed") }
        if verb.hasSuffix("y") { forms.append(verb.dropLast() + "ied") }
        if let participle = irregular[verb] { forms.append(participle) }
        return forms
    }

    private static let irregular = [
        "make": "made", "give": "given", "take": "taken", "draw": "drawn", "lay": "laid", "keep": "kept", "pay": "paid", "send": "sent",
        "hold": "held", "do": "done", "bear": "borne", "write": "written", "understand": "understood", "show": "shown", "begin": "begun",
        "withdraw": "withdrawn", "undertake": "undertaken", "foresee": "foreseen", "hear": "heard",
    ]
}
