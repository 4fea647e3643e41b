/// Nouns the grammar tells apart: who can act, and what cannot. Singular; `Lexicon` adds the plurals.
enum VocabularyNouns {
    static let agents = """
        party partner person people individual man woman child adult parent guardian spouse family household citizen resident occupant visitor
        tenant subtenant landlord lessee lessor sublessee sublessor renter owner coowner homeowner proprietor mortgagor mortgagee occupier
        buyer seller purchaser vendor supplier customer client consumer user subscriber recipient discloser provider operator manufacturer
        distributor reseller retailer wholesaler dealer importer exporter carrier shipper broker agent principal representative delegate
        licensor licensee sublicensee franchisor franchisee assignor assignee transferor transferee grantor grantee donor donee beneficiary
        lender borrower creditor debtor guarantor surety trustee settlor bank insurer insured underwriter investor shareholder stockholder
        unitholder holder bearer bidder tenderer contractor subcontractor consultant adviser advisor auditor accountant attorney lawyer solicitor
        counsel notary arbitrator mediator expert appraiser engineer architect designer developer producer publisher author writer artist
        performer player athlete coach sponsor affiliate subsidiary company corporation firm enterprise undertaking employer employee
        worker executive officer director manager supervisor chairman chairwoman chairperson chair president secretary treasurer clerk
        registrar chief head deputy assistant staff personnel workforce team crew volunteer trainee intern apprentice student pupil learner
        teacher professor lecturer researcher scientist investigator physician doctor nurse midwife patient practitioner professional
        minister ministry department agency authority board bureau commission commissioner committee subcommittee council councillor court
        tribunal judge magistrate prosecutor police constable inspector inspectorate ombudsman regulator government state municipality county
        province principality kingdom republic federation district country nation parliament congress senate legislature assembly governor mayor attorney-general ambassador envoy
        institute institution university college school hospital clinic charity foundation trust association society federation union
        confederation consortium partnership organisation organization body entity group panel jury forum network secretariat member
        applicant appellant respondent claimant plaintiff defendant petitioner complainant witness victim offender accused prisoner debtor
        addressee sender receiver originator controller processor custodian keeper administrator liquidator receiver executor successor heir
        delegate nominee designee appointee candidate voter elector signatory participant attendee contributor leader facilitator coordinator
        co-ordinator liaison master seafarer captain driver pilot passenger traveller farmer grower breeder fisherman hunter pharmacist
        veterinarian dentist therapist neighbour neighbor merchant trader host guest player vendor hei hep somebody someone nobody anybody
        everybody official civil-servant servant authority-holder beneficiary stakeholder constituent employee-owner airline railway
        shipowner charterer consignee consignor depositary depositor issuer registrant declarant notifier laboratory museum library airport
        cooperative co-operative subprocessor sub-processor vendor indemnitor indemnitee promisor promisee obligor obligee transporter
        bailleur locataire preneur vendeur acheteur employeur salarié prestataire fournisseur titulaire partie société propriétaire emprunteur prêteur mandataire
        promoter buyer-agent landlady chairholder rapporteur registrar regulator assessor surveyor valuer examiner sheriff bailiff
        club church academy nursery warden steward caretaker cleaner chef convenor convener vice-chair vice-chairman vice-president hirer tutor sibling
        carer angler swimmer camper exhibitor competitor umpire spectator dean provost rector bursar headteacher headmaster alderman bishop
        founder funder servicer plotholder cardholder policyholder
        payee taxpayer women men children wife husband widow widower caregiver dependant reviewer protester advocate entertainer consul
        trespasser complainer superintendent counterparty fiduciary winner reader viewer speaker rider lodger roommate subdivision instrumentality
        """

