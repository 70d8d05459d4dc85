import { emptyMemory, type LinkMemory } from "../../../../../Solution/engine/domain/link/Link";
import { standardFieldMap } from "../../../../../Solution/engine/domain/mapping/standardFieldMap";
import { toReferralValues } from "../../../../../Solution/engine/domain/mapping/mapReferral";
import type { Merge } from "../../../../../Solution/engine/domain/merge/Merge";
import { mergeReferral } from "../../../../../Solution/engine/domain/merge/mergeReferral";
import { retryRefused } from "../../../../../Solution/engine/domain/merge/retryRefused";
import type { Opportunity } from "../../../../../Solution/engine/domain/opportunity/Opportunity";
import type { Referral } from "../../../../../Solution/engine/domain/referral/Referral";
import { visibilityPath } from "../../../../../Solution/engine/domain/referral/referralPatch";
import { sampleOpportunity } from "../../support/sampleOpportunity";
import { ownId, microsoftsId, notes, amount, rules, referralOf, start, agreed } from "../../support/dealOfTwo";

describe("given a record that was just made of its referral, and that nobody has looked at since", () => {
  const seeFirst = (here: Partial<Opportunity>): Merge => {
    const values = toReferralValues(sampleOpportunity(here), standardFieldMap);
    return mergeReferral(start(here, { values, own: null }), referralOf({}, ownId, '"1"'), rules);
  };

  test("when somebody typed another value in the same moment, then the one that gives way is kept", () => {
    const merge = seeFirst({ notes: "typed in the same moment" });

    expect(merge.taken).toMatchObject([{ path: notes }]);
    expect(merge.conflicts).toMatchObject([
      { path: notes, here: "typed in the same moment", decision: { kind: "tookTheValueOfPartnerCenter" } },
    ]);
  });

  test("when a column is empty, then nothing is kept", () => {
    expect(seeFirst({ dealValue: null })).toMatchObject({ conflicts: [], taken: [{ path: amount }] });
  });
});

describe("given a run that was never answered and sent another value", () => {
  const inFlight = [{ ...agreed, [amount]: 5 }];
  const unanswered = { ...rules, isUnanswered: true };

  test.each([
    ["emptied here", null],
    ["typed here", "7"],
  ])("when the value is %s since and the agreed one is there, then nobody's value gives way", (_what, dealValue) => {
    const merge = mergeReferral(start({ dealValue }, { inFlight }), referralOf({}, ownId, '"2"'), unanswered);

    expect(merge.taken).toEqual([]);
    expect(merge.conflicts).toMatchObject([{ path: amount, there: agreed[amount], decision: null }]);
    expect(merge.state.memory.values[amount]).not.toEqual(merge.wanted[amount]);
  });
});

describe("given an amount of ours that has arrived, and the agreed notes where ours would be", () => {
  const here = { notes: "ours", dealValue: "7" };
  const back = (eTag: string) => referralOf({ dealValue: "7" }, ownId, eTag);

  test("when one patch held both, then the notes were typed back since, and a seller decides", () => {
    const inFlight = [{ ...agreed, [notes]: "ours", [amount]: 7 }];
    const merge = mergeReferral(start(here, { inFlight }), back('"2"'), rules);

    expect(merge.conflicts).toMatchObject([{ path: notes, here: "ours", there: agreed[notes], decision: null }]);
  });

  test("when no run noted a patch, for its transaction was undone, then ours goes and the agreed one is kept", () => {
    const merge = mergeReferral(start(here), back('"2"'), rules);

    expect(merge).toMatchObject({ taken: [], state: { memory: { differences: {} } } });
    expect(merge.conflicts).toMatchObject([
      { path: notes, here: "ours", there: agreed[notes], decision: { kind: "keptTheValueOfDynamics365" } },
    ]);
  });

  test.each([
    ["the notes were typed after the patch", { inFlight: [{ ...agreed, [amount]: 7 }] }, back('"2"')],
    ["the referral is the one that was seen last", {}, back('"1"')],
  ])("when %s, then ours goes and nothing is kept", (_why, memory, there) => {
    expect(mergeReferral(start(here, memory), there, rules)).toMatchObject({ taken: [], conflicts: [] });
  });
});

