/// The 33 clause types, by their names in the CUAD set (The Atticus Project), in a fixed order: the columns of the model.
package enum ClauseTypes {
    package static let names = [
        "Most Favored Nation", "Competitive Restriction Exception", "Non-Compete", "Exclusivity", "No-Solicit Of Customers",
        "No-Solicit Of Employees",
        "Non-Disparagement", "Termination For Convenience", "Rofr/Rofo/Rofn", "Change Of Control", "Anti-Assignment",
        "Revenue/Profit Sharing",
        "Price Restrictions", "Minimum Commitment", "Volume Restriction", "Ip Ownership Assignment", "Joint Ip Ownership", "License Grant",
        "Non-Transferable License", "Affiliate License-Licensor", "Affiliate License-Licensee", "Unlimited/All-You-Can-Eat-License",
        "Irrevocable Or Perpetual License", "Source Code Escrow", "Post-Termination Services", "Audit Rights", "Uncapped Liability",
        "Cap On Liability", "Liquidated Damages", "Warranty Duration", "Insurance", "Covenant Not To Sue", "Third Party Beneficiary",
    ]
}
