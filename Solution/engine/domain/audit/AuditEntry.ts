import { fitText } from "../columns/fitText";
import type { AuditFact } from "./auditFacts";
import type { Instant } from "../values/instant";

/** A fact in its place in the trail of a link. */
export interface AuditEntry {
  sequence: number;
  fact: AuditFact;
  occurredOn: Instant;
  /** JSON of the fact's details and words. */
  detail: string;
  /** Empty for the first entry. */
  previousHash: string;
  hash: string;
}

/** Text that an entry's hash is made of: leaving out, changing or moving any entry breaks every later hash. */
export const toHashedText = ({
  sequence,
  fact,
  occurredOn,
  detail,
  previousHash,
}: Omit<AuditEntry, "hash" | "fact"> & { fact: Pick<AuditFact, "name"> }): string =>
  [previousHash, String(sequence), occurredOn, fact.name, detail].join("\n");

/** Characters that a detail takes in Dataverse. */
const maxDetailChars = 100_000;

/** The fact as JSON, with texts as Dataverse keeps them; where it would be longer than a row takes, of each text as much as leaves room for all of them. */
export const toEntryDetail = ({ words, outcome, detail }: AuditFact): string => {
  const print = (maxTextChars: number): string =>
    JSON.stringify({ words, outcome, ...detail }, (_name, value: unknown) =>
      typeof value === "string" ? fitText(value, maxTextChars) : value,
    );
  const fits = (text: string): boolean => text.length <= maxDetailChars;
  return [maxDetailChars, 5000].map(print).find(fits) ?? print(200);
};