describe("given an attempt to send other notes that failed, and a referral that holds the agreed ones", () => {
  const memory = { inFlight: [{ ...agreed, [notes]: "ours" }] };
  const see = (there: Partial<Opportunity>, eTag: string): Merge =>
    mergeReferral(start({ notes: "ours" }, memory), referralOf(there, ownId, eTag), rules);

  test("when it was changed since, and nothing tells in what, then the agreed ones may have been typed again, and are kept", () => {
    const merge = see({}, '"2"');

    expect(merge).toMatchObject({ taken: [], state: { memory: { differences: {} } } });
    expect(merge.conflicts).toMatchObject([
      { path: notes, here: "ours", there: agreed[notes], decision: { kind: "keptTheValueOfDynamics365" } },
    ]);
  });

  test.each<[string, Partial<Opportunity>, string]>([
    ["it was not changed since", {}, '"1"'],
    ["another value tells what was changed", { dealValue: "7" }, '"2"'],
  ])("when %s, then ours goes and nothing is kept", (_why, there, eTag) => {
    expect(see(there, eTag).conflicts).toEqual([]);
  });
});

describe("given a link that does not know its own referral yet", () => {
  const unknown = (here: Partial<Opportunity>, memory: Partial<LinkMemory> = {}): Merge => {
    const { state, ...merge } = start(here);
    return { ...merge, state: { ...state, referralId: null, memory: { ...emptyMemory, ...memory } } };
  };

  test("when a referral is found that one of two attempts made, then a value of the other one was typed there", () => {
    const first = { ...agreed, [notes]: "first" };
    const second = { ...agreed, [notes]: "second", [amount]: 7 };
    const there = referralOf({ notes: "first", dealValue: "7" }, ownId, '"2"');
    const merge = mergeReferral(
      unknown({ notes: "second", dealValue: "7" }, { inFlight: [first, second] }),
      there,
      rules,
    );

    expect(merge.conflicts).toMatchObject([{ path: notes, here: "second", there: "first", decision: null }]);
  });

  test("when the one that a stopped run made is found, then what was emptied here since is an edit", () => {
    const merge = mergeReferral(unknown({ dealValue: null }), referralOf({}, ownId, '"2"'), rules);

    expect(merge.taken).toEqual([]);
    expect(merge.conflicts).toMatchObject([{ path: amount, here: null, there: agreed[amount], decision: null }]);
  });

  test("when Microsoft's is seen first, then nothing of it is taken, for nothing was agreed", () => {
    const merge = mergeReferral(unknown({ dealValue: null }), referralOf({}, microsoftsId, '"2"'), rules);

    expect(merge).toMatchObject({ taken: [], conflicts: [], state: { microsoftReferralId: microsoftsId } });
  });
});

test("given a value there that a stopped run may have sent, and another one here by now, then it is sent over and kept", () => {
  const inFlight = [{ ...agreed, [notes]: "sent, or typed there" }];
  const there = referralOf({ notes: "sent, or typed there" }, ownId, '"2"');

  const merge = mergeReferral(start({ notes: "typed since" }, { inFlight }), there, rules);

  expect(merge).toMatchObject({ taken: [], state: { memory: { differences: {} } } });
  expect(merge.conflicts).toMatchObject([
    { path: notes, there: "sent, or typed there", decision: { kind: "keptTheValueOfDynamics365" } },
  ]);
});

describe("given an amount that arrives with the closing, in a currency that Dynamics 365 cannot hold", () => {
  const currency = "/details/currency";
  const close = ({ state, ...seen }: Referral): Referral => ({
    ...seen,
    state: { ...state, status: "Closed", substatus: "Won" },
  });
  const there = close(referralOf({ dealValue: "2000", currency: "EURO" }, ownId, '"2"'));

  test("when nobody typed another one here, then both halves are told as left out, and nothing is in conflict", () => {
    const merge = mergeReferral(start({}, { microsoftValues: {} }), there, rules);

    expect(merge).toMatchObject({ taken: [], conflicts: [] });
    expect(merge.state.memory.differences).toMatchObject({
      [amount]: { here: agreed[amount], there: 2000 },
      [currency]: { there: "EURO", misfit: { why: "noOption" } },
    });
  });

  test("when another one was typed here, then it is kept in a conflict row, for it can be sent no more", () => {
    const merge = mergeReferral(start({ dealValue: "7" }, { microsoftValues: {} }), there, rules);

    const kept = { path: amount, here: 7, there: 2000, decision: { kind: "theDealWasClosed" } };
    expect(merge.conflicts.at(-1)).toMatchObject(kept);
  });
});

