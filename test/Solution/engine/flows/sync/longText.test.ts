import type { KnownColumns } from "../../../../../Solution/engine/domain/columns/ColumnFacts";
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
