import { describeMisfit } from "../../../Solution/engine/domain/columns/Misfit";
import type { Difference } from "../../../Solution/engine/domain/link/Link";
import { fieldAt, labelAt } from "../../../Solution/engine/domain/mapping/fieldMap";
import { standardFieldMap } from "../../../Solution/engine/domain/mapping/standardFieldMap";
import { proposedRecord } from "../../../Solution/engine/domain/match/Proposal";
import type { Json } from "../../../Solution/engine/domain/values/Json";
import { excerptBoth } from "./excerpt";
import type { ConflictFacts } from "./readConflicts";
import { toAmountIn } from "./toHeldValues";
import type { LinkFacts } from "./LinkFacts";
import type { Currency } from "./Currency";
import { toValueText, type ValueTextParts } from "./toValueText";

/** One field that both sides hold differently, in words; empty text where a side holds nothing. */
export interface DifferenceRow {
  label: string;
  here: string;
  there: string;
  /** Why Dynamics 365 does not hold the value of Partner Center; empty where it could. */
  why: string;
}

/** What both sides hold, and the currency of this one. */
export interface SideFacts {
  saved: { currency: Currency | null };
  link: LinkFacts;
}

/** A difference that waits for a decision. */
export interface ConflictRow extends Omit<DifferenceRow, "why"> {
  id: string;
}

/** A record and a referral that may be one deal, each in one line, and what speaks for it. */
export interface ProposalRow {
  id: string;
  evidence: string;
  here: string;
  there: string;
}

type Parts = Omit<ValueTextParts, "amountIn" | "currency" | "withIds">;

const toTexts = (
  { path, here, there }: { path: string; here: Json; there: Json },
  { saved, link }: SideFacts,
  parts: Parts,
): Pick<DifferenceRow, "here" | "there"> => {
  const { currency } = saved;
  const text = (value: Json, amountIn: string): string =>
    toValueText(path, value, { ...parts, currency, amountIn, withIds: true });
  return excerptBoth(text(here, currency?.code ?? ""), text(there, toAmountIn(link, saved)), parts);
};

const toConflictRow = (conflict: ConflictFacts, facts: SideFacts, parts: Parts): ConflictRow => ({
  id: conflict.id,
  label: conflict.label,
  ...toTexts(conflict, facts, parts),
});

const toLine = (value: Json): string => (typeof value === "string" ? value : "");

const toProposalRow = ({ id, agreed, here, there }: ConflictFacts): ProposalRow => ({
  id,
  evidence: toLine(agreed),
  here: toLine(here),
  there: toLine(there),
});

const toSentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

const whyOf = (path: string, { misfit, isUntaken }: Difference, { words }: Parts): string => {
  if (misfit !== undefined) return toSentence(describeMisfit(misfit));
  if (isUntaken !== true) return "";
  const isContact = fieldAt(path, standardFieldMap)?.opportunity === "/contact";
  return words(isContact ? "Differences_ContactUntaken" : "Differences_Untaken");
};

/** What Partner Center holds otherwise, by the names that sellers know. */
const toDifferenceRows = (facts: SideFacts, parts: Parts): DifferenceRow[] =>
  Object.entries(facts.link.differences).map(([path, difference]) => ({
    label: labelAt(path, standardFieldMap),
    ...toTexts({ path, here: difference.here, there: difference.there }, facts, parts),
    why: whyOf(path, difference, parts),
  }));

/** What both sides hold differently: to decide, to type over, or for good. */
export interface Sides {
  proposals: readonly ProposalRow[];
  conflicts: readonly ConflictRow[];
  differences: readonly DifferenceRow[];
  /** What Dynamics 365 could not take, or did not. */
  untaken: readonly DifferenceRow[];
}

export const noSides: Sides = { proposals: [], conflicts: [], differences: [], untaken: [] };

/** `isDiffering`: the status says that something waits to be decided or typed over. */
export const toSides = (
  facts: SideFacts & { conflicts: readonly ConflictFacts[] },
  isDiffering: boolean,
  parts: Parts,
): Sides => {
  const isProposal = ({ path }: ConflictFacts): boolean => proposedRecord(path) !== null;
  const fields = facts.conflicts.filter((one) => !isProposal(one));
  const conflicts = isDiffering ? fields.map((row) => toConflictRow(row, facts, parts)) : [];
  const rows = toDifferenceRows(facts, parts);
  return {
    proposals: facts.conflicts.filter(isProposal).map(toProposalRow),
    conflicts,
    // A conflict that can be decided is shown as one, not as a difference to type over.
    differences: isDiffering && conflicts.length === 0 ? rows.filter(({ why }) => why === "") : [],
    untaken: rows.filter(({ why }) => why !== ""),
  };
};
