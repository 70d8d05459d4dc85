import { fitText } from "../columns/fitText";
import { isJsonObject } from "../values/Json";
import type { Instant } from "../values/instant";
import { parseJson } from "../values/parseJson";
import type { AuditFact } from "./auditFacts";

/** An audit entry as Dataverse holds it, which anybody with rights on the table may have changed. */
export interface StoredEntry {
  linkId: string;
  /** Null where somebody took it out. */
  sequence: number | null;
  name: string;
  factName: string;
  /** JSON of the fact's details and words. */
  detail: string;
  /** To the second. */
  occurredOn: Instant;
  previousHash: string;
  hash: string;
}

/** Characters an entry's name takes. */
export const maxEntryNameChars = 200;

/** What an entry is called: the beginning of its words. */
export const toEntryName = (words: string): string => fitText(words, maxEntryNameChars);

const outcomes: readonly string[] = ["success", "problem", "note"] satisfies AuditFact["outcome"][];

const isOutcome = (value: unknown): value is AuditFact["outcome"] =>
  typeof value === "string" && outcomes.includes(value);

/** What the entry tells on the Audit column; null where its detail is no entry's. */
export const toStoredFact = ({ detail }: Pick<StoredEntry, "detail">): Pick<AuditFact, "words" | "outcome"> | null => {
  const json = parseJson(detail);
  if (!isJsonObject(json) || typeof json["words"] !== "string") return null;
  const { words, outcome } = json;
  // A few facts have a detail of that name: how a deal ended, which is told as a success.
  return { words, outcome: isOutcome(outcome) ? outcome : "success" };
};
