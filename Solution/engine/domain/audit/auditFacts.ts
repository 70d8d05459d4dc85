import { describeMisfit, type Misfit } from "../columns/Misfit";
import type { DealTable } from "../opportunity/SyncRecord";
import type { Conflict, ConflictDecision } from "../merge/Conflict";
import type { DealType } from "../opportunity/dealType";
import { toFailureWords, toReasonSentence, type Failure } from "../failure/Failure";
import type { Finding } from "../validation/Finding";
import { helpOptions, parseHelpCode, type HelpOption } from "../opportunity/helpOptions";
import type { Instant } from "../values/instant";
import type { Answer } from "../sync/Answer";
import type { JsonObject } from "../values/Json";

/** Something that happened, past tense; one audit entry. */
export type AuditFact = {
  name: string;
  outcome: "success" | "problem" | "note";
  /** For sellers: no identifiers, no codes. */
  words: string;
  /** For administrators and for replay. */
  detail: JsonObject;
};

const dealTypeWords: Readonly<Record<DealType, string>> = {
  private: "as a private deal",
  partnerLed: "as a deal that Microsoft’s sellers can see",
  coSell: "as a co-sell deal",
};

/** Why a person gave a referral to another record. */
export type MoveReason = "theSameDeal" | "moved" | "undone";

const moveWords: Readonly<Record<MoveReason, string>> = {
  theSameDeal: "says that it is the same deal",
  moved: "moved it",
  undone: "took back that it is the same deal",
};

const leaving = {
  given: "Gave the deal of Partner Center over to",
  takenOff: "took the deal of Partner Center off this record",
} as const;

/** Whether the newest line of a record's trail is that its referral left it. */
export const tellsOfLeaving = (trail: string): boolean => {
  const newest = trail.split("\n", 1)[0] ?? "";
  return Object.values(leaving).some((words) => newest.includes(words));
};

/** How the account of a record from Partner Center was come by. */
export type AccountUse = "found" | "made" | "none";

const accountWords: Readonly<Record<AccountUse, string>> = {
  found: "; the customer is an account that was there already.",
  made: "; an account was made for the customer.",
  none: ".",
};

const leadAnswerWords = " Accept or decline it on the tab Microsoft Partner Center before the day of Answer Due On.";

const answerWords: Readonly<Record<Answer["kind"], string>> = {
  accept: "Accepted the deal in Partner Center",
  decline: "Declined the deal in Partner Center",
  won: "Closed as won in Partner Center",
  lost: "Closed as lost in Partner Center",
};

const registrationWords: Readonly<Record<string, string>> = {
  ReviewPending: "Microsoft reviews it",
  ActionRequired: "Microsoft asks for a correction",
  Passed: "it passed the review",
  Failed: "it failed the review",
  Approved: "approved",
  Closed: "closed without a verdict",
};

const decisionWords: Readonly<Record<ConflictDecision, string>> = {
  keptTheValueOfDynamics365: "The value of Dynamics 365 was kept",
  tookTheValueOfPartnerCenter: "The value of Partner Center was taken",
  typedAnotherValue: "Another value was typed",
  bothSidesBecameEqual: "Both sides became equal",
  theDealWasClosed: "The deal was closed",
  theSameDeal: "It is the same deal",
  anotherDeal: "It is another deal",
};

