import type { KnownRegistration } from "../../../../../Solution/engine/domain/dealRegistration/KnownRegistration";
import { noteRegistered, noteHeld } from "../../../../../Solution/engine/domain/dealRegistration/noteRegistration";
import type { LinkMemory } from "../../../../../Solution/engine/domain/link/Link";
import { startMerge, type Merge } from "../../../../../Solution/engine/domain/merge/Merge";
import type { SyncRecord } from "../../../../../Solution/engine/domain/opportunity/SyncRecord";
import { sampleOpportunity } from "../../support/sampleOpportunity";
import { completeValues, contractValuePath, currencyPath, registered, registrationMap, wonLink } from "./wonDeal";

const rules = {
  fieldMap: registrationMap,
  policy: "ask",
  inboundEnabled: true,
  modifiedOn: "2026-01-18T12:00:00.000Z",
  now: "2026-01-19T12:00:00.000Z",
} as const;
const deal: Pick<SyncRecord, "table" | "state"> = { table: "opportunity", state: "won" };

const mergeOf = (memory: Partial<LinkMemory>, wanted = completeValues): Merge => ({
  ...startMerge(sampleOpportunity(), wonLink(memory), []),
  wanted,
});

describe("what somebody typed into the registration there", () => {
  const agreed = wonLink().memory.values;
  const see = (there: KnownRegistration, before: Partial<LinkMemory> = {}, wanted = completeValues): Merge => {
    const known = { registration: registered(), values: { ...agreed, ...completeValues }, ...before };
    return noteRegistered(mergeOf(known, wanted), mergeOf({ ...known, registration: there }, wanted), rules);
  };
  const typed = registered({ values: { ...completeValues, [contractValuePath]: 91000 } });

  test("is kept before it is written over, and the registration is known to hold it", () => {
    const { conflicts, state } = see(typed);

    expect(conflicts).toMatchObject([
      {
        path: contractValuePath,
        here: 90000,
        there: 91000,
        agreed: 90000,
        decision: { kind: "keptTheValueOfDynamics365" },
      },
    ]);
    expect(state.memory.values[contractValuePath]).toBe(91000);
  });

  test("is kept where the deal was registered there in the first place", () => {
    expect(see(typed, { registration: null, values: agreed }).conflicts).toHaveLength(1);
  });

  test.each<[string, Partial<LinkMemory>]>([
    ["it was seen before", { registration: typed }],
    ["a run without an end may have sent it", { inFlight: [{ [contractValuePath]: 91000 }] }],
    ["it is what was sent last", { values: { [contractValuePath]: 91000 } }],
  ])("is nobody's edit when %s", (_why, before) => {
    expect(see(typed, before).conflicts).toEqual([]);
  });

  test("stays, without a conflict, where this side has nothing to write over it", () => {
    expect(see(typed, {}, { ...completeValues, [contractValuePath]: null }).conflicts).toEqual([]);
  });

  test("stays, without a conflict, where no path leads to it", () => {
    expect(see(registered({ values: { ...completeValues, [currencyPath]: "EUR" } })).conflicts).toEqual([]);
  });

  test("is agreed where both sides typed the same, so that going back is an edit", () => {
    const { conflicts, state } = see(typed, {}, { ...completeValues, [contractValuePath]: 91000 });

    expect([conflicts, state.memory.values[contractValuePath]]).toEqual([[], 91000]);
  });

  test("an emptied value is filled again, and there is nothing to keep", () => {
    const { conflicts, state } = see(registered({ values: { ...completeValues, [contractValuePath]: null } }));

    expect([conflicts, state.memory.values[contractValuePath]]).toEqual([[], null]);
  });
});

describe("what is held back", () => {
  const edited = { ...completeValues, [contractValuePath]: 95000 };
  const decided = { registration: registered({ status: "Approved" }) };

  test("is told once, with every value that can follow no more in a conflict row", () => {
    const { facts, conflicts, state } = noteHeld(mergeOf(decided, edited), deal, rules);
    const again = noteHeld(mergeOf({ ...decided, ...state.memory }, edited), deal, rules);

    expect(facts).toMatchObject([{ name: "RegistrationHeld", outcome: "problem" }]);
    expect(conflicts).toMatchObject([{ here: 95000, there: 90000, decision: { kind: "theDealWasClosed" } }]);
    expect([again.facts, again.conflicts]).toEqual([[], []]);
  });

  test("is told anew when the seller types another value", () => {
    const { state } = noteHeld(mergeOf(decided, edited), deal, rules);
    const next = noteHeld(mergeOf(state.memory, { ...edited, [contractValuePath]: 96000 }), deal, rules);

    expect(next.facts).toMatchObject([{ words: expect.stringContaining("96000") as string }]);
    expect(next.conflicts).toHaveLength(1);
  });

  test("is forgotten without a word once nothing holds it", () => {
    const { facts, state } = noteHeld(mergeOf({ registrationHeld: ["A reason."] }), deal, rules);

    expect([facts, state.memory.registrationHeld]).toEqual([[], []]);
  });
});
