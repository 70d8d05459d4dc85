import { auditFacts, type AuditFact } from "../../../Solution/engine/domain/audit/auditFacts";
import { printTrail, toTrailLine } from "../../../Solution/engine/domain/audit/extendTrail";
import type { ControlState, GalleryControl } from "./ControlState";
import { createState } from "./createState";

const dayMs = 86_400_000;

/** What the audit of a deal holds after some weeks; newest first. */
const trail = (now: number): string => {
  const facts: readonly [daysAgo: number, fact: AuditFact][] = [
    [0.1, auditFacts.valuesTaken(["Est. Revenue"], {})],
    [1, auditFacts.microsoftAnswered("Accepted", "")],
    [3, auditFacts.referralUpdated(["Est. Close Date", "Description"], {})],
    [4, auditFacts.amountLeftOut("NOK")],
    [4.1, auditFacts.microsoftInvited("quotesAndLicensing", "")],
    [4.1, auditFacts.referralCreated("coSell", "", "")],
  ];
  const lines = facts.map(([daysAgo, fact]) => toTrailLine(fact, new Date(now - daysAgo * dayMs).toISOString()));
  return printTrail(lines);
};

const trailState = (id: string, title: string, audit: string | null): ControlState => createState(id, title, { audit });

export const createAuditTrail = (now: number): GalleryControl => ({
  kind: "control",
  id: "AuditTrail",
  name: "cosell_CoSell.AuditTrail",
  title: "Audit of a deal",
  table: "opportunity",
  choices: {},
  states: [
    trailState("empty", "Nothing has happened yet", null),
    trailState("some", "Some entries", trail(now)),
    trailState(
      "without-problems",
      "No problems",
      toTrailLine(auditFacts.referralCreated("private", "", ""), new Date(now).toISOString()),
    ),
    trailState(
      "long",
      "Many entries, folded",
      Array.from({ length: 6 }, (_, week) => trail(now - week * 7 * dayMs)).join("\n"),
    ),
    trailState("unknown", "Entries of an older version", "Written by an older version"),
  ],
});
