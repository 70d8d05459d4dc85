import fc from "fast-check";
import type { Opportunity } from "../../../../../Solution/engine/domain/opportunity/Opportunity";
import { readReferralValues, toReferralValues } from "../../../../../Solution/engine/domain/mapping/mapReferral";
import { sameJson } from "../../../../../Solution/engine/domain/values/sameJson";
import type { SyncRequest } from "../../../../../Solution/engine/flows/sync/SyncRequest";
import { trouble } from "../../support/FakePartnerCenter";
import { Killed, World } from "../../support/World";

/*
 * Laws, whatever is edited, killed, refused, left unanswered or run twice at once:
 * 1. at most one own referral for an opportunity, and at most one invitation of Microsoft;
 * 2. once everything is quiet, both sides hold the same values, or a conflict names the field; the latter only after a run
 *    was stopped inside its transaction, where no trace of its own PATCH is left and it looks like somebody else's edit;
 * 3. then another run makes no call and no write;
 * 4. visibility is never withdrawn (the fake throws when it is);
 * 5. audit entries are numbered without gaps or twins.
 */

type Action =
  | { kind: "edit"; changes: Partial<Opportunity> }
  | { kind: "run"; request: Partial<SyncRequest> }
  /** Stopped at that port operation, inside or outside a transaction. */
  | { kind: "killed"; at: number; isInTransaction: boolean }
  | {
      kind: "twins";
      first: Partial<SyncRequest>;
      second: Partial<SyncRequest>;
      turns: readonly boolean[];
      editAt: number;
    }
  | { kind: "trouble"; after: number; isCarriedOut: boolean }
  | { kind: "pass"; minutes: number };

const request: fc.Arbitrary<Partial<SyncRequest>> = fc.record({
  trigger: fc.constantFrom("person" as const, "step" as const),
  isInTransaction: fc.boolean(),
});

const changes: fc.Arbitrary<Partial<Opportunity>> = fc.oneof(
  fc.record({ dealValue: fc.integer({ min: 0, max: 999 }).map(String) }),
  fc.record({ notes: fc.constantFrom("", "a", "b") }),
  fc.constant({ isVisible: true }),
  fc.constant({ isVisible: true, help: "quotesAndLicensing" as const }),
  fc.constant({
    solutions: [
      { id: "SOL-1", name: "One" },
      { id: "SOL-2", name: "Two" },
    ],
  }),
);

const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ kind: fc.constant("edit" as const), changes }),
  fc.record({ kind: fc.constant("run" as const), request }),
  fc.record({
    kind: fc.constant("killed" as const),
    at: fc.integer({ min: 0, max: 20 }),
    isInTransaction: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant("twins" as const),
    first: request,
    second: request,
    turns: fc.array(fc.boolean(), { maxLength: 30 }),
    editAt: fc.integer({ min: 0, max: 30 }),
  }),
  fc.record({
    kind: fc.constant("trouble" as const),
    after: fc.integer({ min: 0, max: 2 }),
    isCarriedOut: fc.boolean(),
  }),
  fc.record({ kind: fc.constant("pass" as const), minutes: fc.integer({ min: 0, max: 30 }) }),
);

const runKilled = async (world: World, at: number, isInTransaction: boolean): Promise<void> => {
  let operations = 0;
  world.pulse = () => (operations++ === at ? Promise.reject(new Killed()) : Promise.resolve());
  await world.run({ isInTransaction });
  world.pulse = () => Promise.resolve();
};

/** Lets two runs take turns at every port operation; an edit in between is the seller's next save. */
const runTwins = async (
  world: World,
  { first, second, turns, editAt }: Extract<Action, { kind: "twins" }>,
): Promise<void> => {
  let operations = 0;
  world.pulse = async () => {
    const turn = operations++;
    if (turn === editAt) world.edit({ notes: `edited at ${editAt}` });
    const yields = turns[turn] === true ? 7 : 0;
    for (let round = 0; round < yields; round += 1) await Promise.resolve();
  };
  await Promise.all([world.run(first), world.run(second)]);
  world.pulse = () => Promise.resolve();
  // The save of the edit in between has a run of its own.
  if (operations > editAt) await world.run({ trigger: "step" });
};

const perform = async (world: World, act: Action): Promise<void> => {
  switch (act.kind) {
    case "edit":
      return world.edit(act.changes);
    case "run":
      await world.run(act.request);
      return;
    case "killed":
      return runKilled(world, act.at, act.isInTransaction);
    case "twins":
      return runTwins(world, act);
    case "trouble":
      world.partnerCenter.troubles = [...Array<null>(act.after).fill(null), trouble("http.timeout", act.isCarriedOut)];
      return;
    case "pass":
      return world.pass(act.minutes * 60_000);
  }
};

