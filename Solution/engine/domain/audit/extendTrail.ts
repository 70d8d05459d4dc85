import type { AuditFact } from "./auditFacts";
import { checkMarks } from "../opportunity/checkMark";
import type { Instant } from "../values/instant";
import { plainText } from "../values/plainText";

/** Characters the Audit column keeps; everything is in the audit entries for good. */
export const maxTrailChars = 20_000;

const older = "… Older entries are in the audit entries of the referral link.";

const marks = { success: `${checkMarks.synced} `, problem: `${checkMarks.failed} `, note: "" } as const;

/** One line of the Audit column: `2026-11-22 21:04:05Z ✔ words`. */
export const toTrailLine = ({ outcome, words }: Pick<AuditFact, "outcome" | "words">, occurredOn: Instant): string =>
  `${occurredOn.slice(0, 10)} ${occurredOn.slice(11, 19)}Z ${marks[outcome]}${plainText(words).replace(/\s+/g, " ").trim()}`;

/** Lines, newest first, as the column takes them: whole ones go at the end when there are too many. */
export const printTrail = (lines: readonly string[]): string => {
  let length = 0;
  const fitting = lines.filter((line) => (length += line.length + 1) <= maxTrailChars - older.length);
  return (fitting.length < lines.length ? [...fitting, older] : lines).join("\n");
};

/** The trail with new facts on top, newest first. */
export const extendTrail = (trail: string, facts: readonly AuditFact[], occurredOn: Instant): string => {
  const fresh = facts.map((fact) => toTrailLine(fact, occurredOn)).reverse();
  const kept = trail.split("\n").filter((line) => line !== "" && line !== older);
  const extended = printTrail([...fresh, ...kept]);
  const wasCut = trail.endsWith(older) && !extended.endsWith(older);
  return wasCut ? `${extended}\n${older}` : extended;
};
