import { trouble } from "../../support/FakePartnerCenter";
import { World } from "../../support/World";

/* Partner Center no longer shows the referral of a shared deal. */

const shared = async (): Promise<World> => {
  const world = new World();
  await world.run();
  return world;
};

const takeAway = (world: World) => world.partnerCenter.referrals.splice(0);

describe("given a shared deal whose referral is gone", () => {
  test("when somebody looks, then the deal needs attention, and an administrator's message tells why, once", async () => {
    const world = await shared();
    takeAway(world);

    await world.run({ trigger: "event", look: true });
    await world.run({ trigger: "event", look: true });

    expect(world.rows.record.status).toBe("needsAttention");
    expect(world.rows.link).toMatchObject({ failureCode: "partnerCenter.itemNotFound" });
    expect(world.rows.messages).toMatchObject([{ state: "parked" }]);
    expect(world.rows.entries.map(({ fact }) => fact.name)).toEqual(["ReferralCreated", "SendingFailed"]);
  });

  test("when nobody changes anything, then it stays told", async () => {
    const world = await shared();
    takeAway(world);
    await world.run({ trigger: "event", look: true });

    await world.run({ trigger: "step" });

    expect(world.rows.record.status).toBe("needsAttention");
  });

  test("when it is back and somebody tries again, then the deal is in sync and the message is done", async () => {
    const world = await shared();
    const kept = takeAway(world);
    await world.run({ trigger: "event", look: true });
    world.partnerCenter.referrals.push(...kept);
    world.pass(60_000);

    await world.run({ trigger: "maintenance" });

    expect(world.rows.record.status).toBe("inSync");
    expect(world.rows.messages).toMatchObject([{ state: "done" }]);
  });

  test("when Microsoft is to be invited, then it is the missing referral that is told, not a wrong deal", async () => {
    const world = new World({ isVisible: true });
    await world.run();
    takeAway(world);
    world.edit({ help: "proofOfConceptDemo" });
    world.partnerCenter.troubles = [null, trouble("partnerCenter.invalidRequest")];

    await world.run();

    expect(world.partnerCenter.calls.slice(-3)).toEqual(["LIST engagement", "POST invitation", "GET referral"]);

    expect(world.rows.link).toMatchObject({ failureCode: "partnerCenter.itemNotFound" });
  });
});

describe("given a save that slips in while a run is sending", () => {
  test("when the run ends, then it has seen that save, for its own write would hide it from maintenance", async () => {
    const world = new World();
    await world.run();
    world.edit({ notes: "first" });
    world.partnerCenter.pulse = () => {
      world.partnerCenter.pulse = () => Promise.resolve();
      world.edit({ notes: "second" });
      return Promise.resolve();
    };

    await world.run({ isInTransaction: true });

    expect(world.partnerCenter.owned("contoso")[0]).toMatchObject({ details: { notes: "second" } });
  });
});