const expectLaws = (world: World): void => {
  expect(world.partnerCenter.owned("contoso").length).toBeLessThanOrEqual(1);
  expect(world.partnerCenter.owned("msft").length).toBeLessThanOrEqual(1);
  const sequences = world.rows.entries.map(({ sequence }) => sequence);
  expect(sequences).toEqual([...new Set(sequences)].sort((left, right) => left - right));
};

/**
 * Whether somebody may have typed a value back there, for all that can be known: a run was undone after it had sent, or of several that
 * were killed or never answered one had arrived and another had not. Then a seller is asked.
 */
const isUncertain = (actions: readonly Action[]): boolean => {
  const unheard = actions.filter(({ kind }) => kind === "killed" || kind === "trouble");
  return unheard.length > 1 || actions.some((act) => act.kind === "killed" && act.isInTransaction);
};

test("whatever happens, there is one referral, and in the end both sides agree", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { maxLength: 8 }), async (actions) => {
      const world = new World();
      for (const act of actions) {
        await perform(world, act);
        expectLaws(world);
      }
      world.partnerCenter.troubles = [];
      world.pass(86_400_000);

      const settled = await world.run();
      const calls = world.partnerCenter.calls.length;
      const quiet = await world.run({ trigger: "step" });

      expectLaws(world);
      const inConflict = Object.keys(world.rows.link?.memory.differences ?? {});
      const peaceful = world.opportunity.help === null ? "inSync" : "waitingOnMicrosoft";
      expect(settled?.status).toBe(inConflict.length > 0 ? "conflict" : peaceful);
      if (!isUncertain(actions)) expect(inConflict).toEqual([]);
      const [own] = world.partnerCenter.owned("contoso");
      const held = readReferralValues(own ?? {}, world.settings.fieldMap);
      const open = Object.entries(toReferralValues(world.opportunity, world.settings.fieldMap)).filter(
        ([path, value]) => path !== "/inviteContext/assistanceRequestCode" && !sameJson(held[path] ?? null, value),
      );
      expect(open.map(([path]) => path).filter((path) => !inConflict.includes(path))).toEqual([]);
      expect(quiet?.writes).toBe(0);
      expect(world.partnerCenter.calls).toHaveLength(calls);
    }),
    { numRuns: 500 },
  );
});

test("where the newest referrals are all of other deals, doubt alone finds what a stopped or silent run made", async () => {
  const outside = action.map((act): Action => {
    if (act.kind === "killed") return { ...act, isInTransaction: false };
    return act.kind === "run" ? { ...act, request: { ...act.request, isInTransaction: false } } : act;
  });
  const noTwins = outside.filter(({ kind }) => kind !== "twins");
  await fc.assert(
    fc.asyncProperty(fc.array(noTwins, { maxLength: 8 }), async (actions) => {
      const world = new World();
      world.partnerCenter.isCrowded = true;
      for (const act of actions) await perform(world, act);
      world.partnerCenter.troubles = [];
      world.pass(86_400_000);

      await world.run();

      expect(world.partnerCenter.owned("contoso")).toHaveLength(1);
      expectLaws(world);
    }),
    { numRuns: 300 },
  );
});

test("a co-sell deal survives a stop at every single operation, inside and outside a transaction", async () => {
  for (const isInTransaction of [true, false])
    for (let at = 0; at < 25; at += 1) {
      const world = new World({ help: "proofOfConceptDemo", isVisible: true });
      await runKilled(world, at, isInTransaction);
      world.pass(5 * 60_000);

      const result = await world.run({ isInTransaction });

      expect(result?.status).toBe("waitingOnMicrosoft");
      expect(world.partnerCenter.owned("contoso")).toHaveLength(1);
      expect(world.partnerCenter.owned("msft")).toHaveLength(1);
    }
});

test("the form's call and the step of the same save make one write, whoever comes first", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.boolean(), { maxLength: 40 }), fc.boolean(), async (turns, isInTransaction) => {
      const world = new World();
      const first = { trigger: "person" as const, isInTransaction };

      await runTwins(world, { kind: "twins", first, second: { trigger: "step" }, turns, editAt: Infinity });

      expect(world.partnerCenter.calls.filter((call) => call.startsWith("POST"))).toHaveLength(1);
      expect(world.rows.record.status).toBe("inSync");
    }),
  );
});
