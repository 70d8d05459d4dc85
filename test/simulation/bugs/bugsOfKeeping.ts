import type { PlantedBug } from "./PlantedBug";

/** Bugs in what a run leaves behind, and in what goes on from there. */
export const bugsOfKeeping: readonly PlantedBug[] = [
  {
    name: "the trail forgets what came before",
    law: "audit trail",
    before: "    previousHash = hash;\n",
    after: "",
  },
  {
    name: "the link says less than its trail",
    law: "audit trail",
    before: "auditFailure === null ? entries.at(-1) : undefined;",
    after: "auditFailure === null ? entries.at(0) : undefined;",
  },
  {
    name: "the trail leaves out the referral's id",
    law: "audit trail",
    before: "detail: { dealType, referralId, engagementId },",
    after: "detail: { dealType, engagementId },",
  },
  {
    name: "the outcome never reaches the link",
    law: "soundness",
    before: "await ports.links.save(linkId, counted, isFinished ? null : now)",
    after: "null",
  },
  {
    name: "the outcome never reaches the opportunity",
    law: "one visible state",
    before: "Object.keys(changes).length > 0 ? await",
    after: "Object.keys(changes).length > 99 ? await",
  },
  {
    name: "a failed attempt is tried again next year",
    law: "one visible state",
    before: "return addMs(now, Math.round(Math.max(spreadMs, askedMs)));",
    after: "return addMs(now, 365 * 24 * hourMs);",
  },
  {
    name: "waiting work is never due",
    law: "one visible state",
    before: 'condition(message.nextAttemptOn, "le", now)',
    after: 'condition(message.nextAttemptOn, "le", now.slice(0, 4))',
  },
  {
    name: "done work waits for ever",
    within: "createDataverseMessages",
    law: "one visible state",
    before: "[message.state]: tagged.choice(choices.messageState.done),",
    after: "[message.state]: tagged.choice(choices.messageState.waiting),",
  },
  {
    name: "work that fails leaves no message",
    law: "one visible state",
    before: 'if (message === "none") return',
    after: 'if (message !== "settled") return',
  },
  {
    name: "links of stopped runs are not repaired",
    law: "equal at rest",
    before: "const { report, last } = await syncRecords(run, stuck.value);",
    after: "const { report, last } = await syncRecords(run, []);",
  },
  {
    name: "edits that no step followed stay where they are",
    without: [],
    law: "equal at rest",
    before: "await syncRecords(run, missed);",
    after: "await syncRecords(run, missed.slice(9));",
  },
  {
    name: "the sweep passes over what changed",
    law: "equal at rest",
    before: "if (!isChanged(referral, links.value, step.memory)) continue;",
    after: "if (isChanged(referral, links.value, step.memory)) continue;",
  },
  {
    name: "every event is an old one",
    law: "equal at rest",
    before: "const seen = isSeen(link, referral) ?",
    after: "const seen = isSeen(link, referral) || link.linkId ?",
  },
  {
    name: "whoever calls is Partner Center",
    law: "forged notification",
    before: 'if (!isRight) return "signatureWrong";',
    after: "",
  },
  {
    name: "deals of Microsoft's get a record each time",
    // The id of the record is derived from its referral, so a second one is refused by Dynamics 365 itself.
    isRare: true,
    law: "one record",
    before: "return link.value.isBegun ? done(link.value.linkId) : busy(wish);",
    after: "return done(link.value.linkId);",
  },
  {
    name: "what Microsoft shares is left alone",
    law: "shared at rest",
    before: "return importFirst(one);",
    after: 'return ignored("deletedHere");',
  },
  {
    name: "headers, and the token in them, stand in failures",
    law: "no secret stored",
    before: ': "host.unexpected", answer.message));',
    after: ': "host.unexpected", answer.message + JSON.stringify(request.headers)));',
  },
  {
    name: "a run is marked as sending and left so",
    law: "one visible state",
    before: 'return facts.isMicrosoftAsked ? "waitingOnMicrosoft" : "inSync";',
    after: 'return facts.isMicrosoftAsked ? "waitingOnMicrosoft" : "changedHere";',
  },
];
