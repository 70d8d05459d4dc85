import { acceptReferral } from "../../../../../scripts/tenant/partnerCenter/sellers/acceptReferral";
import { closeReferral } from "../../../../../scripts/tenant/partnerCenter/sellers/closeReferral";
import { editReferral } from "../../../../../scripts/tenant/partnerCenter/sellers/editReferral";
import { opt, ref, textOf, type Attributes, type Json } from "../../../../simulation/dataverse/values";
import { accounts, people } from "../../../../simulation/world/installRows";
import { InboundWorld, newcomer } from "./InboundWorld";

let both: InboundWorld;
let referralId: string;
/** The record that was made of the referral, and one of another customer that a seller has had open. */
let made: string;
let other: string;

const guid = (v: string): Json => ({ $t: "guid", v });

const update = (id: string, attributes: Attributes, isClosing = false, table = "opportunity"): void =>
  both.write((transaction) => {
    const entity = { $t: "entity" as const, table, id, attributes };
    both.world.dataverse.update(entity, undefined, transaction, isClosing);
  });

const opportunity = (name: string): Attributes => ({
  name,
  description: "Typed by Sam",
  statecode: opt(0),
  ownerid: ref("systemuser", people.seller),
  parentaccountid: ref("account", accounts[1]),
});

const row = (id: string): Attributes => both.rows("opportunity").find((one) => one.id === id)?.attributes ?? {};

const link = (): Attributes => both.only("cosell_link");

const linkId = (): string => both.rows("cosell_link")[0]?.id ?? "";

const move = (parameters: Record<string, Json>, isInTransaction = true) =>
  both.call("cosell_MoveReferral", { LinkId: guid(linkId()), ...parameters }, isInTransaction);

const moveTo = (id: string, isInTransaction = true) => move({ OpportunityId: guid(id) }, isInTransaction);

const facts = (): string[] => both.rows("cosell_auditentry").map(({ attributes }) => textOf(attributes["cosell_fact"]));

/** Every entry stands on the one before it, and the link knows the last. */
const expectWholeTrail = (): void => {
  const trail = both.rows("cosell_auditentry").map(({ attributes }) => attributes);
  expect(trail.map((entry) => entry["cosell_previoushash"] ?? null)).toEqual([
    null,
    ...trail.slice(0, -1).map((entry) => entry["cosell_hash"]),
  ]);
  expect(link()).toMatchObject({ cosell_auditsequence: trail.length });
};

const ownReferrals = (): string[] =>
  [...both.world.sandbox.state.referrals.values()]
    .filter(({ organizationId }) => organizationId !== "msft")
    .map(({ id }) => id);

/** Everything that finds referrals by itself: notifications, and a maintenance that looks through all of them. */
const sweep = async (): Promise<void> => {
  both.act(editReferral, referralId, { notes: "Edited there since" }, "partner");
  await both.pass();
  await both.pass(8 * 24 * 3_600_000);
  for (let count = 0; count < 3; count += 1) {
    await both.call("cosell_RunMaintenance", {});
    await both.pass(3_600_000);
  }
};

const prepare = async (): Promise<void> => {
  both = await InboundWorld.open();
  other = both.create("opportunity", opportunity("Another deal"));
  await both.pass();
  const referral = both.begin();
  referralId = referral.id;
  await both.pass();
  both.act(acceptReferral, referralId, {}, "partner");
  await both.pass();
  made = both.rows("opportunity").find(({ id }) => id !== other)?.id ?? "";
};

beforeEach(prepare);

