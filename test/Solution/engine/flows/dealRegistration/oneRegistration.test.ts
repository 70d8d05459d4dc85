import fc from "fast-check";
import { customApis } from "../../../../../Solution/engine/domain/schema";
import { opportunityId } from "../../support/sampleRows";
import { contractColumns, hourMs, RegistrationWorld } from "./RegistrationWorld";

type Deed =
  /** Microsoft's reviewer asks for a correction. */
  | { kind: "review" }
  | { kind: "edit"; value: number }
  | { kind: "typed"; value: number }
  | { kind: "run"; isInTransaction: boolean; isLook: boolean; stopsAt: number; trouble: "none" | "lost" | "refused" };

const value = fc.integer({ min: 1, max: 9 }).map((step) => step * 10_000);
const run = fc.record({
  kind: fc.constant("run" as const),
  isInTransaction: fc.boolean(),
  isLook: fc.boolean(),
  /** The call of the bridge that the platform stops the run before. */
  stopsAt: fc.integer({ min: 1, max: 120 }),
  trouble: fc.constantFrom("none", "lost", "refused"),
});
const deeds: fc.Arbitrary<Deed[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: run },
    { weight: 2, arbitrary: value.map((typed) => ({ kind: "edit" as const, value: typed })) },
    { weight: 2, arbitrary: value.map((typed) => ({ kind: "typed" as const, value: typed })) },
    { weight: 1, arbitrary: fc.constant({ kind: "review" as const }) },
  ),
  { minLength: 1, maxLength: 8 },
);

const contractValue = "/registrations/0/contract/value";
const money = (amount: number) => ({ new_contractvalue: { $t: "money", v: `${amount}.0000` } });

const look = {
  messageName: customApis.replay,
  inputParameters: { OpportunityId: { $t: "guid" as const, v: opportunityId } },
};

/** A run that the platform stops; inside a transaction its rows are as before. */
const runStopped = async (world: RegistrationWorld, deed: Extract<Deed, { kind: "run" }>): Promise<void> => {
  const { host } = world;
  const before = structuredClone(host.rows);
  const send = host.http;
  let calls = 0;
  host.refuse = () => {
    calls += 1;
    if (calls >= deed.stopsAt) throw new Error("stopped");
    return null;
  };
  host.http = async (call) => {
    if (deed.trouble === "refused" && call.method === "PATCH") return { status: 503 };
    const answer = await send(call);
    return deed.trouble === "lost" && call.method === "PATCH" ? { refused: "http.timeout" } : answer;
  };
  await world.sync({ isInTransaction: deed.isInTransaction, ...(deed.isLook ? look : {}) }).catch(() => null);
  host.refuse = () => null;
  host.http = send;
  const isRolledBack = deed.isInTransaction && calls >= deed.stopsAt;
  if (isRolledBack) host.rows.splice(0, host.rows.length, ...before);
};

const isRegistered = async (world: RegistrationWorld): Promise<boolean> => (await world.registrations()).length > 0;

const doDeed = async (world: RegistrationWorld, deed: Deed): Promise<number | null> => {
  world.pass(hourMs);
  if (deed.kind === "run") await runStopped(world, deed);
  if (deed.kind === "edit") world.edit(money(deed.value));
  if (deed.kind === "review" && (await isRegistered(world)))
    await world.act("microsoft", "review", { status: "ActionRequired", reason: "Unreadable" });
  const [registration] = await world.registrations();
  const there = (registration?.["contract"] as { value: number } | undefined)?.value;
  if (deed.kind !== "typed" || there === undefined || there === deed.value) return null;
  await world.typeThere(contractValue, deed.value);
  return deed.value;
};

test("whatever stops its runs, a won deal is registered once, ends equal, and no value typed there is lost", async () => {
  let keptValues = 0;
  await fc.assert(
    fc.asyncProperty(deeds, fc.boolean(), async (story, isRegisteredFirst) => {
      const world = new RegistrationWorld();
      world.addRows();
      // A second registration is for the engine not to make, not for the sandbox to refuse.
      await world.direct.call("PATCH", "/sandbox/switches", { secondDealRegistration: "accepted" });
      await world.sync();
      world.edit(contractColumns);
      world.pass(72 * hourMs);
      world.win();
      if (isRegisteredFirst) await world.sync();
      const typed: number[] = [];
      for (const deed of story) {
        const there = await doDeed(world, deed);
        if (there !== null) typed.push(there);
        expect((await world.registrations()).length).toBeLessThanOrEqual(1);
      }
      for (let round = 0; round < 3; round += 1) {
        world.pass(24 * hourMs);
        await world.sync(look);
      }

      const [registration, ...more] = await world.registrations();
      const wanted = world.host.attribute("opportunity", "new_contractvalue") as { v: string };
      const kept = JSON.stringify(world.conflicts());
      expect(more).toEqual([]);
      expect(registration).toMatchObject({ contract: { value: Number(wanted.v) } });
      const last = typed.at(-1);
      const ours = [90_000, ...story.flatMap((deed) => (deed.kind === "edit" ? deed.value : []))];
      if (last === undefined || ours.includes(last)) return;
      expect(kept).toContain(String(last));
      keptValues += 1;
    }),
    { numRuns: 60 },
  );
  expect(keptValues).toBeGreaterThan(0);
}, 60_000);
