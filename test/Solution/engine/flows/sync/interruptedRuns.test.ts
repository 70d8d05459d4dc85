import { readPointer } from "../../../../../Solution/engine/domain/values/jsonPointer";
import { trouble } from "../../support/FakePartnerCenter";
import { noRoom, World } from "../../support/World";

const minuteMs = 60_000;
const leaseIsOver = 4 * minuteMs;

const refuseOnce = (world: World, name: string): void => {
  world.refuse = (operation) => {
    if (operation !== name) return null;
    world.refuse = () => null;
    return noRoom;
  };
};

const valueThere = (world: World, path: string) => readPointer(world.partnerCenter.owned("contoso")[0] ?? {}, path);

describe("the trail", () => {
  test("what it refused is told by the next run, in its order", async () => {
    const world = new World();
    refuseOnce(world, "append entries");
    await world.run();

    world.edit({ dealValue: "60000" });
    await world.run();

    expect(world.rows.entries.map(({ sequence, fact }) => [sequence, fact.name])).toEqual([
      [1, "ReferralCreated"],
      [2, "ReferralUpdated"],
    ]);
    expect(world.rows.link?.memory.untold).toEqual([]);
  });

  test("is gone on with behind what an interrupted run had told", async () => {
    const world = new World();
    world.refuse = (operation) => (operation === "save link" ? noRoom : null);
    await world.run();
    world.refuse = () => null;
    world.edit({ notes: "typed after it" });
    world.pass(leaseIsOver);

    await world.run();

    const [first, second] = world.rows.entries;
    expect(world.rows.entries.map(({ fact }) => fact.name)).toEqual(["ReferralCreated", "ReferralUpdated"]);
    expect(world.partnerCenter.owned("contoso")).toHaveLength(1);
    expect(second?.previousHash).toBe(first?.hash);
    expect(world.rows.link?.auditSequence).toBe(2);
  });

  test("a lease that nobody gave back is given back though there is nothing to do", async () => {
    const world = new World();
    await world.run();
    const { link } = world.rows;
    if (link) world.rows.link = { ...link, leaseOwner: "a run that was killed", leaseExpiresOn: world.now };
    world.pass(leaseIsOver);

    await world.run({ trigger: "maintenance" });

    expect(world.rows.link).toMatchObject({ leaseOwner: null, status: "inSync" });
  });
});

describe("a referral that an interrupted run had made", () => {
  const lostAnswer = async (): Promise<World> => {
    const world = new World();
    world.partnerCenter.troubles = [null, trouble("http.timeout", true)];
    await world.run();
    world.pass(leaseIsOver);
    return world;
  };

  test("edited there since: what was typed there is not written over in silence", async () => {
    const world = await lostAnswer();
    world.partnerCenter.editThere("/details/notes", "typed there");

    const found = await world.run();

    expect(valueThere(world, "/details/notes")).toBe("typed there");
    expect(found?.status).toBe("conflict");
    expect(Object.values(world.rows.conflicts)).toMatchObject([{ path: "/details/notes", there: "typed there" }]);
  });

  test("edited here since: the edit is sent", async () => {
    const world = await lostAnswer();
    world.edit({ notes: "typed here" });

    const found = await world.run();

    expect(found).toMatchObject({ status: "inSync", writes: 1 });
    expect(valueThere(world, "/details/notes")).toBe("typed here");
  });

  test("sync switched off since: it is noted and told, and nothing else happens to either side", async () => {
    const world = await lostAnswer();
    world.rows.record.isSyncOn = false;
    await world.run();
    world.partnerCenter.editThere("/details/notes", "typed there");

    const result = await world.run({ seen: world.partnerCenter.seen() });

    expect(result).toMatchObject({ status: "notShared", writes: 0 });
    expect(result?.referralIdentifier).toBe(world.partnerCenter.owned("contoso")[0]?.["id"]);
    expect(world.rows.entries.at(-1)?.fact.name).toBe("ReferralFound");
    expect(world.opportunity.notes).not.toBe("typed there");
  });
});

describe("a value that loses", () => {
  const bothEdited = async (): Promise<World> => {
    const world = new World();
    world.settings = { ...world.settings, conflictPolicy: "dynamics365" };
    await world.run();
    world.partnerCenter.editThere("/details/dealValue", 70000);
    world.edit({ dealValue: "60000" });
    return world;
  };

  test("is safe before it is written over: a transaction that may still fail sends nothing, the run after it does", async () => {
    const world = await bothEdited();

    const inside = await world.run({ isInTransaction: true });
    const thereThen = valueThere(world, "/details/dealValue");
    const after = await world.run({ trigger: "step" });

    expect(inside).toMatchObject({ status: "changedHere", writes: 0, failure: null });
    expect(thereThen).toBe(70000);
    expect(Object.values(world.rows.conflicts)).toMatchObject([{ there: 70000 }]);
    expect(after).toMatchObject({ status: "inSync", writes: 1 });
    expect(valueThere(world, "/details/dealValue")).toBe(60000);
  });

  test("is not written over while its conflict cannot be stored, and is found again", async () => {
    const world = await bothEdited();
    world.refuse = (operation) => (operation === "note conflicts" ? noRoom : null);

    const refused = await world.run();
    const thereThen = valueThere(world, "/details/dealValue");
    world.refuse = () => null;
    world.pass(minuteMs);
    const after = await world.run();

    expect(refused).toMatchObject({ writes: 0, saveFailure: noRoom });
    expect(thereThen).toBe(70000);
    expect(Object.values(world.rows.conflicts)).toMatchObject([{ there: 70000 }]);
    expect(after).toMatchObject({ status: "inSync", writes: 1 });
  });
});

test("a message that could not be settled is settled by the next run", async () => {
  const world = new World();
  world.partnerCenter.troubles = [null, trouble("partnerCenter.invalidRequest")];
  await world.run();
  world.edit({ dealValue: "60000" });
  refuseOnce(world, "settle");

  await world.run();
  const between = world.rows.messages.map(({ state }) => state);
  const next = await world.run({ trigger: "step" });

  expect(between).toEqual(["parked"]);
  expect(next).toMatchObject({ status: "inSync", writes: 0 });
  expect(world.rows.messages).toMatchObject([{ state: "done" }]);
});

test("a seller's own closing is told to Dynamics 365 though inbound is switched off", async () => {
  const world = new World();
  await world.run();
  world.settings = { ...world.settings, inboundEnabled: false };

  const result = await world.run({ answer: { kind: "lost", reason: "NotACustomer", by: "Sam" } });

  expect(result?.status).toBe("closed");
  expect(world.rows.record.state).toBe("lost");
});
