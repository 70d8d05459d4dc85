import { customApis } from "../../../../../Solution/engine/domain/schema";
import { toChoice } from "../../../../../Solution/engine/domain/sync/syncStatus";
import type { Json } from "../../../../../Solution/engine/domain/values/Json";
import type { EngineAnswer } from "../../../../../Solution/engine/flows/EngineAnswer";
import { failureKind } from "../../../../../Solution/engine/domain/failure/failureKinds";
import { trouble } from "../../support/FakePartnerCenter";
import { World } from "../../support/World";

const notes = "/details/notes";

/** Conflict ids are lower-case GUIDs in Dataverse, and keys in this world. */
const idOf = ({ rows }: World, path = notes): string => {
  const conflict = Object.values(rows.conflicts).find((one) => one.path === path);
  if (!conflict) throw new Error("no conflict was noted");
  return conflict.key;
};

/** Both sides changed a field; the keys of its conflict become what GUIDs are: without capitals. */
const dispute = async (world: World, path: string, value: Json): Promise<World> => {
  world.partnerCenter.editThere(path, value);
  await world.run({ trigger: "event", seen: world.partnerCenter.seen() });
  const { link, conflicts } = world.rows;
  if (link === null) throw new Error("nothing is shared");
  const small = <Keyed extends { key: string }>(one: Keyed): Keyed => ({ ...one, key: one.key.toLowerCase() });
  world.rows.conflicts = Object.fromEntries(Object.values(conflicts).map((one) => [small(one).key, small(one)]));
  const { differences } = link.memory;
  const renamed = Object.fromEntries(Object.entries(differences).map(([place, one]) => [place, small(one)]));
  world.rows.link = { ...link, memory: { ...link.memory, differences: renamed } };
  world.partnerCenter.calls.length = 0;
  return world;
};

/** A shared deal whose description both sides changed. */
const disputed = async (): Promise<World> => {
  const world = new World();
  await world.run();
  world.edit({ notes: "typed here" });
  return dispute(world, notes, "typed there");
};

const resolve = (
  world: World,
  Decision: string,
  Value?: string,
  id = idOf(world),
  Digest?: string,
): Promise<EngineAnswer> =>
  world.ask(customApis.resolveConflict, {
    ConflictId: { $t: "guid", v: id },
    Decision,
    ...(Digest === undefined ? {} : { Digest }),
    ...(Value === undefined ? {} : { Value }),
  });

const there = (world: World): unknown =>
  (world.partnerCenter.owned("contoso")[0]?.["details"] as { notes: string }).notes;

const said = (answer: EngineAnswer): { status: string; writes: number; failure: { code: string } | null } => {
  if (!("outputParameters" in answer)) throw new Error(JSON.stringify(answer));
  return JSON.parse(answer.outputParameters["Response"] as string) as ReturnType<typeof said>;
};

const refusal = (answer: EngineAnswer): string => ("error" in answer ? answer.error.code : "no error");

const decision = (world: World) => Object.values(world.rows.conflicts).map((one) => one.decision);

test("keeping the value of Dynamics 365 sends it, and the row says who decided", async () => {
  const world = await disputed();

  const answer = await resolve(world, "dynamics365");

  expect(answer).toMatchObject({ outputParameters: { SyncStatus: toChoice("inSync") } });
  expect(said(answer)).toMatchObject({ status: "inSync", failure: null, writes: 1 });
  expect([world.opportunity.notes, there(world)]).toEqual(["typed here", "typed here"]);
  expect(decision(world)).toEqual([{ kind: "keptTheValueOfDynamics365", by: "Sam Seller" }]);
});

test("a preview of a decision shows what it would write on either side, and its digest stands for that decision alone", async () => {
  const world = await disputed();
  const preview = async (Decision: string) =>
    said(await world.ask(customApis.previewChange, { ConflictId: { $t: "guid", v: idOf(world) }, Decision }));

  const [kept, taken] = [await preview("dynamics365"), await preview("partnerCenter")];

  expect(kept.writes).toMatchObject([{ method: "PATCH", body: [{ path: notes, value: "typed here" }] }]);
  expect(kept).toMatchObject({ changesHere: [] });
  expect(taken).toMatchObject({ writes: [], changesHere: [{ field: "Description", value: "typed there" }] });
  const { digest } = taken as unknown as { digest: string };
  expect(refusal(await resolve(world, "dynamics365", undefined, idOf(world), digest))).toBe("request.previewOutdated");
  expect(refusal(await resolve(world, "partnerCenter", undefined, idOf(world), digest))).toBe("no error");
  expect([world.opportunity.notes, there(world)]).toEqual(["typed there", "typed there"]);
});

test("taking the value of Partner Center writes it here and nothing there", async () => {
  const world = await disputed();

  expect(said(await resolve(world, "PartnerCenter"))).toMatchObject({ status: "inSync", failure: null, writes: 0 });

  expect([world.opportunity.notes, there(world)]).toEqual(["typed there", "typed there"]);
  expect(decision(world)).toEqual([{ kind: "tookTheValueOfPartnerCenter", by: "Sam Seller" }]);
});

test.each([
  ["as plain text", "a third"],
  ["as JSON, like the row holds values", '"a third"'],
])("another value, %s, becomes that of both", async (_how, value) => {
  const world = await disputed();

  expect(said(await resolve(world, "value", value))).toMatchObject({ status: "inSync", failure: null });

  expect([world.opportunity.notes, there(world)]).toEqual(["a third", "a third"]);
  expect(decision(world)).toEqual([{ kind: "typedAnotherValue", by: "Sam Seller" }]);
});

