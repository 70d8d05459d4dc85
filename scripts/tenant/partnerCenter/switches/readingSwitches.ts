/** What reading and listing return. */
export const readingSwitches = {
  relatedLinkQuotes: {
    values: ["unquoted", "quoted"],
    default: "unquoted",
    unknown: "The related-referrals link is documented with quotes around the engagement id and returned without.",
  },
  externalReferenceIdFilter: {
    values: ["accepted", "refused"],
    default: "accepted",
    unknown: "externalReferenceId is on no list of filterable fields.",
  },
  odataCount: {
    values: ["total", "page"],
    default: "total",
    unknown: "Samples show @odata.count equal to the rows of the page while a next page exists.",
  },
  pageSize: {
    values: ["100", "200"],
    default: "100",
    unknown: "100 is documented as the maximum; an integrator asks for 200.",
  },
} as const;
