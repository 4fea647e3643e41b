/// French nouns the grammar tells apart, all forms written out; the small words are in `VocabularyOther`.
enum VocabularyFrench {
    static let agents = """
        ministre ministres commissaire commissaires acheteur acheteurs vendeur vendeurs locataire locataires bailleur bailleurs preneur titulaire
        titulaires membre membres partie autorité autorités fournisseur fournisseurs exploitant exploitants demandeur demandeurs employeur
        employeurs salarié salariés travailleur travailleurs transporteur transporteurs assureur assuré emprunteur prêteur créancier débiteur
        mandataire mandant entrepreneur sous-traitant prestataire propriétaire propriétaires utilisateur utilisateurs consommateur
        consommateurs bénéficiaire bénéficiaires juge juges tribunal tribunaux gouvernement gouverneur conseil comité bureau secrétaire
        directeur président organisme organismes société sociétés entreprise entreprises administrateur inspecteur agent agents fonctionnaire
        personne personnes quiconque intéressé intéressés candidat candidats élève élèves citoyen citoyens état états greffier notaire
        producteur producteurs importateur exportateur fabricant fabricants distributeur opérateur opérateurs avocat parlement
        """
    static let things = """
        prix avis règlement loi lois article articles contrat bail loyer délai demande décision rapport permis certificat licence montant
        somme frais renseignements données registre disposition dispositions procédure mesure mesures droits taxe taxes marchandise
        marchandises locaux immeuble bien biens produit produits service services coût coûts risque risques retard résultat résultats
        """
    /// Words that can open an adverbial, or decide a norm, in French alone.
    static let openers = "sous sans au à À en afin pendant pourvu conformément"
    static let cues = "autorisé autorisée autorisés autorisées habilité habilitée habilités habilitées chargé chargée chargés chargées"
}
