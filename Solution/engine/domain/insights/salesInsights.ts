import { answerDueCode, toFailureWords } from "../failure/Failure";
import { shorten } from "../columns/fitToColumn";
import { isReferralPage } from "../referral/CloudProfile";
import { inertText } from "../values/inertText";
import { msBetween, type Instant } from "../values/instant";
import type { DealFacts, OpenConflict } from "./DealFacts";

/**
 * What Sales in Microsoft 365 Copilot asks of applications beside it. Names and shapes are those of learn.microsoft.com,
 * microsoft-sales-copilot/extend-record-details (2025-06-26), extend-record-summary (2025-03-28) and, for key sales info,
 * extend-opportunity-insights (2025-11-20; extend-key-sales-info before). Values of `additionalProperties` are texts. Assumed, since
 * no document says it: that descriptions and titles may be drawn as Markdown or HTML, so whatever people typed is made inert.
 */
export interface RelatedRecord {
  recordId: string;
  recordTypeDisplayName: string;
  recordTypePluralDisplayName: string;
  recordType: string;
  recordTitle: string;
  url?: string;
  additionalProperties: Readonly<Record<string, string>>;
}

/** A line about a record; `dateTime` is required in a record summary. */
export interface SalesInsight {
  title: string;
  description: string;
  dateTime: Instant;
  url?: string;
  additionalProperties: Readonly<Record<string, string>>;
}

/** How to read the facts. */
export interface InsightView {
  now: Instant;
  /** The lines name their deals: they are about a customer with more than one. */
  namesDeals: boolean;
  /** Referrals are those of the sandbox beside the local tenant. */
  isLocal: boolean;
}

/** The documents allow a title of key sales info 20 characters, and want the name of the partner's application in it. */
const title = "Co-sell Connector";
const maxDescriptionChars = 130;
const maxNameChars = 100;
const dayMs = 86_400_000;

/** Referrals of these deals; what is not in Partner Center yet is none. */
export const toRelatedRecords = (deals: readonly DealFacts[], view: InsightView): RelatedRecord[] =>
  deals.flatMap((deal) =>
    deal.referralId === ""
      ? []
      : {
          recordId: inertText(deal.referralId),
          recordTypeDisplayName: "Partner Center referral",
          recordTypePluralDisplayName: "Partner Center referrals",
          recordType: "referral",
          recordTitle: inertText(deal.name) || "Referral",
          ...urlOf(deal, view),
          additionalProperties: propertiesOf(deal, view),
        },
  );

/** Where each deal stands, in lines that fit the pane beside a mail. */
export const toKeySalesInfo = (deals: readonly DealFacts[], view: InsightView): SalesInsight[] =>
  deals.flatMap((deal) =>
    standingOf(deal, view).map((line) =>
      toInsight(deal, view, shortened(named(deal, view, line), maxDescriptionChars)),
    ),
  );

/** The same, each open conflict with both values, and what happened lately; the latest first. */
export const toRecordSummary = (deals: readonly DealFacts[], view: InsightView): SalesInsight[] =>
  deals
    .flatMap((deal) => [
      ...standingOf(deal, view).map((line) => toInsight(deal, view, named(deal, view, line))),
      ...deal.conflicts.map((one) => toInsight(deal, view, named(deal, view, sidesOf(one)), one.foundOn)),
      ...deal.trail.flatMap(({ words, occurredOn }) => {
        const told = inertText(words);
        return told === "" ? [] : toInsight(deal, view, named(deal, view, told), occurredOn);
      }),
    ])
    .sort((one, other) => (one.dateTime < other.dateTime ? 1 : one.dateTime > other.dateTime ? -1 : 0));

const toInsight = (
  deal: DealFacts,
  view: InsightView,
  description: string,
  dateTime = deal.lastSyncedOn ?? deal.modifiedOn,
): SalesInsight => ({
  title,
  description,
  dateTime,
  ...urlOf(deal, view),
  additionalProperties: propertiesOf(deal, view),
});

