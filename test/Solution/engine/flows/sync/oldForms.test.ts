import { readPointer } from "../../../../../Solution/engine/domain/values/jsonPointer";
import { World } from "../../support/World";

const valuePath = "/details/dealValue";
const hour = 3_600_000;

/** A deal at 8,888 whose value was changed to 7,777 in Partner Center, and taken over. */
const taken = async (): Promise<World> => {
  const world = new World({ dealValue: "8888" });
  await world.run();
  world.pass(hour);
  world.partnerCenter.editThere(valuePath, 7777);
  await world.run({ trigger: "event", seen: world.partnerCenter.seen() });
  expect(world.opportunity.dealValue).toBe("7777");
  return world;
};

const there = (world: World) => readPointer(world.partnerCenter.owned("contoso")[0] ?? {}, valuePath);

test("given a value that came from Partner Center, when an old form writes over it, the value that lost is kept and told", async () => {
  const world = await taken();
  world.pass(hour);

  world.edit({ dealValue: "6000" });
  const result = await world.run();

  expect(result?.status).toBe("inSync");
  expect(there(world)).toBe(6000);
  expect(Object.values(world.rows.conflicts)).toMatchObject([
    { path: valuePath, here: 6000, there: 7777, agreed: 8888, decision: { kind: "keptTheValueOfDynamics365" } },
  ]);
  expect(world.rows.record.audit).toContain("Changed on both sides: Est. Revenue.");
});

test("inside a transaction it is kept before anything is written over it", async () => {
  const world = await taken();
  world.edit({ dealValue: "6000" });

  await world.run({ isInTransaction: true });
  const kept = Object.keys(world.rows.conflicts).length;
  const before = there(world);
  await world.run({ trigger: "step" });

  expect([kept, before]).toEqual([1, 7777]);
  expect(there(world)).toBe(6000);
  expect(Object.keys(world.rows.conflicts)).toHaveLength(1);
});

test("it is told once: the next edit is an ordinary one", async () => {
  const world = await taken();
  world.edit({ dealValue: "6000" });
  await world.run();

  world.edit({ dealValue: "6500" });
  await world.run();

  expect(Object.keys(world.rows.conflicts)).toHaveLength(1);
});

test("after more than a day no form is that old", async () => {
  const world = await taken();
  world.pass(25 * hour);

  world.edit({ dealValue: "6000" });
  await world.run();

  expect(world.rows.conflicts).toEqual({});
  expect(there(world)).toBe(6000);
});
