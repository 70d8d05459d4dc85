/** A deal that lacks nothing, as Microsoft's seller describes it to the sandbox. */
export const sampleDeal = {
  kind: "coSell",
  companyName: "Adventure Works",
  addressLine1: "Street 1",
  city: "Oslo",
  postalCode: "0150",
  country: "NO",
  firstName: "Ane",
  lastName: "Lie",
  email: "ane.lie@adventure-works.example",
  phoneNumber: "+47 22 00 00 00",
  dealValue: 50_000,
  currency: "EUR",
  closingDateTime: "2027-03-31T00:00:00Z",
  notes: "They know us from the fair.",
  solutionId: "SOL-10001-CFS",
} as const;
