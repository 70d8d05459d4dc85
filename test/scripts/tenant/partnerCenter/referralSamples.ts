/** The referral of a private deal with everything the sandbox demands; `changes` replace top-level properties. */
export function privateDeal(changes: object = {}): Record<string, unknown> {
  return {
    name: "Fabrikam ERP rollout",
    externalReferenceId: "0d6c2a10-9f7e-4f5e-8a3b-2b1c0d9e8f70",
    type: "Independent",
    qualification: "SalesQualified",
    target: [{ type: "SolutionProfile", id: "SOL-10001-CFS" }],
    customerProfile: {
      name: "Fabrikam",
      address: { addressLine1: "1 Main St", city: "Oslo", postalCode: "0150", country: "NO" },
      team: [{ firstName: "Ada", lastName: "Berg", phoneNumber: "+4700000000", email: "ada.berg@fabrikam.example" }],
      ids: [],
    },
    consent: {
      consentToToShareInfoWithOthers: true,
      consentToContact: true,
      consentToShareReferralWithMicrosoftSellers: false,
    },
    details: {
      notes: "",
      dealValue: 50000,
      currency: "NOK",
      closingDateTime: "2027-01-31T00:00:00Z",
      requirements: {
        solutions: [{ id: "SOL-10001-CFS", type: "Name", name: "Contoso Field Service Accelerator" }],
        additionalRequirements: { attributes: [{ type: "CustomerMarketplaceIntent", id: "HaveNotDecided" }] },
      },
    },
    team: [{ firstName: "Sam", lastName: "Eriksen", phoneNumber: "+4711111111", email: "sam@contoso-partner.example" }],
    ...changes,
  };
}

/** The first of the two POSTs of a co-sell deal. */
export function coSellDeal(changes: object = {}): Record<string, unknown> {
  return privateDeal({
    type: "Shared",
    consent: {
      consentToToShareInfoWithOthers: true,
      consentToContact: true,
      consentToShareReferralWithMicrosoftSellers: true,
    },
    ...changes,
  });
}

/** The second: the connected referral that invites Microsoft. */
export function invitation(engagementId: string, changes: object = {}): Record<string, unknown> {
  return coSellDeal({
    engagementId,
    target: [{ type: "BusinessProfileLocation", id: "msft" }],
    inviteContext: { notes: "Please help with the quote.", assistanceRequestCode: "QuotesOrLicensing" },
    ...changes,
  });
}
