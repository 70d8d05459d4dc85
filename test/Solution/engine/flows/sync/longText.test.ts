import type { ColumnFacts, KnownColumns } from "../../../../../Solution/engine/domain/columns/ColumnFacts";
import { World } from "../../support/World";

const notesPath = "/details/notes";
const limit = 2000;
const whole = "n".repeat(limit + 100);
const short = "n".repeat(limit);

const columns: KnownColumns = {
  [notesPath]: {
    kind: "text",
    maxLength: limit,
    min: null,
    max: null,
    options: null,
    canCreate: true,
    canUpdate: true,
  },
};

/** A deal that both sides hold, and whose notes somebody makes too long in Partner Center. */
const shared = async (): Promise<World> => {
  const world = new World({ notes: "before" });
  world.columns = columns;
  await world.run();
  world.pass(60_000);
  world.partnerCenter.editThere(notesPath, whole);
  return world;
};

const patches = (world: World): number => world.partnerCenter.calls.filter((call) => call === "PATCH referral").length;

const look = (world: World) => world.run({ trigger: "maintenance", look: true });

test("a text that is too long for its column is taken shortened, and said", async () => {
  const world = await shared();
  expect((await look(world))?.status).toBe("changedAtMicrosoft");
  expect(world.opportunity.notes).toBe(short);
  expect(world.rows.link?.memory.differences[notesPath]).toMatchObject({
    here: short,
    there: whole,
    misfit: { why: "tooLong", maxLength: limit },
  });
  expect(world.rows.entries.map(({ fact }) => fact.words).join()).toContain(
    "Description: shortened to 2,000 characters",
  );
});

test("the shortened text is never sent back as an edit, however often one looks", async () => {
  const world = await shared();
  await look(world);
  const before = patches(world);
  for (let run = 0; run < 3; run += 1) {
    world.pass(600_000);
    await look(world);
    await world.run();
  }
  expect(patches(world)).toBe(before);
  expect(world.rows.entries.filter(({ fact }) => fact.name === "ValuesNotHeld")).toHaveLength(1);
});

test("what the seller types after that is sent", async () => {
  const world = await shared();
  await look(world);
  world.pass(60_000);
  world.edit({ notes: "typed by the seller" });
  const result = await world.run();
  expect(result?.status).toBe("inSync");
  expect(world.partnerCenter.referrals[0]?.content).toMatchObject({ details: { notes: "typed by the seller" } });
});

test("a decision for Partner Center takes the beginning of a text that is too long, and keeps telling", async () => {
  const world = await shared();
  world.edit({ notes: "typed here meanwhile" });
  expect((await look(world))?.status).toBe("conflict");
  expect(world.rows.link?.memory.differences[notesPath]?.misfit).toEqual({ why: "tooLong", maxLength: limit });
  const decided = await world.run({ decisions: [{ path: notesPath, take: "partnerCenter", by: "A seller" }] });
  expect(decided?.status).toBe("changedAtMicrosoft");
  expect(world.opportunity.notes).toBe(short);
});

test.each([
  ["was told before", true],
  ["comes with the end", false],
])(
  "when the deal is closed there and the whole text %s, then it is told once and nothing is in conflict",
  async (_when, isToldBefore) => {
    const world = await shared();
    if (isToldBefore) await look(world);
    world.pass(60_000);
    world.partnerCenter.editThere("/substatus", "Won");
    world.partnerCenter.editThere("/status", "Closed");

    expect((await look(world))?.status).toBe("closed");
    await look(world);

    expect(world.opportunity.notes).toBe(short);
    expect(world.rows.conflicts).toEqual({});
    expect(world.rows.link?.memory.differences[notesPath]).toMatchObject({ there: whole, misfit: { why: "tooLong" } });
    expect(world.rows.entries.filter(({ fact }) => fact.name === "ValuesNotHeld")).toHaveLength(1);
  },
);

test("when the deal is closed there, then the currency of an amount that no column holds stays told as well", async () => {
  const world = new World();
  world.columns = { "/details/dealValue": { ...columns[notesPath], kind: "money", max: 9e14 } as ColumnFacts };
  await world.run();
  world.pass(60_000);
  world.partnerCenter.editThere("/details/dealValue", 1e15);
  world.partnerCenter.editThere("/details/currency", "EUR");
  world.partnerCenter.editThere("/substatus", "Lost");
  world.partnerCenter.editThere("/status", "Closed");

  expect((await look(world))?.status).toBe("closed");

  expect(world.opportunity).toMatchObject({ dealValue: "50000", currency: "NOK" });
  expect(world.rows.conflicts).toEqual({});
  expect(Object.keys(world.rows.link?.memory.differences ?? {})).toEqual(["/details/dealValue", "/details/currency"]);
});