describe("moving a referral", () => {
  test("gives it to the other record, and both records' trails say who, from where, and to where", async () => {
    update(made, { description: "Kim took it on" });
    await both.pass();
    await moveTo(other);

    expect(link()).toMatchObject({ cosell_opportunityid: { id: other }, cosell_leaseowner: null });
    expect(row(other)).toMatchObject({ cosell_referralidentifier: referralId, cosell_syncwithpartnercenter: true });
    expect(row(other)["cosell_audit"]).toMatch(
      /Took the deal of Partner Center over from “ERP for Fabrikam”, because .+ moved it/,
    );
    expect(row(made)).toMatchObject({ statecode: opt(0), cosell_syncwithpartnercenter: false });
    for (const column of ["referralidentifier", "referrallink", "microsoftcrmidentifier", "answerdueon"])
      expect(row(made)[`cosell_${column}`] ?? null).toBeNull();
    expect(row(made)["cosell_audit"]).toMatch(/Gave the deal of Partner Center over to “Another deal”/);
    expect(facts()).toEqual(expect.arrayContaining(["ReferralGiven", "ReferralMoved"]));
    expectWholeTrail();
  });

  test("overwrites nothing that somebody typed: what differs is asked about on the record that took it", async () => {
    await moveTo(other);
    await both.pass();

    expect(row(other)).toMatchObject({ name: "Another deal", description: "Typed by Sam" });
    expect(both.referral(referralId).content).toMatchObject({ name: "ERP for Fabrikam" });
    const asked = both.rows("cosell_conflict").map(({ attributes }) => attributes["cosell_fieldlabel"]);
    expect(asked).toEqual(expect.arrayContaining(["Topic", "Description"]));
  });

  test("lets edits of both sides arrive at the record that has it now, and nothing of the one before", async () => {
    await moveTo(other);
    await both.pass();
    update(other, { estimatedclosedate: { $t: "dt", v: "2027-02-28T00:00:00Z" } });
    await both.pass();
    update(made, { description: "Typed into the record before" });
    both.act(editReferral, referralId, { dealValue: 51_000 }, "partner");
    await both.pass();

    expect(both.referral(referralId).content).toMatchObject({
      externalReferenceId: other,
      details: { closingDateTime: expect.stringContaining("2027-02-28") as string, notes: "Begun by Microsoft" },
    });
    expect(row(other)).toMatchObject({ estimatedvalue: { v: "51000" } });
  });

  test("closes no record: whoever works with it may go on", async () => {
    await moveTo(other);
    expect(row(made)).toMatchObject({ statecode: opt(0) });

    const third = both.create("opportunity", opportunity("A third deal"));
    await both.pass();
    await moveTo(third);

    expect(row(other)).toMatchObject({ statecode: opt(0), cosell_syncwithpartnercenter: false });
    expect(link()).toMatchObject({ cosell_opportunityid: { id: third } });
  });

  test("makes a record that is shared anew a deal of its own, though the referral carried its id", async () => {
    update(made, { description: "Kim took it on" });
    await both.pass();
    await moveTo(other);
    await both.pass();
    update(made, { cosell_syncwithpartnercenter: true, cosell_customerconsent: true });
    await both.pass();

    expect(ownReferrals()).toHaveLength(2);
    expect(row(made)["cosell_referralidentifier"]).not.toBe(referralId);
    expect(both.rows("cosell_link")).toHaveLength(2);
  });
});

describe("taking a referral off", () => {
  test("leaves the record as it is without sync, and its trail says who did it", async () => {
    const { description } = row(made);
    const answer = await move({});

    expect(answer["SyncStatus"]).toBeDefined();
    expect(row(made)).toMatchObject({ description, statecode: opt(0), cosell_syncwithpartnercenter: false });
    expect(row(made)["cosell_referralidentifier"] ?? null).toBeNull();
    expect(row(made)["cosell_audit"]).toMatch(/took the deal of Partner Center off this record/);
    expect(link()["cosell_opportunityid"] ?? null).toBeNull();
    expect(facts().at(-1)).toBe("ReferralTakenOff");
    expectWholeTrail();
  });

  test("is for good: neither notifications nor sweeps bring it in again, nor does it match a record", async () => {
    await move({});
    update(other, {
      cosell_microsoftcrmidentifier:
        both.referralOf(both.referral(referralId).engagementId, "msft").microsoftMsxId ?? "",
    });
    const before = both.rows("opportunity").map(({ id }) => id);
    await sweep();

    expect(both.rows("opportunity").map(({ id }) => id)).toEqual(before);
    expect(both.rows("cosell_link")).toHaveLength(1);
    expect(link()["cosell_opportunityid"] ?? null).toBeNull();
    expect([row(made), row(other)].map((one) => one["cosell_syncwithpartnercenter"] ?? false)).toEqual([false, false]);
    expect(both.openMessages()).toEqual([]);
  });

  test("lets the record be shared anew, as a deal of its own", async () => {
    await move({});
    update(made, { cosell_syncwithpartnercenter: true, cosell_customerconsent: true });
    await both.pass();
    await sweep();

    expect(ownReferrals()).toHaveLength(2);
    expect(row(made)).toMatchObject({ cosell_syncwithpartnercenter: true });
    expect([undefined, null, referralId]).not.toContain(row(made)["cosell_referralidentifier"]);
    expect(row(made)["description"]).not.toBe("Edited there since");
  });

  test("can be taken back: the referral goes to any record again, with what was edited meanwhile", async () => {
    await move({});
    await sweep();
    await moveTo(made);
    await both.pass();

    expect(link()).toMatchObject({ cosell_opportunityid: { id: made } });
    expect(row(made)).toMatchObject({ cosell_referralidentifier: referralId, cosell_syncwithpartnercenter: true });
    expect(both.rows("cosell_conflict").map(({ attributes }) => attributes["cosell_valuethere"])).toContain(
      "Edited there since",
    );
    expectWholeTrail();
  });

  test("done twice is done once", async () => {
    await move({});
    const entries = facts().length;
    await move({});

    expect(facts()).toHaveLength(entries);
  });
});