test("a decision about a deal that is not synced leaves the conflict open, and says why", async () => {
  const world = await disputed();
  world.rows.record.isSyncOn = false;

  expect(said(await resolve(world, "dynamics365"))).toMatchObject({
    status: "notShared",
    failure: { code: "conflict.syncIsOff" },
  });

  expect(decision(world)).toEqual([null]);
});

test("a value that means nothing in the field leaves the conflict open, empties nothing, and says so", async () => {
  const world = new World();
  await world.run();
  world.edit({ dealValue: "60000" });
  await dispute(world, "/details/dealValue", 70000);

  const answer = said(await resolve(world, "value", "lots of money", idOf(world, "/details/dealValue")));

  expect(answer).toMatchObject({ status: "conflict", failure: { code: "conflict.notTaken" } });
  expect(world.opportunity.dealValue).toBe("60000");
  expect(decision(world)).toEqual([null]);
});

test.each([
  [
    "that nobody knows",
    (world: World) => resolve(world, "dynamics365", undefined, "00000000-0000-4000-8000-00000000dead"),
  ],
  ["without an id", (world: World) => world.ask(customApis.resolveConflict, { Decision: "dynamics365" })],
])("a conflict %s is refused with what to do, and nothing is written", async (_which, ask) => {
  const world = await disputed();
  const writes = world.dataverse.length;

  const answer = await ask(world);

  const { words, fix } = failureKind("conflict.over");
  expect(answer).toEqual({ error: { code: "conflict.over", message: `${words} ${fix}`, retry: false } });
  expect([world.dataverse.length, world.partnerCenter.calls.length]).toEqual([writes, 0]);
});

test("a conflict that is decided already is refused, and stays as it was decided", async () => {
  const world = await disputed();
  await resolve(world, "dynamics365");

  expect(refusal(await resolve(world, "partnerCenter"))).toBe("conflict.over");

  expect(world.opportunity.notes).toBe("typed here");
  expect(decision(world)).toEqual([{ kind: "keptTheValueOfDynamics365", by: "Sam Seller" }]);
});

test("a conflict of a deal that the caller may not see is refused, and nothing is decided", async () => {
  const world = await disputed();
  world.isVisible = false;

  expect(refusal(await resolve(world, "partnerCenter"))).toBe("dataverse.noRight");

  expect([world.opportunity.notes, decision(world)[0]]).toEqual(["typed here", null]);
  expect(world.partnerCenter.calls).toEqual([]);
});

test("an answer that is none is refused before anybody is asked", async () => {
  const world = await disputed();

  expect(refusal(await resolve(world, "both"))).toBe("request.answerUnknown");
  expect(decision(world)).toEqual([null]);
});

test("where both sides became the same meanwhile, the decision changes nothing and the conflict is over", async () => {
  const world = await disputed();
  world.edit({ notes: "typed there" });

  expect(said(await resolve(world, "dynamics365"))).toMatchObject({ status: "inSync", failure: null, writes: 0 });

  expect([world.opportunity.notes, there(world)]).toEqual(["typed there", "typed there"]);
  expect(decision(world)).toEqual([expect.objectContaining({ kind: "bothSidesBecameEqual" })]);
});

test("a decision for ours that meets yet another value there writes over nothing that nobody has seen", async () => {
  const world = await disputed();
  world.partnerCenter.editThere(notes, "typed there later");

  await resolve(world, "dynamics365");

  const kept = Object.values(world.rows.conflicts).map(({ there: value }) => value);
  expect(there(world) === "typed there later" || kept.includes("typed there later")).toBe(true);
});

test("once the deal is closed in Partner Center there is nothing to decide, and both values are kept", async () => {
  const world = await disputed();
  const id = idOf(world);
  world.partnerCenter.editThere("/substatus", "Lost");
  world.partnerCenter.editThere("/status", "Closed");
  await world.run({ trigger: "event", seen: world.partnerCenter.seen() });

  expect(refusal(await resolve(world, "dynamics365", undefined, id))).toBe("conflict.over");

  expect(there(world)).toBe("typed there");
  expect(Object.values(world.rows.conflicts)).toMatchObject([
    { here: "typed here", there: "typed there", decision: { kind: "theDealWasClosed" } },
  ]);
});

test("a deal that was closed there without this side knowing is not written to either", async () => {
  const world = await disputed();
  world.partnerCenter.editThere("/substatus", "Won");
  world.partnerCenter.editThere("/status", "Closed");

  const answer = await resolve(world, "dynamics365");

  expect(said(answer)).toMatchObject({ status: "closed" });
  expect(there(world)).toBe("typed there");
  expect(Object.values(world.rows.conflicts)).toContainEqual(
    expect.objectContaining({ here: "typed here", there: "typed there" }),
  );
});

test("while Partner Center is down the decision stands, and is sent later", async () => {
  const world = await disputed();
  world.partnerCenter.troubles = [trouble("partnerCenter.serviceNotAvailable")];

  const answer = said(await resolve(world, "dynamics365"));
  world.pass(3_600_000);
  await world.run({ trigger: "maintenance" });

  expect(answer).toMatchObject({ status: "queued", failure: { code: "partnerCenter.serviceNotAvailable" } });
  expect(there(world)).toBe("typed here");
  expect(decision(world)).toEqual([{ kind: "keptTheValueOfDynamics365", by: "Sam Seller" }]);
});
