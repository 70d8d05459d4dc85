import { noRoom, World } from "../../support/World";

/* A closed referral takes no change any more: what is edited here afterwards is told, once, and kept. */

const notes = "/details/notes";

const close = async (world: World, substatus = "Won"): Promise<void> => {
  world.partnerCenter.editThere("/substatus", substatus);
  world.partnerCenter.editThere("/status", "Closed");
  await world.run({ trigger: "event", seen: world.partnerCenter.seen() });
  world.partnerCenter.calls.length = 0;
};

const closed = async (substatus?: string): Promise<World> => {
  const world = new World();
  await world.run();
  await close(world, substatus);
  return world;
};

const late = ({ rows }: World) => rows.entries.filter(({ fact }) => fact.name === "ChangedTooLate");
const wordsOf = (world: World): string[] => late(world).map(({ fact }) => fact.words);

test.each(["Won", "Lost", "Declined", "Expired"])(
  "an edit after the deal was closed there (%s) is in the trail, in a conflict row and among the findings",
  async (substatus) => {
    const world = await closed(substatus);
    world.edit({ notes: "after the end" });

    const result = await world.run({ trigger: "step" });

    expect(result).toMatchObject({ status: "closed", writes: 0, failure: null });
    expect(result?.findings).toMatchObject([{ code: "changedTooLate", severity: "warning" }]);
    expect(result?.findings[0]?.words).toContain("Description");
    expect(wordsOf(world)).toEqual([
      "Not sent, because the deal is closed in Partner Center: Description. The conflicts keep the values.",
    ]);
    expect(world.rows.record.audit).toContain("Not sent, because the deal is closed in Partner Center");
    expect(Object.values(world.rows.conflicts)).toMatchObject([
      { path: notes, here: "after the end", there: "Replaces the old ERP", decision: { kind: "theDealWasClosed" } },
    ]);
    expect(world.partnerCenter.calls).toEqual([]);
  },
);

test("it is told once, whoever comes by afterwards, and the finding stays as long as the sides differ", async () => {
  const world = await closed();
  world.edit({ notes: "after the end" });
  await world.run({ trigger: "step" });
  const writes = world.dataverse.length;

  await world.run({ trigger: "step" });
  await world.run({ trigger: "maintenance", look: true });
  const asked = await world.run({ trigger: "person" });

  expect(late(world)).toHaveLength(1);
  expect(world.dataverse.slice(writes).filter((operation) => operation !== "load")).toEqual([]);
  expect(asked?.findings).toMatchObject([{ code: "changedTooLate" }]);

  world.edit({ notes: "Replaces the old ERP" });
  expect((await world.run())?.findings).toEqual([]);
});

test("another value of the same field is told anew, in the same row", async () => {
  const world = await closed();
  for (const text of ["first", "second"]) {
    world.edit({ notes: text });
    await world.run({ trigger: "step" });
  }

  expect(late(world)).toHaveLength(2);
  expect(Object.values(world.rows.conflicts)).toMatchObject([{ path: notes, here: "second" }]);
});

test("what a conflict row keeps since the deal was closed is not told again", async () => {
  const world = new World();
  await world.run();
  world.edit({ notes: "too late" });
  await close(world);

  const result = await world.run({ trigger: "step" });

  expect(late(world)).toEqual([]);
  expect(Object.values(world.rows.conflicts)).toHaveLength(1);
  expect(result?.findings).toMatchObject([{ code: "changedTooLate" }]);
});

test("a conflict that was open when the deal was closed is not told again", async () => {
  const world = new World();
  await world.run();
  world.edit({ notes: "here" });
  world.partnerCenter.editThere(notes, "there");
  await world.run({ trigger: "event", seen: world.partnerCenter.seen() });
  await close(world, "Lost");

  await world.run({ trigger: "step" });

  expect(late(world)).toEqual([]);
  expect(Object.values(world.rows.conflicts)).toMatchObject([{ decision: { kind: "theDealWasClosed" } }]);
});

test("the trail tells how a conflict ended that was open when the deal was closed here", async () => {
  const world = new World();
  await world.run();
  world.edit({ notes: "here" });
  world.partnerCenter.editThere(notes, "there");
  await world.run({ trigger: "event", seen: world.partnerCenter.seen() });
  world.rows.record.state = "lost";

  await world.run({ trigger: "step" });

  const ends = world.rows.entries.filter(({ fact }) => fact.name === "ConflictDecided");
  expect(ends.map(({ fact }) => fact.detail)).toMatchObject([{ path: notes, decision: { kind: "theDealWasClosed" } }]);
});

test("while the conflict row cannot be stored it is not taken for told", async () => {
  const world = await closed();
  world.edit({ notes: "after the end" });
  world.refuse = (operation) => (operation === "note conflicts" ? noRoom : null);
  await world.run({ trigger: "step" });
  expect(world.rows.conflicts).toEqual({});

  world.refuse = () => null;
  await world.run({ trigger: "step" });

  expect(Object.values(world.rows.conflicts)).toMatchObject([{ path: notes, here: "after the end" }]);
});

test("a deal that nobody edits after its end is quiet, closed there or here", async () => {
  const there = await closed();
  const here = new World();
  await here.run();
  here.rows.record.state = "lost";
  await here.run({ trigger: "step" });

  for (const world of [there, here]) {
    const result = await world.run({ trigger: "maintenance", look: true });
    expect(result).toMatchObject({ status: "closed", findings: [] });
    expect(late(world)).toEqual([]);
  }
});

test("the connector's own check mark in the name and the owner are no edits of the deal", async () => {
  const world = await closed();
  world.edit({ owner: null, name: "✔ Fabrikam ERP rollout" });

  const result = await world.run({ trigger: "step" });

  expect(result?.findings).toEqual([]);
  expect(late(world)).toEqual([]);
});