describe("a referral stays where it is", () => {
  const expectUntouched = (): void => {
    expect(link()).toMatchObject({ cosell_opportunityid: { id: made } });
    expect(row(made)).toMatchObject({ cosell_referralidentifier: referralId, cosell_syncwithpartnercenter: true });
  };

  const nobody = guid("abababab-0000-4000-8000-00000000dead");
  test.each([
    [
      "the record that should take it is closed",
      () => (update(other, { statecode: opt(1) }, true), moveTo(other)),
      "is closed",
    ],
    [
      "the record that should take it is a lead",
      () => move({ LeadId: guid(both.create("lead", { lastname: "Lane", statecode: opt(0) })) }),
      "to another opportunity",
    ],
    ["there is no such record", () => move({ OpportunityId: nobody }), /right|may not/],
    ["there is no such link", () => both.call("cosell_MoveReferral", { LinkId: nobody }), "referral link is gone"],
  ])("where %s", async (_why, ask, words) => {
    await expect(ask()).rejects.toThrow(words);
    expectUntouched();
  });

  test("where the record that should take it has a referral of its own", async () => {
    both.begin({ ...newcomer, name: "Of its own" });
    await both.pass();
    const taken = both.rows("opportunity").find(({ id }) => id !== made && id !== other)?.id ?? "";
    const link = both.rows("cosell_link").find(({ attributes }) => textOf(attributes["cosell_opportunityid"]) === made);

    const answer = both.call("cosell_MoveReferral", { LinkId: guid(link?.id ?? ""), OpportunityId: guid(taken) });

    await expect(answer).rejects.toThrow("has a referral of its own");
    expect(row(made)).toMatchObject({ cosell_referralidentifier: referralId });
  });

  test("where Partner Center has closed it", async () => {
    both.world.hazard.nextDelivery = () => [];
    both.act(closeReferral, referralId, { outcome: "Lost", reason: "BudgetInadequate" }, "partner");
    await expect(moveTo(other)).rejects.toThrow("closed in Partner Center");
  });

  test("where another run holds its link", async () => {
    const until: Json = { $t: "dt", v: "2099-01-01T00:00:00Z" };
    update(linkId(), { cosell_leaseowner: "somebody", cosell_leaseexpireson: until }, false, "cosell_link");
    await expect(moveTo(other)).rejects.toThrow("Another run is at this deal");
    await expect(move({})).rejects.toThrow("Another run is at this deal");
    expectUntouched();
  });
});

/** More operations than a move has before it syncs the record that took the referral. */
const operations = Array.from({ length: 44 }, (_none, at) => at + 1);

/** What a run leaves that was killed there, and what comes of it when the same is asked for once more. */
const killAndRepeat = async (
  operation: number,
  isInTransaction: boolean,
  ask: (isInTransaction: boolean) => Promise<unknown>,
): Promise<{ left: string }> => {
  let runs = 0;
  both.world.hazard.nextDeath = () => ((runs += 1) === 1 ? operation : null);
  await ask(isInTransaction).catch(() => null);
  await both.pass(600_000);
  await both.call("cosell_RunMaintenance", {}).catch(() => null);
  const left = textOf(link()["cosell_opportunityid"]);
  expect(both.rows("cosell_link")).toHaveLength(1);
  expect(ownReferrals()).toEqual([referralId]);
  await ask(false);
  await both.pass(3_600_000);
  return { left };
};

test.each([true, false])(
  "a move killed at any operation leaves one deal, and is whole when it is repeated (inside a transaction: %s)",
  async (isInTransaction) => {
    const left = new Set<string>();
    for (const operation of operations) {
      if (operation > 1) await prepare();
      left.add(
        (await killAndRepeat(operation, isInTransaction, (inside) => moveTo(other, inside))).left === other
          ? "moved"
          : "not moved",
      );

      expect(link()).toMatchObject({ cosell_opportunityid: { id: other }, cosell_leaseowner: null });
      expect(row(other)).toMatchObject({
        description: "Typed by Sam",
        cosell_referralidentifier: referralId,
        cosell_syncwithpartnercenter: true,
      });
      expect(row(made)).toMatchObject({ statecode: opt(0), cosell_syncwithpartnercenter: false });
      expect(both.referral(referralId).content.details?.notes).toBe("Begun by Microsoft");
      expect(ownReferrals()).toEqual([referralId]);
      expectWholeTrail();
    }
    expect(left).toEqual(new Set(["moved", "not moved"]));
  },
  60_000,
);

test.each([true, false])(
  "a referral whose taking off was killed at any operation is off when it is repeated (inside a transaction: %s)",
  async (isInTransaction) => {
    for (const operation of operations.slice(0, 22)) {
      if (operation > 1) await prepare();
      await killAndRepeat(operation, isInTransaction, (inside) => move({}, inside));

      expect(link()["cosell_opportunityid"] ?? null).toBeNull();
      expect(row(made)).toMatchObject({ statecode: opt(0), cosell_syncwithpartnercenter: false });
      expect(row(made)["cosell_audit"]).toMatch(/took the deal of Partner Center off this record/);
      expect(both.openMessages()).toEqual([]);
      expectWholeTrail();
    }
  },
  60_000,
);
