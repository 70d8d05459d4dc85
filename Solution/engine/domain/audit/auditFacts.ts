import type { DealTable } from "../opportunity/DealRecord";
import type { DealType } from "../opportunity/dealType";
import { toFailureWords, type Failure } from "../failure/Failure";
import type { Finding } from "../validation/Finding";
import { helpOptions, type HelpOption } from "../opportunity/helpOptions";
import type { Instant } from "../values/instant";
import type { JsonObject } from "../values/Json";

/** Something that happened, past tense; one audit entry. */
export interface AuditFact {
  name: string;
  outcome: "success" | "problem" | "note";
  /** For sellers: no identifiers, no codes. */
  words: string;
  /** For administrators and for replay. */
  detail: JsonObject;
}

const dealTypeWords: Readonly<Record<DealType, string>> = {
  private: "as a private deal",
  partnerLed: "as a deal that Microsoft’s sellers can see",
  coSell: "as a co-sell deal",
};

/** How the account of a record from Partner Center was come by. */
export type AccountUse = "found" | "made" | "none";

const accountWords: Readonly<Record<AccountUse, string>> = {
  found: "; the customer is an account that was there already.",
  made: "; an account was made for the customer.",
  none: ".",
};

/** Constructors of every fact. */
export const auditFacts = {
  referralCreated: (dealType: DealType, referralId: string, engagementId: string): AuditFact => ({
    name: "ReferralCreated",
    outcome: "success",
    words: `Shared with Partner Center ${dealTypeWords[dealType]}.`,
    detail: { dealType, referralId, engagementId },
  }),
  recordMade: (table: DealTable, referralId: string, account: AccountUse): AuditFact => ({
    name: "RecordMade",
    outcome: "success",
    words: `Came from Partner Center${table === "lead" ? " as a lead." : accountWords[account]}`,
    detail: { table, referralId, account },
  }),
  referralFound: (referralId: string, engagementId: string): AuditFact => ({
    name: "ReferralFound",
    outcome: "success",
    words: "Found the referral that an interrupted attempt had made, and went on with it.",
    detail: { referralId, engagementId },
  }),
  microsoftInvited: (help: HelpOption, microsoftReferralId: string): AuditFact => ({
    name: "MicrosoftInvited",
    outcome: "success",
    words: `Asked Microsoft for help: ${helpOptions[help].label}.`,
    detail: { help, microsoftReferralId },
  }),
  invitationFound: (microsoftReferralId: string): AuditFact => ({
    name: "InvitationFound",
    outcome: "success",
    words: "Microsoft had been asked for help by an interrupted attempt.",
    detail: { microsoftReferralId },
  }),
  referralUpdated: (labels: readonly string[], paths: readonly string[]): AuditFact => ({
    name: "ReferralUpdated",
    outcome: "success",
    words: `Sent to Partner Center: ${labels.join(", ")}.`,
    detail: { paths },
  }),
  changesSeen: (labels: readonly string[], values: JsonObject): AuditFact => ({
    name: "ChangesSeen",
    outcome: "note",
    words: `Changed in Partner Center, and left as it is there: ${labels.join(", ")}.`,
    detail: { differences: values },
  }),
  conflictFound: (labels: readonly string[], values: JsonObject): AuditFact => ({
    name: "ConflictFound",
    outcome: "problem",
    words: `Changed on both sides, nothing was overwritten: ${labels.join(", ")}. Open the referral link to compare, then type the right value here.`,
    detail: { differences: values },
  }),
  referralClosed: (substatus: string): AuditFact => ({
    name: "ReferralClosed",
    outcome: "note",
    words: `The deal is closed in Partner Center (${substatus}), which takes no more changes.`,
    detail: { substatus },
  }),
  sendingBlocked: (findings: readonly Finding[]): AuditFact => ({
    name: "SendingBlocked",
    outcome: "problem",
    words: `Not sent. ${findings.map(({ words }) => words).join(" ")}`,
    detail: { findings: findings.map(({ code }) => code) },
  }),
  sendingFailed: (failure: Failure, nextAttempt: Instant | null): AuditFact => {
    const { words, fix } = toFailureWords(failure.code, { nextAttemptOn: nextAttempt });
    return {
      name: nextAttempt === null ? "SendingFailed" : "SendingPostponed",
      outcome: "problem",
      words: `${words} ${fix}`,
      detail: { code: failure.code, cause: failure.cause, nextAttemptOn: nextAttempt },
    };
  },
  outboundPaused: (): AuditFact => ({
    name: "OutboundPaused",
    outcome: "note",
    words: "Waiting: an administrator has switched off sending to Partner Center.",
    detail: {},
  }),
  syncTurnedOff: (isShared: boolean): AuditFact => ({
    name: "SyncTurnedOff",
    outcome: "note",
    words: isShared ? "Sync is off: Partner Center keeps the deal as it was sent last." : "Sync is off.",
    detail: {},
  }),
} as const;
