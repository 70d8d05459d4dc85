import { readPointer } from "../../../../../Solution/engine/domain/values/jsonPointer";
import { coSellOpportunity } from "../../support/sampleOpportunity";
import { trouble } from "../../support/FakePartnerCenter";
import { World } from "../../support/World";

const valuePath = "/details/dealValue";

const switchedOff = async (world = new World({ dealValue: "1000" })): Promise<World> => {
  await world.run();
  world.pass(60_000);
  world.rows.record.isSyncOn = false;
  await world.run({ trigger: "step" });
  world.partnerCenter.calls.length = 0;
  return world;
};

const switchOn = (world: World): void => {
  world.pass(60_000);
  world.rows.record.isSyncOn = true;
};

const there = (world: World) => readPointer(world.partnerCenter.owned("contoso")[0] ?? {}, valuePath);

describe.each([true, false])("given sync that comes on again, in a transaction: %p", (isInTransaction) => {
  test("a value that was changed in Partner Center meanwhile is taken", async () => {
    const world = await switchedOff();
    world.partnerCenter.editThere(valuePath, 31);

    switchOn(world);
    const result = await world.run({ isInTransaction });

    expect(result?.status).toBe("inSync");
    expect(world.opportunity.dealValue).toBe("31");
    expect(world.partnerCenter.calls).toEqual(["GET referral"]);
  });

  test("a value that was changed on both sides meanwhile is a conflict", async () => {
    const world = await switchedOff();
    world.partnerCenter.editThere(valuePath, 31);
    world.edit({ dealValue: "77" });

    switchOn(world);
    const result = await world.run({ isInTransaction });

    expect(result?.status).toBe("conflict");
    expect([world.opportunity.dealValue, there(world)]).toEqual(["77", 31]);
  });

  test("a value that was changed here meanwhile is sent", async () => {
    const world = await switchedOff();
    world.edit({ dealValue: "77" });

    switchOn(world);
    const result = await world.run({ isInTransaction });

    expect(result?.status).toBe("inSync");
    expect(there(world)).toBe(77);
  });
});

test("Microsoft's referral is looked at, too", async () => {
  const world = await switchedOff(new World(coSellOpportunity({ dealValue: "1000" })));
  world.partnerCenter.editThere(valuePath, 31, "msft");

  switchOn(world);
  await world.run();

  expect([world.opportunity.dealValue, there(world)]).toEqual(["31", 31]);
});

test("what could not be looked at is looked at by the next run, and the deal says so meanwhile", async () => {
  const world = await switchedOff();
  world.partnerCenter.editThere(valuePath, 31);
  world.partnerCenter.troubles = [trouble("partnerCenter.serviceNotAvailable")];

  switchOn(world);
  const failed = await world.run({ isInTransaction: true });
  world.pass(3_600_000);
  const healed = await world.run({ trigger: "maintenance" });

  expect(failed).toMatchObject({ status: "queued", failure: { code: "partnerCenter.serviceNotAvailable" } });
  expect(world.rows.messages).toMatchObject([{ state: "done" }]);
  expect(healed?.status).toBe("inSync");
  expect(world.opportunity.dealValue).toBe("31");
});

test("a deal that is switched on once more is looked at once", async () => {
  const world = await switchedOff();
  switchOn(world);
  await world.run();
  world.partnerCenter.calls.length = 0;

  await world.run();

  expect(world.partnerCenter.calls).toEqual([]);
});