/** What an address of Partner Center is made of; nothing that could end it where it is drawn. */
const plainUrl = /^[\w\-.~:/?#&=%+,;]+$/;

/** Only a page of Partner Center: the column takes any text. */
const urlOf = ({ referralLink }: DealFacts, { isLocal }: InsightView): { url?: string } =>
  isReferralPage(referralLink, isLocal) && plainUrl.test(referralLink) ? { url: referralLink } : {};

const statusOf = ({ isSyncOn, status, statusLabel }: DealFacts): string =>
  isSyncOn || status === "closed" ? statusLabel || status : "Paused";

/** Who is asked for an answer, and how long there is left; empty where nobody is. */
const dueOf = ({ status, failureCode, answerDueOn }: DealFacts, { now }: InsightView): string => {
  const isOurs = status === "needsAttention" && failureCode === answerDueCode;
  if (answerDueOn === null || !(isOurs || status === "waitingOnMicrosoft")) return "";
  const days = Math.max(0, Math.ceil(msBetween(now, answerDueOn) / dayMs));
  const left = days === 1 ? "1 day left" : `${days} days left`;
  return isOurs
    ? `${left} to accept or decline; Microsoft asks for an answer within 24 hours`
    : `${left} for Microsoft to answer`;
};

/** One to three sentences: status, what to decide, and what was asked. */
const standingOf = (deal: DealFacts, view: InsightView): string[] => {
  const { failureCode, conflicts, differences, helpLabel, solutions } = deal;
  const why = dueOf(deal, view) || (failureCode === "" || !deal.isSyncOn ? "" : toFailureWords(failureCode).words);
  const parts = [
    helpLabel === "" ? "" : `Help asked of Microsoft: ${inertText(helpLabel)}.`,
    solutions.length === 0 ? "" : `Solutions: ${listOf(solutions)}.`,
  ];
  const decided =
    conflicts.length > 0
      ? `To decide in Dynamics 365, as both sides changed it: ${listOf(conflicts.map(({ label }) => label))}.`
      : differences.length > 0
        ? `Partner Center holds another value: ${listOf(differences)}.`
        : "";
  const standing = `Partner Center: ${inertText(statusOf(deal))}${why === "" ? "." : ` – ${why.replace(/\.$/, "")}.`}`;
  return [standing, decided, parts.filter((part) => part !== "").join(" ")].filter((line) => line !== "");
};

const sidesOf = ({ label, dynamicsValue, partnerCenterValue }: OpenConflict): string =>
  `${inertText(label)}: Dynamics 365 holds ${quoted(dynamicsValue)}, Partner Center holds ${quoted(partnerCenterValue)}.`;

const propertiesOf = (deal: DealFacts, view: InsightView): Record<string, string> =>
  Object.fromEntries(
    Object.entries({
      // The first two are shown without a click.
      Status: statusOf(deal),
      "Answer due": dueOf(deal, view),
      "How can Microsoft help?": deal.helpLabel,
      Solutions: listOf(deal.solutions),
      "To decide": listOf(deal.conflicts.map(({ label }) => label)),
      "Differs in Partner Center": listOf(deal.differences),
      "Microsoft CRM Identifier": deal.microsoftCrmIdentifier,
      "Referral Identifier": deal.referralId,
      "Last Synced On": deal.lastSyncedOn === null ? "" : clockTime(deal.lastSyncedOn),
    })
      .map(([name, text]) => [name, inertText(text)] as const)
      .filter(([, text]) => text !== ""),
  );

const clockTime = (instant: Instant): string => `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`;

const listOf = (texts: readonly string[]): string => texts.map(inertText).join(", ");

const quoted = (text: string): string => (text === "" ? "nothing" : `“${shortened(inertText(text), maxNameChars)}”`);

const named = ({ name }: DealFacts, { namesDeals }: InsightView, line: string): string =>
  namesDeals ? `“${shortened(inertText(name), maxNameChars / 2)}” – ${line}` : line;

const shortened = (text: string, maxChars: number): string =>
  text.length <= maxChars ? text : `${shorten(text, maxChars - 1)}…`;