    static let things = """
        agreement contract lease deed act law rule regulation directive decision article section clause paragraph schedule annex appendix exhibit
        provision term condition covenant warranty representation obligation right duty liability claim action suit proceeding dispute
        notice notification communication letter message mail report statement document record register registry file form application request
        certificate licence license permit approval consent authorisation authorization payment fee rent charge price cost expense amount sum
        tax duty interest penalty fine deposit fund money currency invoice bill account budget expenditure revenue income profit loss damage
        property premises building land unit house room facility equipment machinery vehicle vessel ship aircraft goods product material item
        article service work project programme program plan scheme system network website platform software data information database content
        copyright patent trademark trade-mark trade mark logo name secret know-how intellectual idea invention design model technology process
        procedure method measure step effort practice standard requirement criterion criteria guideline policy strategy objective target goal
        purpose principle value benefit risk hazard accident incident event circumstance case matter issue question answer problem fact basis
        period date time day week month year hour deadline anniversary meeting session hearing conference vote election quorum training
        course education research study review audit inspection inspections assessment evaluation test examination analysis sample result
        evidence proof opinion advice recommendation guidance view comment objection appeal complaint order judgment judgement award decree
        injunction remedy relief compensation indemnity insurance policy coverage security collateral guarantee lien mortgage share stock bond
        note debenture warrant option dividend capital asset estate inventory supply demand delivery shipment transport carriage import
        export transaction sale purchase transfer assignment sublease sublicense merger acquisition change amendment modification waiver
        termination expiration expiry renewal extension commencement completion failure default breach violation infringement offence crime
        force effect validity language text word copy original signature seal page line number list table index map plan drawing
        food drug medicine device substance chemical waste water air energy electricity gas oil fuel heat light power noise
        animal plant tree crop fish seed soil area zone place site location territory border road street parking space access entry exit
        alliance approach framework arrangement collaboration cooperation co-operation relationship structure mechanism tool functionality
        subscription membership account dashboard reporting activity support assistance help care treatment health safety quality
        expansion number range level rate percentage share proportion score value weight size length width height temperature speed
        reference reply heading caption version edition publication announcement press news blog post article book journal photograph picture image video
        nothing it this that these those there here decision-making budget-line grant allowance salary wage pension bonus leave holiday
        absence sickness working attendance employment appointment dismissal resignation redundancy retirement promotion
        consultation dialogue liaison exchange discussion negotiation agenda minutes correspondence officer-in-charge calculation formula
        bag box container packaging label sign fixture furniture appliance key lock door window wall roof floor carpet pet alteration
        improvement repair maintenance cleaning garbage trash laundry storage keys balance check cheque cash credit debit card
        loan loans monday tuesday wednesday thursday friday saturday sunday vacancy office header footer cookie password username email e-mail address telephone phone fax server hosting backup outage
        rules bylaws by-laws constitution charter code treaty convention protocol memorandum announcement business utility
        emission allocation quota catch stock fishery landing consignment batch lot cargo load shipment good input output
        scope extent outcome role context receipt origin reason status task kind intent privilege volume surplus maximum minimum
        response deficit rationale withdrawal royalty disposal choice finding archive series job variety
        mode path obstacle burden boundary route aspect fault removal ceiling threat danger oath scale
        merit death inquiry enquiry debt rental factory port reform entirety virus theory magnitude characteristic mandate
        spirit secrecy statute error byelaw welfare threshold referral subsidy disease history deliverable tendency skill background trajectory
        expertise mistake shortfall pattern primacy sphere highway docket transcript difficulty toll tract narcotic color colour saving
        suspicion timeframe time-limit preamble crisis addendum bulletin newspaper affair poverty weapon firearm statistic
        banknote custody assent coefficient battle philosophy campaign blueprint premise chain onus decade topic
        affidavit defect doctrine controversy faith byproduct birth backlog disorder norm
        prototype consensus epidemic corridor throughput uncertainty constraint symptom habit
        regime initiative proposal incentive alternative ruling sector floor
        behavior behaviour degree
        checklist pollutant variant restaurant contaminant refrigerant fertiliser fertilizer surcharge criterion likelihood
        layer frame framework group-level set parameter indicator factor figure ratio share order paper matter letter number water register
        charter chapter folder computer printer meter centimeter filter parameter character order transfer offer tender remainder manner
        anomaly monopoly rally indemnification royalty grievance error mirror detector sensor generator elevator escalator reactor tractor motor sector vector calculator radiator ventilator refrigerator
        projector harbor labor color tumor anchor corridor extinguisher counter-offer surrender encounter disaster weather winter summer quarter border corner power tower shower flower layer barrier
        """
}