/** Constructors of every fact. */
export const auditFacts = {
  referralCreated: (dealType: DealType, referralId: string, engagementId: string): AuditFact => ({
    name: "ReferralCreated",
    outcome: "success",
    words: `Shared with Partner Center ${dealTypeWords[dealType]}.`,
    detail: { dealType, referralId, engagementId },
  }),
  /** `isOffered`: Microsoft waits for an answer; leads have no panel that asks for it. */
  recordMade: (table: DealTable, referralId: string, account: AccountUse, isOffered: boolean): AuditFact => ({
    name: "RecordMade",
    outcome: "success",
    words: `Came from Partner Center${table === "lead" ? ` as a lead.${isOffered ? leadAnswerWords : ""}` : accountWords[account]}`,
    detail: { table, referralId, account },
  }),
  /** `label` of the column that holds what only this deal has. */
  recordAttached: (table: DealTable, referralId: string, label: string): AuditFact => ({
    name: "RecordAttached",
    outcome: "success",
    words: `Took the deal of Partner Center, because this ${table} holds its ${label}. Nothing typed here was overwritten, and Sync with Partner Center was turned on.`,
    detail: { table, referralId, label },
  }),
  /** Names of records, and in words what speaks for each. */
  likelyFound: (records: readonly { id: string; name: string; evidence: string }[]): AuditFact => ({
    name: "LikelyFound",
    outcome: "note",
    words: `May be the same deal as ${records.map(({ name, evidence }) => `“${name}” (same ${evidence})`).join(", ")}. Choose in the panel above whether it is.`,
    detail: { records: records.map(({ id, evidence }) => ({ id, evidence })) },
  }),
  /** `from`: the name of the record that had the referral; empty where none had it. */
  referralMoved: (referralId: string, from: string, by: string, why: MoveReason): AuditFact => ({
    name: "ReferralMoved",
    outcome: "success",
    words: `Took the deal of Partner Center over${from === "" ? "" : ` from “${from}”`}, because ${by} ${moveWords[why]}. Nothing typed here was overwritten, and Sync with Partner Center was turned on.`,
    detail: { referralId, from, by, why },
  }),
  /** `to`: the name of the record that has the referral from now on. */
  referralGiven: (referralId: string, to: string, by: string, why: MoveReason): AuditFact => ({
    name: "ReferralGiven",
    outcome: "note",
    words: `${leaving.given} “${to}”, because ${by} ${moveWords[why]}. Sync with Partner Center was turned off here.`,
    detail: { referralId, to, by, why },
  }),
  referralTakenOff: (referralId: string, from: string, by: string): AuditFact => ({
    name: "ReferralTakenOff",
    outcome: "note",
    words: `${by} ${leaving.takenOff}. Partner Center keeps it as it is, nothing brings it in again by itself, and Sync with Partner Center was turned off.`,
    detail: { referralId, from, by },
  }),
  amountLeftOut: (currency: string): AuditFact => ({
    name: "AmountLeftOut",
    outcome: "problem",
    words: `The deal value was left out: Dynamics 365 does not use its currency, ${currency}. Ask your administrator to add the currency, or type the value in another one.`,
    detail: { currency },
  }),
  /** `names` of fields with what became of each. */
  valuesNotHeld: (names: readonly (readonly [label: string, misfit: Misfit])[], values: JsonObject): AuditFact => ({
    name: "ValuesNotHeld",
    outcome: "problem",
    words: names.map(([label, misfit]) => `${label}: ${describeMisfit(misfit)}.`).join(" "),
    detail: { misfits: Object.fromEntries(names), values },
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
    words: "Microsoft takes part in the deal already, so it was not asked for help again.",
    detail: { microsoftReferralId },
  }),
  /** `code` as Partner Center spells it; a newer one than this connector knows is told as it is. */
  helpNamedThere: (code: string): AuditFact => {
    const help = parseHelpCode(code);
    const label = help === null ? code : helpOptions[help].label;
    return {
      name: "HelpNamedThere",
      outcome: "note",
      words: `Microsoft’s help in this deal: ${label}.`,
      detail: { code },
    };
  },
  microsoftTakesPart: (microsoftReferralId: string): AuditFact => ({
    name: "MicrosoftTakesPart",
    outcome: "note",
    words: "Microsoft takes part in the deal.",
    detail: { microsoftReferralId },
  }),
  referralUpdated: (labels: readonly string[], values: JsonObject): AuditFact => ({
    name: "ReferralUpdated",
    outcome: "success",
    words: `Sent to Partner Center: ${labels.join(", ")}.`,
    detail: { values },
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
    words: `Changed on both sides, nothing was overwritten: ${labels.join(", ")}. Choose the right value in the panel above.`,
    detail: { differences: values },
  }),
  valuesTaken: (labels: readonly string[], values: JsonObject): AuditFact => ({
    name: "ValuesTaken",
    outcome: "success",
    words: `Taken from Partner Center: ${labels.join(", ")}.`,
    detail: { values },
  }),
  valuesMet: (labels: readonly string[], values: JsonObject): AuditFact => ({
    name: "ValuesMet",
    outcome: "note",
    words: `The same on both sides by now: ${labels.join(", ")}.`,
    detail: { values },
  }),
  valuesNotTaken: (labels: readonly string[], values: JsonObject, isContact: boolean): AuditFact => ({
    name: "ValuesNotTaken",
    outcome: "problem",
    words: `Changed in Partner Center, but Dynamics 365 keeps its own value: ${labels.join(", ")}. ${isContact ? "A contact keeps what is empty in Partner Center, or what a business rule sets" : "It computes or rounds the value, or a business rule sets it"}. Both values stay as they are.`,
    detail: { values },
  }),
  visibilityKept: (): AuditFact => ({
    name: "VisibilityKept",
    outcome: "note",
    words: "Set to Visible again: Microsoft’s sellers see the deal, and that cannot be taken back.",
    detail: {},
  }),
  madeVisible: (): AuditFact => ({
    name: "MadeVisible",
    outcome: "note",
    words: "Set to Visible, because asking Microsoft for help shows the deal to Microsoft’s sellers.",
    detail: {},
  }),
  conflictDecided: ({ key, path, label, here, there, decision, isUndone }: Conflict): AuditFact => ({
    name: "ConflictDecided",
    outcome: "note",
    words: `${isUndone === true ? "A decision was taken back" : "Changed on both sides"}: ${label}. ${decisionWords[decision?.kind ?? "bothSidesBecameEqual"]} (${decision?.by ?? ""}); the conflicts keep both values.`,
    detail: { key, path, here, there, decision },
  }),
  answerSent: (kind: Answer["kind"], reason: string): AuditFact => ({
    name: "AnswerSent",
    outcome: "success",
    words: `${answerWords[kind]}${reason === "" ? "" : `: ${reason}`}.`,
    detail: { kind, reason },
  }),
  acceptedThere: (): AuditFact => ({
    name: "AcceptedThere",
    outcome: "note",
    words: "Somebody accepted the deal in Partner Center.",
    detail: {},
  }),
  microsoftAnswered: (state: string, reason: string): AuditFact => ({
    name: "MicrosoftAnswered",
    outcome: "note",
    words: `Microsoft’s side of the deal: ${state}${reason === "" ? "" : ` – ${reason}`}.`,
    detail: { state, reason },
  }),
  closedHere: (outcome: "won" | "lost", substatus: string): AuditFact => ({
    name: "ClosedHere",
    outcome: "success",
    words: `Closed as ${outcome}, because the deal is closed in Partner Center (${substatus}).`,
    detail: { outcome, substatus },
  }),
  closedDifferently: (here: string, substatus: string): AuditFact => ({
    name: "ClosedDifferently",
    outcome: "problem",
    words: `Closed as ${here} here and as ${substatus} in Partner Center, where that is final. Nothing was overwritten.`,
    detail: { here, substatus },
  }),
  reopenedHere: (substatus: string): AuditFact => ({
    name: "ReopenedHere",
    outcome: "problem",
    words: `Reopened here, but closed for good in Partner Center (${substatus}). To go on with Microsoft, make a new opportunity.`,
    detail: { substatus },
  }),
  movedFromLead: (leadId: string): AuditFact => ({
    name: "MovedFromLead",
    outcome: "note",
    words: "The lead became this opportunity, which goes on with its referral.",
    detail: { leadId },
  }),
  referralClosed: (substatus: string): AuditFact => ({
    name: "ReferralClosed",
    outcome: "note",
    words: `The deal is closed in Partner Center (${substatus}), which takes no more changes.`,
    detail: { substatus },
  }),
  changedTooLate: (labels: readonly string[], values: JsonObject): AuditFact => ({
    name: "ChangedTooLate",
    outcome: "problem",
    words: `Not sent, because the deal is closed in Partner Center: ${labels.join(", ")}. The conflicts keep the values.`,
    detail: { values },
  }),
  dealRegistered: (values: JsonObject): AuditFact => ({
    name: "DealRegistered",
    outcome: "success",
    words: "Registered the won deal for incentives.",
    detail: { values },
  }),
  registrationHeld: (reasons: readonly string[], isRegistered: boolean): AuditFact => ({
    name: "RegistrationHeld",
    outcome: "problem",
    words: `${isRegistered ? "The registration for incentives stays as it is." : "Not registered for incentives."} ${reasons.join(" ")}`,
    detail: { reasons },
  }),
  registrationSeen: (status: string, reason: string): AuditFact => ({
    name: "RegistrationSeen",
    outcome: status === "ActionRequired" || status === "Failed" ? "problem" : "note",
    words: `Registration for incentives: ${registrationWords[status] ?? (status || "made")}${reason === "" ? "" : `: ${reason}`}.`,
    detail: { status, reason },
  }),
  sendingBlocked: (findings: readonly Finding[]): AuditFact => ({
    name: "SendingBlocked",
    outcome: "problem",
    words: `Not sent. ${findings.map(({ words }) => words).join(" ")}`,
    detail: { findings: findings.map(({ code }) => code) },
  }),
  sendingFailed: (failure: Failure, nextAttempt: Instant | null): AuditFact => {
    const failed = toFailureWords(failure.code, { nextAttemptOn: nextAttempt }, failure.about ?? null);
    const words = [failed.words, toReasonSentence(failed), failed.fix].filter((part) => part !== "").join(" ");
    return {
      name: nextAttempt === null ? "SendingFailed" : "SendingPostponed",
      outcome: "problem",
      words,
      detail: { code: failure.code, detail: failure.detail ?? null, nextAttemptOn: nextAttempt },
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
