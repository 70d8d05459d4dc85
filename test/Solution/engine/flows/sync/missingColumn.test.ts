import { readPointer } from "../../../../../Solution/engine/domain/values/jsonPointer";
import { World } from "../../support/World";

const valuePath = "/details/dealValue";
const reason =
  "The environment variable Deal value field name in Dynamics 365 says “cosell_nosuch”, which is no column of opportunity.";

const misname = (world: World): void => {
  world.settings = { ...world.settings, dealValueFieldName: "cosell_nosuch" };
  world.missingColumns = ["cosell_nosuch"];
};

const correct = (world: World): void => {
  world.settings = { ...world.settings, dealValueFieldName: "estimatedvalue" };
  world.missingColumns = [];
};

const shared = async (): Promise<World> => {
  const world = new World({ dealValue: "500", notes: "Before" });
  await world.run();
  world.pass(60_000);
  world.partnerCenter.calls.length = 0;
  return world;
};

const there = (world: World, path: string) => readPointer(world.partnerCenter.owned("contoso")[0] ?? {}, path);

describe("a setting that names a column which does not exist", () => {
  it("stands on the deal by its name, for the administrator, and nothing is sent", async () => {
    const world = await shared();
    misname(world);
    world.edit({ notes: "After" });

    const result = await world.run({ trigger: "step" });

    expect(result).toMatchObject({ status: "needsAttention", failure: { reason, owner: "administrator" } });
    expect(world.rows.link).toMatchObject({ status: "needsAttention", failureCode: "dataverse.columnUnknown" });
    expect(world.rows.record.audit).toContain(reason);
    expect(world.rows.messages).toMatchObject([{ state: "parked", code: "dataverse.columnUnknown" }]);
    expect(world.partnerCenter.calls).toEqual([]);
  });

  it("keeps a deal from being shared for the first time, too", async () => {
    const world = new World({ dealValue: "500" });
    misname(world);

    expect(await world.run()).toMatchObject({ status: "needsAttention", failure: { reason } });
    expect(world.partnerCenter.calls).toEqual([]);
    correct(world);
    world.pass(60_000);
    expect(await world.run()).toMatchObject({ status: "inSync", failure: null });
  });

  it("is told once, however often the deal is saved", async () => {
    const world = await shared();
    misname(world);
    for (const trigger of ["step", "person", "step"] as const) {
      world.edit({ notes: `Note ${trigger}` });
      await world.run({ trigger });
      world.pass(60_000);
    }
    expect(world.rows.record.audit.split(reason)).toHaveLength(2);
  });

  it("takes no value for emptied: once it is corrected, the edits of both sides are made up for", async () => {
    const world = await shared();
    misname(world);
    world.edit({ notes: "After" });
    await world.run({ trigger: "step" });
    world.partnerCenter.editThere(valuePath, 900);
    await world.run({ trigger: "event", seen: world.partnerCenter.seen() });
    correct(world);
    world.pass(60_000);

    const result = await world.run({ trigger: "maintenance" });

    expect(result).toMatchObject({ status: "inSync", failure: null });
    expect(world.opportunity.dealValue).toBe("900");
    expect([there(world, valuePath), there(world, "/details/notes")]).toEqual([900, "After"]);
    expect(world.rows.messages).toMatchObject([{ state: "done" }]);
    expect(Object.keys(world.rows.conflicts)).toEqual([]);
  });

  it("leaves a deal alone whose sync is off", async () => {
    const world = new World({}, { isSyncOn: false });
    misname(world);
    expect(await world.run()).toMatchObject({ status: "notShared", failure: null });
  });
});
