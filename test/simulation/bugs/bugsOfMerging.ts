import type { PlantedBug } from "./PlantedBug";

/** Bugs where both sides meet. */
export const bugsOfMerging: readonly PlantedBug[] = [
  {
    name: "what was changed there only is not taken over",
    law: "a conflict takes two",
    before: 'if (!isChangedHere) return { winner: "there", by: "Changed in Partner Center only" };',
    after: 'if (!isChangedHere) return { winner: "here", by: "Changed in Partner Center only" };',
  },
  {
    name: "everything counts as changed there only",
    law: "policy of conflicts",
    before: "if (!isChangedHere) return {",
    after: "if (isChangedHere || !isChangedHere) return {",
  },
  {
    name: "a value that loses against ours is kept nowhere",
    law: "no lost update",
    before: 'const lost = noteConflict(merge, row, value, { kind: "keptTheValueOfDynamics365", by }, now);',
    after: "const lost = merge;",
  },
  {
    name: "a value that loses against theirs is kept nowhere",
    law: "no lost update",
    before: "const lost = isLost ? noteConflict(merge, row, value, { kind, by }, rules.now) : merge;",
    after: "const lost = merge;",
  },
  {
    name: "an open conflict gets no row",
    law: "equal at rest",
    before: "const conflicting = isConflictAt(merge, path) ? noteConflict(merge, row, value, null, now) : merge;",
    after: "const conflicting = merge;",
  },
  {
    name: "conflict rows are never written",
    law: "no lost update",
    before: "const refusal = await store.note(record, linkId, fresh);",
    after: "const refusal = (await Promise.resolve([record, linkId, store])) ? null : null;",
  },
  {
    name: "conflict rows wait until their values were written over",
    isRare: true,
    law: "no lost update",
    before: "const kept = await keep(outcome.merge.conflicts);",
    after: "const kept = await keep([]);",
  },
  {
    name: "an open conflict does not show in the status",
    law: "one visible state",
    before: 'if (facts.conflicts > 0) return "conflict";',
    after: 'if (facts.conflicts > 99) return "conflict";',
  },
  {
    name: "values stay away while a policy would take them",
    law: "equal at rest",
    before: "if (!rules.inboundEnabled || !(held",
    after: "if (rules.inboundEnabled || !(held",
  },
  {
    name: "values come in while inbound is switched off",
    law: "kill switch",
    before: "if (!rules.inboundEnabled || !(held",
    after: "if (!(held",
  },
  {
    name: "values taken over are agreed but never written",
    law: "equal at rest",
    before: "...(progress.taken.length > 0\n",
    after: "...(progress.taken.length > 99\n",
  },
  {
    name: "values are written over an edit of just now",
    law: "no lost update",
    before: "const version = isGuarded ? { ifMatch: record.rowVersion } : {};",
    after: "const version = {};",
  },
  {
    name: "values that were refused count as agreed",
    law: "no lost update",
    before: "values: withBase(values, unsent),",
    after: "values,",
  },
  {
    name: "Microsoft's edits are noted and forgotten",
    law: "Microsoft’s edits",
    before: "return mergeChange(merge, { ...there, isUnseen }, rules);",
    after: "return merge;",
  },
  {
    name: "a deal closed there stays open here",
    law: "closed at rest",
    before: "...(closing === null ? {} : { close: closing }),",
    after: "...(closing === null || closing !== null ? {} : { close: closing }),",
  },
  {
    name: "a deal won there is lost here",
    law: "closed at rest",
    before: 'const there = own.substatus === "Won" ? "won" : "lost";',
    after: 'const there = own.substatus === "Lost" ? "won" : "lost";',
  },
  {
    name: "a deal closed here stays open there",
    law: "closed at rest",
    before: 'if (kind === "open") return null;',
    after: "if (kind === deal.state) return null;",
  },
];