describe("given notes that Partner Center changed before it closed the deal, while inbound is off", () => {
  const { state, ...seen } = referralOf({ notes: "changed there" }, ownId, '"2"');
  const closed: Referral = { ...seen, state: { ...state, status: "Closed", substatus: "Lost" } };
  const paused = { ...rules, inboundEnabled: false };

  test("when nobody changed them here, then there is no conflict, and they are taken over once inbound is on", () => {
    const left = mergeReferral(start({}), closed, paused);
    const merge = mergeReferral(left, closed, rules);

    expect(left).toMatchObject({ taken: [], conflicts: [] });
    expect(merge).toMatchObject({ taken: [{ path: notes, value: "changed there" }], conflicts: [] });
  });

  test("when the deal is closed here as well, then the closed record stays as it is, now and later, and both are kept", () => {
    const left = mergeReferral(start({}, { microsoftValues: {} }), closed, { ...paused, isClosedHere: true });
    const merge = retryRefused(left, { ...rules, isClosedHere: true }, true);

    expect(merge).toMatchObject({ taken: [], conflicts: [{ path: notes, decision: { kind: "theDealWasClosed" } }] });
  });

  test("when the deal is closed here before inbound is on again, then nothing is taken over any more", () => {
    const left = mergeReferral(start({}), closed, paused);

    expect(retryRefused(left, { ...rules, isClosedHere: true }, true).taken).toEqual([]);
  });

  test("when they were changed here, too, then both are kept, for ours can be sent no more", () => {
    const { conflicts } = mergeReferral(start({ notes: "changed here" }), closed, paused);

    expect(conflicts.at(-1)).toMatchObject({ path: notes, decision: { kind: "theDealWasClosed" } });
  });
});

describe("given an open conflict, and a run that was stopped after it had sent this side's value", () => {
  const open = { [notes]: { here: "ours", there: "theirs", side: "own", key: "conflict-1" } } as const;
  const inFlight = [{ ...agreed, [notes]: "ours" }];

  test("when that value is there by now, then the conflict's row keeps what was agreed when it was found", () => {
    const there = referralOf({ notes: "ours" }, ownId, '"2"');
    const merge = mergeReferral(start({ notes: "ours" }, { differences: open, inFlight }), there, rules);

    expect(merge.conflicts).toMatchObject([
      { key: "conflict-1", agreed: agreed[notes], isNew: false, decision: { kind: "bothSidesBecameEqual" } },
    ]);
  });

  test("when a third value is there by now, then the row keeps it as well, however often it is written", () => {
    const there = referralOf({ notes: "typed since" }, ownId, '"2"');
    const unanswered = { ...rules, isUnanswered: true };
    const merge = mergeReferral(
      start({ notes: agreed[notes] as string }, { differences: open, inFlight }),
      there,
      unanswered,
    );
    const again = mergeReferral(merge, referralOf({ notes: "and again" }, ownId, '"3"'), unanswered);

    expect(again.conflicts.map((one) => one.agreed)).toEqual([agreed[notes], agreed[notes]]);
  });
});

test("given a deal that is closed here and turns out closed there, nothing is set in its record that nobody typed", () => {
  const rule = { path: visibilityPath, value: true, side: "own", here: false, agreed: true, isRule: true } as const;
  const open = { ...start({ isVisible: false }), taken: [rule] };
  const { state, ...seen } = referralOf({ isVisible: true }, ownId, '"2"');

  const closed = { ...seen, state: { ...state, status: "Closed", substatus: "Won" } };
  const merge = mergeReferral(open, closed, { ...rules, isClosedHere: true });

  expect(merge.taken).toEqual([]);
});

describe("given a value that is the same on both sides, and another one than was agreed", () => {
  test("when nobody sent or took it, then the trail tells that both sides hold it", () => {
    const merge = mergeReferral(start({ notes: "twice" }), referralOf({ notes: "twice" }, ownId, '"2"'), rules);

    expect(merge.facts).toMatchObject([{ name: "ValuesMet", detail: { values: { [notes]: "twice" } } }]);
  });

  test("when it is taken over, then the trail does not tell it as met", () => {
    const merge = mergeReferral(start({}), referralOf({ notes: "typed there" }, ownId, '"2"'), rules);

    expect(merge.facts).toEqual([]);
    expect(merge.taken).toMatchObject([{ path: notes, value: "typed there" }]);
  });
});

describe("given a deal that was made of a referral without a currency", () => {
  const without = { currency: "", dealValue: null };
  const values = toReferralValues(sampleOpportunity(without), standardFieldMap);
  const see = (there: Partial<Opportunity>): Merge =>
    mergeReferral(start(without, { values }), referralOf(there, ownId, '"2"'), rules);

  test("when its amount is left in Partner Center, then the difference says that no currency is named", () => {
    const merge = see({ currency: "", dealValue: "1007" });

    expect(merge.taken).toEqual([]);
    expect(merge.state.memory.differences[amount]).toMatchObject({ there: 1007, misfit: { why: "currencyMissing" } });
    expect(merge.facts.map(({ words }) => words).join()).toContain("Partner Center names no currency");
  });

  test("when it names a currency by now, then the amount is taken over with it", () => {
    const merge = see({ currency: "EUR", dealValue: "1007" });

    expect(merge.taken).toMatchObject([{ path: amount }, { path: "/details/currency" }]);
    expect(merge.state.memory.differences).toEqual({});
  });
});
