import { columns, tables } from "../schema";

/** What a seller can correct before, or learn about, a deal being sent. `{…}` in words is filled with details. */
export interface FindingKind {
  /** Blocking: Partner Center takes nothing before it is corrected. */
  severity: "blocking" | "warning";
  /** Logical name of the column, or table of the grid, to take the seller to; empty where the form has none. */
  column: string;
  words: string;
  fix: string;
}

const own = columns.opportunity;
const account = "parentaccountid";

/** Every finding there is. */
export const findingKinds = {
  nameMissing: {
    severity: "blocking",
    column: "name",
    words: "The opportunity has no topic.",
    fix: "Type a topic; Microsoft sees it as the deal's name.",
  },
  opportunityClosed: {
    severity: "blocking",
    column: "name",
    words: "The opportunity is closed, and only open deals can be shared.",
    fix: "Reopen the opportunity, or set Sync with Partner Center to No.",
  },
  customerMissing: {
    severity: "blocking",
    column: account,
    words: "The opportunity has no account.",
    fix: "Choose the customer in Account.",
  },
  customerNameMissing: {
    severity: "blocking",
    column: account,
    words: "The account has no name.",
    fix: "Open the account and type its name.",
  },
  countryCodeMissing: {
    severity: "blocking",
    column: account,
    words: "Customer account country code is missing.",
    fix: "Open the account and type the two-letter country code, such as US or NO, in {field}.",
  },
  countryCodeInvalid: {
    severity: "blocking",
    column: account,
    words: "“{country}” is not a two-letter country code.",
    fix: "Open the account and type the two-letter code, such as US, GB or NO, in {field}.",
  },
  contactMissing: {
    severity: "blocking",
    column: "parentcontactid",
    words: "Microsoft's help needs a contact at the customer.",
    fix: "Choose the person in Contact.",
  },
  contactIncomplete: {
    severity: "blocking",
    column: "parentcontactid",
    words: "The customer contact lacks {details}.",
    fix: "Open the contact and fill in {details}.",
  },
  ownerIncomplete: {
    severity: "warning",
    column: "ownerid",
    words: "The owner's user record lacks {details}, so Microsoft may not reach your seller.",
    fix: "Ask an administrator to fill in {details} of the owner, or assign the opportunity to a complete user.",
  },
  dealValueMissing: {
    severity: "blocking",
    column: "estimatedvalue",
    words: "The deal has no value.",
    fix: "Type it in {field}.",
  },
  dealValueNegative: {
    severity: "blocking",
    column: "estimatedvalue",
    words: "The deal value is negative.",
    fix: "Type zero or more in {field}.",
  },
  dealValueTooLarge: {
    severity: "blocking",
    column: "estimatedvalue",
    words: "The deal value has more digits than Partner Center can keep exactly.",
    fix: "Type at most 15 digits in {field}.",
  },
  currencyMissing: {
    severity: "blocking",
    column: "transactioncurrencyid",
    words: "The deal value has no currency.",
    fix: "Choose or type it in {field}.",
  },
  currencyInvalid: {
    severity: "blocking",
    column: "transactioncurrencyid",
    words: "“{currency}” is not a three-letter currency code.",
    fix: "Put a currency with an ISO code such as USD in {field}, or ask an administrator to correct the currency's code.",
  },
  closeDateMissing: {
    severity: "blocking",
    column: "estimatedclosedate",
    words: "The deal has no estimated close date.",
    fix: "Choose the day you expect to win the deal.",
  },
  closeDatePast: {
    severity: "blocking",
    column: "estimatedclosedate",
    words: "The estimated close date has passed.",
    fix: "Choose a day from today on.",
  },
  closeDateOverdue: {
    severity: "warning",
    column: "estimatedclosedate",
    words: "The estimated close date has passed, and Microsoft sees that.",
    fix: "Choose a new day, or close the opportunity.",
  },
  solutionMissing: {
    severity: "blocking",
    column: tables.partnerCenterSolution.logicalName,
    words: "No solution is added.",
    fix: "Add at least one solution under Microsoft Partner Center Solutions.",
  },
  solutionIdMissing: {
    severity: "blocking",
    column: tables.partnerCenterSolution.logicalName,
    words: "Solution ID is required: {details} has none.",
    fix: "Open the solution and choose a solution detail, or type its ID from Partner Center.",
  },
  tooManySolutions: {
    severity: "blocking",
    column: tables.partnerCenterSolution.logicalName,
    words: "More than 50 solutions are added, and Partner Center takes 50.",
    fix: "Remove solutions that matter least.",
  },
  consentMissing: {
    severity: "blocking",
    column: own.customerConsent,
    words: "The customer has not agreed to be shared with Microsoft.",
    fix: "Ask the customer, then set Customer Consent to Share to Yes.",
  },
  helpNeedsVisibility: {
    severity: "blocking",
    column: own.referralVisibility,
    words: "Asking Microsoft for help makes the deal visible to Microsoft's sellers, and that cannot be taken back.",
    fix: "Set Microsoft Partner Center Referral Visibility to Visible to agree, or leave How can Microsoft help? blank.",
  },
  marketplaceIntentMissing: {
    severity: "warning",
    column: own.customerMarketplaceIntent,
    words: "Customer Marketplace Intent is empty; Partner Center is told “Have not decided”.",
    fix: "Choose Yes, No or Have not decided before the deal is shared: it cannot be changed later.",
  },
  visibilityIsFinal: {
    severity: "warning",
    column: own.referralVisibility,
    words: "The deal stays visible to Microsoft's sellers: visibility cannot be taken back.",
    fix: "Set Microsoft Partner Center Referral Visibility to Visible again, so that both sides say the same.",
  },
  valueNotMapped: {
    severity: "warning",
    column: "name",
    words: "Partner Center has no counterpart for the value of {details}, and is not told about it.",
    fix: "Choose another value, or ask an administrator to add this one to the field mapping.",
  },
  fixedAfterSharing: {
    severity: "warning",
    column: "name",
    words: "{details} changed here, but Partner Center keeps the value the deal was shared with.",
    fix: "Nothing needs to be done. To have it changed at Microsoft, tell your Microsoft contact.",
  },
  closedHere: {
    severity: "warning",
    column: "name",
    words: "The opportunity is closed here and still open in Partner Center.",
    fix: "Nothing needs to be done: the connector closes it there. To go on with the deal, reopen the opportunity.",
  },
  changedTooLate: {
    severity: "warning",
    column: "name",
    words: "The deal is closed in Partner Center, which keeps its own value of {details}.",
    fix: "Nothing needs to be done. What has to be right at Microsoft, tell your Microsoft contact.",
  },
  settingColumnMissing: {
    severity: "blocking",
    column: "",
    words: "{details}",
    fix: "Ask an administrator to correct the environment variable; nothing is sent before.",
  },
  settingsWrong: {
    severity: "warning",
    column: "",
    words: "{details}.",
    fix: "Ask an administrator to correct the environment variable.",
  },
  outboundPaused: {
    severity: "warning",
    column: "",
    words: "An administrator has switched off sending to Partner Center.",
    fix: "Nothing is lost: what waits goes out by itself when Outbound enabled is Yes again.",
  },
  reopenedHere: {
    severity: "warning",
    column: "name",
    words: "The deal is closed for good in Partner Center, and the opportunity was opened again here.",
    fix: "To go on with Microsoft, make a new opportunity and share that one.",
  },
} as const satisfies Readonly<Record<string, FindingKind>>;

export type FindingCode = keyof typeof findingKinds;
