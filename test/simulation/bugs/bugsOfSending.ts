import type { PlantedBug } from "./PlantedBug";

/** Bugs on the way to Partner Center. */
export const bugsOfSending: readonly PlantedBug[] = [
  {
    name: "a referral made by an interrupted run is not looked for",
    law: "one referral",
    before: "if (found.value !== null) return takeFound(",
    after: 'if (found.value !== null && found.value.id === "") return takeFound(',
  },
  {
    name: "the look for an interrupted run forgets that clocks differ",
    law: "one referral",
    before: "since: addMs(opportunityCreatedOn, -clockSkewMs),",
    after: "since: addMs(opportunityCreatedOn, clockSkewMs),",
  },
  {
    name: "an invitation of an interrupted run is not looked for",
    law: "one referral",
    before: "if (!isNew && engagementId !== null) {",
    after: "if (isNew && engagementId !== null) {",
  },
  {
    name: "twins both believe that they made the link",
    law: "one referral",
    before: "results.RecordCreated ? {",
    after: 'results.Target.id !== "" ? {',
  },
  {
    name: "a lease is taken whatever the row's version",
    within: "createDataverseLinks",
    law: "one referral",
    before: 'await host.call("org.update", { entity, ifMatch: rowVersion, as: "system" });',
    after: 'await host.call("org.update", { entity, as: "system" });',
  },
  {
    name: "a lease is never given back",
    within: "toAttributes",
    law: "soundness",
    before:
      "  [link.leaseOwner]: unfinishedOn === null ? null : unfinished,\n  [link.leaseExpiresOn]: orNull(unfinishedOn),\n",
    after: "",
  },
  {
    name: "nobody respects a lease",
    law: "no lost update",
    before: "msBetween(now, leaseExpiresOn) > 0;",
    after: "msBetween(now, leaseExpiresOn) > 1e12;",
  },
  {
    name: "a patch ignores who was faster",
    law: "no lost update",
    before: 'headers: { "If-Match": eTag, Prefer:',
    after: 'headers: { "If-Match": eTag.replace(/.+/, "*"), Prefer:',
  },
  {
    name: "a closed referral is patched all the same",
    law: "terminal states",
    before: "if (isClosed(state)) return register(facts);",
    after: 'if (isClosed(state) && deal.table === "lead") return register(facts);',
  },
  {
    name: "Microsoft is invited without being asked for help",
    law: "recorded consent",
    before: "opportunity.help !== null && state.microsoftReferralId === null && isComplete",
    after: "state.microsoftReferralId === null && isComplete",
  },
  {
    name: "private deals are sent as visible ones",
    law: "recorded consent",
    before: "choice(own.referralVisibility) === choices.referralVisibility.visible",
    after: "choice(own.referralVisibility) !== null",
  },
  {
    name: "deals go out without the customer's consent",
    law: "recorded consent",
    before: "...when(!opportunity.hasConsent, () =>",
    after: '...when(opportunity.id === "", () =>',
  },
  {
    name: "what is incomplete is sent all the same",
    law: "recorded consent",
    before: 'severity === "blocking";',
    after: 'severity === "blocking" && severity.length > 99;',
  },
  {
    name: "outbound goes on while it is switched off",
    law: "kill switch",
    before: "if (!facts.outboundEnabled) return tell(",
    after: "if (!facts.outboundEnabled && facts.writesMark) return tell(",
  },
  {
    name: "a pause that Partner Center asked for is not kept",
    law: "Retry-After",
    before: "const text = await memo.get(pauseKey);",
    after: "const text = await memo.get(`${pauseKey} forgotten`);",
  },
  {
    name: "Retry-After is read as milliseconds",
    law: "Retry-After",
    before: "return Number(text) * 1000;",
    after: "return Number(text);",
  },
  {
    name: "an offered deal that was lost here is accepted there",
    law: "answers of people",
    before: 'return deal.state === "lost" ? { kind: "decline", reason: otherReason } : null;',
    after: 'return deal.state === "lost" ? { kind: "accept", reason: "" } : null;',
  },
  {
    name: "every offered deal is accepted",
    law: "answers of people",
    before: "return answer === null ? [] : update(facts, answer);",
    after: 'return update(facts, answer ?? { kind: "accept", reason: "" });',
  },
  {
    name: "a lost deal is told as won",
    law: "answers of people",
    before: 'lost: { status: "Closed", substatus: "Lost" },',
    after: 'lost: { status: "Closed", substatus: "Won" },',
  },
  {
    name: "a close date is sent with a day too many",
    within: "converters",
    law: "equal at rest",
    before: "`${day}T00:00:00Z`",
    after: "`${day.slice(0, 8)}28T00:00:00Z`",
  },
  {
    name: "solutions that were added stay at home",
    law: "equal at rest",
    before: "toReferral: (value) =>\n      [...(value as readonly Solution[])]",
    after: "toReferral: (value) =>\n      [...(value as readonly Solution[]).slice(0, 1)]",
  },
  {
    name: "a patch without an answer counts as not sent",
    law: "no echo",
    before: "      values: { ...memory.values, ...sent },\n      microsoftEchoes",
    after: "      values: memory.values,\n      microsoftEchoes",
  },
];
