import { acceptReferral } from "../../../../../scripts/tenant/partnerCenter/sellers/acceptReferral";
import { accounts } from "../../../../simulation/world/installRows";
import { InboundWorld, newcomer } from "./InboundWorld";

/** More operations than a run has that makes an opportunity with account and contact. */
const operations = Array.from({ length: 46 }, (_item, at) => at + 1);

const hourMs = 3_600_000;

/** Exactly one of everything, equal on both sides, and nothing left to be done. */
const expectOneOfEach = (both: InboundWorld): void => {
  const counts = ["opportunity", "cosell_link", "account", "contact", "cosell_partnercentersolution"].map(
    (table) => both.rows(table).length,
  );
  expect(counts).toEqual([1, 1, 3, 4, 1]);
  const referrals = [...both.world.sandbox.state.referrals.values()];
  expect(referrals).toHaveLength(2);
  expect(both.only("cosell_link")).toMatchObject({
    cosell_microsoftreferralidentifier: referrals.find(({ organizationId }) => organizationId === "msft")?.id,
  });
  expect(both.only("opportunity")).toMatchObject({
    cosell_syncwithpartnercenter: true,
    estimatedvalue: { v: "50000" },
    parentaccountid: { id: both.rows("account")[2]?.id },
    parentcontactid: { id: both.rows("contact")[3]?.id },
  });
  expect(both.openMessages()).toEqual([]);
  expect(both.world.platform.thrown).toEqual([]);
};

/** Lets the maintenance flow run until all that waits had its turn. */
const maintain = async (both: InboundWorld): Promise<void> => {
  for (let count = 0; count < 6; count += 1) {
    await both.pass(hourMs);
    await both.call("cosell_RunMaintenance", {});
  }
};

test.each([true, false])(
  "a run killed at any of its operations leaves one record in the end (inside a transaction: %s)",
  async (isInTransaction) => {
    for (const operation of operations) {
      const both = await InboundWorld.open();
      both.runEventsInTransactions(isInTransaction);
      both.killNextRunAt(operation);
      both.begin(newcomer);
      await both.pass();
      await maintain(both);

      expectOneOfEach(both);
    }
  },
  120_000,
);

test.each([true, false])(
  "twin notifications make one record (inside a transaction: %s)",
  async (isInTransaction) => {
    for (const apartMs of [0, 1, 5, 20, 60, 150, 400, 1000, 2500]) {
      const both = await InboundWorld.open();
      both.runEventsInTransactions(isInTransaction);
      both.world.hazard.nextDelivery = () => [0, apartMs];
      both.begin(newcomer);
      await both.pass();
      await maintain(both);

      expectOneOfEach(both);
    }
  },
  60_000,
);

test("while Partner Center is down the work waits, Partner Center is answered 200, and it is done later", async () => {
  const both = await InboundWorld.open();
  both.world.hazard.nextMishap = () => ({ kind: 503, retryAfterSeconds: null });
  both.begin(newcomer);
  await both.pass(60_000);

  expect(both.rows("opportunity")).toEqual([]);
  both.world.hazard.nextMishap = () => null;
  await maintain(both);
  expectOneOfEach(both);
});

test("notifications that never come are made up for", async () => {
  const both = await InboundWorld.open();
  both.world.hazard.nextDelivery = () => [];
  both.begin(newcomer);
  await both.pass();
  expect(both.rows("opportunity")).toEqual([]);

  await maintain(both);
  expectOneOfEach(both);
});

test("a notification seven days late changes nothing any more", async () => {
  const both = await InboundWorld.open();
  both.world.hazard.nextDelivery = () => [0, 7 * 24 * hourMs];
  both.begin(newcomer);
  await both.pass();
  const before = JSON.stringify(both.only("opportunity"));
  await both.pass(8 * 24 * hourMs);

  expect(JSON.stringify(both.only("opportunity"))).toBe(before);
});

test("the echo of an own edit costs Partner Center nothing", async () => {
  const both = await InboundWorld.open();
  // Otherwise Microsoft's referral follows, which has to be looked at.
  Object.assign(both.world.sandbox.state.switches, { partnerEditsReach: "ownReferral" });
  const referral = both.begin();
  await both.pass();
  both.act(acceptReferral, referral.id, {}, "partner");
  await both.pass();
  const before = both.world.network.calls.length;
  const id = both.rows("opportunity")[0]?.id ?? "";
  both.write((transaction) => {
    const attributes = { description: "Edited here" };
    both.world.dataverse.update({ $t: "entity", table: "opportunity", id, attributes }, undefined, transaction);
  });
  await both.pass();

  const calls = both.world.network.calls
    .slice(before)
    .map(({ method, path }) => `${method} ${path.replace(/[0-9a-f-]{36}/, "id")}`);
  expect(both.referral(referral.id).content.details?.notes).toBe("Edited here");
  expect(calls).toEqual(["PATCH /partner/v1.0/engagements/referrals/id"]);
});

test("a referral whose run was stopped before it could write the link finds its opportunity", async () => {
  const both = await InboundWorld.open();
  both.set("cosell_InboundEnabled", "no");
  const referral = both.begin();
  await both.pass();
  const id = "abababab-0000-4000-8000-000000000001";
  both.write((transaction) => {
    const attributes = {
      name: "Made here",
      cosell_syncwithpartnercenter: false,
      parentaccountid: { $t: "ref", table: "account", id: accounts[0] },
    };
    both.world.dataverse.create({ $t: "entity", table: "opportunity", id, attributes }, transaction);
  });
  both.change(referral, { externalReferenceId: id, status: "Active", substatus: "Accepted" });
  both.set("cosell_InboundEnabled", "yes");
  await maintain(both);

  expect(both.rows("opportunity")).toHaveLength(1);
  expect(both.openMessages()).toEqual([]);
});
