import type { PlantedBug } from "./PlantedBug";

/** Bugs drawn beside those of outsiders, where laws were weak or missing. */
export const bugsOfOurOwn: readonly PlantedBug[] = [
  {
    name: "what somebody deleted is made again",
    law: "promises to people",
    before: "if (link.deal === null) return leaveDeleted(one, link);",
    after: "if (link.deal === null) return importReferral(one, link);",
  },
  {
    name: "the reason of a decline is left out",
    law: "promises to people",
    before: '...(reason === "" ? [] : [{ op: "add", path: "/statusReason", value: reason } as const]),',
    after: '...(reason === "" ? [] : [{ op: "add", path: "/statusReason", value: "Others" } as const]),',
  },
  {
    name: "a person at the customer is made again",
    law: "customers",
    before: 'rows.kind === "failed" ? rows : done(rows.value[0]?.text("contactid").toLowerCase() ?? null);',
    after: 'rows.kind === "failed" ? rows : done(null);',
  },
  {
    name: "accounts that were merged away get new deals",
    law: "customers",
    before: "const conditions = [isActive, toFilter(customer, dunsFieldName)];",
    after: "const conditions = [toFilter(customer, dunsFieldName)];",
  },
  {
    name: "help asked for later reaches nobody",
    law: "sent as it was",
    before: "closing === null ? [...update(facts, null), ...invitation]",
    after: "closing === null ? [...update(facts, null)]",
  },
  {
    name: "the trail forgets what was taken over",
    law: "audit replay",
    before: "...(labels.length > 0 ? [auditFacts.valuesTaken(labels, values)] : []),",
    after: "...(labels.length > 99 ? [auditFacts.valuesTaken(labels, values)] : []),",
  },
  {
    name: "a close date comes in as the first of its month",
    law: "equal at rest",
    before: "unless(toText(value), parseUtcDay(toText(value))),",
    after: "unless(toText(value), parseUtcDay(`${toText(value).slice(0, 8)}01T00:00:00Z`)),",
  },
  {
    name: "a visible deal is sent as private again",
    law: "well-formed requests",
    before: "agreed[visibilityPath] === true ? { ...wanted, [visibilityPath]: true } : wanted;",
    after: "wanted;",
  },
  {
    name: "a replay says done and does nothing",
    law: "promises to people",
    before: "const handled = await handle(run, message);",
    after: 'const handled = { kind: "done" } as { kind: string };',
  },
  {
    name: "the opportunity of a lead does not go on with its referral",
    isRare: true,
    law: "leads at rest",
    before: "return isAsked || (link?.leadId ?? null) !== null",
    after: "return isAsked",
  },
  {
    name: "a conflict keeps no values",
    law: "no lost update",
    within: "printValue",
    before: 'if (isEmptyJson(value) && value !== false) return "";',
    after: 'if (isEmptyJson(value) || value !== false) return "";',
  },
  {
    name: "deals go on being sent while sync is off",
    law: "kill switch",
    within: "planSync",
    before: "const { isSyncOn } = record;",
    after: "const isSyncOn = record.table !== null;",
  },
  {
    name: "maintenance does the work of its messages itself",
    law: "one record's fault delays no other",
    before: "if (!run.isInTransaction) return handleMessage(run, message);",
    after: "if (run !== null) return handleMessage(run, message);",
  },
];
