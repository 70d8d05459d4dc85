import type { MatchEvidence } from "./weighMatch";
import { evidenceLabels } from "./weighMatch";
import type { Opportunity } from "../opportunity/Opportunity";

/** Where the conflict rows of proposals begin that else hold a place in the referral. */
export const proposalBeginning = "match/";

/** What a proposal's rows hold in place of a field: the record that may be the referral's deal. */
export const toProposalPath = (recordId: string): string => `${proposalBeginning}${recordId}`;

/** The record that a row proposes; null for the conflict of a field. */
export const proposedRecord = (path: string): string | null =>
  path.startsWith(proposalBeginning) ? path.slice(proposalBeginning.length) : null;

/** What a person says to a proposal. */
export type ProposalDecision = "theSameDeal" | "anotherDeal";

type Values = Partial<Pick<Opportunity, "name" | "dealValue" | "currency" | "closeDate" | "contact" | "solutions">>;

/** A record, or a referral, in one line. */
export const describeDeal = ({ name, dealValue, currency, closeDate, contact, solutions = [] }: Values): string =>
  [
    name ? `“${name}”` : "",
    dealValue ? `${dealValue} ${currency ?? ""}`.trim() : "",
    closeDate ?? "",
    contact?.email ?? "",
    ...solutions.map(({ id }) => id),
  ]
    .filter((part) => part !== "")
    .join(", ");

export const describeEvidence = (evidence: readonly MatchEvidence[]): string =>
  evidence.map((kind) => evidenceLabels[kind]).join(", ");
