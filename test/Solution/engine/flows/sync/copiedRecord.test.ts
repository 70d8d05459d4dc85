import { World } from "../../support/World";

/** Every column of the connector, as a copy brings them from a deal that is shared. */
const copied = {
  status: "inSync",
  referralIdentifier: "eeeeeeee-0000-4000-8000-000000000009",
  referralLink: "https://partner.example/referrals/9",
  microsoftCrmIdentifier: "MSX-9",
  answerDueOn: "2026-12-01T00:00:00.000Z",
  audit: "2026-10-01 08:00:00Z ✔ Shared with Partner Center as a private deal.",
} as const;

const copy = (isSyncOn: boolean): World => {
  const world = new World({}, { ...copied, isSyncOn });
  world.rows.lastSyncedOn = "2026-10-01T08:00:00.000Z";
  return world;
};

test("given a copy of a shared deal with sync on, its trail begins with its own sharing", async () => {
  const world = copy(true);

  await world.run({ trigger: "step" });

  expect(world.rows.record.audit).toBe("2026-11-22 21:00:00Z ✔ Shared with Partner Center as a private deal.");
  expect(world.rows.record).toMatchObject({ microsoftCrmIdentifier: "", answerDueOn: null });
  expect(world.rows.record.referralIdentifier).not.toBe(copied.referralIdentifier);
  expect(world.rows.lastSyncedOn).toBe(world.now);
});

test("given a copy of a shared deal with sync off, it tells nothing of the original", async () => {
  const world = copy(false);

  await world.run({ trigger: "step" });

  expect(world.rows.record.audit).not.toContain("Shared");
  expect(world.rows.record).toMatchObject({ referralIdentifier: "", referralLink: "", status: "notShared" });
  expect(world.rows.lastSyncedOn).toBeNull();
});

test("given a deal of its own, later runs go on with its trail", async () => {
  const world = copy(true);
  await world.run({ trigger: "step" });
  world.pass(60_000);
  world.edit({ dealValue: "75000" });

  await world.run({ trigger: "step" });

  expect(world.rows.record.audit.split("\n")).toHaveLength(2);
});
