import type { PlantedBug } from "./PlantedBug";

/** Kinds of bug that outsiders planted, those first that no law noticed then. */
export const bugsFromOutside: readonly PlantedBug[] = [
  {
    name: "amount and currency are decided apart",
    law: "whole amounts",
    before: "moneyPaths[1 - moneyPaths.indexOf(path)] ?? null;",
    after: "moneyPaths[9] ?? null;",
  },
  {
    name: "a solution removed there stays here",
    law: "equal at rest",
    before: "const removed = rows.filter(",
    after: "const removed = rows.slice(99).filter(",
  },
  {
    name: "events come in though inbound is switched off",
    law: "kill switch",
    within: "applyReferral",
    before: 'if (!settings.inboundEnabled) return failed(toFailure("inbound.paused", "Inbound enabled is no"));',
    after: "",
  },
  {
    name: "the trail is silent about updates",
    law: "audit replay",
    before: "labels.length > 0 ? [auditFacts.referralUpdated(labels, sent)] : []",
    after: "labels.length > 99 ? [auditFacts.referralUpdated(labels, sent)] : []",
  },
  {
    name: "the day's budget is ignored",
    law: "call budget",
    before: "if (spent < limit) return null;",
    after: "if (spent < limit + 1e6) return null;",
  },
  {
    name: "Microsoft is asked for another help",
    law: "sent as it was",
    before: "value === null ? null : helpOptions[value as HelpOption].code",
    after: 'value === null ? null : "GeneralOrOther"',
  },
  {
    name: "the name is never sent",
    law: "well-formed requests",
    before: 'referral: "/name",\n    sent: "create",',
    after: 'referral: "/name",\n    sent: "invitation",',
  },
  {
    name: "accounts are never matched by name",
    law: "customers",
    before: "isSameName(customer, account) && isSame(toKey(customer.postalCode), toKey(account.postalCode)),",
    after: "customer.name === account.id,",
  },
  {
    name: "members of the team are dropped",
    law: "team of the deal",
    before: "others.length === 0 ? operation : { ...operation, value: [...own, ...others] }",
    after: "operation",
  },
  {
    name: "the sweep reads its first page only",
    law: "equal at rest",
    before: "if (isLast) return { ...step, position: position(reached) };",
    after: "if (isLast || !isLast) return { ...step, position: position(reached) };",
  },
  {
    name: "the customer's street is never sent",
    law: "sent as it was",
    before: '["Street 1", "address1_line1", "/addressLine1", "/address/addressLine1"],',
    after: "",
  },
  {
    name: "every customer is undecided about the marketplace",
    law: "sent as it was",
    before: 'intentIds[(value as MarketplaceIntent | null) ?? "haveNotDecided"]',
    after: 'intentIds["haveNotDecided"]',
  },
  {
    name: "the owner is never sent",
    law: "team of the deal",
    before: 'crm: "owner",\n    opportunity: "/owner",\n    referral: "/team",\n    sent: "always",',
    after: 'crm: "owner",\n    opportunity: "/owner",\n    referral: "/team",\n    sent: "invitation",',
  },
  {
    name: "notes of a lead stay at home",
    law: "leads at rest",
    before: 'const leadPlaces = ["/id", "/name", "/notes",',
    after: 'const leadPlaces = ["/id", "/name",',
  },
  {
    name: "a lead takes no notes over",
    law: "leads at rest",
    before: "...(values.notes === undefined ? {} : { description: orNull(values.notes) }),",
    after: "",
  },
  {
    name: "a lead never says where it stands",
    law: "leads at rest",
    within: "ownAttributes",
    before: "const { name, status, lastSyncedOn, answerDueOn, isSyncOn } = changes;",
    after: "const { name, lastSyncedOn, answerDueOn, isSyncOn } = changes; const status = undefined;",
  },
  {
    name: "a trial of a backfill brings in",
    law: "promises to people",
    before: "if (!isDry && !isInTransaction) return applyReferral(",
    after: "if (reading !== null) return applyReferral(",
  },
  {
    name: "a decided conflict stays open",
    law: "promises to people",
    before: "[conflict.state]: tagged.choice(choices.conflictState.decided),",
    after: "[conflict.state]: tagged.choice(choices.conflictState.open),",
  },
];
